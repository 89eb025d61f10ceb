"""A source and a target in, whether the target loops or has run away out."""

from __future__ import annotations

from itertools import groupby
from operator import eq

from abrege.article import Finding
from abrege.text.patterns import lazy

_WORD = lazy(r"\w+|[^\w\s]")
_SHORT = 12  # words of a repeated piece that is looked for at every size
_AT_ONCE = 0.75  # share of a longer piece and what stands before its copy that the copy must have


def repetition(text: str) -> int:
    """How many words a text repeats at once: the words beyond the first copy of the longest immediate repetition.

    "the the the" repeats 2; "in the end, in the end, in the end," repeats 8. Of a piece of more than 12 words a few may
    differ from copy to copy.
    """
    words = _WORD.findall(text.lower())
    most = 0
    for size in range(1, min(_SHORT, len(words) // 2) + 1):
        same = list(map(eq, words, words[size:]))
        if same.count(True) >= size:
            longest = max(sum(1 for _ in run) for repeated, run in groupby(same) if repeated)
            most = max(most, longest if longest >= size else 0)
    return max(most, _long_repetition(words)) if len(words) > 2 * _SHORT else most


def _long_repetition(words: list[str]) -> int:
    """The same for pieces of more than 12 words: 12 words that were there before, and all that follow them alike."""
    most = run = before = 0
    last: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - _SHORT + 1):
        piece = tuple(words[place : place + _SHORT])
        size = place - last.get(piece, place)
        run, before = (run + 1 if size == before else 1) if size else 0, size
        last[piece] = place
        copied = run + _SHORT - 1
        if run and copied >= _AT_ONCE * size:
            most = max(most, copied)
    return most


def check_loops(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "loop": words said over again that the source does not repeat, or a target far longer than its source.

    A loop is an immediate repetition of two words or more beyond that of the source, of three times a piece of text
    for single words; a runaway has more than 2.5 times the words of its source and ten more than it, or, where the
    source is of one or two words, more than three times as many and three more.
    """
    again = repetition(target)
    words, number = (sum(map(str.isalnum, _WORD.findall(text))) for text in (target, source))
    if again > 1 and again > repetition(source) + 1:
        return (Finding("loop", target_span=(0, len(target)), expected="a translation that does not repeat itself"),)
    if words > 2.5 * number + 10 or (number <= 2 and words > 3 * number + 3):
        return (Finding("loop", target_span=(0, len(target)), expected=f"about {max(number, 1)} words"),)
    return ()
