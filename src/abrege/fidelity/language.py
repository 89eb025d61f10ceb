"""A source and an English target in, the French, or other language, that stands in the target out."""

from __future__ import annotations

from collections.abc import Iterable

from abrege.article import Finding
from abrege.fidelity.coverage import english_words, lexicon
from abrege.fidelity.words import Word, find_words
from abrege.text.language import guess_words
from abrege.text.lists import listed
from abrege.text.patterns import lazy
from abrege.text.spans import find_spans

# Words that no English sentence has but in names and titles, where they stand between capitals.
_FRENCH = listed(
    """les des une dans avec pour sur qui est sont cette ces aux leur leurs nous vous ils elles pas mais ont été être
    avoir sans chez selon depuis après avant dont où très aussi comme"""
)
_RUN = 4  # words in a row that both texts have
_LEAST = 3  # words in small letters that tell a language
_TITLE = 8  # words of a quotation that may be a title or a motto, which English keeps
_QUOTED = lazy(r"«[^«»]+»|“[^“”]+”|\"[^\"]+\"")
_AROUND = ' \u00a0\u202f,.«»“”"'  # what a quotation has around its words
_BLANK = "|"
_BREAK = lazy(r"[«»“”\"|]")


def check_language(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "language": French that stands in the target as it stands in the source, or a target that is no English.

    That is a whole target in French or in another language; four words or more in a row that are French by their
    frequent words; and a single word in small letters that English does not have, among words in small letters. What is
    kept as it is (addresses, accounts, code) is passed over, and so are short quotations, among English, that stand in
    both texts.
    """
    if not _found(source, target):
        return ()
    source, target = (_without(text, [(s.start, s.end) for s in find_spans(text)]) for text in (source, target))
    around = _without(target, _titles(source, target))
    found = _found(source, around if guess_words(around).lang == "en" else target)
    return tuple(Finding("language", None, span, "English") for span in found)


def _found(source: str, target: str) -> list[tuple[int, int]]:
    words, own = find_words(target), [word.text.lower() for word in find_words(source)]
    texts = [word.text.lower() for word in words]
    small = [word.text for word in words if word.text.islower()]  # names are French in English as well
    if _are_french(small) or _is_foreign(small, target) or (texts == own and _were_left(small, target)):
        return [(0, len(target))]
    runs = [
        (first, last)
        for first, last in _copied(own, words, target)
        if _are_french([word.text for word in words[first : last + 1] if word.text.islower()])
    ]
    inside, known = {place for first, last in runs for place in range(first, last + 1)}, set(own)
    alone = [
        (place, place)
        for place, word in enumerate(words)
        if word.text in known
        and place not in inside
        and _is_french(word.text)
        and all(beside.text.islower() for beside in words[max(0, place - 1) : place + 2])
    ]
    return [(words[first].start, words[last].end) for first, last in sorted(runs + alone)]


def _are_french(words: list[str]) -> bool:
    """Whether words in small letters are French together: by the frequent ones, and half of them no English."""
    return _are_strange(words) and guess_words(" ".join(words)).lang == "fr"


def _is_foreign(words: list[str], text: str) -> bool:
    """Whether a text with these words in small letters is in a language that is neither French nor English."""
    return _are_strange(words) and guess_words(text).other is not None


def _are_strange(words: list[str]) -> bool:
    return len(words) >= _LEAST and 2 * sum(word in english_words() for word in words) <= len(words)


def _is_french(word: str) -> bool:
    return (
        word.islower() and word not in english_words() and (word in _FRENCH or (len(word) > 3 and not word.isascii()))
    )


def _were_left(words: list[str], text: str) -> bool:
    """Whether a text that is as its source, with these words in small letters, has one that only French has."""
    french = [word for word in words if word in lexicon() and word not in english_words()]
    return any(len(word) > 3 for word in french) or (bool(french) and guess_words(text).lang == "fr")


def _copied(own: list[str], words: list[Word], target: str) -> list[tuple[int, int]]:
    """First and last place of each run of four words or more that stands in the source as well, within its quotes."""
    runs = {tuple(own[k : k + _RUN]) for k in range(len(own) - _RUN + 1)}
    texts = [word.text.lower() for word in words]
    found: list[tuple[int, int]] = []
    for k in range(len(words) - _RUN + 1):
        last = k + _RUN - 1
        if tuple(texts[k : last + 1]) not in runs or _BREAK.search(target, words[k].start, words[last].end):
            continue
        first = found.pop()[0] if found and found[-1][1] >= k else k
        found.append((first, last))
    return found


def _titles(source: str, target: str) -> list[tuple[int, int]]:
    """The quotations of the target that are short and stand in the source as they are."""
    quoted = {match[0].strip(_AROUND) for match in _QUOTED.finditer(source)}
    return [
        match.span()
        for match in _QUOTED.finditer(target)
        if match[0].strip(_AROUND) in quoted and len(match[0].split()) <= _TITLE
    ]


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with signs that part words in the place of the spans."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = _BLANK * (end - start)
    return "".join(characters)
