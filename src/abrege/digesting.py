"""A path or an article in; its translation, title and summaries out. A module `digest` would hide the function."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import BinaryIO

from abrege.article import Article, Digest, Language, Sentence
from abrege.engines import DEFAULT_RUNTIME, Runtime
from abrege.reading import read
from abrege.summarization import DEFAULT_METHOD, summarize
from abrege.summarization.selection import candidates, english
from abrege.translation import translate


def digest(
    source: str | os.PathLike[str] | bytes | BinaryIO | Article,
    sentences: int = 3,
    words: int | None = None,
    method: str = DEFAULT_METHOD,
    model: str = "auto",
    lang: Language | None = None,
    runtime: Runtime = DEFAULT_RUNTIME,
    *,
    summary_model: str | None = None,
) -> Digest:
    """Read, translate and summarise an article, by picking sentences and by writing new ones.

    Args:
        source: a path, the bytes of a text, a binary stream, or an article that was read already.
        sentences: how many sentences each summary has at most.
        words: how many words each summary has at most.
        method: the extractive method.
        model: what translates, and rewrites where `summary_model` is None; "auto", a name in models.txt, or the path of
            a folder, say.
        lang: the language of the article, where it is not to be judged.
        runtime: engine, device, compute type and threads.
        summary_model: what rewrites.

    Raises:
        InputError, UsageError, ModelError: as `read`, `translate` and `summarize` do.
    """
    article = source if isinstance(source, Article) else read(source, lang=lang)
    article = translate(article, model=model, runtime=runtime)
    if not candidates(article):
        note = "the text has no sentence to summarise"
        return Digest(replace(article, notes=(*article.notes, note)), "", False, ())
    title = next((" ".join(english(s) for s in b.sentences) for b in article.blocks if b.kind == "title"), "")
    made = not title
    if made:
        title = make_title(article, model, runtime)
    summaries = tuple(
        summarize(article, m, sentences, words, model, runtime, summary_model=summary_model)
        for m in (method, "abstractive")
    )
    return Digest(article, title, made and bool(title), summaries)


def make_title(article: Article, model: str = "auto", runtime: Runtime = DEFAULT_RUNTIME) -> str:
    """A headline written by the model from the article's first sentences; "" where no hypothesis is sound."""
    from abrege.generation import TITLE
    from abrege.summarization.guards import invents
    from abrege.translation import load_translator, rewriting_model

    first = candidates(article)[:2]
    if len(first) < 2:
        return ""  # one sentence is no longer than its title
    both = Sentence("", " ".join(s.source for s in first), " ".join(english(s) for s in first))
    for text in load_translator(rewriting_model(model), runtime=runtime).rewrite(TITLE, [both.source])[0]:
        if 3 <= len(text.split()) <= 16 and not invents(both, text):
            return (text[0].upper() + text[1:]).rstrip(".")
    return ""
