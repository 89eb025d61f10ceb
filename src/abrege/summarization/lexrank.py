"""LexRank (Erkan & Radev 2004): a sentence counts as much as the sentences that resemble it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d.,]*")
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "if",
        "of",
        "at",
        "by",
        "for",
        "with",
        "about",
        "to",
        "from",
        "in",
        "on",
        "into",
        "over",
        "after",
        "before",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "him",
        "we",
        "us",
        "our",
        "you",
        "your",
        "i",
        "my",
        "me",
        "who",
        "which",
        "what",
        "there",
        "not",
        "no",
        "nor",
        "so",
        "than",
        "then",
        "too",
        "very",
        "can",
        "could",
        "will",
        "would",
        "should",
        "may",
        "might",
        "must",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
    ]
)
THRESHOLD, DAMPING = 0.1, 0.85


def terms(text: str) -> Counter[str]:
    """The content words of an English text, cut to a stem of six letters, and how often each stands there."""
    return Counter(w[:6] for w in _WORD.findall(text.lower()) if w not in _STOP)


def rank(texts: Sequence[str]) -> list[int]:
    """The indices of the sentences, the most central first; of equals the earlier.

    Sentences are vectors of tf-idf over the article's own sentences; two are neighbours where their cosine exceeds 0.1;
    centrality is where a walk over neighbours stays longest that jumps to any sentence with probability 0.15.
    """
    if len(texts) < 3:
        return list(range(len(texts)))
    import numpy as np
    from scipy import sparse

    bags = [terms(text) for text in texts]
    frequency = Counter(term for bag in bags for term in bag)
    column = {term: k for k, term in enumerate(frequency)}
    data, rows, columns = [], [], []
    for k, bag in enumerate(bags):
        for term, count in bag.items():
            data.append(count * math.log(1 + len(bags) / frequency[term]))
            rows.append(k)
            columns.append(column[term])
    vectors = sparse.csr_matrix((data, (rows, columns)), shape=(len(bags), max(len(column), 1)), dtype=np.float64)
    norms = np.sqrt(np.asarray(vectors.multiply(vectors).sum(1)).ravel())
    vectors = sparse.diags(1 / np.maximum(norms, 1e-12)) @ vectors
    cosine = (vectors @ vectors.T).tocsr()
    cosine.data[cosine.data <= THRESHOLD] = 0
    cosine.setdiag(
        0
    )  # a sentence does not vote for itself, else one that resembles no other would stand as high as any
    cosine.eliminate_zeros()
    graph = cosine.sign()
    degree = np.maximum(np.asarray(graph.sum(1)).ravel(), 1)
    walk = (sparse.diags(1 / degree) @ graph).T.tocsr()
    score = np.full(len(bags), 1 / len(bags))
    for _ in range(100):
        new = (1 - DAMPING) / len(bags) + DAMPING * (walk @ score)
        moved = float(np.abs(new - score).sum())
        score = new
        if moved < 1e-9:
            break
    return sorted(range(len(bags)), key=lambda k: (-round(float(score[k]), 9), k))
