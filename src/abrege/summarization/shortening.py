"""Ranked sentences and a model that shortens one at a time in; the sentences of a summary out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from abrege.article import Sentence, SummarySentence
from abrege.summarization.cuts import cut
from abrege.summarization.guards import doubts
from abrege.summarization.joining import repeats
from abrege.summarization.readability import reads_badly
from abrege.summarization.selection import english, take
from abrege.summarization.terms import terms

_SPARE = 3  # sentences that are shortened beyond the wish, for those that turn out to repeat another
_LEAST = 0.5  # share of the words of content of a sentence that a shorter one keeps at least
_SHORT = 0.85  # share of the words of a sentence that a clearly shorter one has at most

Propose = Callable[[Sequence[Sentence]], list[list[str]]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be summed up, and how long.

    Attributes:
        pool: the sentences that may be used, in order, with their English.
        ranked: their indices, the most telling first.
        sentences: how many sentences at most; None for any number.
        words: how many words at most; None for any number.
    """

    pool: Sequence[Sentence]
    ranked: Sequence[int]
    sentences: int | None
    words: int | None


def shortened(wish: Wish, propose: Propose) -> list[SummarySentence]:
    """The best ranked sentences, each in the best of its shorter forms, as many as fit the wish.

    A sentence in whose translation the checks doubt something is taken last, and marked, if it stands as it is.

    Args:
        propose: gives each sentence its shorter forms, best first, by some model.
    """
    texts = [english(s) for s in wish.pool]
    most = None if wish.sentences is None else wish.sentences + _SPARE
    # shortening takes words away, so more sentences than the wish may fit in the end
    picked = take(wish.ranked, texts, most, wish.words and int(wish.words * 1.5) + 40)
    proposals = propose([wish.pool[k] for k in picked])
    short = dict(zip(picked, (best(wish.pool[k], p) for k, p in zip(picked, proposals, strict=True)), strict=True))
    texts = [short.get(k, text) for k, text in enumerate(texts)]
    doubted = {k: doubts(texts[k], [wish.pool[k]]) for k in short}
    chosen: list[int] = []
    for k in sorted((k for k in wish.ranked if k in short), key=lambda k: bool(doubted[k])):
        if not any(repeats(texts[k], texts[other]) for other in chosen):
            chosen.append(k)
    kept = take(chosen, texts, wish.sentences, wish.words)
    return [SummarySentence(texts[k], (wish.pool[k].id,), doubted[k]) for k in kept]


def best(sentence: Sentence, proposals: Sequence[str]) -> str:
    """The sentence without the phrases that proposals, or without a model a few rules, leave out and that may go.

    It keeps enough of its words, and does not come to read badly; where nothing may go it stands as it is translated.
    """
    own = english(sentence)
    least, bad = _LEAST * len(set(terms(own))), reads_badly(own)

    def enough(text: str) -> bool:
        return len(set(terms(text))) >= least and (bad or not reads_badly(text))

    return cut(sentence, proposals, enough, int(_SHORT * len(own.split())))
