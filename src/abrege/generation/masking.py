"""What must not reach the model gives way to placeholders that it was trained to copy, and comes back afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from abrege.text.patterns import lazy

_PLACEHOLDER = lazy(r"\s?<x([1-8])>")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text whose kept parts are placeholders.

    Attributes:
        text: the text for the model.
        kept: what stood for `<x1>`, `<x2>`, …
    """

    text: str
    kept: tuple[str, ...] = ()


def mask(text: str, spans: Sequence[tuple[int, int]], placeholders: Sequence[str]) -> Masked | None:
    """The text with a placeholder for each span; None where there are more spans than placeholders.

    Args:
        spans: start and end of each part to keep, in order, not overlapping.
    """
    if len(spans) > len(placeholders):
        return None
    parts, end = [], 0
    for (start, stop), placeholder in zip(spans, placeholders, strict=False):
        parts += [text[end:start], placeholder]
        end = stop
    return Masked("".join((*parts, text[end:])), tuple(text[a:b] for a, b in spans))


def complete(target: str, masked: Masked) -> bool:
    """Whether a translation has every placeholder of its source exactly once and no other."""
    return sorted(_PLACEHOLDER.findall(target)) == [str(k + 1) for k in range(len(masked.kept))]


def unmask(target: str, masked: Masked) -> str:
    """The translation with what was kept in place of its placeholders."""

    def back(match: re.Match[str]) -> str:
        k = int(match[1]) - 1
        space = " " if match[0].startswith((" ", "\n")) else ""
        return space + masked.kept[k] if k < len(masked.kept) else ""

    return _PLACEHOLDER.sub(back, target)
