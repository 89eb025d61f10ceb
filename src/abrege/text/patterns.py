"""Regular expressions that are compiled when a text first needs them, and signs that tell cheaply that it does not.

Python compiles patterns anew in every process. There are some three hundred here, of which most articles need a part,
and they are a seventh of the processor time of a short run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast


class _Lazy:
    """Stands for a pattern; gets its methods when one of them is first asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._arguments = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(*self._arguments)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but compiled on first use: a mistake in the pattern shows only then."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


LETTER = lazy(r"[^\W\d_]")
DIGIT = lazy(r"\d")

if TYPE_CHECKING:
    Gate = Callable[[str], object]


def matches(gate: Gate, pattern: re.Pattern[str]) -> Callable[[str], Iterator[re.Match[str]]]:
    """The matches of a pattern in a text that passes a gate: a cheap test for what every match must have."""

    def find(text: str) -> Iterator[re.Match[str]]:
        return pattern.finditer(text) if gate(text) else iter(())

    return find


def has(sign: str) -> Gate:
    """The gate of texts in which a short pattern occurs."""
    return re.compile(sign).search


def is_unusual(text: str) -> bool:
    """The gate of texts with a character that French typography does not use: a picture, another script."""
    return len(text.encode("cp1252", "ignore")) + text.count("\u202f") + text.count("\u2009") != len(text)
