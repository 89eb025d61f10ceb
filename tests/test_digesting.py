"""A digest: what is refused first, what is translated, how long its summaries are, and titles that are made."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import abrege
from abrege.article import Article, Block, Digest, Sentence
from abrege.summarization import DEFAULT_METHOD
from abrege.translation import IN_ENGLISH

Run = Callable[..., Any]
COUNCIL = "Le conseil municipal a refusé la fermeture de la piscine."
FRENCH = f"{COUNCIL} Les nageurs sont soulagés, le maire est déçu."
ENGLISH = [
    "The council closed the swimming pool on Monday.",
    "The weather was fine and the streets were empty.",
    "Closing the pool will save the council two million euros.",
    "Swimmers want the council to keep the pool open.",
    "The mayor promised a new swimming pool for the schools.",
]


def made(text: str) -> str:
    digest = abrege.digest(text.encode(), model="small")
    assert digest.title_made == bool(digest.title)
    return digest.title


def english(*texts: str) -> Article:
    return abrege.read(" ".join(texts).encode(), lang="en")


def lengths(digest: Digest) -> list[int]:
    return [len(summary.sentences) for summary in digest.summaries]


def test_a_digest_has_a_made_title_where_the_article_has_none() -> None:
    digest = abrege.digest(FRENCH.encode(), model="small")
    assert digest.title_made
    assert digest.title[0].isupper() and not digest.title.endswith(".")
    assert "refused" in digest.title and "closure" in digest.title
    assert [s.method for s in digest.summaries] == [DEFAULT_METHOD, "abstractive"]


def test_a_made_title_denies_what_the_article_denies() -> None:
    title = made(
        "Le ministre a démenti avoir reçu de l'argent d'un lobbyiste. "
        "Une enquête a été ouverte jeudi par le parquet de Paris."
    )
    assert "denied" in title or ("investigation" in title and "money" not in title)


def test_a_made_title_is_a_run_of_words_of_one_sentence() -> None:
    for text in (
        FRENCH,
        "La piscine ferme quand la piscine est ouverte. La mairie cherche une solution depuis des mois.",
    ):
        article = abrege.translate(abrege.read(text.encode()), model="small")
        sentences = [iter(str(s.target).lower().strip(".").split()) for b in article.blocks for s in b.sentences]
        words = made(text).lower().split()
        assert any(all(word in left for word in words) for left in sentences)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Il a quitté la ville lundi. Elle est restée.", "nobody knows who"),
        ("Qui a fermé la piscine municipale de Lille ? Personne ne veut le dire.", "a question, and a short one"),
        ("Le conseil municipal a voté lundi soir.", "one sentence is no longer than its title"),
    ],
)
def test_no_title_is_made_of_what_cannot_stand_above_an_article(text: str, why: str) -> None:
    assert made(text) == "", why


def test_what_the_model_is_not_sure_of_is_no_title() -> None:
    article = abrege.translate(abrege.read(FRENCH.encode()), model="small")
    doubtful = tuple(
        replace(block, sentences=tuple(replace(s, score=-0.9) for s in block.sentences)) for block in article.blocks
    )
    assert abrege.digest(article, model="small").title
    assert abrege.digest(replace(article, blocks=doubtful), model="small").title == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sentences": 0}, "sentences is 0"),
        ({"words": -1}, "words is -1"),
        ({"ratio": 2.0}, "ratio is 2"),
        ({"method": "abstractive"}, "no extractive method is called 'abstractive'"),
        ({"method": "lexrang"}, "did you mean 'lexrank'"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_read(options: dict[str, Any], message: str) -> None:
    with pytest.raises(abrege.AbregeError, match=message):
        abrege.digest("/nowhere/article.txt", **options)


def test_a_translation_that_is_there_stays() -> None:
    edited = Sentence("1.1", COUNCIL, "Lille keeps its pool, by hand.", "fr", "translated")
    article = Article((Block("paragraph", (edited,)),))
    assert abrege.digest(article, model="small").article == article
    partly = replace(
        article, blocks=(*article.blocks, Block("paragraph", (Sentence("2.1", "Les nageurs sont furieux."),)))
    )
    first, second = abrege.digest(partly, model="small").article.blocks
    assert first.sentences == (edited,)
    assert second.sentences[0].target == "The swimmers are furious."


def test_an_english_article_says_so_once() -> None:
    digest = abrege.digest(abrege.translate(english(*ENGLISH)), model="small")
    assert digest.article.notes.count(IN_ENGLISH) == 1


def test_the_length_is_3_sentences_only_if_no_other_is_given() -> None:
    article = english(*ENGLISH)
    assert lengths(abrege.digest(article, model="small")) == [3, 3]
    assert lengths(abrege.digest(article, words=200, model="small")) == [5, 5]
    assert lengths(abrege.digest(article, ratio=0.2, model="small")) == [1, 1]


def test_the_command_takes_a_ratio_and_says_how_each_summary_was_made(abrege: Run) -> None:
    text = " ".join(ENGLISH) + "\n"
    result = abrege("digest", "--ratio", 0.4, "--json", "--model", "small", stdin=text)
    assert [len(s["sentences"]) for s in json.loads(result.out)["summaries"]] == [2, 2]
    signed = abrege("digest", "-v", "--model", "small", stdin=text).err
    assert f"abrege: {DEFAULT_METHOD} | abrege " in signed
    assert "abrege: abstractive by small@" in signed and ", beam 8 | abrege " in signed
    assert abrege("digest", "--ratio", 3, stdin=text).code == 2
