"""English sentences in, numbers out: a sparse matrix with a row a sentence and a column a term, and their likeness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import norm

from abrege.summarization.terms import terms


def term_counts(texts: Sequence[str]) -> Any:
    """How often each term stands in each sentence, as a CSR array of shape (sentences, terms)."""
    bags = [terms(text) for text in texts]
    column: dict[str, int] = {}
    columns = [column.setdefault(term, len(column)) for bag in bags for term in bag]
    starts = np.cumsum([0, *map(len, bags)])
    counts = sparse.csr_array((np.ones(len(columns)), columns, starts), shape=(len(bags), max(len(column), 1)))
    counts.sum_duplicates()
    return counts


def cosines(texts: Sequence[str]) -> NDArray[np.float64]:
    """How alike each two sentences are: the cosine of their tf-idf vectors, shape (sentences, sentences).

    The inverse frequency is log(1 + N / n) over these sentences, so that in a short text a term of every sentence still
    counts. A sentence without a term is like none, not even itself.
    """
    counts = term_counts(texts)
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    vectors = counts * np.log(1 + len(texts) / np.maximum(frequency, 1))
    lengths = np.maximum(norm(vectors, axis=1), 1e-12)
    likeness: NDArray[np.float64] = (vectors @ vectors.T).toarray() / np.outer(lengths, lengths)
    return likeness
