"""Names that nothing supports are found; English ways of writing a supported name are not."""

from __future__ import annotations

from abrege.fidelity import unsupported_names


def invented(target: str, *supports: str) -> list[str]:
    return [target[a:b] for a, b in unsupported_names(target, *supports)]


def test_a_made_up_name_is_found() -> None:
    source = "Le patron de Tesla a proposé un prix à Sam Altman lundi."
    assert invented("The head of Tesla made Steve Jobs an offer on Monday.", source) == ["Steve", "Jobs"]


def test_other_forms_of_a_name_are_supported() -> None:
    source = "Élise Lefèvre dirige l'école des Côtes-d'Armor."
    assert invented("The school is run by Elise Lefevre's team in Côtes-d'Armor.", source) == []


def test_the_translation_supports_exonyms() -> None:
    source, plain = "Il vit à Londres, au Royaume-Uni.", "He lives in London, in the United Kingdom."
    assert invented("Now he lives in London, United Kingdom.", source, plain) == []


def test_first_words_days_and_months_are_no_names() -> None:
    assert invented('Yesterday he came. "Never on a Monday in May," I said.', "Il est venu.") == []
