"""A French source and an English target in, the names that only one of them has out.

Precision comes first: a name is supported by the same letters, by any translation of a word of the other text, by a
word of the same beginning, and by a spelling that sounds alike; and what English writes small is no name, whatever its
capital.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from abrege.article import Finding
from abrege.fidelity.exonyms import counterparts, is_english_name, is_plain_english, is_plain_french, sound
from abrege.fidelity.words import Word, find_words, folded, listed
from abrege.text.patterns import lazy

_STEM = 4  # letters that two forms of a name share at least: Altmans and Altman, Paris and Parisian
_LIKE = 0.7  # how alike two spellings are of which one is a slip, as difflib measures it
_TITLE_CASE = 0.6  # share of capitals in a text that writes every word of content with one
# Words that English writes with a capital though they are no names of anyone; dates have a check of their own.
_NO_NAMES = listed(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep
    sept oct nov dec

    mr mrs ms dr prof st saint saints sir lord lady messrs rep sen gov prime republic council congress senate
    confederation treasury

    i ok tv am pm bc ad id ids pr it ceo cfo mp mps mep meps gmt cet utc est eur usd gbp czk chf dvd cd cds dvds pc pcs
    suv suvs vip vips phd celsius fahrenheit god internet bible olympic olympics"""
)
_ROMAN = lazy(r"[IVXLC]+(?:e|er|re|ère|ème|ᵉ)?")


class _Evidence:
    """What a text has to support the names of the other one with."""

    def __init__(self, words: Iterable[Word], translated: bool) -> None:
        """translated: whether the words are French, so that their translations count as well."""
        self.forms: set[str] = set()
        self.sounds: set[str] = set()
        self._initials: list[set[str]] = []
        for word in words:
            forms = {folded(part) for part in word.parts}
            if translated:
                forms |= counterparts(word.text)
            self.forms |= forms
            if word.capital:
                self.sounds |= {sound(part) for part in word.parts if part}
            if word.capital or len(word.text) > 3:
                self._initials.append({form[0] for form in forms if form})
        self._stems: dict[str, list[str]] = {}
        for form in self.forms:
            if len(form) >= _STEM:
                self._stems.setdefault(form[:_STEM], []).append(form)

    def supports(self, forms: Iterable[str]) -> bool:
        """Whether the text has one of the forms, in another inflection perhaps, or spelt by ear."""
        return any(
            form in self.forms
            or any(_same_stem(form, own) for own in self._stems.get(form[:_STEM], ()))
            or sound(form) in self.sounds
            for form in forms
            if form
        )

    def spells_out(self, acronym: str) -> bool:
        """Whether neighbouring words begin with its letters, in any order."""
        letters, size = set(acronym.lower()), len(acronym)
        return any(
            letters <= set[str]().union(*self._initials[k : k + size]) for k in range(len(self._initials) - size + 1)
        )


def _same_stem(a: str, b: str) -> bool:
    """Whether two words of the same first four letters share a fifth, or more than half of the shorter one."""
    return a[_STEM : _STEM + 1] == b[_STEM : _STEM + 1] or min(len(a), len(b)) < 2 * _STEM


def _is_acronym(text: str) -> bool:
    return len(text) <= 6 and text.isupper()


def _is_heading(words: Sequence[Word]) -> bool:
    """Whether a text writes all its words with capitals."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 3 and sum(word.capital for word in long) >= _TITLE_CASE * len(long)


def _candidates(words: Sequence[Word], plain: Callable[[str], bool]) -> list[tuple[Word, str]]:
    """The words, or parts of words, that are names of somebody or something."""
    heading = _is_heading(words)
    if heading and all(word.text.isupper() for word in words):
        return []
    found = []
    for word in words:
        for part in word.text.split("-"):
            if len(part) < 2 or not part[0].isupper() or folded(part) in _NO_NAMES or _ROMAN.fullmatch(part):
                continue
            if not plain(part) and (is_english_name(part) or not (word.begins or heading)):
                found.append((word, part))
    return found


def _invented(target: Sequence[Word], evidence: _Evidence) -> list[Word]:
    """The words of an English text that name what the evidence does not; Jobs beside Steve, though jobs is a word."""
    found = {
        word
        for word, part in _candidates(target, is_plain_english)
        if not (evidence.supports([folded(part)]) or (_is_acronym(part) and evidence.spells_out(part)))
    }
    last = [after for before, after in pairwise(target) if before in found and after.start == before.end + 1]
    found.update(word for word in last if word.capital and not evidence.supports([folded(word.text)]))
    return [word for word in target if word in found]


def _lost(source: Sequence[Word], evidence: _Evidence) -> list[Word]:
    """The words of a French text that name what its English does not; acronyms are often spelt out and not judged."""
    judged = {
        word: evidence.supports({folded(part), *counterparts(part), *counterparts(word.text)})
        for word, part in _candidates(source, is_plain_french)
        if not _is_acronym(part)
    }
    # news name a person by the last name alone
    beside = {w for a, b in pairwise(source) for w, other in ((a, b), (b, a)) if judged.get(other)}
    return [word for word, supported in judged.items() if not supported and word not in beside]


def unsupported_names(target: str, *supports: str) -> list[tuple[int, int]]:
    """The spans of the words in an English target that name what none of the supporting texts does.

    Args:
        target: English text.
        supports: French or English texts.
    """
    evidence = _Evidence((word for text in supports for word in find_words(text)), translated=True)
    return [(word.start, word.end) for word in _invented(find_words(target), evidence)]


def check_names(source: str, target: str) -> tuple[Finding, ...]:
    """Compare the names of a French text with those of its English translation.

    Returns:
        Findings of kind "name": a name of the source that stands misspelt in the target, or has another in its place
        (both spans); one that the target lacks (`source_span`); one that the source lacks (`target_span`).
    """
    in_source, in_target = find_words(source), find_words(target)
    lost = _runs(source, _lost(in_source, _Evidence(in_target, translated=False)))
    invented = _runs(target, _invented(in_target, _Evidence(in_source, translated=True)))
    findings = []
    for span in tuple(invented):
        spelt = target[slice(*span)]
        name = next((own for own in lost if _is_slip(source[slice(*own)], spelt)), None)
        if name is None and len(lost) == len(invented) == 1:
            name = lost[0]
        if name is not None:
            findings.append(Finding("name", name, span, source[slice(*name)]))
            lost.remove(name)
            invented.remove(span)
    findings += [Finding("name", None, span, "a name of the source") for span in invented]
    findings += [Finding("name", span, None, source[slice(*span)]) for span in lost]
    return tuple(findings)


def _is_slip(name: str, spelt: str) -> bool:
    return SequenceMatcher(None, sound(name), sound(spelt), False).ratio() >= _LIKE


def _runs(text: str, words: Iterable[Word]) -> list[tuple[int, int]]:
    """The spans of the words, neighbours joined."""
    spans: list[tuple[int, int]] = []
    for word in words:
        if spans and text[spans[-1][1] : word.start] in (" ", "-", " de ", " of "):
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return spans
