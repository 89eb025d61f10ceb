"""Two texts are compared sentence by sentence where they can be, and coarser, with a note, where they cannot."""

from __future__ import annotations

import pytest

import abrege
from abrege.checking import check_articles, check_lines
from abrege.errors import InputError
from abrege.reading import read

FRENCH = """Le maire quitte Lyon

Jean Morel a payé 1 200 euros lundi. Il n'est pas parti.

- Un point.
- Deux points.
"""
ENGLISH = """Mayor Leaves Lyon

Jean Morel paid 1,200 euros on Monday. He did not leave.

- One point.
- Two points.
"""


def compared(source: str, target: str):  # type: ignore[no-untyped-def]
    return check_articles(read(source.encode()), read(target.encode(), lang="en"))


def test_a_good_translation_is_paired_by_sentences_and_has_no_finding() -> None:
    report = compared(FRENCH, ENGLISH)
    assert [(pair.unit, pair.id) for pair in report.pairs] == [
        ("sentence", place) for place in ("1.1", "2.1", "2.2", "3.1", "4.1")
    ]
    assert (report.faithful, report.counts, report.notes) == (True, {}, ())


def test_findings_stand_with_their_sentence() -> None:
    report = compared(FRENCH, ENGLISH.replace("1,200", "1,300").replace("did not leave", "left"))
    assert [(pair.id, [f.kind for f in pair.findings]) for pair in report.pairs if pair.findings] == [
        ("2.1", ["number"]),
        ("2.2", ["negation"]),
    ]
    assert report.counts == {"number": 1, "negation": 1}
    assert not report.faithful


def test_blocks_with_other_sentences_are_compared_as_wholes() -> None:
    report = compared(FRENCH, ENGLISH.replace("Monday. He", "Monday, and he"))
    assert [(pair.unit, pair.id) for pair in report.pairs][1] == ("block", "2")
    assert len(report.notes) == 1
    assert "block 2 has another number of sentences" in report.notes[0]
    assert report.faithful


def test_texts_with_other_blocks_are_compared_as_wholes() -> None:
    report = compared(FRENCH, ENGLISH.replace("- Two points.\n", "").replace("Lyon", "Paris"))
    assert [(pair.unit, pair.id) for pair in report.pairs] == [("text", "")]
    assert "4 in the source, 3 in the target" in report.notes[0]
    assert report.counts["name"] >= 1


def test_lines_are_compared_as_they_are() -> None:
    report = check_lines(
        ["Il a 12 ans.", "", "Il vit à Rome. Il dort."], ["He is 13.", "", "He lives in Rome. He sleeps."]
    )
    assert [(pair.unit, pair.id, bool(pair.findings)) for pair in report.pairs] == [
        ("line", "1", True),
        ("line", "3", False),
    ]


def test_lines_of_another_number_are_refused() -> None:
    with pytest.raises(InputError, match="2 in the source, 1 in the target"):
        check_lines(["Un.", "Deux."], ["One."])


def test_coverage_alone_is_no_fault() -> None:
    source = "Le gouvernement ferme la maison, malgré les promesses faites aux anciens habitants du quartier."
    report = compared(source, "The government is closing the house, as it has said it would, and more of it.")
    assert set(report.counts) == {"coverage"}
    assert report.faithful


def test_two_strings_are_checked_from_python() -> None:
    (finding,) = abrege.check("Il vit à Londres.", "He lives in Paris.")
    assert (finding.kind, finding.source_span, finding.target_span) == ("name", (9, 16), (12, 17))
    assert finding.expected == "Londres"
    assert abrege.check("The mayor has left the town of London.", "The mayor has left the town of London.") == ()
