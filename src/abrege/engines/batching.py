"""Segments in, groups of them out that may share a batch: of like length, and with the same limit of length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from abrege.engines.base import Decoding

POSITIONS = 512  # what a MarianMT model is trained with


def groups(segments: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], int]]:
    """The indices of segments that share a rounded length, and that length; the shortest first.

    A limit of length that depends on the group's rounded length depends on the segment alone, not on its neighbours.
    """
    order = sorted(range(len(segments)), key=lambda k: len(segments[k]))
    start = 0
    while start < len(order):
        length = rounded(len(segments[order[start]]))
        stop = start + 1
        while stop < len(order) and rounded(len(segments[order[stop]])) == length:
            stop += 1
        yield order[start:stop], length
        start = stop


def capped(group: list[int], most: int) -> Iterator[list[int]]:
    """A group as runs of at most so many."""
    for start in range(0, len(group), most):
        yield group[start : start + most]


def rounded(length: int) -> int:
    """A segment's length up to the next multiple of 8 below 64 and of 32 above."""
    step = 8 if length <= 64 else 32
    return -(-length // step) * step


def most_pieces(length: int, decoding: Decoding) -> int:
    """How many pieces, `</s>` counted, the hypotheses of a source of that rounded length may have."""
    return min(int(length * decoding.longest) + 10, POSITIONS)
