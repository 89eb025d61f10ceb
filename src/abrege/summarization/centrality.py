"""A graph of sentences in, how central each sentence is out: PageRank (Brin & Page 1998)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DAMPING = 0.85


def page_rank(graph: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where a walk stays longest that follows an edge by its weight, or with probability 0.15 jumps anywhere.

    Args:
        graph: weights of the edges, symmetric, not negative, shape (n, n). The diagonal is left out: a sentence does
            not vote for itself, else one that resembles no other would stand as high as any.
    """
    n = len(graph)
    edges = graph - np.diag(graph.diagonal())
    step = edges / np.maximum(edges.sum(axis=1, keepdims=True), 1e-12)
    return np.linalg.solve(np.eye(n) - DAMPING * step.T, np.full(n, (1 - DAMPING) / n))
