"""A translation takes over the form of its source."""

from __future__ import annotations

import pytest

from abrege.generation.finishing import (
    end_mark,
    final_stop,
    first_capital,
    first_letter,
    french_titles,
    quotation_marks,
)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("« Non », dit-il.", '"No," he said.', "“No,” he said."),
        ("Il a dit : « Non. »", 'He said: "No."', "He said: “No.”"),
        ("« Je pars.", '"I am leaving.', "“I am leaving."),
        ("Je reviens. »", 'I will be back."', "I will be back.”"),
        ('"Non", dit-il.', '"No," he said.', '"No," he said.'),
        ("Le « Brexit » et la « flat tax »", 'The "Brexit" and the "flat tax"', "The “Brexit” and the “flat tax”"),
        ("Sans citation.", 'The 6" gun.', 'The 6" gun.'),
        ("(« Oui »)", '("Yes")', "(“Yes”)"),
    ],
)
def test_french_quotation_marks_become_english_ones_and_straight_ones_stay(
    source: str, target: str, expected: str
) -> None:
    assert quotation_marks(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Une offre rejetée", "A rejected offer.", "A rejected offer"),
        ("L'offre est rejetée.", "The offer is rejected.", "The offer is rejected."),
        ("Rendez-vous à 14 h", "See you at 2 p.m.", "See you at 2 p.m."),
        ("Et ensuite…", "And then...", "And then..."),
        ("« Une offre »", "“An offer.”", "“An offer.”"),
    ],
)
def test_a_headline_gets_no_full_stop(source: str, target: str, expected: str) -> None:
    assert final_stop(source, target) == expected


def test_inside_a_sentence_a_translation_begins_small() -> None:
    assert first_letter("et la commune paie", "And the town pays") == "and the town pays"
    assert first_letter("à Paris", "Paris") == "Paris"
    assert first_letter("je pars", "I leave") == "I leave"


def test_a_translation_begins_with_a_capital_where_its_source_does() -> None:
    assert first_capital("Les motivations de Musk", "motivations of Musk") == "Motivations of Musk"
    assert first_capital("iPhone et compagnie", "iPhone and company") == "iPhone and company"
    assert first_capital("xAI grandit", "xAI grows") == "xAI grows"
    assert first_capital("des pommes", "apples") == "apples"


def test_a_question_stays_a_question_and_an_exclamation_one() -> None:
    assert end_mark("On vous dit tout !", "We tell you everything.") == "We tell you everything!"
    assert end_mark("« Où ? »", "“Where.”") == "“Where?”"
    assert end_mark("Il part.", "He leaves.") == "He leaves."
    assert end_mark("À 14 h ?", "At 2 p.m.") == "At 2 p.m."


def test_monsieur_is_mister() -> None:
    assert french_titles("Ce que M. Musk veut", "What M. Musk wants") == "What Mr. Musk wants"
    assert french_titles("L'acteur", "M. Night Shyamalan") == "M. Night Shyamalan"
