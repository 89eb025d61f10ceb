"""What a sentence of a summary rests on, and what is doubted about it."""

from __future__ import annotations

from abrege.article import Finding, Sentence
from abrege.summarization.guards import doubts, rests_on

CLOSED = Sentence(
    "1.1",
    "Le conseil municipal de Lille a fermé lundi les 12 piscines.",
    "Lille city council closed the 12 swimming pools on Monday.",
    findings=(Finding("coverage", None, (0, 5)),),
)


def test_a_number_that_the_source_has_not_is_doubted_where_it_stands() -> None:
    (finding,) = doubts("Lille city council closed the 13 pools.", [CLOSED])
    assert (finding.kind, finding.target_span) == ("number", (30, 32))
    assert doubts("Lille city council closed the 12 pools.", [CLOSED]) == ()


def test_what_was_doubted_about_a_translation_is_doubted_as_long_as_it_stands() -> None:
    assert CLOSED.target is not None
    assert doubts(CLOSED.target, [CLOSED]) == CLOSED.findings


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
