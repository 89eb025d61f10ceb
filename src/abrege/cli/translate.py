"""`abrege translate`."""

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
    click.option("--lines", is_flag=True, help="One segment a line in, one a line out; nothing is joined or judged."),
    common.lang_option,
    common.model_option,
    click.option(
        "--beam", default=4, show_default=True, metavar="N", type=click.IntRange(1, 16), help="Hypotheses followed."
    ),
    common.runtime_options,
    common.verbose_option,
)
def translate(
    file: str | None,
    output: str | None,
    as_json: bool,
    lines: bool,
    lang: Language | None,
    model: str,
    beam: int,
    runtime: Runtime,
    verbose: bool,
) -> None:
    """Translate a French text into English.

    FILE is a text; without it, or with -, standard input is read. Paragraphs, lists and headings stay where they are;
    English, addresses and code are left alone.
    """
    json = common.wants_json(as_json, output)
    if lines and json:
        raise click.UsageError("--lines prints plain lines; leave out --lines, --json or the ending .json")
    if lines and lang:
        raise click.UsageError("--lines translates every line as French; leave out --lines or --lang")
    common.check_output(output, file)
    if json:
        _whole(file, output, lang, model, beam, runtime, verbose)
    elif lines:
        _segments(file, output, model, beam, runtime, verbose)
    else:
        _blocks(file, output, lang, model, beam, runtime, verbose)
    common.tell(common.better_model(model))


def _blocks(
    file: str | None, output: str | None, lang: Language | None, model: str, beam: int, runtime: Runtime, verbose: bool
) -> None:
    """Text to text, block by block: a long one is never held whole."""
    from abrege import rendering, streaming

    with common.source_stream(file) as source:
        stream = streaming.translate_stream(source, model, beam, runtime, lang=lang, path=file)
        with common.writing(output) as put:
            for block in common.counted(stream, "paragraphs", output):
                put(rendering.render_block(block))
    common.tell(stream.notes)
    common.tell([stream.signature] if verbose and stream.signature else [])


def _segments(file: str | None, output: str | None, model: str, beam: int, runtime: Runtime, verbose: bool) -> None:
    from abrege import reading, streaming, translation

    looped = []
    with common.source_stream(file) as source:
        segments = reading.LineStream(source, file)
        translator = translation.load_translator(model, beam, runtime)
        with common.writing(output) as put:
            translations = common.counted(streaming.translate_segments(segments, translator), "lines", output)
            for number, done in enumerate(translations, 1):
                put(f"{done.target}\n")
                looped += [str(number)] if done.status == "looped" else []
    common.tell([*segments.notes, *translation.loop_note(looped, "line")])
    common.tell([translation.signature(model, beam, runtime)] if verbose else [])


def _whole(
    file: str | None, output: str | None, lang: Language | None, model: str, beam: int, runtime: Runtime, verbose: bool
) -> None:
    from abrege import reading, rendering, translation

    article = reading.read(common.source_bytes(file), lang=lang, path=file)
    article = translation.translate(article, model, beam, runtime)
    common.write(rendering.article_to_json(article), output)
    common.tell(article.notes)
    common.tell([article.signature] if verbose and article.signature else [])
