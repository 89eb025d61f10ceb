"""A source and a target in, whether the target is out of proportion out."""

from __future__ import annotations

from abrege.article import Finding
from abrege.text.patterns import lazy

_WORD = lazy(r"\w\w+")
_LEAST, _MOST = 0.5, 2.0  # words of the target for each of the source
_JUDGED = 10  # words of a source that is long enough for its translation to be too short
_LEEWAY = 4  # words that a translation may have beyond that


def check_length(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "length": a target of less than half the words of its source, or of four more than twice as many.

    Where one of the two has neither letter nor figure, the other one may have none either.
    """
    words, found = len(_WORD.findall(source)), len(_WORD.findall(target))
    if _is_empty(source) != _is_empty(target):
        expected = "nothing" if _is_empty(source) else "a translation"
    elif (words >= _JUDGED and found < _LEAST * words) or found > _MOST * words + _LEEWAY:
        expected = f"about {words} word{'s' * (words != 1)}, not {found}"
    else:
        return ()
    return (Finding("length", (0, len(source)), (0, len(target)), expected),)


def _is_empty(text: str) -> bool:
    return not any(map(str.isalnum, text))
