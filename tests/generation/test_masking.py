"""What is kept apart comes back where it was."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.generation.masking import Masked, complete, mask, unmask

PLACEHOLDERS = tuple(f"<x{k}>" for k in range(1, 9))
words = st.lists(st.text("abcé ,.", min_size=1, max_size=6), min_size=1, max_size=17)


@settings(derandomize=True, deadline=None)
@given(words)
def test_masking_and_unmasking_is_the_identity(parts: list[str]) -> None:
    text, spans, at = "".join(parts), [], 0
    for k, part in enumerate(parts):
        if k % 2:
            spans.append((at, at + len(part)))
        at += len(part)
    masked = mask(text, spans, PLACEHOLDERS)
    assert masked is not None
    assert complete(masked.text, masked)
    assert unmask(masked.text, masked) == text


def test_more_parts_than_placeholders_cannot_be_masked() -> None:
    assert mask("a" * 9, [(k, k + 1) for k in range(9)], PLACEHOLDERS) is None
    assert mask("a", [(0, 1)], ()) is None


def test_a_lost_or_doubled_placeholder_is_seen() -> None:
    masked = Masked("voir <x1> et <x2>", ("https://exemple.fr", "@mairie"))
    assert complete("see <x2> and <x1>", masked)
    assert not complete("see <x1>", masked)
    assert not complete("see <x1> and <x1> and <x2>", masked)
    assert not complete("see <x1>, <x2> and <x3>", masked)
    assert unmask("see <x2> and <x1>", masked) == "see @mairie and https://exemple.fr"
