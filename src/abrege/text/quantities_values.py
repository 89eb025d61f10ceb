"""What one number of a text says, as strings that can be compared: its value, and what else it may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from abrege.article import Language

if TYPE_CHECKING:
    import re

NumberKind = Literal["figure", "percent", "money", "ordinal", "decade", "time", "date", "string", "word"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text.

    Attributes:
        start: where it begins, in characters; scale words and signs belong to it.
        end: where it ends.
        kind: how it is written; "word" if it has no digit, "string" if it is none to reckon with (3.11.2).
        value: what it says: a decimal ("1200000000", "97.4"), a percentage ("12.5%"), a time of day ("14:30"), a date
            ("2024-03-03", "--03-03" without a year), or the string itself.
        alternatives: what it may say as well, best first; "2+15" means two numbers that stand side by side.
    """

    start: int
    end: int
    kind: NumberKind
    value: str
    alternatives: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[str, ...]:
        """The value and its alternatives."""
        return (self.value, *self.alternatives)


Reader = Callable[["re.Match[str]", Language], Iterator[Number]]


def number_of(start: int, end: int, kind: NumberKind, *readings: str) -> Number:
    """A number of a text, of the readings that are not empty, each once."""
    distinct = tuple(dict.fromkeys(reading for reading in readings if reading))
    return Number(start, end, kind, distinct[0], distinct[1:])


def decimal(value: Decimal | int | str) -> str:
    """Decimal("1200.50") -> "1200.5" """
    plain = format(Decimal(value), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def is_decimal(reading: str) -> bool:
    """Whether a reading is a quantity: neither a date, a time, a percentage nor 3.11.2."""
    return reading.replace(".", "", 1).isdecimal()
