"""Latent semantic analysis (Steinberger & Ježek 2004): a sentence counts as much as it holds of the main topics."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.linalg import eigh

from abrege.summarization.selection import best_first
from abrege.summarization.vectors import term_counts


def rank(texts: Sequence[str], title: str = "") -> list[int]:
    """The indices of the sentences, the longest in the space of topics first.

    The singular values of the matrix of terms are the weights of the topics; those below half of the greatest are left
    out, as in the paper. Squared, they are the eigenvalues of the sentences' inner products, which is a smaller matrix.
    """
    counts = term_counts(texts)
    weights, topics = eigh((counts @ counts.T).toarray())
    main = weights >= weights[-1] / 4
    return best_first(np.sqrt((topics[:, main] ** 2 @ weights[main]).clip(0)))
