"""The words of a text in, whether they support a name of the other text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from abrege.fidelity.coverage import lexicon
from abrege.fidelity.exonyms import counterparts, is_english_name, sound
from abrege.fidelity.words import Word, folded

_STEM = 4  # letters that two forms of a name share at least: Altmans and Altman, Paris and Parisian
_DERIVED = ("n", "ns", "s", "i", "ic", "ish", "ese", "o", "land")  # endings of what is made from a name: Mexican


class Evidence:
    """What a text has to support the names of the other one with."""

    def __init__(self, words: Sequence[Word], translated: bool) -> None:
        """translated: whether the words are French, so that their translations count as well."""
        self._words, self._translated = words, translated
        self._forms = set[str]().union(*map(self._forms_of, words))
        self._unions: dict[int, list[set[str]]] = {}  # by size, what the words of each window may begin with

    def _forms_of(self, word: Word) -> set[str]:
        forms = {folded(part) for part in (*word.parts, word.text.replace("-", ""))}
        return forms | counterparts(word.text) if self._translated else forms

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        """The forms by their first letters."""
        found: dict[str, list[str]] = {}
        for form in self._forms:
            found.setdefault(form[:_STEM], []).append(form)
        return found

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        """The words with a capital, and their parts, by what they sound like."""
        found: dict[str, list[str]] = {}
        for part in (part for word in self._words if word.capital for part in word.parts):
            found.setdefault(sound(part), []).append(folded(part))
        return found

    @cached_property
    def _initials(self) -> list[tuple[bool, set[str]]]:
        """Of each word that an acronym may stand for: whether it has a capital, and the first letters of its forms."""
        long = (word for word in self._words if word.capital or len(word.text) > 3)
        return [(word.capital, {form[0] for form in self._forms_of(word)}) for word in long]

    @cached_property
    def _acronyms(self) -> set[str]:
        """The letters of each acronym, in order of the alphabet."""
        return {_letters(word.text) for word in self._words if word.is_acronym}

    def supports(self, forms: Iterable[str]) -> bool:
        """Whether the text has one of the forms, in another inflection perhaps, or spelt by ear."""
        return any(
            form in self._forms
            or (len(form) >= _STEM and any(_same_stem(form, own) for own in self._stems.get(form[:_STEM], ())))
            or any(not _are_two_names(form, own) for own in self._sounds.get(sound(form), ()))
            for form in forms
        )

    def abbreviates(self, acronym: str) -> bool:
        """Whether an acronym has the letters of another one, or of the beginnings of words, one of them a capital."""
        letters = _letters(acronym)
        return letters in self._acronyms or any(
            any(capital for capital, _ in window) and _pairs_off(letters, [initials for _, initials in window])
            for window in self._windows(letters)
        )

    def may_abbreviate(self, acronym: str) -> bool:
        """Whether all letters of an acronym are among those that as many neighbouring words may begin with."""
        return any(True for _ in self._windows(_letters(acronym)))

    def _windows(self, letters: str) -> Iterator[list[tuple[bool, set[str]]]]:
        size, wanted = len(letters), set(letters)
        if size not in self._unions:
            starts = range(len(self._initials) - size + 1)
            self._unions[size] = [set[str]().union(*(own for _, own in self._initials[k : k + size])) for k in starts]
        return (self._initials[k : k + size] for k, union in enumerate(self._unions[size]) if wanted <= union)


def _letters(acronym: str) -> str:
    """The letters of an acronym in order of the alphabet, small, without the ending of a plural."""
    return "".join(sorted(acronym.removesuffix("s").lower()))


def _same_stem(a: str, b: str) -> bool:
    """Whether two words of the same first four letters share a fifth, or more than half of the shorter one."""
    if a[_STEM : _STEM + 1] != b[_STEM : _STEM + 1] and min(len(a), len(b)) >= 2 * _STEM:
        return False
    return max(a, b, key=len).endswith(_DERIVED) or not _are_two_names(a, b)


def _are_two_names(a: str, b: str) -> bool:
    """Whether two words that are alike name different things: Niger and Nigeria, which dictionaries have."""
    return abs(len(a) - len(b)) > 1 and all(word in lexicon() or is_english_name(word) for word in (a, b))


def _pairs_off(letters: str, initials: Sequence[set[str]]) -> bool:
    """Whether each of the letters can be taken from another one of the sets."""
    return not letters or any(
        letters[0] in own and _pairs_off(letters[1:], [*initials[:k], *initials[k + 1 :]])
        for k, own in enumerate(initials)
    )
