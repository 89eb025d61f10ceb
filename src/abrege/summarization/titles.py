"""A translated article that has no title in, one of its sentences as a title out."""

from __future__ import annotations

import re

from abrege.article import Article, Sentence
from abrege.engines import DEFAULT_RUNTIME, Runtime
from abrege.fidelity.coverage import uncovered_words
from abrege.summarization.centroid import rank
from abrege.summarization.readability import leans, reads_badly
from abrege.summarization.selection import candidates, english
from abrege.summarization.shortening import best

_FEWEST, _MOST = 5, 16  # words of a title
_FIRST = 4  # sentences of an article that may be its title
_SURE = -0.22  # mean log-probability of a piece, below which a translation is too doubtful to stand above an article
_STOP = re.compile(r"(?<!\.\w)\.$")  # but not that of an abbreviation: « until 8 p.m. »
# what was named or said before, in either language
_BACK = re.compile(
    r"(?<!\bil )(?<!\bil n['’])\by\b|\b(?:ils?|elles?|lui|eux|leur)\b(?! y a| n['’]y a| faut)"
    r"|\b(?:he|she|they|him|them|this|these|those|also|again)\b",
    re.IGNORECASE,
)


def make_title(article: Article, model: str = "auto", runtime: Runtime = DEFAULT_RUNTIME) -> str:
    """The most telling of the first sentences, phrases left out until it is short enough; "" where none can be.

    A model only tells which phrases: what its task `>>title<<` writes freely is false more often than true. A sentence
    that leans on another one, or whose translation is not sure, is no title, for a wrong one is worse than none.

    Raises:
        UsageError, ModelError: as `load_translator` does.
    """
    from abrege.summarization.writers.small import proposer
    from abrege.translation import rewriting_model

    pool = candidates(article)
    if len(pool) < 2:
        return ""  # one sentence is no longer than its title
    first = [pool[k] for k in rank([english(s) for s in pool]) if k < _FIRST]
    fit = [s for s in first if _stands_alone(s) and _is_sure(s)]
    for sentence, proposals in zip(fit, proposer(rewriting_model(model), runtime)(fit), strict=True):
        for text in (english(sentence), best(sentence, proposals)):
            if _FEWEST <= len(text.split()) <= _MOST:
                return _STOP.sub("", text)
    return ""


def _stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence tells something to somebody who has read nothing before."""
    text = english(sentence)
    return not (leans(text) or reads_badly(text) or _BACK.search(text) or _BACK.search(sentence.source))


def _is_sure(sentence: Sentence) -> bool:
    """Whether a sentence is English, or a translation that the model is sure of, and that leaves nothing out."""
    if sentence.lang == "en":
        return True
    unlikely = sentence.score is not None and sentence.score < _SURE
    return not (unlikely or sentence.findings or uncovered_words(sentence.source, english(sentence)))
