"""The sentences of a summary say nothing twice, and introduce people once."""

from __future__ import annotations

from abrege.article import Article, Block, Finding, Sentence, SummarySentence
from abrege.summarization.joining import introduced, people, repeats

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


def texts(*sentences: str) -> list[str]:
    known = {"Altman": "Sam", "Musk": "Elon"}
    return [s.text for s in introduced([SummarySentence(text, ("1.1",)) for text in sentences], known)]


def test_two_people_of_one_name_are_left_alone() -> None:
    assert people(article(FRENCH, ENGLISH)) == {"Altman": "Sam"}
    assert people(article(FRENCH[:2], ENGLISH[:2])) == {}  # nobody is named by the surname alone
    assert people(article(FRENCH, [t.replace("Sam Altman", "Altman") for t in ENGLISH])) == {}


def test_a_full_name_stands_once_and_first() -> None:
    assert texts("Sam Altman refuses.", "Sam Altman's team is glad.", "Elon Musk and Sam Altman met.") == [
        "Sam Altman refuses.",
        "Altman's team is glad.",
        "Elon Musk and Altman met.",
    ]
    assert texts("Altman refuses.", "Sam Altman is glad.") == ["Sam Altman refuses.", "Altman is glad."]


def test_quotations_titles_and_other_words_stay() -> None:
    kept = ["Mr. Altman refuses.", "“Sam Altman and Altman,” he said.", "The Altmans and Pre-Altman met."]
    assert texts(*kept) == kept


def test_a_sentence_with_findings_stays_since_they_have_their_places_in_it() -> None:
    doubted = SummarySentence("Sam Altman leads 12 firms.", ("1.1",), (Finding("number", None, (17, 19)),))
    [first, second] = introduced([SummarySentence("Sam Altman refuses.", ("1.2",)), doubted], {"Altman": "Sam"})
    assert (first.text, second) == ("Sam Altman refuses.", doubted)


def test_a_sentence_that_says_the_same_is_seen() -> None:
    one = "The council closed the swimming pool on Monday."
    assert repeats(one, "On Monday the council closed the old swimming pool for good.")
    assert not repeats(one, "Swimmers want the council to reopen the pool in spring.")
