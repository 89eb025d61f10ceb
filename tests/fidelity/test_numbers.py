"""A number that only one of source and target states is found; one that is said differently is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.fidelity.numbers import check_number_words, check_numbers, pair_numbers, stated_by, unsupported_numbers


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Une offre de 97,4 milliards de dollars.", "An offer of $97.4 billion."),
        ("1,2 milliard d'euros", "1,200 million euros"),
        ("2 billions d'euros", "2 trillion euros"),
        ("À 14 h 30, le train part.", "The train leaves at 2:30 p.m."),
        ("À 14 h 30, le train part.", "The train leaves at 14:30."),
        ("à 20h", "at 8 o'clock"),
        ("en 2 h 15", "in 2 hours 15 minutes"),
        ("1 h 30", "an hour and a half; 90 minutes"),
        ("Il est mort le 3 mars 2024.", "He died on 3 March 2024."),
        ("du 3 au 5 mars 2024", "from the 3rd to the 5th of March, 2024"),
        ("le 14/07/2025", "on July 14, 2025"),
        ("le 11 septembre", "9/11"),
        ("au XXe siècle", "in the 20th century"),
        ("au XXe siècle", "in the twentieth century"),
        ("les années 80", "the 1980s"),
        ("les années 1980", "the eighties"),
        ("deux chats, une dizaine de chiens", "2 cats, about 10 dogs"),
        ("2 chats et 12 chiens", "two cats and a dozen dogs"),
        ("50 % des voix", "half the vote"),
        ("2 millions et demi", "2.5 million"),
        ("500 000 personnes", "half a million people"),
        ("15 à 20 millions", "15 million to 20 million"),
        ("la saison 2024-2025", "the 2024-25 season"),
        ("quinze jours", "14 days"),
        ("à 30 mètres", "about 100 feet (30 m) away"),
        ("Il fait 20 °C.", "It is 68°F."),
        ("François 1er", "Francis I"),
        ("Python 3.11.2", "Python 3.11.2"),
        ("le 01 23 45 67 89", "01 23 45 67 89"),
        ("2 km2", "2 square kilometers"),
        ("2,5 millions de visiteurs", "two and a half million visitors"),
        ("75 % des voix", "three-quarters of the vote"),
        ("un habitant sur cinq", "20% of residents"),
        ("une séance de trois quarts d'heure", "a session of 45 minutes"),
        ("à 9 heures moins le quart", "at 8:45 a.m."),
        ("vers 11 h 00", "around 11 h 00"),
        ("à 8 heures", "at 8 p.m."),
        ("vers 14 h 30", "around half past two"),
        ("entre 15 et 20 h", "between 3 and 8 p.m."),
        ("en 1984", "in nineteen eighty-four"),
        ("2 buts à 0", "two goals to nil"),
        ("1 300 mégawatts", "1.3 gigawatts"),
        ("Il mesure 1,80 m.", "He is 5 feet 11 inches tall."),
        ("le 3 mars et le 5 avril 2024", "March 3, 2024, and April 5, 2024"),
        ("En 2024, le 3 mars", "On March 3, 2024"),
        ("Il écrit : « We pay $9.74 billion »", "He writes: “We pay $9.74 billion”"),
        ("", ""),
        ("Cela coûte 1 milliard 200 millions d'euros.", "It costs 1.2 billion euros."),
    ],
)
def test_the_same_number_said_differently_is_not_reported(source: str, target: str) -> None:
    assert check_numbers(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "source_spans", "target_spans"),
    [
        ("Une offre de 97,4 milliards.", "An offer of 94.7 billion.", ["97,4 milliards"], ["94.7 billion"]),
        ("17 millions", "17 billion", ["17 millions"], ["17 billion"]),
        ("300 personnes", "people", ["300"], []),
        ("des personnes", "300 people", [], ["300"]),
        ("le 3 mars", "April 3", ["3 mars"], ["April 3"]),
        ("à 14 h 30", "at 2:40 p.m.", ["14 h 30"], ["2:40 p.m."]),
        ("au XXe siècle", "in the 19th century", [], ["19th"]),
        ("2 200 112 tonnes", "2,200 tons", ["2 200 112"], ["2,200"]),
        ("une hausse de 0,5 %", "a rise of 50%", ["0,5 %"], ["50%"]),
        ("une hausse de 12 %", "a rise of 12 people", ["12 %"], ["12"]),
        ("à 20 h", "at 8 a.m.", ["20 h"], ["8 a.m."]),
        ("à 14h30", "at 2:30 a.m.", ["14h30"], ["2:30 a.m."]),
        ("à 3 h du matin", "at 3 p.m.", ["3 h du matin"], ["3 p.m."]),
        ("de 14 h 30 à 15 h 45", "from 2:45 p.m. to 3:30 p.m.", ["14 h 30", "15 h 45"], ["2:45 p.m.", "3:30 p.m."]),
        ("à 14 h 30, 12 blessés", "at 2:30 p.m., 30 injured", ["12"], ["30"]),
        ("12 300 euros", "12,300 euros for 12 items", [], ["12"]),
        ("1 billion d'euros", "1 billion euros", ["1 billion"], ["1 billion"]),
        (
            "Du 3 mars 2023 au 5 avril 2024.",
            "From March 3, 2024, to April 5, 2023.",
            ["3 mars 2023", "5 avril 2024"],
            ["March 3, 2024", "April 5, 2023"],
        ),
    ],
)
def test_a_number_of_one_side_only_is_reported(
    source: str, target: str, source_spans: list[str], target_spans: list[str]
) -> None:
    findings = check_numbers(source, target)
    assert {finding.kind for finding in findings} == {"number"}
    assert [source[f.source_span[0] : f.source_span[1]] for f in findings if f.source_span] == source_spans
    assert [target[f.target_span[0] : f.target_span[1]] for f in findings if f.target_span] == target_spans


def test_an_english_source_is_read_as_english() -> None:
    assert check_numbers("It cost $1,200 in 2024.", "$1,200 was the cost in 2024.", "en") == ()
    assert check_numbers("It cost $1,234.", "It cost $1.234.", "en") == ()  # said twice ambiguously: no accusation
    assert check_numbers("It cost $1,200.", "It cost $1,300.", "en")


@given(st.integers(13, 10**9), st.integers(13, 10**9))
@settings(derandomize=True, deadline=None)
def test_another_figure_is_always_reported(said: int, heard: int) -> None:
    source, target = f"Ils ont compté {said:,} grains.".replace(",", " "), f"They counted {heard:,} grains."
    assert bool(check_numbers(source, target)) == (said != heard)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("La ville compte 1 234 567 habitants.", "The city has 1.234.567 residents."),
        ("1 204 personnes ont été arrêtées.", "1.204 people were arrested."),
    ],
)
def test_thousands_parted_by_points_are_no_english(source: str, target: str) -> None:
    assert check_numbers(source, target)


def test_an_address_of_a_machine_is_no_number_that_got_lost() -> None:
    assert not check_numbers("Le serveur 192.168.100.200 est tombé.", "The server 192.168.100.200 is down.")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Six personnes ont été arrêtées.", "Half a dozen people were arrested."),
        ("Il a dix-huit mois.", "He is a year and a half old."),
        ("Les trois quarts des élus ont voté.", "75% of the officials voted."),
        ("Quatre habitants sur dix sont pauvres.", "40% of residents are poor."),
        ("Il risque entre quatre et vingt ans.", "He faces 4 to 20 years."),
        ("Il part à minuit.", "He leaves at midnight."),
    ],
)
def test_the_same_number_in_other_words_is_not_reported(source: str, target: str) -> None:
    assert check_numbers(source, target) + check_number_words(source, target) == ()


def test_noon_is_no_midnight() -> None:
    assert check_number_words("Il part à minuit.", "He leaves at noon.")


def test_each_source_is_read_by_itself() -> None:
    assert unsupported_numbers(stated_by(["Il en a vingt", "Trois sont partis."]), "He has twenty.") == []
    assert unsupported_numbers(stated_by(["Il en a 14", "30 sont partis."]), "He left at 14:30.") == [(11, 16)]


def test_only_numbers_of_one_kind_are_paired() -> None:
    def pairs(source: str, target: str) -> list[bool]:
        found = pair_numbers(check_numbers(source, target), source, target)
        return [finding.source_span is not None and finding.target_span is not None for finding in found]

    assert pairs("Le 3 mars, il part.", "On April 3, he leaves.") == [True]
    assert pairs("Le 3 mars, il part.", "He leaves with 300 people.") == [False, False]


@pytest.mark.parametrize(
    ("source", "target"),
    [("x {k} km ", "x {k}7 miles "), ("x {k} h 30 ", "x {k} 31 "), (" 000", " 001"), ("le 3 mars {k} ", "at {k} ")],
)
def test_many_numbers_take_no_long_time(source: str, target: str) -> None:
    sides = ["".join(side.format(k=k) for k in range(3000)) for side in (source, target)]
    start = time.process_time()
    check_numbers(*sides)
    assert time.process_time() - start < 10  # minutes, if the time grew with the square of the length
