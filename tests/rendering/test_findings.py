"""Findings are printed one a line, with the words in question and a little around them."""

from __future__ import annotations

from abrege.article import Finding
from abrege.checking import Pair, Report
from abrege.rendering.findings import render_counts, render_report


def test_only_a_little_around_the_marked_words_is_shown() -> None:
    source = "Alors que personne ne s'y attendait, le maire a quitté Lyon sans un mot pour ses adjoints."
    start = source.index("Lyon")
    pair = Pair("sentence", "3.2", source, "…", (Finding("name", (start, start + 4), None, "Lyon"),))
    assert render_report(Report((pair,))) == (
        "3.2  name: « …le maire a quitté [Lyon] sans un mot pour ses… » has nothing in the target\n"
    )


def test_a_long_place_is_shortened_and_line_ends_are_not_printed() -> None:
    target = "word " * 50 + "\nend"
    pair = Pair("text", "", "mot", target, (Finding("loop", None, (0, len(target)), "about 1 words"),))
    line = render_report(Report((pair,)))
    assert line.count("\n") == 1
    assert line.startswith("loop: “[word word")
    assert len(line) < 120


def test_counts_tell_findings_from_hints() -> None:
    findings = (Finding("name"), Finding("number"), Finding("number"), Finding("coverage"))
    report = Report((Pair("sentence", "1.1", "a", "b", findings), Pair("block", "2", "c", "d")))
    assert render_counts(report) == (
        "compared 1 sentence, 1 block: 3 findings (1 name, 2 number); 1 passage to look at (coverage)"
    )
    assert render_counts(Report(())) == "compared nothing: no findings"
