"""TextRank (Mihalcea & Tarau 2004): a sentence counts as much as the sentences that share words with it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from abrege.summarization.centrality import page_rank
from abrege.summarization.selection import best_first
from abrege.summarization.vectors import term_counts


def rank(texts: Sequence[str], title: str = "") -> list[int]:
    """The indices of the sentences, the most central first.

    An edge weighs as many terms as two sentences share, divided by the sum of the logarithms of their lengths; lengths
    are counted from 2, since the logarithm of 1 is 0.
    """
    counts = term_counts(texts)
    present = (counts > 0).astype(float)
    log_length = np.log(np.maximum(counts.sum(axis=1), 2))
    return best_first(page_rank((present @ present.T).toarray() / np.add.outer(log_length, log_length)))
