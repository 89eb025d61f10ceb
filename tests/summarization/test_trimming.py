"""Without a model, whole phrases are left out of a sentence, and nothing else."""

from __future__ import annotations

import pytest

from abrege.summarization.alignment import tokens
from abrege.summarization.kinds import Judge
from abrege.summarization.trimming import trimmed


def phrases(text: str) -> list[str]:
    whole = tokens(text)
    return [text[whole[start].start : whole[end - 1].end] for start, end in trimmed(whole, Judge(whole))]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("However, the mayor disagrees with the council.", "However,"),
        ("The pool (built in 1962) closed on Monday.", "(built in 1962)"),
        ("Musk, who founded Tesla, left the company.", ", who founded Tesla,"),
        ("The board refused the bid, which it finds too low.", ", which it finds too low"),
        ("Ann Roe, 36, said that it was late.", ", 36,"),
        ("After two years of talks, the council closed the pool.", "After two years of talks,"),
    ],
)
def test_a_phrase_is_left_out(text: str, phrase: str) -> None:
    assert phrase in phrases(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the pool on Monday.",
        "The residents who came to the station applauded.",
        "Bread, a pear, and cheese were sold.",
        "Thus decided on Monday evening the city council.",
        "They praise his ideas, his views, a little bit short, his skepticism.",
        "Three old women, tired and cold, a dog, and a cat came.",
        "",
    ],
)
def test_what_has_no_such_phrase_stays(text: str) -> None:
    assert phrases(text) == []
