"""Long articles are summed up in chunks, and every sentence of a draft is judged."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.article import Sentence
from abrege.summarization.shortening import Wish
from abrege.summarization.writers.large import chunks, drafted, judged

TEXTS = [
    "The council closed the swimming pool on Monday.",
    "The weather was fine and the streets were empty.",
    "Closing the pool will save the council two million euros.",
    "Swimmers want the council to keep the pool open.",
]
POOL = [Sentence(f"1.{k}", t, t, "en") for k, t in enumerate(TEXTS, 1)]


def words(text: str) -> int:
    return len(text.split())


class First:
    """Stands in for a model: sums up a text by its first sentence; a piece is a word."""

    settings = SimpleNamespace(positions=20)
    length = staticmethod(words)

    def __init__(self) -> None:
        self.read: list[str] = []

    def summarize(self, texts: Sequence[str], beam: int) -> list[list[str]]:
        self.read += texts
        return [[text.split(". ")[0].strip(".") + "."] for text in texts]


@settings(derandomize=True, deadline=None)
@given(st.lists(st.integers(1, 25), min_size=1, max_size=12), st.integers(3, 20))
def test_chunks_lose_nothing_and_none_is_too_long(lengths: list[int], most: int) -> None:
    texts = [" ".join(f"{k}-{n}" for n in range(length)) for k, length in enumerate(lengths)]
    parts = list(chunks(texts, words, most))
    assert " ".join(piece for part in parts for piece in part) == " ".join(texts)
    assert all(words(" ".join(part)) <= most for part in parts)
    if max(lengths) <= most:
        assert [piece for part in parts for piece in part] == texts


def test_an_article_that_fits_is_read_at_once() -> None:
    engine: Any = First()
    assert drafted(engine, TEXTS[:2]) == [TEXTS[0]]
    assert engine.read == [" ".join(TEXTS[:2])]


def test_a_longer_one_is_read_in_whole_sentences_and_summed_up_again() -> None:
    engine: Any = First()
    assert drafted(engine, TEXTS * 2) == [TEXTS[0]]
    assert " ".join(engine.read[:4]) == " ".join(TEXTS * 2)
    assert all(words(text) <= 20 for text in engine.read)


def test_a_model_that_does_not_shorten_ends_too() -> None:
    class Echo(First):
        def summarize(self, texts: Sequence[str], beam: int) -> list[list[str]]:
            return [[text] for text in texts]

    engine: Any = Echo()
    assert drafted(engine, TEXTS) == [" ".join(TEXTS)]


def wish(sentences: int | None = 3) -> Wish:
    return Wish(POOL, [2, 0, 3, 1], sentences, None)


def read(drafts: list[list[str]], sentences: int = 3) -> list[tuple[str, tuple[str, ...]]]:
    return [(s.text, s.ids) for s in judged(wish(sentences), drafts)]


def test_a_sentence_carries_what_it_rests_on_and_they_come_in_the_order_of_the_article() -> None:
    draft = ["Swimmers want the pool open.", "The council closed the swimming pool to save two million euros."]
    assert read([draft]) == [(draft[1], ("1.1", "1.3")), (draft[0], ("1.4",))]


def test_the_draft_with_the_fewest_unsupported_sentences_is_taken() -> None:
    good = ["The council closed the pool on Monday."]
    assert read([["The council closed 14 swimming pools on Monday."], good]) == [(good[0], ("1.1",))]


def test_an_unsupported_sentence_gives_way_to_one_of_another_draft_and_then_to_the_articles_own() -> None:
    wrong = ["Swimmers want the pool open.", "Closing the pool will save the council nine million euros."]
    other = ["Closing the pool will save millions of euros.", "Martine Aubry opened 3 museums.", "The end"]
    assert read([wrong, other])[0] == (other[0], ("1.3",))
    assert read([wrong])[0] == (TEXTS[2], ("1.3",))


def test_where_no_sentence_can_stand_the_article_is_picked_from() -> None:
    nonsense = [["mp stre stre stre", "Zorg met Blarg in Paris."], []]
    assert read(nonsense, 2) == [(TEXTS[0], ("1.1",)), (TEXTS[2], ("1.3",))]


def test_nothing_is_said_twice() -> None:
    assert len(read([["The council closed the pool.", "On Monday the council closed the swimming pool."]])) == 1
