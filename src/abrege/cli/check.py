"""`abrege check`."""

from __future__ import annotations

import os
from io import BytesIO
from textwrap import shorten

import click

from abrege.article import Language
from abrege.cli import common


@click.command()
@common.options(
    click.argument("source"),
    click.argument("target"),
    common.output_option,
    common.json_option,
    click.option("--lines", is_flag=True, help="Compare line N with line N; nothing is joined or split."),
    click.option("--strict", is_flag=True, help="Exit with code 1 if anything but coverage is found."),
    common.lang_option,
)
def check(
    source: str, target: str, output: str | None, as_json: bool, lines: bool, strict: bool, lang: Language | None
) -> None:
    """Say what got lost or was made up in a translation.

    SOURCE is a French text, TARGET its English; one of them may be -, standard input. They are compared sentence by
    sentence: numbers, names, dates, currencies, negation, quotation marks, French that was left, repetition, length,
    blocks and sentences that are missing or added. Coverage marks passages that seem to be missing; it is a hint, no
    error. A TARGET of less than half of SOURCE is taken for a summary: what it leaves out is not reported.
    """
    from abrege import checking, reading
    from abrege.errors import InputError, UsageError
    from abrege.rendering import findings

    if source == target == "-":
        raise UsageError("only one of the two texts can be standard input; name a file for the other one")
    for file in (source, target):
        common.check_output(output, file)
        if file != "-" and not os.path.exists(file):
            raise InputError(f"{shorten(file, 60)}: no such file; name the files of the texts, or - for one of them")
    data, translated = common.source_bytes(source), common.source_bytes(target)
    names = ["standard input" if file == "-" else file for file in (source, target)]  # what messages call them
    if lines:
        streams = [
            reading.LineStream(BytesIO(text), name) for text, name in zip((data, translated), names, strict=True)
        ]
        report = checking.check_lines(list(streams[0]), list(streams[1]), lang)
    else:
        article = reading.read(data, lang=lang, path=names[0])
        report = checking.check_articles(article, reading.read(translated, lang="en", path=names[1]))
    json = common.wants_json(as_json, output)
    common.write(findings.report_to_json(report) if json else findings.render_report(report), output)
    common.tell([*report.notes, findings.render_counts(report)])
    if strict and not report.faithful:
        raise click.exceptions.Exit(1)
