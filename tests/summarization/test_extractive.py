"""Extractive methods and the choice of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import abrege
from abrege.article import Article, Block, Sentence
from abrege.summarization import EXTRACTIVE
from abrege.summarization.selection import take

TEXTS = [
    "The council closed the swimming pool on Monday.",
    "The weather was fine and the streets were empty.",
    "Closing the swimming pool will save the council two million euros.",
    "Swimmers want the council to keep the pool open.",
    "A dog barked.",
]


def article(texts: list[str], kind: str = "paragraph") -> Article:
    sentences = tuple(Sentence(f"1.{k}", t, t, "en", "kept") for k, t in enumerate(texts, 1))
    return Article((Block(kind, sentences),), "en")  # type: ignore[arg-type]


def test_lead_is_the_beginning() -> None:
    summary = abrege.summarize(article(TEXTS), "lead", sentences=2)
    assert [s.text for s in summary.sentences] == TEXTS[:2]
    assert [s.ids for s in summary.sentences] == [("1.1",), ("1.2",)]


def test_lexrank_picks_what_the_others_resemble() -> None:
    summary = abrege.summarize(article(TEXTS), "lexrank", sentences=3)
    assert [s.text for s in summary.sentences] == [TEXTS[0], TEXTS[2], TEXTS[3]]


@pytest.mark.parametrize("method", sorted(EXTRACTIVE))
def test_a_text_shorter_than_the_wish_is_its_own_summary_and_says_so(method: str) -> None:
    summary = abrege.summarize(article(TEXTS[:2]), method, sentences=5)
    assert [s.text for s in summary.sentences] == TEXTS[:2]
    assert summary.notes


def test_headings_code_and_boilerplate_are_not_picked() -> None:
    blocks = tuple(
        Block(kind, (Sentence(f"{k}.1", text, text, "en", "kept"),))  # type: ignore[arg-type]
        for k, (kind, text) in enumerate(
            [
                ("title", "A pool closes for good"),
                ("boilerplate", "Read also our other news."),
                ("heading", "What the council said"),
                ("paragraph", TEXTS[0]),
                ("code", "pip install abrege now"),
            ],
            1,
        )
    )
    summary = abrege.summarize(Article(blocks, "en"), "lead")
    assert [s.text for s in summary.sentences] == [TEXTS[0]]


def test_an_article_of_items_only_is_summarised_from_them() -> None:
    summary = abrege.summarize(article(TEXTS, "item"), "lead", sentences=1)
    assert [s.text for s in summary.sentences] == TEXTS[:1]


def test_an_unknown_method_is_answered_with_the_nearest() -> None:
    with pytest.raises(abrege.AbregeError, match="did you mean 'lexrank'"):
        abrege.summarize(article(TEXTS), "lexrang")


@settings(derandomize=True, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=20), st.integers(1, 60), st.randoms(use_true_random=False))
def test_a_word_limit_holds_and_one_sentence_is_always_taken(lengths: list[int], words: int, random: object) -> None:
    texts = [" ".join(["word"] * n) for n in lengths]
    ranked = list(range(len(texts)))
    random.shuffle(ranked)  # type: ignore[attr-defined]
    chosen = take(ranked, texts, None, words)
    assert chosen == sorted(chosen)
    assert ranked[0] in chosen
    assert len(chosen) == 1 or sum(lengths[k] for k in chosen) <= words
