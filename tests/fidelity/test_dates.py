"""Weekdays and months that only one side names are found; days as seen from another are not missing."""

from __future__ import annotations

import pytest

from abrege.fidelity.dates import check_dates


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il vient lundi.", "He is coming on Monday."),
        ("Il vient le lundi.", "He comes on Mondays."),
        ("Il est mort en sept. ou en octobre.", "He died in Sept. or Oct."),
        ("Il est venu vendredi.", "He came yesterday."),
        ("Mais il peut marcher.", "But he may march."),
        ("Dans la nuit de mardi, il a plu.", "It rained overnight."),
        ("", ""),
    ],
)
def test_the_same_day_is_not_doubted(source: str, target: str) -> None:
    assert check_dates(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "mine", "yours"),
    [
        ("Il vient lundi.", "He is coming on Tuesday.", "lundi", "Tuesday"),
        ("Il vient lundi.", "He is coming.", "lundi", ""),
        ("Il vient.", "He is coming in October.", "", "October"),
        ("Il est né en juin.", "He was born in July.", "juin", "July"),
    ],
)
def test_another_day_is_marked(source: str, target: str, mine: str, yours: str) -> None:
    (finding,) = check_dates(source, target)
    assert finding.kind == "date"
    assert (source[slice(*finding.source_span)] if finding.source_span else "") == mine
    assert (target[slice(*finding.target_span)] if finding.target_span else "") == yours
