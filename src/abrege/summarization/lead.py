"""The first sentences: news puts the point first, so this is what every other method has to beat."""

from __future__ import annotations

from collections.abc import Sequence


def rank(texts: Sequence[str], title: str = "") -> list[int]:
    """The indices of the sentences as they stand."""
    return list(range(len(texts)))
