"""A shorter version of a sentence is taken only where the cut broke nothing."""

from __future__ import annotations

import pytest

from abrege.article import Sentence
from abrege.summarization.cuts import broken

BID = (
    "Le conseil d'administration d'OpenAI a rejeté à l'unanimité l'offre de rachat de 97,4 milliards de dollars "
    "déposée lundi par un groupe d'investisseurs.",
    "OpenAI's board unanimously rejected the $97.4 billion takeover bid submitted on Monday by a group of investors.",
)
MUSK = (
    "Musk, qui a fondé Tesla, a quitté l'entreprise en 2018, affirmant qu'elle ne pouvait pas rivaliser avec Google.",
    "Musk, who founded Tesla, left the company in 2018, saying that it could not compete with Google.",
)
TRAIN = (
    "« Mon père conduisait le dernier train ; je ne pouvais pas manquer celui-ci », confie Yvette Le Goff.",
    "“My father was driving the last train; I couldn't miss this one,” confides Yvette Le Goff.",
)
TOWN = (
    "Huit allers-retours par jour relieront désormais la commune à Rennes en moins de vingt-cinq minutes.",
    "Eight round trips a day will now link the town to Rennes in less than 25 minutes.",
)
REFUSAL = (
    "Le rejet de cette offre confirme la volonté du conseil de préserver son indépendance.",
    "The rejection of this offer confirms the will of the board to preserve its independence.",
)
CAMERA = (
    "Les proches demandent pourquoi la caméra n'a rien enregistré pendant 17 minutes.",
    "The relatives ask why the camera recorded nothing for 17 minutes.",
)
STUDY = (
    "L'Insee consacre une étude au patrimoine : 10 % des ménages détiennent 48 % de la richesse.",
    "Insee devotes a study to wealth: 10% of households hold 48% of the wealth.",
)
DECISION = (
    "Le conseil a pris une décision hier à Lyon.",
    "The board took a decision yesterday in Lyon.",
)
RULING = (
    "« OpenAI n'est pas à vendre », a tranché son président dans un bref communiqué.",
    "“OpenAI is not for sale,” his president ruled in a brief statement.",
)


def sentence(pair: tuple[str, str]) -> Sentence:
    return Sentence("1.1", *pair)


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        (BID, "OpenAI's board unanimously rejected the $97.4 billion takeover bid."),
        (BID, "OpenAI's board rejected a $97.4 billion buyout bid submitted on Monday."),
        (MUSK, "Musk left the company in 2018, saying that it could not compete with Google."),
        (MUSK, "Musk, who founded Tesla, left the company in 2018."),
        (TRAIN, "“My father was driving the last train,” confides Yvette Le Goff."),
        (TOWN, "Eight round trips a day will link the town to Rennes."),
        (CAMERA, CAMERA[1]),
        (
            ("Une centaine d'habitants venus en voisins ont applaudi.", "It was seen by a hundred residents who came."),
            "It was seen by a hundred residents.",
        ),
        (STUDY, STUDY[1]),
    ],
)
def test_a_clean_cut_passes(pair: tuple[str, str], text: str) -> None:
    assert broken(sentence(pair), text) == ""


@pytest.mark.parametrize(
    ("pair", "text", "rule"),
    [
        (BID, "OpenAI's chairman rejected the $97.4 billion takeover bid.", "words"),
        (BID, "A group of investors unanimously rejected the takeover bid.", "words"),
        (BID, "OpenAI's board unanimously rejected the rejected $97.4 billion takeover bid.", "words"),
        (BID, "OpenAI's board unanimousley rejected the $97.4 billion takeover bid.", "spelling"),
        (BID, "OpenAI's board unanimously rejected.", "end"),
        (MUSK, "Musk, who founded Tesla, left.", "end"),
        (REFUSAL, "The offer confirms the will of the board to preserve its independence.", "head"),
        (TOWN, "Eight round trips a day will now link Rennes.", "head"),
        (CAMERA, "The relatives recorded nothing for 17 minutes.", "clause"),
        (DECISION, "The board took yesterday.", "object"),
        (STUDY, "Insee devotes a study to wealth: 10% hold 48% of the wealth.", "clause"),
        (STUDY, "Insee devotes a study to wealth: 10% of households hold 48%.", "end"),
        (MUSK, "Musk left the company in 2018, saying that it could compete with Google.", "operator"),
        (MUSK, "Musk founded Tesla, left the company in 2018.", "subject"),
        (MUSK, "Musk, who founded Tesla.", "verb"),
        (TRAIN, "My father was driving the last train, confides Yvette Le Goff.", "speaker"),
        (TRAIN, "“My father was driving the last train.”", "speaker"),
        (RULING, "His president ruled in a brief statement.", "speaker"),
    ],
)
def test_a_cut_that_breaks_something_says_what(pair: tuple[str, str], text: str, rule: str) -> None:
    assert broken(sentence(pair), text) == rule


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("The head of Tesla, who took part in 2015, left it three years later.", "The head left it three years later."),
        ("According to two witnesses, the vote took 45 minutes.", "The vote took 45 minutes."),
        ("Five years ago, the cranes were rusting in the harbor.", "The cranes were rusting in the harbor."),
        ("There are 2,200 workers and many hold shares in the firm.", "There are 2,200 shares in the firm."),
        ("The rooms are open from 10 a.m. to 8 p.m. on Sundays.", "The rooms are open to 8 p.m. on Sundays."),
        ("The mayor said: “We will close the pool.”", "The mayor said that we will close the pool."),
        ("The test is about rules that apply to public pools.", "The test is about rules that apply pools."),
        (
            "The line reopened after three years, at a cost of 15 million euros, half of them paid by the region.",
            "The line reopened after three years, half of them paid by the region.",
        ),
        ("If the city agrees, the pool will open again in May.", "If the city agrees."),
    ],
)
def test_an_english_sentence_is_judged_by_the_same_rules(english: str, text: str) -> None:
    assert broken(Sentence("1.1", english, english, "en"), text)
