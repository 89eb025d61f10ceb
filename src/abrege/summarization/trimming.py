"""The tokens of an English sentence in, phrases that may go out: what is left out where no model says what to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from abrege.summarization.alignment import Token
from abrege.summarization.kinds import Judge


def trimmed(whole: Sequence[Token], judge: Judge) -> Iterator[tuple[int, int]]:
    """The word that links a sentence to the one before, what stands in brackets or between commas, what trails.

    They are given as places from and up to, each at most once; a later one may contain an earlier.
    """
    marks = [k for k, token in enumerate(whole) if token.text in {",", ";", "(", ")", "–", "—"}]
    stop = max((k for k, token in enumerate(whole) if token.word), default=-1) + 1
    leading = [(0, 1), *((0, k + 1) for k in marks[:1])]
    inner = [(one, other + 1) for one, other in pairwise(marks)]
    trailing = [(k, stop) for k in reversed(marks)]
    for start, end in (*leading, *inner, *trailing):
        if start < end <= len(whole) and judge.kind(start, end):
            yield start, end
