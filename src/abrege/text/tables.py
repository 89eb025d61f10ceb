"""A line of plain text in, whether it is a row of a table out: cells between tabs or bars stand for themselves."""

from __future__ import annotations

import re

from abrege.text.patterns import lazy

CELL_MARK = lazy(r"(\s*(?:\t|\|)[\s|]*)")


def is_table_row(line: str) -> bool:
    """True for a line with a tab inside, or with a bar at either end or two bars inside."""
    text = line.strip()
    bars = len(re.findall(r"(?:^|\s)\|(?=\s|$)", text))
    return "\t" in text or bars >= 2 or (bars == 1 and text.count(" | ") == 1 and len(text) <= 80)
