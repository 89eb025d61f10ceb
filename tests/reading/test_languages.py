"""The language of an article and of its sentences."""

from __future__ import annotations

import pytest

from abrege.errors import InputError
from abrege.reading import read

FRENCH = "Le groupe a annoncé mardi qu'il ne vendrait pas l'entreprise, et que le conseil était du même avis. " * 3
ENGLISH = "The board said on Tuesday that it would not sell the company, and that nobody had asked it to. " * 3
GERMAN = (
    "Der Vorstand hat am Dienstag mitgeteilt, dass er das Unternehmen nicht verkaufen wird, weil die Aufsichtsräte das "
    "Angebot für zu niedrig halten und mit dem Käufer nicht über einen anderen Preis sprechen wollen. "
) * 6


def languages(text: str) -> list[str]:
    return [sentence.lang for block in read(text.encode()).blocks for sentence in block.sentences]


def test_french_is_french_and_english_is_english() -> None:
    assert read(FRENCH.encode()).lang == "fr"
    assert read(ENGLISH.encode()).lang == "en"
    assert set(languages(ENGLISH)) == {"en"}


def test_an_english_sentence_in_a_french_article_is_english() -> None:
    text = f"{FRENCH}\n\nWe are not for sale and we never will be.\n\n{FRENCH}"
    found = languages(text)
    assert found.count("en") == 1 and read(text.encode()).lang == "fr"


def test_what_is_too_short_to_tell_follows_the_article() -> None:
    assert languages(f"{FRENCH}\n\nMicrosoft")[-1] == "fr"
    assert languages(f"{ENGLISH}\n\nMicrosoft")[-1] == "en"
    assert languages("Progressivement") == ["fr"]


def test_another_language_is_refused_by_name_unless_overridden() -> None:
    with pytest.raises(InputError, match=r"German.*--lang fr"):
        read(GERMAN.encode())
    assert read(GERMAN.encode(), lang="fr").lang == "fr"


def test_the_given_language_is_that_of_sentences_too_short_to_tell() -> None:
    assert [s.lang for b in read(b"Microsoft", lang="en").blocks for s in b.sentences] == ["en"]
