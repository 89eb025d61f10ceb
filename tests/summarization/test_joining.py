"""The sentences of a summary say nothing twice, and introduce people once."""

from __future__ import annotations

import pytest

from abrege.article import Finding, SummarySentence
from abrege.summarization.joining import introduced, repeats

KNOWN = {"Altman": "Sam", "Musk": "Elon"}


def texts(*sentences: str, words: int | None = None) -> list[str]:
    return [s.text for s in introduced([SummarySentence(text, ("1.1",)) for text in sentences], KNOWN, words)]


def test_a_full_name_stands_once_and_first() -> None:
    assert texts("Sam Altman refuses.", "Sam Altman's team is glad.", "Elon Musk and Sam Altman met.") == [
        "Sam Altman refuses.",
        "Altman's team is glad.",
        "Elon Musk and Altman met.",
    ]
    assert texts("Altman refuses.", "Sam Altman is glad.") == ["Sam Altman refuses.", "Altman is glad."]


def test_quotations_titles_and_other_words_stay() -> None:
    kept = ["Mr. Altman refuses.", "“Sam Altman and Altman,” he said.", "The Altmans and Pre-Altman met."]
    assert texts(*kept) == kept


def test_a_sentence_with_findings_stays_since_they_have_their_places_in_it() -> None:
    doubted = SummarySentence("Sam Altman leads 12 firms.", ("1.1",), (Finding("number", None, (17, 19)),))
    [first, second] = introduced([SummarySentence("Sam Altman refuses.", ("1.2",)), doubted], {"Altman": "Sam"})
    assert (first.text, second) == ("Sam Altman refuses.", doubted)


def test_a_name_that_such_a_sentence_has_is_introduced_only_if_it_is_whole_there() -> None:
    doubted = SummarySentence("Altman leads 12 firms.", ("1.1",), (Finding("number", None, (13, 15)),))
    second = SummarySentence("Altman refuses.", ("1.2",))
    assert [s.text for s in introduced([doubted, second], KNOWN)] == ["Altman leads 12 firms.", "Sam Altman refuses."]
    whole = SummarySentence("Sam Altman leads 12 firms.", ("1.1",), doubted.findings)
    assert introduced([whole, second], KNOWN)[1] == second


def test_a_limit_of_words_holds_when_people_are_introduced() -> None:
    assert texts("Altman refuses.", "Sam Altman and Musk met.", words=7) == [
        "Altman refuses.",
        "Sam Altman and Musk met.",
    ]
    assert texts("Altman refuses.", "Musk and Sam Altman met.", words=8) == [
        "Sam Altman refuses.",
        "Elon Musk and Altman met.",
    ]


def test_a_sentence_that_says_the_same_is_seen() -> None:
    one = "The council closed the swimming pool on Monday."
    assert repeats(one, "On Monday the council closed the old swimming pool for good.")
    assert not repeats(one, "Swimmers want the council to reopen the pool in spring.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor votes for the closure of the pool.", "The mayor votes against the closure of the pool."),
        ("The shares of the firm rose to 5 euros.", "The shares of the firm rose to 7 euros."),
        ("The shares of the firm rose to 5 euros.", "The shares of the firm fell to 5 euros."),
        ("The council closed the pool in Lyon.", "The council closed the pool in Lille."),
        ("The mayor will close the pool.", "The mayor will not close the pool."),
    ],
)
def test_what_has_another_number_name_or_side_is_no_repetition(one: str, other: str) -> None:
    assert not repeats(one, other)
    assert repeats(one, one)
