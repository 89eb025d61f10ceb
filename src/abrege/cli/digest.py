"""`abrege digest`."""

from __future__ import annotations

import shutil
import sys

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
        help="The extractive method: centroid (the default), mmr, lsa, lexrank, textrank or lead.",
    ),
    common.length_options,
    common.lang_option,
    common.models_options,
    common.runtime_options,
    common.verbose_option,
)
def digest(
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
    """Translate an article and sum it up, by picking sentences and by writing new ones.

    FILE is a text; without it, or with -, standard input is read.
    """
    from abrege import reading, rendering
    from abrege.digesting import digest as digest_of
    from abrege.summarization import DEFAULT_METHOD, check_length, check_method

    common.check_output(output, file)
    check_method(method or DEFAULT_METHOD, extractive=True)
    check_length(sentences, words, ratio)
    article = reading.read(common.source_bytes(file), lang=lang, path=file)
    method = method or DEFAULT_METHOD
    result = digest_of(
        article, sentences, words, method, model, lang, runtime, summary_model=summary_model, ratio=ratio
    )
    json = common.wants_json(as_json, output)
    width = min(shutil.get_terminal_size().columns, 100) if output is None and sys.stdout.isatty() else None
    common.write(rendering.digest_to_json(result) if json else rendering.render_digest(result, width), output)
    common.tell(result.article.notes)
    common.tell(dict.fromkeys(note for summary in result.summaries for note in summary.notes))
    signatures = [summary.signature for summary in result.summaries] or [result.article.signature]
    common.tell(filter(None, signatures) if verbose else [])
    common.tell(common.better_model(model))
