"""A source and a target in, whether the target loops or has run away out."""

from __future__ import annotations

from itertools import accumulate, groupby
from operator import eq

from abrege.article import Finding
from abrege.text.patterns import lazy

_TOKEN = lazy(r"\w+(?:[.,]\d+)*|([^\w\s])\1*")  # a word, a figure with its groups, or a run of one mark
_SHORT = 12  # tokens of a repeated piece that is looked for at every size
_AT_ONCE = 0.75  # share of a longer piece and what stands before its copy that the copy must have


def repetition(text: str) -> int:
    """How many words a text repeats at once: the words beyond the first copy of the longest immediate repetition.

    "the the the" repeats 2; "in the end, in the end, in the end," repeats 8, for a mark counts beside a word; marks
    alone repeat nothing. A piece of two words must stand there three times, for English says "from door to door to
    sell". Of a piece of more than 12 words a few may differ from copy to copy.
    """
    tokens = _tokens(text)
    words = [0, *accumulate(map(_is_word, tokens))]  # how many there are before each token
    most = _long_repetition(tokens) if len(tokens) > 2 * _SHORT else 0
    for size in range(1, min(_SHORT, len(tokens) // 2) + 1):
        same = list(map(eq, tokens, tokens[size:]))
        if same.count(True) >= size:
            most = max(most, _repeated(same, size, words))
    return most


def _repeated(same: list[bool], size: int, words: list[int]) -> int:
    """How many tokens the pieces of so many repeat; `same` tells which ones stand there once more."""
    most = start = 0
    for repeated, run in groupby(same):
        again = sum(1 for _ in run)
        in_piece = words[start + size] - words[start]
        if repeated and in_piece and again >= (2 * size if in_piece == 2 else size):
            most = max(most, again)
        start += again
    return most


def _long_repetition(tokens: list[str]) -> int:
    """The same for pieces of more than 12 tokens: 12 that were there before, and all that follow them alike."""
    most = run = before = 0
    last: dict[tuple[str, ...], int] = {}
    for place in range(len(tokens) - _SHORT + 1):
        piece = tuple(tokens[place : place + _SHORT])
        size = place - last.get(piece, place)
        run, before = (run + 1 if size == before else 1) if size else 0, size
        last[piece] = place
        copied = run + _SHORT - 1
        if size > _SHORT and copied >= _AT_ONCE * size:
            most = max(most, copied)
    return most


def _tokens(text: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(text.lower())]


def _is_word(token: str) -> bool:
    return token[-1].isalnum()


def check_loops(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "loop": words said over again that the source does not repeat, or a target far longer than its source.

    A loop is an immediate repetition of two words or more beyond that of the source, of three times a piece of text
    for one or two words; a runaway has more than 2.5 times the words of its source and ten more than it, or, where the
    source is of one or two words, more than three times as many and three more.
    """
    again = repetition(target)
    words, number = (sum(map(_is_word, _tokens(text))) for text in (target, source))
    if again > 1 and again > repetition(source) + 1:
        return (Finding("loop", target_span=(0, len(target)), expected="a translation that does not repeat itself"),)
    if words > 2.5 * number + 10 or (number <= 2 and words > 3 * number + 3):
        return (Finding("loop", target_span=(0, len(target)), expected=f"about {max(number, 1)} words"),)
    return ()
