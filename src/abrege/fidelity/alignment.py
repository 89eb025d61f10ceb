"""The blocks, or sentences, of a French and an English text in, which of them go together out.

Method: the dynamic programme of Gale & Church (1993), "A Program for Aligning Sentences in Bilingual Corpora", by
lengths in characters, with the cognates of Simard, Foster & Isabelle (1992), "Using Cognates to Align Sentences": words
that begin with the same four letters, and figures; here the translations of a word count as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import erfc, log, sqrt

from abrege.fidelity.coverage import lexicon
from abrege.fidelity.words import folded
from abrege.text.patterns import lazy

# How likely it is that so many pieces of one text are so many of the other; pieces are lost more often than joined.
_BEADS = {(1, 1): 0.92, (1, 0): 0.02, (0, 1): 0.02, (2, 1): 0.02, (1, 2): 0.02}
_RATIO = 0.9  # characters of English for one of French
_VARIANCE = 6.8  # of the length of a translation, for each character
_UNLIKELY = 1e-9  # the least probability of a difference in length: one alone does not decide
_SHARED = 12.0  # how much shared words weigh
_BY_CHANCE = 0.2  # share of them that speaks neither for a pair nor against it
_BEGINNING = 4  # letters
_BAND = 20  # how far the two texts may run apart, beside the difference of their numbers of pieces
_WORD = lazy(r"\d+|[^\W\d_]{4,}")

Bead = tuple[slice, slice]
_Table = dict[tuple[int, int], tuple[float, int, int]]  # cost, pieces taken and pieces made, to get here


def align(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Which pieces of a text go with which of its translation, in order.

    Returns:
        Slices of `source` and of `target`: one piece each, one and two, two and one, or one and none.
    """
    ours, theirs = [_Piece(text, True) for text in source], [_Piece(text, False) for text in target]
    band = _BAND + abs(len(ours) - len(theirs))
    best: _Table = {(0, 0): (0.0, 0, 0)}
    for row in range(len(ours) + 1):
        middle = row * len(theirs) // max(len(ours), 1)
        for column in range(max(0, middle - band), min(len(theirs), middle + band) + 1):
            for (taken, made), chance in _BEADS.items():
                before = best.get((row - taken, column - made))
                if before is None:
                    continue
                cost = before[0] - log(chance) + _distance(ours[row - taken : row], theirs[column - made : column])
                if (row, column) not in best or cost < best[row, column][0]:
                    best[row, column] = (cost, taken, made)
    return list(_path(best, len(ours), len(theirs)))[::-1]


def _path(best: _Table, row: int, column: int) -> Iterator[Bead]:
    while row or column:
        _, taken, made = best[row, column]
        yield slice(row - taken, row), slice(column - made, column)
        row, column = row - taken, column - made


class _Piece:
    """Length of a piece in characters, and how its words of four letters or more and its figures begin.

    Attributes:
        length: in characters.
        words: the beginning of each word; of a piece of the source, with the beginnings of its translations.
    """

    def __init__(self, text: str, translated: bool) -> None:
        self.length = len(text)
        self.words = {_beginnings(word.lower(), translated) for word in _WORD.findall(text)}
        self.all = frozenset[str]().union(*self.words)


@lru_cache(maxsize=1 << 13)
def _beginnings(word: str, translated: bool) -> frozenset[str]:
    forms = (word, *(lexicon().get(word, "").split() if translated else ()))
    return frozenset(folded(form)[:_BEGINNING] for form in forms)


def _distance(ours: Sequence[_Piece], theirs: Sequence[_Piece]) -> float:
    """How much lengths and words speak against it that some pieces are a translation of others."""
    if not ours or not theirs:
        return 0.0
    here, there = _RATIO * sum(piece.length for piece in ours), sum(piece.length for piece in theirs)
    far = abs(there - here) / sqrt(_VARIANCE * max(1.0, (here + there) / 2))
    distance = -log(max(erfc(far / sqrt(2)), _UNLIKELY))
    words = sum(len(piece.words) for piece in (*ours, *theirs))
    shared = sum(not word.isdisjoint(yours.all) for mine in ours for yours in theirs for word in mine.words)
    return distance + _SHARED * (_BY_CHANCE - 2 * shared / words) if words else distance
