"""Which sentences a summary may pick, and which of them it takes: shared by all extractive methods."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from abrege.article import Article, Sentence
from abrege.summarization.readability import ends, leans, reads_badly
from abrege.summarization.terms import terms

_PROSE = ("standfirst", "paragraph")
_ELSE = ("item", "quotation", "heading", "title")

_SAME = 0.6  # cosine of the terms of two sentences that say the same thing


def english(sentence: Sentence) -> str:
    """The English of a sentence: its translation, or its own text where that is English."""
    return sentence.target if sentence.target is not None else sentence.source


def headline(article: Article) -> str:
    """The English of the article's title; "" if it has none."""
    return next((" ".join(map(english, b.sentences)) for b in article.blocks if b.kind == "title"), "")


def candidates(article: Article) -> list[Sentence]:
    """The sentences that a summary may pick, in order: prose, and list items that are sentences where they are more.

    Where there is no prose, whatever else is said in words. Code and boilerplate are never picked; nor is, where there
    is anything else, what has fewer than three words, a translation that loops, or a sentence in the other of the two
    languages, which in an article is quoted.
    """
    prose = [s for s in _of(article, _PROSE) if _says(s)]
    items = [s for s in _of(article, ("item",)) if _says(s) and ends(english(s))]
    if len(items) > len(prose) > 0:
        both = {s.id for s in (*prose, *items)}
        prose = [s for s in _of(article, (*_PROSE, "item")) if s.id in both]
    found = prose or [s for s in _of(article, _ELSE) if _says(s)]
    good = [s for s in found if s.status != "looped" and s.lang == article.lang]
    return good or found or [s for s in _of(article, (*_PROSE, *_ELSE)) if any(map(str.isalnum, english(s)))]


def body(article: Article) -> list[Sentence]:
    """Everything that an article says, in order: no title, heading, code or boilerplate, nor what has no word."""
    return [s for s in _of(article, (*_PROSE, "item", "quotation")) if any(map(str.isalnum, english(s)))]


def _of(article: Article, kinds: Sequence[str]) -> list[Sentence]:
    return [s for block in article.blocks if block.kind in kinds for s in block.sentences]


def _says(sentence: Sentence) -> bool:
    return len(english(sentence).split()) >= 3


def best_first(scores: Iterable[float]) -> list[int]:
    """The indices of scores, the highest first; of scores that are equal to nine digits the earlier."""
    rounded = [round(float(score), 9) for score in scores]
    return sorted(range(len(rounded)), key=lambda k: (-rounded[k], k))


def take(ranked: Sequence[int], texts: Sequence[str], sentences: int | None, words: int | None) -> list[int]:
    """The best ranked within a wished length, in the order of the article; what reads badly alone is taken last.

    First come sentences that can be read alone, or whose predecessor is taken; then those that lean on a sentence that
    is not; then those that tell little (`reads_badly`) or repeat one that is taken. Within a limit of words only the
    first sort follows the best one. No sentence is taken twice. What that costs or brings in ROUGE is in
    benchmarks/RESULTS.md.

    Args:
        ranked: indices into `texts`, best first.
        sentences: how many at most; None for any number.
        words: how many words at most; the best sentence is taken even if it alone has more.
    """
    bags = [set(terms(text)) for text in texts]
    leaning = {k for k in ranked if leans(texts[k])}
    last = {k for k in ranked if reads_badly(texts[k])}
    waiting, chosen, total = list(ranked), list[int](), 0
    while waiting and (sentences is None or len(chosen) < sentences):
        good = [k for k in waiting if k not in last]
        alone = [k for k in good if k not in leaning or k - 1 in chosen]
        if words is not None and chosen and not alone:
            break
        best = (alone or good or waiting)[0]
        waiting.remove(best)
        length = len(texts[best].split())
        if words is not None and chosen and total + length > words:
            continue
        chosen.append(best)
        total += length
        waiting = [k for k in waiting if texts[k] != texts[best]]
        last |= {k for k in waiting if _alike(bags[k], bags[best]) > _SAME}
    return sorted(chosen)


def _alike(one: set[str], other: set[str]) -> float:
    """The cosine of two sets of terms."""
    return len(one & other) / math.sqrt(max(len(one) * len(other), 1))
