"""Whole phrases are left out of a sentence, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.summarization.trimming import trimmed


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("However, the mayor disagrees with the council.", "The mayor disagrees with the council."),
        ("The pool (built in 1962) closed on Monday.", "The pool closed on Monday."),
        ("Musk, who founded Tesla, left the company.", "Musk left the company."),
        ("The board refused the bid, which it finds too low.", "The board refused the bid."),
        ("However, Ann Roe, the mayor, refused, which surprised all.", "Ann Roe refused."),
        ("Then xAI, which makes a chatbot, lags behind.", "Then xAI lags behind."),
    ],
)
def test_a_phrase_is_left_out(text: str, form: str) -> None:
    assert form in trimmed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the pool on Monday.",
        "The residents who came to the station applauded.",
        "Bread, a pear, and cheese were sold.",
    ],
)
def test_what_has_no_such_phrase_has_no_shorter_form(text: str) -> None:
    assert trimmed(text) == []


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["However", ",", "who", "a", "mayor", "(", ")", "which", "pays", "the"]), max_size=12))
def test_no_form_has_a_word_that_the_text_has_not(words: list[str]) -> None:
    text = " ".join(words).replace(" ,", ",") + "."
    for form in trimmed(text):
        assert len(form) < len(text)
        assert {w.strip(".,").lower() for w in form.split()} <= {w.strip(".,").lower() for w in text.split()}
