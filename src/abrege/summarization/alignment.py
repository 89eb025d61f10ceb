"""A sentence and a shorter version of it in, what the shorter one lacks out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from abrege.fidelity.coverage import lexicon
from abrege.fidelity.words import folded
from abrege.summarization.terms import STOP_WORDS
from abrege.text.quantities import find_numbers

LONGEST = 150  # tokens of a sentence that is aligned, which takes the square of them in time
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_FRENCH_WORD = re.compile(r"[^\W\d_]+")
_STOPS = frozenset(".!?…")
_CONTENT = 10  # what a word of content counts for in an alignment, where any other counts 1

# first four letters -> English words that begin so, each with the word of a French sentence that it translates
_Meanings = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark.

    Attributes:
        text: in small letters, without accents.
        content: whether it is a number or a word of content.
        readings: what it says, if it is a number.
        meanings: the words of the French that it may translate.
        start: where it begins, in characters.
        end: where it ends.
        capital: whether it begins with a capital.
    """

    text: str
    content: bool
    readings: frozenset[str] = frozenset()
    meanings: frozenset[str] = frozenset()
    start: int = 0
    end: int = 0
    capital: bool = False

    @property
    def word(self) -> bool:
        """Whether it is a word or a number, and no mark."""
        return self.text[0].isalnum()


def tokens(text: str, french: str = "") -> list[Token]:
    """The words, numbers and marks of an English text that translates a French one, in order."""
    meanings = _meanings(french)
    numbers = {number.start: number for number in find_numbers(text, "en")}
    found, end = list[Token](), 0
    for match in _TOKEN.finditer(text):
        if match.start() < end:
            continue
        number = numbers.get(match.start())
        if number and text[number.start : number.end].lower() not in {"a", "an"}:
            end = number.end
            written = text[number.start : end].lower()
            found.append(Token(written, True, frozenset(number.readings), start=number.start, end=end))
        else:
            word, end = folded(match[0]), match.end()
            if not word:  # an accent that stands apart from its letter
                continue
            content = word[0].isalpha() and len(word) > 1 and word not in STOP_WORDS
            candidates = meanings.get(word[:4], ())
            meant = frozenset(french for english_word, french in candidates if _akin(english_word, word))
            found.append(Token(word, content, frozenset(), meant, match.start(), end, match[0][0].isupper()))
    return found


def gaps(whole: Sequence[Token], short: Sequence[Token]) -> list[tuple[int, int]]:
    """The runs of tokens that a shorter version has not, as places from and up to; the mark at the end is in none.

    None where the version is longer than `LONGEST`.
    """
    if len(short) > LONGEST:
        return []
    stop = len(whole) - (whole[-1].text in _STOPS) if whole else 0
    kept = [-1, *(k for k in _aligned(whole, short) if k < stop), stop]
    return [(i + 1, k) for i, k in pairwise(kept) if k > i + 1]


def _aligned(whole: Sequence[Token], short: Sequence[Token]) -> list[int]:
    """The places of the heaviest common sequence; of those that weigh the same one whose tokens stand together."""
    rows, columns = len(whole), len(short)
    same = [[_same(a, b) for b in short] for a in whole]
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if same[i][j]:
                together = i + 1 < rows and j + 1 < columns and same[i + 1][j + 1]
                weight = (_CONTENT if short[j].content else 1) + together
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + weight)
    places, i, j = list[int](), 0, 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            places.append(i)
            i, j = i + 1, j + 1
    return places


def _akin(one: str, other: str) -> bool:
    """Whether two words are forms of one: vote and voted, offer and offered, decide and decision.

    They have their first letters in common: four at least, and all but two of the shorter one.
    """
    shared = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or shared >= max(4, min(len(one), len(other)) - 2)


def _same(one: Token, other: Token) -> bool:
    if one.readings or other.readings:
        return bool(one.readings & other.readings)
    if one.text == other.text:
        return True
    if not (one.content and other.content):
        return False
    a, b = one.text.removesuffix("'s"), other.text.removesuffix("'s")
    return _akin(a, b) or bool(one.meanings & other.meanings)


def _meanings(french: str) -> _Meanings:
    found: _Meanings = {}
    for word in dict.fromkeys(w.lower() for w in _FRENCH_WORD.findall(french)):
        for translation in map(folded, lexicon().get(word, "").split()):
            if translation not in STOP_WORDS:
                found.setdefault(translation[:4], []).append((translation, word))
    return found
