"""Names that nothing supports are found; English ways of writing a supported name are not."""

from __future__ import annotations

from string import ascii_lowercase
from time import process_time

import pytest

from abrege.fidelity.names import check_names, named_by, unsupported_names


def invented(target: str, *supports: str) -> list[str]:
    return [target[a:b] for a, b in unsupported_names(named_by(supports), target)]


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
        ("LE 3 FEVRIER, IL EST MORT", "ON FEBRUARY 3, HE DIED"),
        ("Il est mort le 3 FEVRIER.", "He died on February 3."),
        ("Le 11-Septembre a changé le monde.", "9/11 changed the world."),
        ("Il traverse la Manche.", "He crosses the English Channel."),
        ("Il a gagné Roland-Garros.", "He won the French Open."),
        ("Oussama Ben Laden est mort.", "Osama bin Laden is dead."),
        ("La CEDH a condamné la France.", "The European Court of Human Rights ruled against France."),
        ("Matignon se tait.", "The prime minister's office is silent."),
        ("La guerre antisoviétique a duré.", "The anti-Soviet war went on."),
        ("Les IST sont fréquentes.", "The STIs are frequent."),
        ("Les e-books se vendent.", "The eBooks sell."),
        ("Il lit Alexandre Soljenitsyne.", "He reads Alexander Solzhenitsyn."),
        ("Il enseigne la langue romane.", "He teaches the Romance language."),
        ("Les enfants atteints de TDA souffrent.", "Children with ADD suffer."),
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
        ("Il a été élu par l'ONU.", "He was elected by UNESCO.", [("ONU", "UNESCO")]),
        ("Il a vu son iPad.", "He saw his iMac.", [("", "iMac")]),
        ("Il vit au Niger.", "He lives in Nigeria.", [("Niger", "Nigeria")]),
        ("Il vit en Autriche.", "He lives in Australia.", [("Autriche", "Australia")]),
        ("Il habite la Manche.", "He lives in Manchester.", [("", "Manchester")]),
        ("Il rencontre Martin.", "He meets Martinez.", [("Martin", "Martinez")]),
        ("Il a vu Paris, Rome et Gand.", "He saw Berlin, Rome and Ghent.", [("Paris", "Berlin")]),
    ],
)
def test_a_name_of_one_side_only_is_marked(source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert doubted(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("L'OTAN va réagir.", "The WHO will react.", ("OTAN", "WHO")),
        ("L'UE a réagi hier.", "The US reacted yesterday.", ("UE", "US")),
        ("Les médias attendent trop du PSG.", "The media expect too much of Ministry.", ("PSG", "Ministry")),
        ("Les élus allemands hésitent.", "The Messenger officials hesitate.", ("allemands", "Messenger")),
        ("Il vit en Corée du Nord.", "He lives in South Korea.", ("Nord", "South")),
    ],
)
def test_a_word_that_may_be_no_name_counts_in_the_place_of_a_name(
    source: str, target: str, expected: tuple[str, str]
) -> None:
    assert doubted(source, target) == [expected]


def test_a_word_that_may_be_no_name_alone_is_not_doubted() -> None:
    assert doubted("Il s'est tu.", "He, the President, was silent.") == []
    assert doubted("Il a parlé au PSG.", "He spoke to the club.") == []


def test_a_sentence_full_of_names_is_no_heading() -> None:
    source, target = "Kylian Mbappé affronte Ousmane Dembélé.", "Kylian Mbappé faces Zorbek Tufalini."
    assert doubted(source, target) == [("Ousmane Dembélé", "Zorbek Tufalini")]


def test_several_names_in_the_place_of_others_are_paired_in_order() -> None:
    source = "Vladimir Poutine a reçu Narendra Modi à Kazan."
    assert doubted(source, "Vladimir Putin hosted Emmanuel Macron in Samara.") == [
        ("Narendra Modi", "Emmanuel Macron"),
        ("Kazan", "Samara"),
    ]


def test_names_that_stand_far_apart_are_not_paired() -> None:
    source = "À Quantico, il a trouvé la mort, et personne ne sait pourquoi ni comment."
    target = "It was where he died, and nobody knows why or how, not even in Düsseldorf."
    assert sorted(doubted(source, target)) == [("", "Düsseldorf"), ("Quantico", "")]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Il vit à Londres.", "He lives in Paris.", "London"),
        ("Les Français ont gagné.", "The Germans won.", "French"),
        ("L'OTAN va réagir.", "The WHO will react.", "NATO"),
        ("Il vit à Tel-Aviv.", "He lives in Rome.", "Tel-Aviv"),
        ("Il cite Narendra Modi.", "He quotes Barack Obama.", "Narendra Modi"),
    ],
)
def test_the_english_name_is_expected(source: str, target: str, expected: str) -> None:
    assert [finding.expected for finding in check_names(source, target)] == [expected]


def test_long_lists_of_names_take_no_long_time() -> None:
    endings = [f"{a}{b}x" for a in ascii_lowercase for b in ascii_lowercase] * 3
    started = process_time()
    assert check_names(" ".join(f"Jean Nom{end}" for end in endings), " ".join(f"Paul Mon{end}" for end in endings))
    assert process_time() - started < 4
