"""A source and a target in, the quotation mark of the target that has no partner out."""

from __future__ import annotations

from abrege.article import Finding
from abrege.text.patterns import lazy

_MARK = lazy('[«»“”"]')
_CLOSES = {"»": "«", "”": "“"}


def _alone(text: str) -> int | None:
    """The place of the first mark that is not closed, or that closes nothing; None if all marks have partners."""
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        opening = _CLOSES.get(mark, mark)
        if mark == '"' and not opened and text[place - 1 : place].isdigit():
            continue  # inches
        if opened and opened[-1][0] == opening and mark not in ("«", "“"):
            opened.pop()
        elif mark in _CLOSES:
            return place
        else:
            opened.append((mark, place))
    return opened[0][1] if opened else None


def check_quotations(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "quotation": a quotation of the target that is opened and not closed, or closed and not opened.

    Where the source has a mark without a partner too, the quotation goes on in another sentence: nothing is reported.
    """
    place = _alone(target)
    if place is None or _alone(source) is not None:
        return ()
    return (Finding("quotation", None, (place, place + 1), "the other quotation mark"),)
