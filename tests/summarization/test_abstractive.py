"""A shortened sentence is taken only where it is sound."""

from __future__ import annotations

import pytest

from abrege.article import Sentence
from abrege.summarization.abstractive import sound

SENTENCE = Sentence(
    "1.1",
    "Le conseil municipal de Lille a voté lundi la fermeture des 12 piscines, jugées trop coûteuses.",
    "Lille city council voted on Monday to close the 12 swimming pools, deemed too expensive.",
)


@pytest.mark.parametrize("text", ["Lille city council voted to close the 12 pools.", "Lille is closing its pools."])
def test_what_the_sentence_says_is_sound(text: str) -> None:
    assert sound(SENTENCE, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Lille city council voted to close the", "no end"),
        ("Lille closes its 13 pools.", "another number"),
        ("Roubaix council, led by Martine Aubry, closes pools.", "names"),
        ("Lille council voted to build hospitals and theaters.", "other things"),
        ("Lille closes closes closes closes pools.", "a loop"),
        ("Pools.", "no sentence"),
        ("The council of lille closes pools.", "a name in small letters"),
        (" ".join(["Lille city council voted on Monday to close the 12 pools"] * 2) + ".", "longer"),
    ],
)
def test_what_it_does_not_say_is_not(text: str, why: str) -> None:
    assert not sound(SENTENCE, text), why
