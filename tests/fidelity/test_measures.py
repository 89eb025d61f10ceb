"""What a number with a unit measures is known in other units."""

from __future__ import annotations

import pytest

from abrege.article import Language
from abrege.fidelity.measures import Conversions, Measure, find_measures
from abrege.text.quantities import find_numbers


def measures(text: str, lang: Language) -> list[Measure]:
    return list(find_measures(text, find_numbers(text, lang)).values())


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("30 mètres", "100 feet"),
        ("10 km²", "4 square miles"),
        ("20 °C", "68 °F"),
        ("2,5 kg", "five and a half pounds"),
        ("1 300 mégawatts", "1.3 gigawatts"),
        ("1,80 m", "5 feet 11 inches"),
    ],
)
def test_about_the_same_in_another_unit_is_the_same(french: str, english: str) -> None:
    known = Conversions(measures(french, "fr"))
    assert all(known.have(measure) for measure in measures(english, "en"))


@pytest.mark.parametrize(
    ("french", "english"),
    [("30 mètres", "80 feet"), ("100 km", "62 kg"), ("5 km", "6 km"), ("5 km", "5 m"), ("1,80 m", "5 feet, 11 pounds")],
)
def test_another_amount_dimension_or_the_same_unit_is_not(french: str, english: str) -> None:
    known = Conversions(measures(french, "fr"))
    assert not any(known.have(measure) for measure in measures(english, "en"))
