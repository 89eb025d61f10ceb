"""Pieces of two texts are aligned by their lengths and by what they share; what is lost or joined is told apart."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.fidelity.alignment import align

FRENCH = ["Le maire de Lyon a été élu en 2020.", "Il a promis 300 arbres.", "La police cherche deux hommes à Nantes."]
ENGLISH = [
    "The mayor of Lyon was elected in 2020.",
    "He promised 300 trees.",
    "Police are looking for two men in Nantes.",
]


def numbers(source: list[str], target: list[str]) -> list[tuple[list[int], list[int]]]:
    """The places of the pieces that go together."""
    places = list(range(max(len(source), len(target))))
    return [(places[mine], places[yours]) for mine, yours in align(source, target)]


def test_pieces_of_the_same_number_go_one_by_one() -> None:
    assert numbers(FRENCH, ENGLISH) == [([0], [0]), ([1], [1]), ([2], [2])]


def test_a_piece_that_is_lost_goes_with_none() -> None:
    assert numbers(FRENCH, [ENGLISH[0], ENGLISH[2]]) == [([0], [0]), ([1], []), ([2], [1])]
    assert numbers([FRENCH[0], FRENCH[2]], ENGLISH) == [([0], [0]), ([], [1]), ([1], [2])]


def test_two_pieces_that_became_one_go_with_it() -> None:
    assert numbers(FRENCH, [" ".join(ENGLISH[:2]), ENGLISH[2]]) == [([0, 1], [0]), ([2], [1])]
    assert numbers([FRENCH[0], " ".join(FRENCH[1:])], ENGLISH) == [([0], [0]), ([1], [1, 2])]


pieces = st.lists(st.text(alphabet="abc é12.", max_size=30), max_size=30)


@given(pieces, pieces)
@settings(derandomize=True, deadline=None)
def test_no_piece_is_left_out(source: list[str], target: list[str]) -> None:
    beads = align(source, target)
    assert [piece for mine, _ in beads for piece in source[mine]] == source
    assert [piece for _, yours in beads for piece in target[yours]] == target
