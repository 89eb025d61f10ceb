"""Patterns are compiled when they are used, and behave as compiled ones do; a gate lets every match through."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.text.patterns import has, is_unusual, lazy, matches


@given(st.text("ab1 "))
@settings(derandomize=True, deadline=None)
def test_a_lazy_pattern_finds_what_a_compiled_one_finds(text: str) -> None:
    late, early = lazy(r"(?P<x>a+)b?", re.IGNORECASE), re.compile(r"(?P<x>a+)b?", re.IGNORECASE)
    assert [m.span() for m in late.finditer(text)] == [m.span() for m in early.finditer(text)]
    assert late.sub("-", text) == early.sub("-", text)
    assert (late.pattern, late.groups) == (early.pattern, early.groups)


def test_a_pattern_that_is_never_used_is_never_compiled() -> None:
    never = lazy("(")
    assert list(matches(has("x"), never)("nothing of the kind")) == []


@given(st.text(st.sampled_from("aé’–€\u202f\u2009«Я漢😀")))
@settings(derandomize=True, deadline=None)
def test_french_typography_is_usual_and_pictures_and_other_scripts_are_not(text: str) -> None:
    assert bool(is_unusual(text)) == any(c in "Я漢😀" for c in text)
