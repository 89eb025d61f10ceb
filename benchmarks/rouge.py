"""References and summaries in; ROUGE and what separates two ways of summing up out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np

ROUGE = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rougeL": "ROUGE-L"}
SAMPLES = 10_000


@cache
def _scorer() -> Any:
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(list(ROUGE), use_stemmer=True)


@cache
def rouge(reference: str, text: str) -> tuple[float, ...]:
    """F1 of ROUGE-1, 2 and L with stemming, in points."""
    found = _scorer().score(reference, text)
    return tuple(100 * found[kind].fmeasure for kind in ROUGE)


def scores(pairs: Iterable[tuple[str, str]]) -> Any:
    """An array of shape (pairs, 3), of pairs of a reference and a summary."""
    return np.array([rouge(reference, text) for reference, text in pairs])


def gain(found: Any, base: Any) -> str:
    """The mean difference of two arrays of scores of the same stories, with 95 % of a paired bootstrap over stories."""
    gains = found - base
    drawn = np.random.default_rng(0).integers(0, len(gains), (SAMPLES, len(gains)))
    low, high = np.percentile(gains[drawn].mean(axis=1), (2.5, 97.5))
    return f"{gains.mean():+.1f} ({low:+.1f} to {high:+.1f})"
