"""Every number of a French or English text, read, so that a translation can be held against its source."""

from __future__ import annotations

import re
from functools import lru_cache

from abrege.article import Language
from abrege.text.figures import ROMAN_ORDINAL
from abrege.text.patterns import DIGIT
from abrege.text.quantities_figures import FIGURE_READERS, STRING
from abrege.text.quantities_neighbours import lend
from abrege.text.quantities_times import DATE_READERS, NUMERIC_DATE, TIME_READERS
from abrege.text.quantities_values import Number, Reader
from abrege.text.quantities_words import read_words

__all__ = ["Number", "find_numbers"]

# The first reader that knows a figure reads it.
_READERS: dict[Language, tuple[tuple[re.Pattern[str], Reader], ...]] = {
    lang: (NUMERIC_DATE, STRING, *DATE_READERS[lang], *TIME_READERS[lang], *FIGURE_READERS[lang])
    for lang in DATE_READERS
}


def find_numbers(text: str, lang: Language) -> list[Number]:
    """Read every number of a text, in order: in digits, in Roman ordinals (French), and in words (kind "word").

    Words are read generously ("half" is 0.5, 50% or 30), since they serve to excuse a figure, not to accuse one.
    """
    return list(_numbers(text, lang))


@lru_cache(maxsize=512)  # a source is compared with every hypothesis, and checked once more
def _numbers(text: str, lang: Language) -> tuple[Number, ...]:
    taken = bytearray(len(text))
    numbers: list[Number] = []
    if DIGIT.search(text) or (lang == "fr" and ROMAN_ORDINAL.search(text)):
        for pattern, reader in _READERS[lang]:
            for match in pattern.finditer(text):
                if any(taken[match.start() : match.end()]):
                    continue
                read = list(reader(match, lang))
                numbers += read
                if read:
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    numbers += (number for number in read_words(text, lang) if not any(taken[number.start : number.end]))
    numbers.sort(key=lambda number: (number.start, number.end))
    return tuple(lend(numbers, text, lang))
