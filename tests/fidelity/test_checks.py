"""All checks together say everything once; what sums up is only asked for what it adds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.fidelity import check_further, check_pair, unsupported


def kinds(source: str, target: str) -> list[str]:
    return [finding.kind for finding in check_pair(source, target)]


def test_a_good_translation_has_no_finding() -> None:
    source = "Mardi, « Le Monde » a écrit que l'ONU n'enverra pas 1 200 soldats à Londres pour 3,5 millions d'euros."
    target = "On Tuesday, “Le Monde” wrote that the UN will not send 1,200 soldiers to London for 3.5 million euros."
    assert check_pair(source, target) == ()


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("On Tuesday Marie Le Goff paid 1,300 euros in London.", ["number"]),
        ("On Tuesday Marie Le Goff paid 1,200 euros in Lisbon.", ["name"]),
        ("On Friday Marie Le Goff paid 1,200 euros in London.", ["date"]),
        ("On Tuesday Marie Le Goff paid 1,200 dollars in London.", ["currency"]),
        ("On Tuesday Marie Le Goff did not pay 1,200 euros in London.", ["negation"]),
        ("On Tuesday Marie Le Goff paid “1,200 euros in London.", ["quotation"]),
        ("On Tuesday Marie Le Goff a payé 1,200 euros in London.", ["language"]),
    ],
)
def test_each_mistake_is_found_by_its_check_alone(target: str, expected: list[str]) -> None:
    assert kinds("Mardi, Marie Le Goff a payé 1 200 euros à Londres.", target) == expected


def test_a_wrong_month_of_a_date_is_said_once() -> None:
    assert kinds("Il est né le 3 juin 1990.", "He was born on July 3, 1990.") == ["number"]


def test_a_runaway_is_said_once() -> None:
    assert kinds("Il dort.", "He sleeps " + "and he eats what he has " * 5) == ["loop"]


def test_numbers_in_words_are_compared_on_the_finished_text() -> None:
    assert [f.kind for f in check_further("Il a trois chats.", "He has four cats.")] == ["number", "number"]
    assert check_further("Il a une dizaine de milliers de chats.", "He has about ten thousand cats.") == ()
    assert check_further("Il a trois chats.", "He has 3 cats.") == ()


def test_english_that_was_kept_is_not_doubted() -> None:
    text = "Without capital, our mission is not just a nice poster."
    assert check_pair(text, text, "en") == ()


def test_a_summary_may_leave_out_but_not_add() -> None:
    sources = [
        "Le maire de Lyon, Jean Morel, a inauguré 12 écoles lundi.",
        "Il a promis trois gymnases à Vaulx-en-Velin.",
    ]
    assert unsupported(sources, "The mayor of Lyon opened twelve schools.") == ()
    english = "Jean Morel opened 15 schools in Lyon and five gyms with Anne Hidalgo."
    assert [(f.kind, english[slice(*f.target_span)]) for f in unsupported(sources, english) if f.target_span] == [
        ("number", "15"),
        ("number", "five"),
        ("name", "Anne"),
        ("name", "Hidalgo"),
    ]


def test_english_sources_support_a_summary_as_well() -> None:
    assert unsupported(["The UN chief visited Kyiv on May 3."], "On May 3, he visited Kyiv.") == ()
    assert unsupported(["The UN chief visited Kyiv."], "He visited Moscow.")


@given(st.text(alphabet="« »“”\".,!?'’-abcdéÀNTpasne 0123456789€%", max_size=60), st.text(max_size=60))
@settings(derandomize=True, deadline=None)
def test_spans_lie_inside_their_texts(source: str, target: str) -> None:
    for finding in (*check_pair(source, target), *unsupported([source], target)):
        for span, text in ((finding.source_span, source), (finding.target_span, target)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
