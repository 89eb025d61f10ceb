"""Two texts are compared sentence by sentence where they can be, and coarser, with a note, where they cannot."""

from __future__ import annotations

from time import process_time

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


def test_two_sentences_that_became_one_are_compared_with_it() -> None:
    report = compared(FRENCH, ENGLISH.replace("Monday. He", "Monday, and he"))
    assert [(pair.unit, pair.id) for pair in report.pairs][1] == ("sentence", "2.1+2.2")
    assert (report.faithful, report.notes) == (True, ())


PARAGRAPHS = [
    ("Jean Morel a inauguré lundi 12 écoles à Lyon.", "Jean Morel opened 12 schools in Lyon on Monday."),
    ("La police cherche deux hommes depuis mardi soir.", "Police have been looking for two men since Tuesday night."),
    ("Le club de Nantes a battu Marseille trois buts à un.", "The Nantes club beat Marseille three goals to one."),
    ("Il fera beau jeudi sur toute la Bretagne.", "It will be sunny on Thursday throughout Brittany."),
]


def article(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def test_blocks_whose_sentences_do_not_go_together_are_compared_as_wholes() -> None:
    french, english = (" ".join(side) for side in zip(*PARAGRAPHS, strict=True))
    report = compared(french, english.replace(PARAGRAPHS[1][1], "").replace("goals to one. It", "goals to one, but it"))
    assert [(pair.unit, pair.id) for pair in report.pairs] == [("block", "1")]
    assert report.notes == ("block 1 has other sentences in the target, and was compared as a whole",)


@pytest.mark.parametrize("lost", range(len(PARAGRAPHS)))
def test_a_sentence_that_is_lost_in_its_block_is_one_finding_with_its_place(lost: int) -> None:
    french, english = (" ".join(side) for side in zip(*PARAGRAPHS, strict=True))
    report = compared(french, english.replace(PARAGRAPHS[lost][1], ""))
    ((place, source, findings),) = [(pair.id, pair.source, pair.findings) for pair in report.pairs if pair.findings]
    assert (place, source) == (f"1.{lost + 1}", PARAGRAPHS[lost][0])
    assert [(finding.kind, finding.source_span) for finding in findings] == [("missing", (0, len(source)))]


def test_a_sentence_that_the_source_lacks_is_one_finding_with_its_place() -> None:
    french, english = (" ".join(side) for side in zip(*PARAGRAPHS, strict=True))
    report = compared(french.replace(PARAGRAPHS[1][0], ""), english)
    ((place, target, findings),) = [(pair.id, pair.target, pair.findings) for pair in report.pairs if pair.findings]
    assert (place, target) == ("+1.2", PARAGRAPHS[1][1])
    assert [(finding.kind, finding.target_span) for finding in findings] == [("added", (0, len(target)))]


def test_a_heading_alone_is_no_summary() -> None:
    for heading in ("Mayor Leaves Lyon\n", "# Mayor Leaves Lyon\n"):
        report = compared(FRENCH, heading)
        assert report.counts["missing"] == 3
        assert report.notes == ()


def test_the_source_of_a_long_summary_is_read_once() -> None:
    french = " ".join(f"Jean Morel a inauguré {k} écoles à Lyon le {1 + k % 28} mars." for k in range(600))
    started = process_time()
    report = compared(french, " ".join(f"Jean Morel opened {k} schools in Lyon." for k in range(150)))
    assert process_time() - started < 8
    assert (len(report.pairs), report.faithful) == (150, True)


@pytest.mark.parametrize("lost", range(len(PARAGRAPHS)))
def test_a_block_that_is_lost_is_one_finding_with_its_place(lost: int) -> None:
    english = [target for k, (_, target) in enumerate(PARAGRAPHS) if k != lost]
    report = compared(article([source for source, _ in PARAGRAPHS]), article(english))
    ((place, source, findings),) = [(pair.id, pair.source, pair.findings) for pair in report.pairs if pair.findings]
    assert (place, source) == (str(lost + 1), PARAGRAPHS[lost][0])
    assert [(finding.kind, finding.source_span) for finding in findings] == [("missing", (0, len(source)))]
    assert not report.faithful


def test_a_block_that_the_source_lacks_is_one_finding_with_its_place() -> None:
    french = [source for source, _ in PARAGRAPHS if "police" not in source]
    report = compared(article(french), article([target for _, target in PARAGRAPHS]))
    ((place, target, findings),) = [(pair.id, pair.target, pair.findings) for pair in report.pairs if pair.findings]
    assert (place, target) == ("+2", PARAGRAPHS[1][1])
    assert [(finding.kind, finding.target_span) for finding in findings] == [("added", (0, len(target)))]


def test_two_blocks_that_became_one_are_compared_by_sentences() -> None:
    english = [target for _, target in PARAGRAPHS]
    report = compared(article([source for source, _ in PARAGRAPHS]), article([" ".join(english[:2]), *english[2:]]))
    assert [pair.id for pair in report.pairs] == ["1.1", "2.1", "3.1", "4.1"]
    assert (report.faithful, report.notes) == (True, ())


def test_a_summary_is_asked_only_for_what_it_adds() -> None:
    french = article([source for source, _ in PARAGRAPHS])
    report = compared(french, "Jean Morel opened 12 schools in Lyon.\n")
    assert report.faithful
    assert ["summary" in note for note in report.notes] == [True]
    report = compared(french, "Jean Morel opened 13 schools in Lisbon.\n")
    assert [(pair.id, pair.source) for pair in report.pairs] == [("+1.1", "")]
    assert report.counts == {"number": 1, "name": 1}


SPANISH = "El alcalde dejó la ciudad de Lyon el lunes y no volverá antes del martes, según los vecinos."


@pytest.mark.parametrize(("target", "language"), [(FRENCH, "French"), (SPANISH, "Spanish")])
def test_a_target_that_is_no_english_is_said_to_be_none(target: str, language: str) -> None:
    source = "Le maire a quitté la ville de Lyon lundi et ne reviendra pas avant mardi, selon ses voisins."
    report = compared(source, target)
    assert f"the target is in {language}" in report.notes[0]


def test_lines_in_the_wrong_order_are_noted_and_found() -> None:
    french = ["Il pleut.", "Le maire a quitté la ville et il ne reviendra pas avant lundi."]
    english = ["It rains.", "The mayor has left the town and will not be back before Monday."]
    report = check_lines(english, french)
    assert [(pair.id, [f.kind for f in pair.findings]) for pair in report.pairs if pair.findings] == [
        ("2", ["language"])
    ]
    assert "the target is in French" in report.notes[0]
    assert "2 of 2 lines of the source are in English" in report.notes[1]
    assert check_lines(french, english).notes == ()


def test_an_empty_line_is_no_translation() -> None:
    report = check_lines(["Bonjour", "Oui"], ["", "Yes"])
    assert [(pair.id, [f.kind for f in pair.findings]) for pair in report.pairs] == [("1", ["length"]), ("2", [])]


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
    assert finding.expected == "London"
    assert abrege.check("The mayor has left the town of London.", "The mayor has left the town of London.") == ()
