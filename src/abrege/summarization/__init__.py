"""A translated article in, a summary out; one file a method."""

from __future__ import annotations

from importlib import import_module

from abrege.article import Article, Summary, SummarySentence
from abrege.engines import DEFAULT_RUNTIME, Runtime
from abrege.errors import InputError, UsageError, nearest
from abrege.summarization.selection import candidates, english, take

# method -> the module whose `rank(texts)` orders sentences, the most telling first
EXTRACTIVE = {"lead": "abrege.summarization.lead", "lexrank": "abrege.summarization.lexrank"}
METHODS = (*EXTRACTIVE, "abstractive")
DEFAULT_METHOD = "lead"
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


def summarize(
    article: Article,
    method: str = DEFAULT_METHOD,
    sentences: int | None = None,
    words: int | None = None,
    model: str = "auto",
    runtime: Runtime = DEFAULT_RUNTIME,
) -> Summary:
    """A summary of an article, in English.

    A French article that is not translated yet is translated first.

    Args:
        method: one of `METHODS`; "abstractive" rewrites what the default extractive method picks.
        sentences: how many sentences at most; 3 if neither this nor `words` is given.
        words: how many words at most; one sentence is always given.
        model: what translates and rewrites; a model that only translates leaves the rewriting to the first that can.
        runtime: engine, device, compute type and threads.

    Raises:
        UsageError: no method is called that, or a length is below 1.
        InputError: the article has no sentence.
    """
    check_method(method)
    for name, value in (("sentences", sentences), ("words", words)):
        if value is not None and value < 1:
            raise UsageError(f"{name} is {value}, but a summary has at least 1")
    if any(s.target is None for b in article.blocks for s in b.sentences):
        from abrege.translation import translate

        article = translate(article, model=model, runtime=runtime)
    pool = candidates(article)
    if not pool:
        raise InputError("the text has no sentence to summarise")
    if sentences is None and words is None:
        sentences = SENTENCES
    texts = [english(s) for s in pool]
    ranked: list[int] = import_module(EXTRACTIVE.get(method, EXTRACTIVE[DEFAULT_METHOD])).rank(texts)
    # rewriting takes about a third of the words away, so more sentences than the wish may fit in the end
    room = words and (words if method in EXTRACTIVE else int(words * 1.5))
    chosen = [pool[k] for k in take(ranked, texts, sentences, room)]
    notes = ("the article is no longer than the summary asked for",) if len(chosen) == len(pool) else ()
    if method in EXTRACTIVE:
        return Summary(
            method,
            tuple(SummarySentence(english(s), (s.id,), s.findings) for s in chosen),
            notes,
            _signature(method, article),
        )
    from abrege.summarization.abstractive import shorten
    from abrege.translation import load_translator, rewriting_model

    rewriter = rewriting_model(model)
    made_by = method if rewriter == model else f"{method} by {rewriter}"
    written = shorten(chosen, load_translator(rewriter, runtime=runtime))
    kept = take(range(len(written)), [s.text for s in written], sentences, words)
    return Summary(method, tuple(written[k] for k in kept), notes, _signature(made_by, article))


def _signature(made_by: str, article: Article) -> str:
    return " | ".join(part for part in (made_by, article.signature) if part)
