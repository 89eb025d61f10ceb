"""Two texts that were compared in; what was found out, for a person or as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from abrege.article import Finding
from abrege.checking import Pair, Report

_AROUND = 24  # characters beside a marked place
_FRENCH, _ENGLISH = ("« ", " »"), ("“", "”")


def render_report(report: Report) -> str:
    """The findings, one a line: place, kind, the words in question in brackets, what was expected. Nothing if none."""
    return "".join(f"{_line(pair, finding)}\n" for pair in report.pairs for finding in pair.findings)


def render_counts(report: Report) -> str:
    """How much was compared and how much was found, in one sentence."""
    units = [pair.unit for pair in report.pairs]
    compared = ", ".join(f"{units.count(unit)} {unit}{'s' * (units.count(unit) != 1)}" for unit in dict.fromkeys(units))
    errors = {kind: count for kind, count in report.counts.items() if kind != "coverage"}
    listed = ", ".join(f"{count} {kind}" for kind, count in errors.items())
    hints = report.counts.get("coverage", 0)
    found = f"{sum(errors.values())} finding{'s' * (sum(errors.values()) != 1)} ({listed})" if errors else "no findings"
    more = f"; {hints} passage{'s' * (hints != 1)} to look at (coverage)" if hints else ""
    return f"compared {compared or 'nothing'}: {found}{more}"


def report_to_json(report: Report) -> str:
    """The report as JSON, indented by two. The keys, in their order:

    - faithful: whether nothing but coverage was found; counts: findings of each kind; notes;
    - pairs: unit, id, source, target, findings of each;
    - findings: kind, source_span, target_span ([start, end] in characters of the pair's texts, or null), expected.
    """
    value = {
        "faithful": report.faithful,
        "counts": report.counts,
        "notes": report.notes,
        "pairs": [asdict(pair) for pair in report.pairs],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _line(pair: Pair, finding: Finding) -> str:
    where = f"{pair.id}  " if pair.id else ""
    mine = _marked(pair.source, finding.source_span, _FRENCH) if finding.source_span else ""
    yours = _marked(pair.target, finding.target_span, _ENGLISH) if finding.target_span else ""
    if mine and yours:
        return f"{where}{finding.kind}: {mine} -> {yours}; expected {finding.expected}"
    if mine:
        return f"{where}{finding.kind}: {mine} has nothing in the target"
    return f"{where}{finding.kind}: {yours}; expected {finding.expected}"


def _marked(text: str, span: tuple[int, int], quotes: tuple[str, str]) -> str:
    """The words of a span in brackets, with a little of what stands around them; the whole text is not repeated."""
    start, end = span
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:  # begin and end with a whole word
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = text.rfind(" ", end, last) if " " in text[end:last] else end
    words = (
        text[start:end]
        if end - start <= 3 * _AROUND
        else f"{text[start : start + _AROUND]}…{text[end - _AROUND : end]}"
    )
    shown = f"{'…' * bool(first)}{text[first:start]}[{words}]{text[end:last]}{'…' * (last < len(text))}"
    return quotes[0] + shown.replace("\n", " ") + quotes[1]
