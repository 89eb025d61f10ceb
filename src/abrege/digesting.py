"""A path or an article in; its translation, title and summaries out. A module `digest` would hide the function."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import BinaryIO

from abrege.article import Article, Digest, Language
from abrege.engines import DEFAULT_RUNTIME, Runtime
from abrege.reading import read
from abrege.summarization import DEFAULT_METHOD, check_length, check_method, in_english, summarize
from abrege.summarization.selection import candidates, headline
from abrege.summarization.titles import make_title


def digest(
    source: str | os.PathLike[str] | bytes | BinaryIO | Article,
    sentences: int | None = None,
    words: int | None = None,
    method: str = DEFAULT_METHOD,
    model: str = "auto",
    lang: Language | None = None,
    runtime: Runtime = DEFAULT_RUNTIME,
    *,
    summary_model: str | None = None,
    ratio: float | None = None,
) -> Digest:
    """Read, translate and summarise an article, by picking sentences and by writing new ones.

    Args:
        source: a path, the bytes of a text, a binary stream, or an article; one that is translated stays as it is.
        sentences: how many sentences each summary has at most; 3 if no length is given. Of several each is kept.
        words: how many words each summary has at most; one sentence is always given.
        method: the extractive method.
        model: what translates, and rewrites where `summary_model` is None; "auto", a name in models.txt, or the path of
            a folder, say.
        lang: the language of the article, where it is not to be judged.
        runtime: engine, device, compute type and threads.
        summary_model: what rewrites.
        ratio: how many sentences each summary has at most, as a share between 0 and 1 of those that may be picked.

    Raises:
        InputError, UsageError, ModelError: as `read`, `translate` and `summarize` do.
    """
    check_method(method, extractive=True)
    check_length(sentences, words, ratio)
    article = source if isinstance(source, Article) else read(source, lang=lang)
    article = in_english(article, model, runtime)
    if not candidates(article):
        note = "the text has no sentence to summarise"
        return Digest(replace(article, notes=(*article.notes, note)), "", False, ())
    title = headline(article)
    made = "" if title else make_title(article, model, runtime)
    summaries = tuple(
        summarize(article, m, sentences, words, model, runtime, summary_model=summary_model, ratio=ratio)
        for m in (method, "abstractive")
    )
    return Digest(article, title or made, bool(made), summaries)
