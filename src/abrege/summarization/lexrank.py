"""LexRank (Erkan & Radev 2004): a sentence counts as much as the sentences that resemble it."""

from __future__ import annotations

from collections.abc import Sequence

from abrege.summarization.centrality import page_rank
from abrege.summarization.selection import best_first
from abrege.summarization.vectors import cosines

THRESHOLD = 0.1  # as in the paper


def rank(texts: Sequence[str], title: str = "") -> list[int]:
    """The indices of the sentences, the most central first; two are neighbours where their cosine exceeds 0.1."""
    return best_first(page_rank((cosines(texts) > THRESHOLD).astype(float)))
