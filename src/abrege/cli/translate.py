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
    from abrege import reading, rendering, translation

    json = common.wants_json(as_json, output)
    if lines and json:
        raise click.UsageError("--lines prints plain lines; leave out --lines, --json or the ending .json")
    common.check_output(output, file)
    data = common.source_bytes(file)
    if lines:
        segments = reading.lines(data)
        translator = translation.load_translator(model, beam=beam, runtime=runtime)
        done = translation.translate_lines(segments, translator)
        common.write("".join(f"{t.target}\n" for t in done), output)
        looped = [str(k) for k, t in enumerate(done, 1) if t.status == "looped"]
        common.tell(translation.loop_note(looped, "line"))
        return
    article = reading.read(data, lang=lang, path=file)
    article = translation.translate(article, model=model, beam=beam, runtime=runtime)
    common.write(rendering.article_to_json(article) if json else rendering.render_translation(article), output)
    common.tell(article.notes)
    common.tell([article.signature] if verbose and article.signature else [])
