"""`abrege summarize`."""

from __future__ import annotations

import click

from abrege.article import Language
from abrege.cli import common
from abrege.engines.base import Runtime


@click.command()
@common.options(
    common.file_argument,
    common.output_option,
    common.json_option,
    click.option(
        "--method",
        metavar="NAME",
        help="lead, lexrank, textrank, lsa, centroid or mmr pick sentences, abstractive writes new ones; "
        "centroid is the default.",
    ),
    common.length_options,
    common.lang_option,
    common.models_options,
    common.runtime_options,
    common.verbose_option,
)
def summarize(
    file: str | None,
    output: str | None,
    as_json: bool,
    method: str | None,
    sentences: int | None,
    words: int | None,
    ratio: float | None,
    lang: Language | None,
    model: str,
    summary_model: str,
    runtime: Runtime,
    verbose: bool,
) -> None:
    """Sum up an article in English.

    FILE is a French or an English text; without it, or with -, standard input is read. French is translated first.
    """
    from abrege import reading, rendering, translation
    from abrege.summarization import DEFAULT_METHOD, check_length, check_method
    from abrege.summarization import summarize as summary_of

    common.check_output(output, file)
    check_method(method or DEFAULT_METHOD)
    check_length(sentences, words, ratio)
    article = reading.read(common.source_bytes(file), lang=lang, path=file)
    article = translation.translate(article, model=model, runtime=runtime)
    notes = [note for note in article.notes if note != translation.IN_ENGLISH]
    method = method or DEFAULT_METHOD
    summary = summary_of(article, method, sentences, words, model, runtime, summary_model=summary_model, ratio=ratio)
    json = common.wants_json(as_json, output)
    common.write(rendering.summary_to_json(summary) if json else rendering.render_summary(summary), output)
    common.tell((*notes, *summary.notes))
    common.tell([summary.signature] if verbose else [])
    common.tell(common.better_model(model))
