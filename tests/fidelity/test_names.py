"""Names that nothing supports are found; English ways of writing a supported name are not."""

from __future__ import annotations

import pytest

from abrege.fidelity import check_names, unsupported_names


def invented(target: str, *supports: str) -> list[str]:
    return [target[a:b] for a, b in unsupported_names(target, *supports)]


def doubted(source: str, target: str) -> list[tuple[str, str]]:
    """The words that each finding marks in source and target."""
    return [
        (
            source[slice(*f.source_span)] if f.source_span else "",
            target[slice(*f.target_span)] if f.target_span else "",
        )
        for f in check_names(source, target)
    ]


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


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il vit à Londres.", "He lives in London."),
        ("Les Anglaises ont battu le Pays de Galles.", "The English women beat Wales."),
        ("Un responsable américain est venu vendredi.", "A United States official came on Friday."),
        ("L'ONU, l'OTAN et le FMI se taisent.", "The UN, NATO and the IMF are silent."),
        ("La Banque centrale européenne relève ses taux.", "The ECB is raising its rates."),
        ("Il a vu le Premier ministre et la Cour suprême.", "He saw the Prime Minister and the Supreme Court."),
        ("Il cite Vladimir Poutine et Nikita Khrouchtchev.", "He quotes Vladimir Putin and Nikita Khrushchev."),
        ("Il vise Zelensky.", "He targets Zelenskyy."),
        ("Le conflit au Proche-Orient dure.", "The conflict in the Middle East goes on."),
        ("Les ETATS-UNIS et l'Egypte ont signé.", "The United States and Egypt signed."),
        ("Il cite Larry Hagman.", "He quotes Hagman."),
        ("Il habite Düsseldorf.", "He lives in Duesseldorf."),
        ("LE CONSEIL DE PARIS SE RÉUNIT", "THE PARIS COUNCIL MEETS"),
        ("", ""),
    ],
)
def test_a_name_in_english_dress_is_not_doubted(source: str, target: str) -> None:
    assert doubted(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Il vit à Londres.", "He lives in Paris.", [("Londres", "Paris")]),
        ("Le service de Beloeil est fermé.", "The service at Bel eye is closed.", [("Beloeil", "Bel")]),
        ("Il a tué Paolo Borsellino.", "He killed Paolo Bosellino.", [("", "Bosellino")]),
        ("Il a tué le juge Borsellino hier.", "He killed the judge Bosellino.", [("Borsellino", "Bosellino")]),
        ("Il est mort à Quantico hier.", "He died yesterday.", [("Quantico", "")]),
        ("Il est mort hier.", "He died in Quantico yesterday.", [("", "Quantico")]),
        ("Le préfet a parlé.", "Barack Obama and the prefect spoke.", [("", "Barack Obama")]),
        ("Il a été élu par l'ONU.", "He was elected by UNESCO.", [("", "UNESCO")]),
    ],
)
def test_a_name_of_one_side_only_is_marked(source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert doubted(source, target) == expected
