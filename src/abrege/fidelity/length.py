"""A source and a target in, whether the target is out of proportion out."""

from __future__ import annotations

from abrege.article import Finding
from abrege.text.patterns import lazy

_WORD = lazy(r"\w\w+")
_LEAST, _MOST = 0.5, 2.0  # words of the target for each of the source
_JUDGED = 10  # words of a source that is long enough for its translation to be too short
_LEEWAY = 4  # words that a translation may have beyond that


def check_length(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "length": a target of less than half the words of its source, or of four more than twice as many."""
    words, found = len(_WORD.findall(source)), len(_WORD.findall(target))
    if (words >= _JUDGED and found < _LEAST * words) or found > _MOST * words + _LEEWAY:
        return (Finding("length", (0, len(source)), (0, len(target)), f"about {words} words, not {found}"),)
    return ()
