"""Maximal marginal relevance (Carbonell & Goldstein 1998): like the article, unlike what is picked already."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from abrege.summarization.vectors import cosines

RELEVANCE = 0.7  # the weight of being like the query; the rest goes to being unlike what is picked


def rank(texts: Sequence[str], title: str = "") -> list[int]:
    """The indices of the sentences in the order in which they are picked.

    The query is the title with the whole text; likeness is the cosine of tf-idf vectors. News stories hardly repeat
    themselves: on 1,505 of training/data, relevance of 0.3 to 1 gives the same ROUGE to 0.1 points.
    """
    cosine = cosines([*texts, " ".join([title, *texts])]).round(9)
    relevance, likeness = cosine[:-1, -1], cosine[:-1, :-1]
    nearest = np.zeros(len(texts))  # how alike each sentence and the picked one that is most like it are
    picked: list[int] = []
    for _ in texts:
        margin = RELEVANCE * relevance - (1 - RELEVANCE) * nearest
        margin[picked] = -np.inf
        picked.append(int(margin.argmax()))
        nearest = np.maximum(nearest, likeness[picked[-1]])
    return picked
