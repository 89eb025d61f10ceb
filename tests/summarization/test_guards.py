"""What may stand in a summary, and what it rests on."""

from __future__ import annotations

import pytest

from abrege.article import Sentence
from abrege.summarization.guards import rests_on, sound

SENTENCE = Sentence(
    "1.1",
    "Le conseil municipal de Lille a voté lundi la fermeture des 12 piscines, jugées trop coûteuses.",
    "Lille city council voted on Monday to close the 12 swimming pools, deemed too expensive.",
)


@pytest.mark.parametrize(
    "text",
    [
        "Lille city council voted to close the 12 pools.",
        "Lille city council voted on Monday to close the 12 swimming pools.",
    ],
)
def test_what_the_sentence_says_is_sound(text: str) -> None:
    assert sound(SENTENCE, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Lille city council voted to close the", "no end"),
        ("Lille council voted to close the 13 pools.", "another number"),
        ("Roubaix council, led by Martine Aubry, voted to close pools.", "names"),
        ("Lille council voted to build hospitals and theaters.", "other things"),
        ("Lille council voted to close close close close the pools.", "a loop"),
        ("Pools.", "no sentence"),
        ("The council of lille voted to close the pools.", "a name in small letters"),
        (" ".join(["Lille city council voted on Monday to close the 12 pools"] * 2) + ".", "longer"),
    ],
)
def test_what_it_does_not_say_is_not(text: str, why: str) -> None:
    assert not sound(SENTENCE, text), why


def test_a_name_that_is_spelt_as_it_was_is_no_slip() -> None:
    english = "He sold the xAI chatbot to others, and the chatbot was open to everyone, he said."
    assert sound(Sentence("1.1", english, english, "en"), "He sold the xAI chatbot to others, he said.")


def test_a_sentence_rests_on_those_whose_words_it_has() -> None:
    texts = [
        "The council closed the swimming pool on Monday.",
        "A dog barked at the mayor of the town.",
        "Closing the pool will save two million euros.",
    ]
    pool = [Sentence(f"1.{k}", t, t, "en") for k, t in enumerate(texts, 1)]

    def ids(text: str) -> list[str]:
        return [s.id for s in rests_on(text, pool)]

    assert ids("The council closed the pool.") == ["1.1"]
    assert ids("The council closed the swimming pool to save two million euros.") == ["1.1", "1.3"]
    assert ids("A museum opened in Paris with many paintings.") == []
    assert ids("…") == []
