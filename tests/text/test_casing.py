"""Lines in capitals are lowered for the model, and its English gets its capitals back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.text.casing import lower_capitals, restore_capitals


@pytest.mark.parametrize(
    "capitals, lowered",
    [
        ("AFRIQUE DU NORD", "Afrique du Nord"),
        ("SANTÉ", "Santé"),
        ("PLUS", "Plus"),
        ("ÉTÉ", "Été"),
        ("MARDI, 12 MARS 2024 09:20", "Mardi, 12 mars 2024 09:20"),
        ("LA SNCF EN GREVE", "La SNCF en grève"),
        ("ETAT D'URGENCE EN FRANCE", "État d'urgence en France"),
        ("ELECTIONS EUROPEENNES", "Élections européennes"),
        ("ÉCOLE : CE QUI CHANGE", "École : ce qui change"),
        ("LES ETATS-UNIS ET L'UNION EUROPÉENNE", "Les États-Unis et l'Union européenne"),
        ("CÔTE D’IVOIRE : L’OPPOSITION", "Côte d’Ivoire : l’opposition"),
        ("A LA UNE", "À la une"),
        ("A PARIS, LE MAIRE DIT NON", "À Paris, le maire dit non"),
        ("IL A VOTÉ", "Il a voté"),
        ("DE 8 A 10 ANS", "De 8 à 10 ans"),
        ("LE XXe SIÈCLE", "Le XXe siècle"),
        ("LE XXE SIECLE", "Le XXe siècle"),
        ("LA VIE SOUS LOUIS XIV", "La vie sous Louis XIV"),
        ("FRANÇOIS IER", "François Ier"),
        ("LE 1ER MAI A 20H30", "Le 1er mai à 20h30"),
        ("LE G20 ET LE CO2", "Le G20 et le CO2"),
        ("PLAN B", "Plan B"),
        ("J. CHIRAC EST MORT", "J. Chirac est mort"),
        ("MME LE PEN ET M. DUPONT", "Mme Le Pen et M. Dupont"),
        ("JEAN-LUC, DE SAINT-DENIS", "Jean-Luc, de Saint-Denis"),
        ("« NOUS RÉSISTERONS »", "« Nous résisterons »"),
        ("LA FIN. ET LE DÉBUT", "La fin. Et le début"),
        ("TEST iPhone 15 : NOTRE AVIS", "Test iPhone 15 : notre avis"),
        ("INFOS SUR https://exemple.fr/A ET @MAIRIE", "Infos sur https://exemple.fr/A et @MAIRIE"),
    ],
)
def test_capitals_become_a_sentence(capitals: str, lowered: str) -> None:
    assert lower_capitals(capitals) == lowered


@pytest.mark.parametrize(
    "text",
    [
        "L'ONU",
        "SNCF",
        "UE",
        "IBM",
        "PSG – OM",
        "USA",
        "U.S.A.",
        "XIV",
        "A",
        "SNCF : la grève continue",
        "PARIS (AFP) - Le ministre a démissionné",
        "SÉNAT. Le vote a eu lieu",
        "Emmanuel MACRON",
        "Le maire de PARIS",
        "https://EXEMPLE.FR",
        "12 345",
        "-----",
        "",
    ],
)
def test_what_is_not_written_in_capitals_is_left_alone(text: str) -> None:
    assert lower_capitals(text) is None


@pytest.mark.parametrize(
    "text, capitals",
    [
        ("North Africa", "NORTH AFRICA"),
        ("Tuesday, March 12, 2024, 9:20 a.m.", "TUESDAY, MARCH 12, 2024, 9:20 a.m."),
        ("See https://a.fr/b?c=d, @mairie and me@a.fr", "SEE https://a.fr/b?c=d, @mairie AND me@a.fr"),
        ("10 km from the 1990s", "10 km FROM THE 1990s"),
        ("A naïve café", "A NAÏVE CAFÉ"),
    ],
)
def test_english_gets_its_capitals_back(text: str, capitals: str) -> None:
    assert restore_capitals(text) == capitals


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ABCÉÀÊÇ'’-., 0123456789:«»!?IVXaàe@/\n") | st.characters(exclude_categories=["Cs"])))
def test_only_letters_change(text: str) -> None:
    lowered = lower_capitals(text)
    assert lowered is None or (len(lowered) == len(text) and _without_letters(lowered) == _without_letters(text))


def _without_letters(text: str) -> str:
    return "".join("x" if character.isalpha() else character for character in text)


@pytest.mark.parametrize("piece", ["A", "@", "A@", "A-", "1", "\u200b"])
def test_long_input_of_one_kind_takes_no_long_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    lower_capitals(text)
    restore_capitals(text)
    assert time.process_time() - start < 10  # minutes, if the time grew with the square of the length
