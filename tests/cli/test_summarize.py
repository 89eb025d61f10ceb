"""`abrege summarize`: methods and lengths, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = (
    "The council closed the old swimming pool on Monday. The weather was fine and all the streets were empty. Closing "
    "the swimming pool will save the council two million euros. Many swimmers want the council to keep the pool open.\n"
)


@pytest.mark.parametrize("method", ["lead", "lexrank", "textrank", "lsa", "centroid", "mmr"])
def test_each_method_prints_sentences_of_the_text(abrege: Run, method: str) -> None:
    result = abrege("summarize", "--method", method, "--sentences", 2, stdin=TEXT)
    assert (result.code, result.err) == (0, "")
    assert result.out.count(". ") == 1
    assert all(part.strip(" .\n") in TEXT for part in result.out.split(". "))


def test_a_ratio_takes_its_share_and_json_names_the_sentences(abrege: Run) -> None:
    summary = json.loads(abrege("summarize", "--ratio", "0.5", "--json", stdin=TEXT).out)
    assert summary["method"] == "centroid"
    assert [s["ids"] for s in summary["sentences"]] == [["1.1"], ["1.3"]]


@pytest.mark.parametrize("ratio", ["0", "1", "30", "-1", "nan"])
def test_a_ratio_that_is_no_share_is_answered(abrege: Run, ratio: str) -> None:
    result = abrege("summarize", f"--ratio={ratio}", stdin=TEXT)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"abrege: ratio is {ratio}, but must lie between 0 and 1; 0.2 is a fifth of the sentences\n"


def test_a_text_that_is_short_already_is_printed_and_said_to_be(abrege: Run) -> None:
    result = abrege("summarize", "--sentences", 9, stdin=TEXT)
    assert (result.code, result.out) == (0, TEXT)
    assert "no longer than the summary" in result.err
