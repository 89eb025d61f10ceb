"""A phrase says when something happened, or something else."""

from __future__ import annotations

import pytest

from abrege.summarization.alignment import tokens
from abrege.summarization.times import is_time


@pytest.mark.parametrize(
    "phrase", ["on Monday", "Monday evening", "last year", "in 2018", "in May 2018", "since July", "on June 12"]
)
def test_a_time(phrase: str) -> None:
    assert is_time(tokens(phrase))


@pytest.mark.parametrize(
    "phrase",
    ["in six days", "in the evening", "in May", "every Monday", "on the hill", "of", "last", "12", "on Monday the"],
)
def test_no_time(phrase: str) -> None:
    assert not is_time(tokens(phrase))


def test_nothing_is_no_time() -> None:
    assert not is_time([])
