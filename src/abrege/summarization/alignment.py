"""A sentence and a shorter version of it in, which word of the one is which word of the other out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from abrege.article import Sentence
from abrege.fidelity.coverage import lexicon
from abrege.fidelity.words import folded
from abrege.summarization.selection import english
from abrege.summarization.terms import STOP_WORDS
from abrege.text.quantities import find_numbers

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_FRENCH_WORD = re.compile(r"[^\W\d_]+")
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
    """

    text: str
    content: bool
    readings: frozenset[str] = frozenset()
    meanings: frozenset[str] = frozenset()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number, and no mark."""
        return self.text[0].isalnum()


class Cut:
    """A sentence and a shorter version of it, aligned.

    Attributes:
        whole: the tokens of the English sentence.
        short: those of the shorter version.
        place: place in `short` -> place in `whole` of the same token, in order.
    """

    def __init__(self, sentence: Sentence, text: str) -> None:
        meanings = _meanings(sentence.source) if sentence.lang == "fr" else {}
        self.whole, self.short = _tokens(english(sentence), meanings), _tokens(text, meanings)
        self.place = self._align()

    @cached_property
    def kept(self) -> frozenset[int]:
        """The places of the whole that the shorter version has."""
        return frozenset(self.place.values())

    @cached_property
    def anchors(self) -> list[tuple[int, int]]:
        """The words of content that were kept: place in the shorter version, place in the whole."""
        return [(j, i) for j, i in self.place.items() if self.short[j].content]

    def next_content(self, i: int, within: int) -> int | None:
        """The place of the next word of content of the whole after a place, among so many tokens; None if none is."""
        return next((k for k in range(i + 1, min(i + 1 + within, len(self.whole))) if self.whole[k].content), None)

    def _align(self) -> dict[int, int]:
        """The heaviest common sequence; of those that weigh the same one whose tokens stand together."""
        rows, columns = len(self.whole), len(self.short)
        same = [[_same(a, b) for b in self.short] for a in self.whole]
        best = [[0] * (columns + 1) for _ in range(rows + 1)]
        for i in reversed(range(rows)):
            for j in reversed(range(columns)):
                best[i][j] = max(best[i + 1][j], best[i][j + 1])
                if same[i][j]:
                    together = i + 1 < rows and j + 1 < columns and same[i + 1][j + 1]
                    weight = (_CONTENT if self.short[j].content else 1) + together
                    best[i][j] = max(best[i][j], best[i + 1][j + 1] + weight)
        place, i, j = {}, 0, 0
        while i < rows and j < columns:
            if best[i][j] == best[i + 1][j]:
                i += 1
            elif best[i][j] == best[i][j + 1]:
                j += 1
            else:
                place[j] = i
                i, j = i + 1, j + 1
        return place


def akin(one: str, other: str) -> bool:
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
    return akin(a, b) or bool(one.meanings & other.meanings)


def _meanings(french: str) -> _Meanings:
    found: _Meanings = {}
    for word in dict.fromkeys(w.lower() for w in _FRENCH_WORD.findall(french)):
        for translation in map(folded, lexicon().get(word, "").split()):
            if translation not in STOP_WORDS:
                found.setdefault(translation[:4], []).append((translation, word))
    return found


def _tokens(text: str, meanings: _Meanings) -> list[Token]:
    numbers = {number.start: number for number in find_numbers(text, "en")}
    found, end = list[Token](), 0
    for match in _TOKEN.finditer(text):
        if match.start() < end:
            continue
        number = numbers.get(match.start())
        if number and text[number.start : number.end].lower() not in {"a", "an"}:
            end = number.end
            found.append(Token(text[number.start : number.end].lower(), True, frozenset(number.readings)))
        else:
            word = folded(match[0])
            content = word[0].isalpha() and len(word) > 1 and word not in STOP_WORDS
            meant = frozenset(french for english_word, french in meanings.get(word[:4], ()) if akin(english_word, word))
            found.append(Token(word, content, frozenset(), meant))
    return found
