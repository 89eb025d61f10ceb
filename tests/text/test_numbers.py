"""What is numeric in French comes out in English form, what is English already stays."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.text.numbers import english_numbers
from abrege.text.quantities import find_numbers

SPACES = [" ", "\u00a0", "\u202f", "\u2009"]


def check(pairs: dict[str, str]) -> None:
    """Asserts that each French text becomes its English form, and stays so."""
    for french, english in pairs.items():
        assert english_numbers(french) == english
        assert english_numbers(english) == english


@pytest.mark.parametrize("space", SPACES)
def test_every_typographic_space_groups_thousands_and_parts_signs(space: str) -> None:
    text = "Il y a 2_200_112 habitants, 12,5_% de plus, pour 3_400_€, à 14_h_30.".replace("_", space)
    english = "Il y a 2,200,112 habitants, 12.5% de plus, pour €3,400, à 2:30 p.m."
    assert english_numbers(text) == english


def test_decimals_take_a_point() -> None:
    check(
        {
            "97,4": "97.4",
            "3,5 fois plus": "3.5 fois plus",
            "Il fait -2,5 °C.": "Il fait -2.5 °C.",
            "la note de 14,5/20": "la note de 14.5/20",
            "de 2,5 à 3 %": "de 2.5 à 3%",
            "1,2 milliard d'euros": "1.2 milliard d'euros",
            "97,4 milliards de dollars": "97.4 milliards de dollars",
            "2,5 p. 100": "2.5%",
        }
    )


def test_only_groups_of_three_digits_are_thousands() -> None:
    check(
        {
            "les 3 000 premiers": "les 3,000 premiers",
            "1'200'000 francs": "1,200,000 francs",
            "2.200.112 tonnes": "2,200,112 tonnes",
            "à 1.983,73 points": "à 1,983.73 points",
            "en 2024, 112 personnes": "en 2024, 112 personnes",
            "en 2024 3 000 personnes": "en 2024 3,000 personnes",
            "Le total atteint 244890 habitants": "Le total atteint 244890 habitants",
        }
    )


def test_a_line_without_words_keeps_its_columns() -> None:
    check({"1 234 5678": "1 234 5678", "1 234   5 678   12,5": "1 234   5 678   12.5", "12,5 %": "12.5%"})


def test_a_comma_before_three_digits_is_read_by_its_context() -> None:
    check(
        {
            "environ 2,200 personnes": "environ 2,200 personnes",
            "0,125 mm": "0.125 mm",
            "1,234 milliard": "1.234 milliard",
            "2,345 %": "2.345%",
            "1,879 € le litre": "€1.879 le litre",
            "de 2,5 à 2,345 kg": "de 2.5 à 2.345 kg",
            "de 2,5 à 15,000 kg": "de 2.5 à 15,000 kg",
        }
    )


def test_signs_of_currency_go_first() -> None:
    check(
        {
            "3 400 € par mois": "€3,400 par mois",
            "1 200,50 €": "€1,200.50",
            "12€50": "€12.50",
            "de 3 à 5 €": "de €3 à €5",
            "entre 100 et 200 €": "entre €100 et €200",
            "10-15 €": "€10-€15",
            "97,4 milliards €": "€97.4 billion",
            "5 M€ et 3 Md€": "€5 million et €3 billion",
            "300 k€": "€300,000",
            "37 $ US": "US$37",
            "3 Mds d'euros": "3 milliards d'euros",
        }
    )


def test_false_friends_become_english() -> None:
    check(
        {
            "2 billions d'euros": "2 trillion d'euros",
            "1,5 billion": "1.5 trillion",
            "1 billion d'euros": "1 trillion d'euros",
            "un billion d'euros": "un trillion d'euros",
            "des billions d'étoiles": "des trillions d'étoiles",
            "3 trillions": "3 quintillion",
            "1,2 million": "1.2 million",
        }
    )


def test_times_of_day() -> None:
    check(
        {
            "Rendez-vous à 14 h 30, puis dès 20h.": "Rendez-vous à 2:30 p.m., puis dès 8 p.m.",
            "14h30": "2:30 p.m.",
            "à 0 h 15": "à 12:15 a.m.",
            "à 12 h": "à 12 p.m.",
            "entre 8 h et 10 h 30": "entre 8 a.m. et 10:30 a.m.",
            "de 9h à 18h du lundi au vendredi": "de 9 a.m. à 6 p.m. du lundi au vendredi",
            "de 14 à 18 h": "de 2 p.m. à 6 p.m.",
            "10h-12h30": "10 a.m.-12:30 p.m.",
            "mardi 20h": "mardi 8 p.m.",
            "le 12 mars 2024 à 20 h": "le March 12, 2024 à 8 p.m.",
            "à 3 h du matin": "à 3 a.m.",
            "à 8 heures du soir": "à 8 p.m.",
            "vers 20 heures": "vers 8 p.m.",
            "À 20 H 30": "À 8:30 p.m.",
        }
    )


def test_durations() -> None:
    check(
        {
            "en 2 h 15": "en 2 hours 15 minutes",
            "les 35h": "les 35 hours",
            "24h/24 et 7j/7": "24 hours a day et 7 days a week",
            "ouvert 24 heures sur 24": "ouvert 24 hours a day",
            "2h de retard": "2 hours de retard",
            "plus de 3 h 30": "plus de 3 hours 30 minutes",
            "1 h/jour": "1 hour/jour",
        }
    )


def test_what_could_be_a_time_or_a_duration_stays() -> None:
    for text in (
        "il reste 2 h",
        "la note de 12h30",
        "comptez 1 à 2 h",
        "de 8 à 10 heures",
        "le 20 h de TF1",
        "130 km/h",
    ):
        assert english_numbers(text) == text


def test_dates() -> None:
    check(
        {
            "le 3 mars 2024, il": "le March 3, 2024, il",
            "le 1er juin": "le June 1",
            "MARDI 12 MARS 2024": "MARDI MARCH 12, 2024",
            "du 3 au 5 mars 2024": "du March 3 au March 5, 2024",
            "les 3, 4 et 5 mars": "les March 3, 4 et 5",
            "du lundi 3 au mercredi 5 mars": "du lundi March 3 au mercredi March 5",
            "1er janvier-31 mars": "January 1-March 31",
            "le 14/07/2025": "le July 14, 2025",
            "09-10-2024": "October 9, 2024",
            "2025-07-14": "2025-07-14",
            "Le 3 mars 200 personnes": "Le March 3, 200 personnes",
            "rue du 4 septembre": "rue du 4 septembre",
            "en mars 2024": "en mars 2024",
        }
    )


def test_ordinals_and_centuries() -> None:
    check(
        {
            "1er, 2e, 3ème, 11e, 21e, 1re, 2nde, 112e": "1st, 2nd, 3rd, 11th, 21st, 1st, 2nd, 112th",
            "au XXe siècle": "au 20th siècle",
            "les XIXe et XXe siècles": "les 19th et 20th siècles",
            "au xixe siècle, la vie": "au 19th siècle, la vie",
            "AU XXE SIÈCLE, LA VIE": "AU 20th SIÈCLE, LA VIE",
            "le Ier siècle": "le 1st siècle",
            "la IIIe République": "la Third République",
            "le Ve arrondissement": "le 5th arrondissement",
            "François Ier et Louis XIV": "François I et Louis XIV",
            "les 8es de finale": "les 8es de finale",
            "le n° 5": "le No. 5",
        }
    )


def test_decades_and_tens_of_thousands() -> None:
    check(
        {
            "les années 1990 et 2000": "les 1990s et 2000s",
            "les années 60": "les 1960s",
            "les années 20": "les 20s",
            "les années 90 du XIXe siècle": "les 90s du 19th siècle",
            "les années 2010, 2011 et 2012": "les années 2010, 2011 et 2012",
            "Une dizaine de milliers de gens": "About ten thousand gens",
            "près d'une centaine de milliers d'abonnés": "près de a hundred thousand abonnés",
            "une dizaine, des milliers": "une dizaine, des milliers",
        }
    )


@pytest.mark.parametrize(
    "text",
    [
        "le 01 23 45 67 89",
        "le 0 800 130 000",
        "au +33 1 23 45 67 89",
        "SIREN 123 456 789",
        "tél. 800 130 000",
        "552 032 534 RCS Nanterre",
        "3-1, puis 6-4, 7-6",
        "75011 Paris",
        "A4, COVID-19, G20, F-16, Boeing 737-800, CO2",
        "exemple.fr/2,5 et exemple.fr/2024/2,5",
        "Python 3.11.2, 192.168.1.1, section 1.2.3",
        "les numéros 4,8,15,16",
        "Le code est 40918273645546372819.",
        "The offer of $97.4 billion at 2:30 p.m. on March 3, 2024, the 1st of 2,200,112 in the 1990s",
    ],
)
def test_names_made_of_digits_and_english_forms_stay(text: str) -> None:
    assert english_numbers(text) == text


FORMS = [
    "97,4", "2 200 112 habitants", "12,5 %", "244890", "1,2 milliard d'euros", "3 400 € par mois", "2 billions d'euros",
    "à 14 h 30", "dès 20h", "en 2 h 15", "les 35h", "24h/24", "le 3 mars 2024", "le 1er juin", "14/07/2025",
    "en 2024, 112 personnes", "le XXe siècle", "la 3ème fois", "le 01 23 45 67 89", "3-1", "les années 1990",
    "une dizaine de milliers", "2,200", "$97.4 billion", "2:30 p.m.", "March 3, 2024", "de 9h à 18h", "n° 5", "5 M€",
]  # fmt: skip


@given(st.lists(st.sampled_from(FORMS), min_size=1, max_size=5), st.sampled_from([", ", " ; ", " et puis ", ". "]))
@settings(derandomize=True, deadline=None)
def test_a_second_call_changes_nothing(forms: list[str], link: str) -> None:
    once = english_numbers(link.join(forms))
    assert english_numbers(once) == once


@given(st.text(alphabet=st.characters(exclude_categories=["Nd"], exclude_characters="IVXivx"), max_size=60))
@settings(derandomize=True, deadline=None)
def test_text_without_figures_stays(text: str) -> None:
    if "aine" not in text.lower() and "illion" not in text.lower():
        assert english_numbers(text) == text


@given(st.integers(0, 10**12), st.integers(0, 99), st.sampled_from(SPACES))
@settings(derandomize=True, deadline=None)
def test_a_quantity_keeps_its_value(whole: int, cents: int, space: str) -> None:
    french = f"{whole:,}".replace(",", space) + (f",{cents:02d}" if cents else "")
    english = f"{whole:,}" + (f".{cents:02d}" if cents else "")
    assert english_numbers(f"Ils ont compté {french} grains") == f"Ils ont compté {english} grains"
    (read,) = [number for number in find_numbers(f"Ils comptent {french} grains", "fr") if number.kind != "word"]
    (reread,) = [number for number in find_numbers(f"They count {english} grains", "en") if number.kind != "word"]
    assert read.value == reread.value


@pytest.mark.parametrize("piece", ["1", "1 ", "123 ", "12-", "à 3 ", "1,234 ", "a-", "60, ", "1,", "Ve "])
def test_long_input_of_one_kind_takes_no_long_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    english_numbers(text)
    find_numbers(text, "fr")
    find_numbers(text, "en")
    assert time.process_time() - start < 10  # minutes, if the time grew with the square of the length


def test_a_figure_too_long_to_be_a_quantity_stays_and_is_read_as_a_string() -> None:
    digits = "9" * 5000
    for unit in ("", " Md d'euros", " k€", "e de finale", " h 30"):
        assert digits in english_numbers(digits + unit)
        assert find_numbers(digits + unit, "fr")[0].value == digits


def test_minutes_that_are_named_make_a_duration() -> None:
    check({"1 h 30 min": "1 hour 30 minutes", "La cuisson dure 2 h 05 min.": "La cuisson dure 2 hours 5 minutes."})


def test_a_range_of_hours_that_falls_is_one_of_the_clock() -> None:
    check(
        {
            "éteint de 23 heures à 5 heures": "éteint de 11 p.m. à 5 a.m.",
            "de 3 heures à 5 heures de route": "de 3 heures à 5 heures de route",
        }
    )
