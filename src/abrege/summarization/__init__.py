"""A translated article in, a summary out; one file a method."""

from __future__ import annotations

from importlib import import_module

from abrege.article import Article, Summary, SummarySentence
from abrege.engines import DEFAULT_RUNTIME, Runtime
from abrege.errors import InputError, UsageError, nearest
from abrege.summarization.selection import candidates, english, headline, take

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


def check_method(method: str, extractive: bool = False) -> None:
    """See that there is a method of that name.

    Raises:
        UsageError: there is none; the nearest name is suggested.
    """
    known = tuple(EXTRACTIVE) if extractive else METHODS
    if method not in known:
        kind = "extractive method" if extractive else "method"
        raise UsageError(f"no {kind} is called {method!r}; {nearest(method, known)}")


def check_ratio(ratio: float | None) -> None:
    """See that a ratio, if there is one, is a share.

    Raises:
        UsageError: it is not between 0 and 1.
    """
    if ratio is not None and not 0 < ratio < 1:
        raise UsageError(f"ratio is {ratio:g}, but must lie between 0 and 1; 0.2 is a fifth of the sentences")


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

    A French article that is not translated yet is translated first.

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
        UsageError: no method is called that, a length is below 1, or the ratio is not between 0 and 1.
        InputError: the article has no sentence.
    """
    check_method(method)
    for name, value in (("sentences", sentences), ("words", words)):
        if value is not None and value < 1:
            raise UsageError(f"{name} is {value}, but a summary has at least 1")
    check_ratio(ratio)
    if any(s.target is None for b in article.blocks for s in b.sentences):
        from abrege.translation import translate

        article = translate(article, model=model, runtime=runtime)
    pool = candidates(article)
    if not pool:
        raise InputError("the text has no sentence to summarise")
    if ratio is not None:
        sentences = min(sentences or len(pool), max(1, round(ratio * len(pool))))
    if sentences is None and words is None:
        sentences = SENTENCES
    texts = [english(s) for s in pool]
    module = import_module(EXTRACTIVE.get(method, EXTRACTIVE[DEFAULT_METHOD]))
    ranked: list[int] = module.rank(texts, headline(article))
    chosen = [pool[k] for k in take(ranked, texts, sentences, words)]
    notes = ("the article is no longer than the summary asked for",) if len(chosen) == len(pool) else ()
    if method in EXTRACTIVE:
        return Summary(
            method,
            tuple(SummarySentence(english(s), (s.id,), s.findings) for s in chosen),
            notes,
            _signature(method, article),
        )
    from abrege.models import choose_model
    from abrege.summarization.abstractive import write
    from abrege.summarization.shortening import Wish
    from abrege.translation import rewriting_model

    writer = summary_model or rewriting_model(model)
    made_by = method if writer == model else f"{method} by {choose_model(writer, 'summarize').name}"
    written = write(article, Wish(pool, ranked, sentences, words), writer, runtime)
    return Summary(method, written, notes, _signature(made_by, article))


def _signature(made_by: str, article: Article) -> str:
    return " | ".join(part for part in (made_by, article.signature) if part)
