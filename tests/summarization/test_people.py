"""Who may be called by first name and surname, and then by the surname."""

from __future__ import annotations

import pytest

from abrege.article import Article, Block, Sentence
from abrege.summarization.people import people

FRENCH = [
    "Elon Musk veut racheter OpenAI.",
    "Sam Altman refuse.",
    "Musk a fondé Tesla avec Kimbal Musk.",
    "Selon M. Altman, l'offre n'est pas sérieuse.",
]
ENGLISH = [
    "Elon Musk wants to buy OpenAI.",
    "Sam Altman refuses.",
    "Musk founded Tesla with Kimbal Musk.",
    "According to Mr. Altman, the offer is not serious.",
]


def article(sources: list[str], targets: list[str]) -> Article:
    pairs = enumerate(zip(sources, targets, strict=True), 1)
    return Article((Block("paragraph", tuple(Sentence(f"1.{k}", s, t) for k, (s, t) in pairs)),))


def test_two_people_of_one_name_are_left_alone() -> None:
    assert people(article(FRENCH, ENGLISH)) == {"Altman": "Sam"}
    assert people(article(FRENCH[:2], ENGLISH[:2])) == {}  # nobody is named by the surname alone
    assert people(article(FRENCH, [t.replace("Sam Altman", "Altman") for t in ENGLISH])) == {}


@pytest.mark.parametrize(
    "sign",
    [
        "Selon Mme Reinbold, le bassin est vide.",
        "Odile Reinbold, 52 ans, nage.",
        "Odile Reinbold, ancienne directrice du bassin, nage.",
    ],
)
def test_a_title_an_age_or_a_profession_shows_a_person(sign: str) -> None:
    said = ["Odile Reinbold nage.", "Reinbold gagne.", sign]
    assert people(article(said, [*said[:2], "Odile Reinbold swims."])) == {"Reinbold": "Odile"}
    assert people(article(said[:2], said[:2])) == {}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["Le club est rentré à Munich.", "Le Bayern Munich gagne."], ["It is back in Munich.", "Bayern Munich wins."]),
        (
            ["Michelin ferme une usine.", "C'est dur, dit Édouard Michelin, 42 ans.", "Michelin promet une aide."],
            ["Michelin closes a plant.", "It is hard, says Édouard Michelin, 42.", "Michelin promises help."],
        ),
        (["Sochaux est en fête.", "Peugeot Sochaux embauche."], ["Sochaux celebrates.", "Peugeot Sochaux hires."]),
        (
            ["L'usine reste à Flins.", "Renault Flins, directeur compris, vote.", "Flins attend."],
            ["The plant stays in Flins.", "Renault Flins votes, director included.", "Flins waits."],
        ),
    ],
)
def test_a_club_or_a_firm_with_the_name_of_its_town_is_no_person(source: list[str], target: list[str]) -> None:
    assert people(article(source, target)) == {}
