"""Every number of a French or English text can be read, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.text.quantities import find_numbers


def values(text: str, lang: str) -> list[tuple[str, str, str]]:
    return [(text[n.start : n.end], n.kind, n.value) for n in find_numbers(text, lang)]  # type: ignore[arg-type]


def test_french_numbers_are_read() -> None:
    text = "Le 3 mars 2024 à 14 h 30, 97,4 milliards de dollars, 12,5 %, 3 400 €, le XXe siècle, les années 80"
    assert values(text, "fr")[:7] == [
        ("3 mars 2024", "date", "2024-03-03"),
        ("14 h 30", "time", "14:30"),
        ("97,4 milliards", "figure", "97400000000"),
        ("12,5 %", "percent", "12.5%"),
        ("3 400 €", "money", "3400"),
        ("XXe", "ordinal", "20"),
        ("siècle", "word", "100"),
    ]
    assert find_numbers("les années 80", "fr")[0].readings == ("80", "1980", "2080")


def test_english_numbers_are_read() -> None:
    text = "On March 3, 2024 at 2:30 p.m., $1.2 billion, 12.5%, the 21st, 1,234 of them, the '90s"
    assert values(text, "en") == [
        ("March 3, 2024", "date", "2024-03-03"),
        ("2:30 p.m.", "time", "14:30"),
        ("$1.2 billion", "money", "1200000000"),
        ("12.5%", "percent", "12.5%"),
        ("21st", "ordinal", "21"),
        ("1,234", "figure", "1234"),
        ("90", "decade", "90"),
    ]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("vingt et un", "fr", "21"),
        ("quatre-vingts", "fr", "80"),
        ("quatre-vingt-dix-sept", "fr", "97"),
        ("soixante-douze", "fr", "72"),
        ("deux cent mille", "fr", "200000"),
        ("dizaine de milliers", "fr", "10000"),
        ("un million et demi", "fr", "1500000"),
        ("troisième", "fr", "3"),
        ("double", "fr", "2"),
        ("twenty-one", "en", "21"),
        ("twenty-first", "en", "21"),
        ("two hundred and five thousand", "en", "205000"),
        ("dozen", "en", "12"),
        ("half", "en", "0.5"),
        ("half a million", "en", "500000"),
        ("twentieth", "en", "20"),
        ("nineties", "en", "90"),
        ("deux mille milliards", "fr", "2000000000000"),
        ("two and a half million", "en", "2500000"),
        ("half a dozen", "en", "6"),
        ("half a thousand", "en", "500"),
    ],
)
def test_number_words_are_read_and_marked(text: str, lang: str, value: str) -> None:
    assert values(text, lang)[0] == (text, "word", value)


@pytest.mark.parametrize(
    ("text", "lang", "spans"),
    [
        ("entre quatre et vingt ans", "fr", ["quatre", "vingt"]),
        ("entre cent et deux cents", "fr", ["cent", "deux cents"]),
        ("entre mille et deux mille", "fr", ["mille", "deux mille"]),
        ("between one hundred and two hundred", "en", ["one hundred", "two hundred"]),
        ("between ten thousand and one million", "en", ["ten thousand", "one million"]),
        ("two hundred and five thousand of them", "en", ["two hundred and five thousand"]),
        ("mille et une nuits", "fr", ["mille et une"]),
        ("two hundred and fifty of them", "en", ["two hundred and fifty"]),
        ("vingt\ntrois", "fr", ["vingt", "trois"]),
    ],
)
def test_and_joins_the_parts_of_one_number_but_no_two_numbers(text: str, lang: str, spans: list[str]) -> None:
    assert [span for span, _, _ in values(text, lang)] == spans


@pytest.mark.parametrize(
    ("text", "lang", "reading"),
    [
        ("15 à 20 millions", "fr", "15000000"),
        ("two hundred to four hundred thousand", "en", "200000"),
        ("10, 15 et 20 %", "fr", "10%"),
        ("entre 15 et 20 h", "fr", "15:00"),
        ("un habitant sur cinq", "fr", "20%"),
        ("four in ten", "en", "40%"),
        ("deux tiers", "fr", "66%"),
        ("trois quarts d'heure", "fr", "45"),
        ("nineteen eighty-four", "en", "1984"),
        ("half past two", "en", "14:30"),
        ("quarter to three", "en", "02:45"),
        ("twelve percent", "en", "12%"),
        ("5,5 points", "fr", "5.5%"),
    ],
)
def test_a_number_takes_its_meaning_from_its_neighbour(text: str, lang: str, reading: str) -> None:
    assert reading in find_numbers(text, lang)[0].readings  # type: ignore[arg-type]


def test_an_hour_that_french_leaves_open_is_read_in_both_halves_of_the_day() -> None:
    assert {"08:00", "20:00"} <= set(find_numbers("à 8 heures", "fr")[0].readings)
    assert "08:00" not in find_numbers("à 8 heures du soir", "fr")[0].readings
    assert "08:00" not in find_numbers("à 20 heures", "fr")[0].readings


def test_minutes_before_the_hour_are_taken_off() -> None:
    assert values("à 9 heures moins le quart", "fr") == [("9 heures moins le quart", "time", "08:45")]


@pytest.mark.parametrize(
    "text",
    ["de 1.200.000 à 2 millions d'euros", "half a trillion", "half a hundred", "dozens or hundreds of thousands"],
)
def test_numbers_of_another_kind_beside_a_scale_can_be_read(text: str) -> None:
    find_numbers(text, "fr")  # every source of a summary is read in both languages
    assert find_numbers(text, "en")


@given(st.text(max_size=60), st.sampled_from(["fr", "en"]))
@settings(derandomize=True, deadline=None)
def test_any_text_can_be_read(text: str, lang: str) -> None:
    for number in find_numbers(text, lang):  # type: ignore[arg-type]
        assert 0 <= number.start < number.end <= len(text)


def test_points_part_thousands_in_french_and_not_in_english() -> None:
    assert find_numbers("1.234.567", "fr")[0].value == "1234567"
    assert "1234567" not in find_numbers("1.234.567", "en")[0].readings
    assert "1204" in find_numbers("1.204", "fr")[0].readings
    assert find_numbers("1.204", "en")[0].readings == ("1.204",)
