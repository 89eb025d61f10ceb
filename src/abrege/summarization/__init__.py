"""A translated article in, a summary out; one file a method."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module

from abrege import __version__
from abrege.article import Article, Block, Sentence, Summary, SummarySentence
from abrege.engines import DEFAULT_RUNTIME, Runtime
from abrege.errors import InputError, UsageError, nearest
from abrege.summarization.readability import ends
from abrege.summarization.selection import body, candidates, english, headline, take

# method -> the module whose `rank(texts, title)` orders sentences, the most telling first
EXTRACTIVE = {
    "lead": "abrege.summarization.lead",
    "lexrank": "abrege.summarization.lexrank",
    "textrank": "abrege.summarization.textrank",
    "lsa": "abrege.summarization.lsa",
    "centroid": "abrege.summarization.centroid",
    "mmr": "abrege.summarization.mmr",
}
METHODS = (*EXTRACTIVE, "abstractive")
DEFAULT_METHOD = "centroid"  # measured best: benchmarks/summaries.py
SENTENCES = 3
_ROUNDING = 1e-9  # 0.29 of 100 is 28.999999999999996


def check_method(method: str, extractive: bool = False) -> None:
    """See that there is a method of that name.

    Raises:
        UsageError: there is none; the nearest name is suggested.
    """
    known = tuple(EXTRACTIVE) if extractive else METHODS
    if method not in known:
        kind = "extractive method" if extractive else "method"
        raise UsageError(f"no {kind} is called {method!r}; {nearest(method, known)}")


def check_length(sentences: int | None, words: int | None, ratio: float | None) -> None:
    """See that the lengths that are given can be those of a summary.

    Raises:
        UsageError: there are fewer than 1 sentence or word, or the ratio is not between 0 and 1.
    """
    for name, value in (("sentences", sentences), ("words", words)):
        if value is not None and value < 1:
            raise UsageError(f"{name} is {value}, but a summary has at least 1")
    if ratio is not None and not 0 < ratio < 1:
        raise UsageError(f"ratio is {ratio:g}, but must lie between 0 and 1; 0.2 is a fifth of the sentences")


def in_english(article: Article, model: str = "auto", runtime: Runtime = DEFAULT_RUNTIME) -> Article:
    """The article, translated where it is not yet.

    Raises:
        UsageError, ModelError: as `translate` does.
    """
    if all(s.target is not None for block in article.blocks for s in block.sentences):
        return article
    from abrege.translation import translate

    translated = translate(article, model=model, runtime=runtime)
    pairs = zip(article.blocks, translated.blocks, strict=True)
    return replace(translated, blocks=tuple(_completed(block, new) for block, new in pairs))


def _completed(block: Block, translated: Block) -> Block:
    pairs = zip(block.sentences, translated.sentences, strict=True)
    return replace(block, sentences=tuple(new if s.target is None else s for s, new in pairs))


def summarize(
    article: Article,
    method: str = DEFAULT_METHOD,
    sentences: int | None = None,
    words: int | None = None,
    model: str = "auto",
    runtime: Runtime = DEFAULT_RUNTIME,
    *,
    summary_model: str | None = None,
    ratio: float | None = None,
) -> Summary:
    """A summary of an article, in English.

    A French article that is not translated yet is translated first. One that is no longer than the summary may be is
    its own summary, which a note says.

    Args:
        method: one of `METHODS`; "abstractive" rewrites what the default extractive method picks.
        sentences: how many sentences at most; 3 if no length is given. Of several lengths each is kept.
        words: how many words at most; one sentence is always given.
        model: what translates, and rewrites where `summary_model` is None; a model that only translates leaves the
            rewriting to the first that can.
        runtime: engine, device, compute type and threads.
        summary_model: what rewrites.
        ratio: how many sentences at most, as a share between 0 and 1 of those that may be picked; one is always given.

    Raises:
        UsageError: no method or model is called that, a length is below 1, or the ratio is not between 0 and 1.
        ModelError: a model is not on disk, or cannot be run.
        InputError: the article has no sentence.
    """
    check_method(method)
    check_length(sentences, words, ratio)
    writer = "" if method in EXTRACTIVE else _checked(summary_model, model)
    article = in_english(article, model, runtime)
    pool = candidates(article)
    if not pool:
        raise InputError("the text has no sentence to summarise")
    if ratio is not None:
        sentences = min(sentences or len(pool), max(1, math.floor(ratio * len(pool) + _ROUNDING)))
    elif sentences is None and words is None:
        sentences = SENTENCES
    everything = body(article) or pool
    if ratio is None and _fits(everything, sentences, words):
        picked = {s.id for s in pool}
        said = [s for s in everything if s.id in picked or _stands(s, article)]
        notes = ("the article is no longer than the summary asked for",) if said == everything else ()
        return Summary(method, _as_they_are(said), notes, _signature(method, article))
    texts = [english(s) for s in pool]
    module = import_module(EXTRACTIVE.get(method, EXTRACTIVE[DEFAULT_METHOD]))
    ranked: list[int] = module.rank(texts, headline(article))
    if not writer:
        chosen = [pool[k] for k in take(ranked, texts, sentences, words)]
        return Summary(method, _as_they_are(chosen), (), _signature(method, article))
    from abrege.summarization.abstractive import made_by, write
    from abrege.summarization.shortening import Wish

    written = write(article, Wish(pool, ranked, sentences, words), writer, runtime)
    return Summary(method, written, (), _signature(f"{method} by {made_by(writer, runtime)}", article))


def _checked(summary_model: str | None, model: str) -> str:
    """The name of the model that rewrites, which is there."""
    from abrege.summarization.abstractive import check_model
    from abrege.translation import rewriting_model

    name = summary_model or rewriting_model(model)
    check_model(name)
    return name


def _fits(sentences: Sequence[Sentence], most: int | None, words: int | None) -> bool:
    """Whether sentences are no longer than a summary may be."""
    length = sum(len(english(s).split()) for s in sentences)
    return (most is None or len(sentences) <= most) and (words is None or length <= words)


def _stands(sentence: Sentence, article: Article) -> bool:
    """Whether what may not be picked, such as a list item, is a sentence all the same, and the article's own."""
    return sentence.status != "looped" and sentence.lang == article.lang and ends(english(sentence))


def _as_they_are(sentences: Sequence[Sentence]) -> tuple[SummarySentence, ...]:
    return tuple(SummarySentence(english(s), (s.id,), s.findings) for s in sentences)


def _signature(made_by: str, article: Article) -> str:
    return f"{made_by} | {article.signature or f'abrege {__version__}'}"
