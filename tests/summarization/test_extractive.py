"""Extractive methods and the choice of sentences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

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


SHORT = "the article is no longer than the summary asked for"


def rank(method: str, texts: list[str], title: str = "") -> list[int]:
    ranked: list[int] = import_module(EXTRACTIVE[method]).rank(texts, title)
    return ranked


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


def test_textrank_picks_what_shares_words_with_the_others() -> None:
    assert rank("textrank", TEXTS) == [0, 2, 3, 1, 4]


def test_lsa_picks_the_longest_in_the_main_topic() -> None:
    main = ["The council closed the pool.", "The council closed the old pool.", "The pool closed.", "Council and pool."]
    assert rank("lsa", ["Dogs barked.", *main])[0] == 2
    assert rank("lsa", ["Dogs barked.", *main])[-1] == 0


def test_centroid_counts_the_title_and_the_place_and_what_is_said_again() -> None:
    equals = ["Swimmers protested loudly.", "Cyclists celebrated wildly.", "Farmers harvested quietly."]
    assert rank("centroid", equals) == [0, 1, 2]
    assert rank("centroid", equals, "Farmers and their harvest")[0] == 2
    assert rank("centroid", [*equals, "Swimmers, cyclists and farmers met."])[0] == 3


def test_mmr_does_not_pick_the_same_thing_twice() -> None:
    again = "The council closed the swimming pool on Monday evening."
    assert rank("mmr", [TEXTS[0], again, TEXTS[3], TEXTS[4]]) == [0, 2, 1, 3]


@pytest.mark.parametrize("method", sorted(EXTRACTIVE))
@settings(derandomize=True, deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from([*TEXTS, "…", "It is so.", "", "Pool."]), min_size=1, max_size=8), st.sampled_from(TEXTS)
)
def test_every_sentence_is_ranked_once(method: str, texts: list[str], title: str) -> None:
    assert sorted(rank(method, texts, title)) == list(range(len(texts)))


@pytest.mark.parametrize("method", sorted(EXTRACTIVE))
def test_sentences_come_in_the_order_of_the_article_with_their_ids(method: str) -> None:
    summary = abrege.summarize(article(TEXTS), method, sentences=3)
    picked = [int(s.ids[0].removeprefix("1.")) for s in summary.sentences]
    assert picked == sorted(picked)
    assert [s.text for s in summary.sentences] == [TEXTS[k - 1] for k in picked]


@pytest.mark.parametrize("method", sorted(EXTRACTIVE))
def test_a_text_shorter_than_the_wish_is_its_own_summary_and_says_so(method: str) -> None:
    summary = abrege.summarize(article(TEXTS[:2]), method, sentences=5)
    assert [s.text for s in summary.sentences] == TEXTS[:2]
    assert summary.notes == (SHORT,)


def test_an_abstractive_summary_of_such_a_text_is_the_text_too() -> None:
    texts = [*TEXTS[:2], "On Monday, in the rain, the council closed the swimming pool for good, which surprised all."]
    summary = abrege.summarize(article(texts), "abstractive", sentences=3)
    assert ([s.text for s in summary.sentences], summary.notes) == (texts, (SHORT,))


@pytest.mark.parametrize("length", [{"words": 5}, {"ratio": 0.9}, {"sentences": 2, "words": 20}])
def test_a_text_that_is_longer_than_the_wish_is_not_said_to_be_shorter(length: dict[str, Any]) -> None:
    summary = abrege.summarize(article([TEXTS[2], "Swimmers want the council to keep the old pool open."]), **length)
    assert len(summary.sentences) == 1
    assert summary.notes == ()
    assert abrege.summarize(article(TEXTS[2:3]), words=5).notes == ()


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


def test_what_is_quoted_in_the_other_language_is_not_picked() -> None:
    french = (Sentence("1.1", "La piscine est fermée.", TEXTS[0], "fr", "translated"),)
    english = (Sentence("2.1", TEXTS[3], TEXTS[3], "en", "kept"),)
    summary = abrege.summarize(Article((Block("paragraph", french), Block("paragraph", english)), "fr"))
    assert [s.ids for s in summary.sentences] == [("1.1",)]


def test_an_article_of_items_only_is_summarised_from_them() -> None:
    summary = abrege.summarize(article(TEXTS, "item"), "lead", sentences=1)
    assert [s.text for s in summary.sentences] == TEXTS[:1]


def of_blocks(*blocks: tuple[str, str]) -> Article:
    return Article(
        tuple(
            Block(kind, (Sentence(f"{k}.1", text, text, "en", "kept"),))  # type: ignore[arg-type]
            for k, (kind, text) in enumerate(blocks, 1)
        ),
        "en",
    )


ITEMS = [
    ("item", "Drink a glass of water every hour."),
    ("item", "Close all the shutters before nine in the morning."),
    ("item", "Ask your elderly neighbors how they feel."),
    ("item", "Never leave children alone in a parked car."),
]


def test_items_that_are_sentences_join_a_lead_in_and_not_an_article() -> None:
    lead_in = ("paragraph", "The town gives this advice.")
    summary = abrege.summarize(of_blocks(lead_in, *ITEMS), "lead", sentences=2)
    assert [s.ids for s in summary.sentences] == [("2.1",), ("3.1",)]
    prose = [("paragraph", text) for text in (*TEXTS[:4], "The mayor promised a new pool for the schools.")]
    summary = abrege.summarize(of_blocks(*ITEMS, *prose), "lead", sentences=4)
    assert [s.ids for s in summary.sentences] == [("5.1",), ("6.1",), ("7.1",), ("8.1",)]


def test_what_fits_the_wish_has_its_items_and_says_so_only_if_nothing_is_missing() -> None:
    whole = [("heading", "What to do today"), *[("paragraph", text) for text in TEXTS], *ITEMS[:2]]
    summary = abrege.summarize(of_blocks(*whole), sentences=100)
    assert [s.text for s in summary.sentences] == [text for kind, text in whole if kind != "heading"]
    assert summary.notes == (SHORT,)
    summary = abrege.summarize(of_blocks(*whole, ("item", "people over 65 years of age")), sentences=100)
    assert [s.text for s in summary.sentences] == [text for kind, text in whole if kind != "heading"]
    assert summary.notes == ()


def test_an_unknown_method_is_answered_with_the_nearest() -> None:
    with pytest.raises(abrege.AbregeError, match="did you mean 'lexrank'"):
        abrege.summarize(article(TEXTS), "lexrang")


@pytest.mark.parametrize(("ratio", "count"), [(0.01, 1), (0.4, 2), (0.6, 3), (0.99, 4)])
def test_a_ratio_is_a_share_of_the_sentences_and_at_least_one(ratio: float, count: int) -> None:
    assert len(abrege.summarize(article(TEXTS), ratio=ratio).sentences) == count


def test_of_several_lengths_each_is_kept() -> None:
    assert len(abrege.summarize(article(TEXTS), sentences=2, ratio=0.8).sentences) == 2
    assert len(abrege.summarize(article(TEXTS), sentences=4, ratio=0.4).sentences) == 2
    assert len(abrege.summarize(article(TEXTS), words=8, ratio=0.8).sentences) == 1


@pytest.mark.parametrize("ratio", [0.0, 1.0, -0.5, 20.0, float("nan")])
def test_a_ratio_that_is_no_share_is_refused(ratio: float) -> None:
    with pytest.raises(abrege.AbregeError, match="between 0 and 1"):
        abrege.summarize(article(TEXTS), ratio=ratio)


def test_what_leans_on_a_sentence_is_taken_with_it_or_late() -> None:
    texts = [TEXTS[0], "But it will open again in the spring of next year.", TEXTS[2], TEXTS[3]]
    assert take([1, 2, 0, 3], texts, 1, None) == [2]
    assert take([1, 2, 0, 3], texts, 3, None) == [0, 1, 2]
    assert take([0, 1, 2, 3], texts, 2, None) == [0, 1]
    assert take([1], [texts[0], texts[1]], 1, None) == [1]


def test_what_tells_little_or_repeats_is_taken_last() -> None:
    again = "On Monday, the council closed the swimming pool for good."
    texts = ["“We will miss the old pool very much,” says a swimmer.", TEXTS[0], again, TEXTS[3]]
    assert take([0, 1, 2, 3], texts, 2, None) == [1, 3]
    assert take([0, 1, 2, 3], texts, 4, None) == [0, 1, 2, 3]


def test_a_sentence_that_stands_ten_times_is_taken_once() -> None:
    assert take(range(10), [TEXTS[0]] * 10, 3, None) == [0]
    assert len(abrege.summarize(article([TEXTS[0]] * 10), sentences=3).sentences) == 1


def test_room_that_a_limit_of_words_leaves_is_not_filled_with_what_reads_badly_or_leans() -> None:
    texts = [
        TEXTS[0],
        TEXTS[1],
        "But it will open again in the spring.",
        "Write to pool@town.example.",
        "We do not know.",
    ]
    assert take([0, 4, 3, 2, 1], texts, None, 100) == [0, 1, 2]
    assert take([0, 4, 3, 2, 1], [*texts[:1], "", *texts[2:]], None, 100) == [0]
    assert take([4, 3], texts, None, 100) == [4]


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
