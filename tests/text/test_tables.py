"""Rows of tables are told from prose."""

from __future__ import annotations

import pytest

from abrege.text.tables import is_table_row


@pytest.mark.parametrize("row", ["| Lyon | 522 250 |", "Ville\tHabitants", "Ville | Habitants", "| ---- | ---- |"])
def test_a_row_is_one(row: str) -> None:
    assert is_table_row(row)


@pytest.mark.parametrize("line", ["La ville de Lyon", "ls -l |wc -l", "Il a dit oui|non.", ""])
def test_prose_is_none(line: str) -> None:
    assert not is_table_row(line)
