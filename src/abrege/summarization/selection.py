"""Which sentences a summary may pick, and how many of them it takes: shared by all extractive methods."""

from __future__ import annotations

from collections.abc import Sequence

from abrege.article import Article, Sentence

_PROSE = ("standfirst", "paragraph")
_ELSE = ("item", "quotation", "heading", "title")


def english(sentence: Sentence) -> str:
    """The English of a sentence: its translation, or its own text where that is English."""
    return sentence.target if sentence.target is not None else sentence.source


def candidates(article: Article) -> list[Sentence]:
    """The sentences that a summary may pick, in order: prose; where there is none, whatever else is said in words.

    Code and boilerplate are never picked; nor is what has fewer than three words, or a translation that loops, where
    there is anything else.
    """
    for kinds in (_PROSE, _ELSE):
        found = [s for b in article.blocks if b.kind in kinds for s in b.sentences if len(english(s).split()) >= 3]
        if found:
            return [s for s in found if s.status != "looped"] or found
    return [
        s
        for b in article.blocks
        if b.kind in (*_PROSE, *_ELSE)
        for s in b.sentences
        if any(map(str.isalnum, english(s)))
    ]


def take(ranked: Sequence[int], texts: Sequence[str], sentences: int | None, words: int | None) -> list[int]:
    """The best ranked within a wished length, in the order of the article.

    Args:
        ranked: indices into `texts`, best first.
        sentences: how many at most; None for any number.
        words: how many words at most; the best sentence is taken even if it alone has more.
    """
    chosen: list[int] = []
    total = 0
    for k in ranked:
        length = len(texts[k].split())
        if sentences is not None and len(chosen) >= sentences:
            break
        if words is not None and chosen and total + length > words:
            continue
        chosen.append(k)
        total += length
    return sorted(chosen)
