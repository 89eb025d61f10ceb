"""A translation far too short or too long for its source is found."""

from __future__ import annotations

import pytest

from abrege.fidelity.length import check_length

SOURCE = "Le conseil municipal a voté lundi soir la fermeture de la piscine et de la patinoire."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCE, "The city council voted on Monday evening to close the pool and the ice rink."),
        ("Il est venu nous voir.", "He came."),
        ("Non.", "No, he does not."),
        ("", ""),
    ],
)
def test_what_is_in_proportion_is_not_doubted(source: str, target: str) -> None:
    assert check_length(source, target) == ()


@pytest.mark.parametrize(("source", "target"), [("Bonjour", ""), ("Bonjour", "…"), ("", "Hello"), (SOURCE, " ")])
def test_nothing_is_no_translation_of_something(source: str, target: str) -> None:
    assert [finding.kind for finding in check_length(source, target)] == ["length"]
    assert [finding.kind for finding in check_length(target, source)] == ["length"]


@pytest.mark.parametrize("target", ["The council voted.", "word " * 40])
def test_what_is_out_of_proportion_is_found(target: str) -> None:
    (finding,) = check_length(SOURCE, target)
    assert finding.kind == "length"
    assert (finding.source_span, finding.target_span) == ((0, len(SOURCE)), (0, len(target)))
    assert "about 15 words" in finding.expected
