"""The tokens of a phrase in, whether it says when something happened out."""

from __future__ import annotations

from collections.abc import Sequence

from abrege.summarization.alignment import Token
from abrege.text.figures import MONTH_NAMES
from abrege.text.lists import listed

DAYS = listed("monday tuesday wednesday thursday friday saturday sunday yesterday")
_MONTHS = frozenset(month.lower() for month in MONTH_NAMES)
_PARTS = listed(
    """morning afternoon evening night noon midnight weekend spring summer autumn fall winter day days week weeks month
    months year years decade decades century"""
)
_NEAR = listed("last next this past same")
_DAYS_OR_NEAR = DAYS | _NEAR
TIMES = (
    DAYS
    | _MONTHS
    | _PARTS
    | _NEAR
    | listed("tomorrow overnight early late mid a p m the of first second half end beginning")
)
_PREPOSITIONS = listed("on in since by from over at")


def is_time(phrase: Sequence[Token]) -> bool:
    """Whether a phrase says when: « on Monday », « last year », « in May 2018 ».

    Not how long, « in six days »; nor what comes again and again: « in the evening », « in May ».
    """
    words = phrase[1:] if phrase and phrase[0].text in _PREPOSITIONS else phrase
    texts = {text for token in words for text in token.text.split()}
    if not words or words[-1].text in {"the", "of"} or not all(t.text in TIMES or t.readings for t in words):
        return False
    led, numbers = len(words) < len(phrase), [token.text for token in words if token.readings]
    if not _DAYS_OR_NEAR.isdisjoint(texts):
        named = not (DAYS | _MONTHS | _PARTS).isdisjoint(texts)
        return named and (led or words[0].text in _DAYS_OR_NEAR)
    if not _MONTHS.isdisjoint(texts):
        return led and (bool(numbers) or phrase[0].text == "since")
    return led and any(len(number) == 4 and number.isdigit() for number in numbers)
