"""Picked sentences stand in the best of their shorter forms."""

from __future__ import annotations

from collections.abc import Sequence

from abrege.article import Finding, Sentence
from abrege.summarization.shortening import Wish, best, shortened

TEXTS = [
    "The council closed the old swimming pool on Monday in the rain.",
    "Closing the pool, which was built in 1962, will save the council two million euros.",
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


def test_the_first_sound_form_that_is_clearly_shorter_is_taken() -> None:
    proposals = ["The council opened a museum.", TEXTS[0], "The council closed.", SHORT, "The council closed the pool."]
    assert best(POOL[0], proposals) == SHORT


def test_without_a_sound_form_phrases_are_left_out_and_else_the_sentence_stands() -> None:
    assert best(POOL[1], ["Closing it will save three million euros."]) == (
        "Closing the pool will save the council two million euros."
    )
    assert best(POOL[0], []) == TEXTS[0]


def test_a_sentence_ends_with_one_full_stop() -> None:
    text = "The pool will stay open until 8 p.m. on most days of the coming week."
    assert best(Sentence("1.1", text, text, "en"), ["The pool will stay open until 8 p.m.."]) == (
        "The pool will stay open until 8 p.m."
    )


def test_each_sentence_has_its_source_and_what_is_doubted_stays_with_what_stands_as_it_was() -> None:
    def propose(sentences: Sequence[Sentence]) -> list[list[str]]:
        return [[SHORT] if s is POOL[0] else [] for s in sentences]

    written = shortened(wish(2), propose)
    assert [(s.text, s.ids, s.findings) for s in written] == [
        (SHORT, ("1.1",), ()),
        ("Closing the pool will save the council two million euros.", ("1.2",), ()),
    ]
    assert shortened(Wish(POOL[:1], [0], 1, None), nothing)[0].findings == (DOUBT,)
    assert shortened(wish(1), nothing)[0].ids == ("1.2",)  # which can be shortened, so that nothing is doubted


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
