"""Picked sentences stand in the best of their shorter forms."""

from __future__ import annotations

from collections.abc import Sequence

from abrege.article import Finding, Sentence
from abrege.summarization.shortening import Wish, best, shortened

TEXTS = [
    "The council closed the old swimming pool, which was built in 1962.",
    "Closing the pool, which leaks, will save the council two million euros.",
    "On Monday the council closed the old swimming pool for good.",
    "Swimmers from many towns want the council to keep the pool open.",
]
DOUBT = Finding("name", None, (0, 3))
POOL = [Sentence(f"1.{k}", t, t, "en", findings=(DOUBT,)) for k, t in enumerate(TEXTS, 1)]
SHORT = "The council closed the old swimming pool."


def wish(sentences: int | None = 3, words: int | None = None) -> Wish:
    return Wish(POOL, [0, 2, 1, 3], sentences, words)


def nothing(sentences: Sequence[Sentence]) -> list[list[str]]:
    return [[] for _ in sentences]


def test_a_proposal_tells_what_to_leave_out_and_its_words_are_not_taken() -> None:
    assert best(POOL[0], ["The council shut the swimming bath."]) == SHORT
    assert best(POOL[0], ["The council opened a museum.", "The council closed.", TEXTS[0]]) == SHORT


def test_without_a_model_phrases_are_left_out_and_else_the_sentence_stands() -> None:
    assert best(POOL[1], []) == "Closing the pool will save the council two million euros."
    assert best(POOL[3], ["Swimmers want the pool."]) == TEXTS[3]


def test_a_sentence_keeps_half_of_its_words_and_does_not_become_too_short_to_tell_something() -> None:
    half = "The mayor resigned, which surprised the council, the swimmers, the press and the opposition."
    assert best(Sentence("1.1", half, half, "en"), ["The mayor resigned."]) == half


def test_each_sentence_has_its_source_and_what_is_doubted_stays_with_what_stands_as_it_was() -> None:
    def propose(sentences: Sequence[Sentence]) -> list[list[str]]:
        return [[SHORT] if s is POOL[0] else [] for s in sentences]

    written = shortened(wish(2), propose)
    assert [(s.text, s.ids, s.findings) for s in written] == [
        (SHORT, ("1.1",), ()),
        ("Closing the pool will save the council two million euros.", ("1.2",), ()),
    ]
    assert shortened(Wish(POOL[3:], [0], 1, None), nothing)[0].findings == (DOUBT,)
    best_ranked_is_doubted = Wish(POOL, [3, 1], 1, None)
    assert shortened(best_ranked_is_doubted, nothing)[0].ids == ("1.2",)


def test_no_two_sentences_say_the_same() -> None:
    assert [s.ids for s in shortened(wish(), nothing)] == [("1.1",), ("1.2",), ("1.4",)]


def test_what_reads_badly_does_not_fill_the_room_that_is_left() -> None:
    texts = [TEXTS[0], "Write to the council at pool@town.example before noon.", TEXTS[3]]
    pool = [Sentence(f"1.{k}", t, t, "en") for k, t in enumerate(texts, 1)]
    assert [s.ids for s in shortened(Wish(pool, [0, 1, 2], None, 90), nothing)] == [("1.1",), ("1.3",)]
    assert len(shortened(Wish(pool, [0, 1, 2], 3, None), nothing)) == 3


def test_a_limit_of_words_holds_for_what_was_shortened() -> None:
    written = shortened(wish(None, 18), nothing)
    assert sum(len(s.text.split()) for s in written) <= 18
    assert len(shortened(wish(None, 1), nothing)) == 1
