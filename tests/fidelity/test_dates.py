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
        ("Il est né le 3 sept. 1990.", "He was born on September 3, 1990."),
        ("Publié le 12 déc. 2024", "Published on December 12, 2024"),
        ("Il est mort en aout 2024, pas en fevrier.", "He died in August 2024, not in February."),
        ("Publié le 14.07.2025 à Paris.", "Published on July 14, 2025, in Paris."),
        ("Publié le 2025-07-14 à Paris.", "Published on July 14, 2025, in Paris."),
        ("Au 31 décembre, il avait 12 ans.", "As of 12/31/2020, he was 12."),
        ("La mission vers Mars partira en juin.", "The mission to Mars will leave in June."),
        ("Ils étaient sept. Il est mort en mai.", "There were seven of them. He died in May."),
        ("Le 8 mars, elles défilent.", "They march on March 8."),
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
        ("Le conseil décidera en décembre.", "The council will decide in November.", "décembre", "November"),
        ("Le conseil décidera en décembre.", "The council will decide.", "décembre", ""),
        ("Il rendra l'argent lundi.", "He will return the money.", "lundi", ""),
        ("Il viendra lundi à chaque séance.", "He will come to every event.", "lundi", ""),
        ("Le tribunal l'a jugé en mars.", "The court tried him in May.", "mars", "May"),
        ("Le tribunal l'a jugé en mai.", "The court tried him in March.", "mai", "March"),
        ("Il est venu lundi en juin.", "He came on Tuesday in June.", "lundi", "Tuesday"),
    ],
)
def test_another_day_is_marked(source: str, target: str, mine: str, yours: str) -> None:
    (finding,) = check_dates(source, target)
    assert finding.kind == "date"
    assert (source[slice(*finding.source_span)] if finding.source_span else "") == mine
    assert (target[slice(*finding.target_span)] if finding.target_span else "") == yours


def test_a_weekday_is_expected_for_a_weekday_and_a_month_for_a_month() -> None:
    findings = check_dates("Il est venu lundi en juin.", "He came on Tuesday in July.")
    assert [finding.expected for finding in findings] == ["Monday", "June"]
