"""A number with a unit behind it in, what it measures out, so that 30 m and 100 feet can be known for the same."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from abrege.text.patterns import lazy
from abrege.text.quantities import Number
from abrege.text.quantities_values import is_decimal

# Units that translators convert, each with what it measures and its size in the metric base unit. What begins as
# another one stands before it.
_UNITS = (
    (r"km[2²]|(?:kilom[eè]tres?|km) carrés?|square (?:kilometers?|kilometres?|km)", "area", 1e6),
    (r"m[2²]|m[eè]tres? carrés?|square (?:meters?|metres?)", "area", 1),
    (r"ha|hectares?", "area", 1e4),
    (r"(?:sq|square) (?:mi|miles?)", "area", 2.59e6),
    (r"(?:sq|square) (?:ft|feet)", "area", 0.0929),
    (r"acres?", "area", 4047),
    (r"km/h|kph|km|kilom[eè]tres?|kilometers?", "length", 1000),
    (r"m|m[eè]tres?|meters?", "length", 1),
    (r"cm|centim[eè]tres?|centimeters?", "length", 0.01),
    (r"mm|millim[eè]tres?|millimeters?", "length", 0.001),
    (r"mi|mph|miles?", "length", 1609),
    (r"ft|feet|foot|pieds?", "length", 0.3048),
    (r"in|inch|inches|po|pouces?", "length", 0.0254),
    (r"yards?", "length", 0.9144),
    (r"kg|kilos?|kilogram(?:me)?s?", "mass", 1),
    (r"g|gram(?:me)?s?", "mass", 0.001),
    (r"tonnes?", "mass", 1000),
    (r"tons?", "mass", 907),
    (r"lbs?|pounds?|livres?", "mass", 0.4536),
    (r"oz|ounces?|onces?", "mass", 0.02835),
    (r"l|litres?|liters?", "volume", 1),
    (r"gal|gallons?", "volume", 3.785),
    (r"kw|kilowatts?", "power", 1e3),
    (r"mw|m[eé]gawatts?", "power", 1e6),
    (r"gw|gigawatts?", "power", 1e9),
    (r"tw|t[eé]rawatts?", "power", 1e12),
    (r"° ?C|degrés(?: celsius)?|degrees celsius", "temperature", 1),
    (r"° ?F|degrees(?: fahrenheit)?", "temperature", 5 / 9),
)
_UNIT = lazy(
    rf"[\s-]?(?:{'|'.join(f'(?P<u{k}>{words})' for k, (words, _, _) in enumerate(_UNITS))})(?![\w/²])", re.IGNORECASE
)
_AND = lazy(r",? (?:and |et )?|-")
_ROUNDING = 0.1  # converted figures are rounded: 30 m are "100 feet"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures.

    Attributes:
        dimension: length, mass and so on.
        amount: in the metric base unit.
        size: that of its own unit.
    """

    dimension: str
    amount: float
    size: float


def find_measures(text: str, numbers: Sequence[Number]) -> dict[Number, Measure]:
    """The numbers with a unit, and what they measure; of "5 feet 11 inches" both numbers measure the whole."""
    found: dict[Number, Measure] = {}
    before: tuple[Number, int] | None = None  # the number before and where its unit ends
    for number in numbers:
        unit = _UNIT.match(text, number.end)
        if unit is None or not is_decimal(number.value):
            continue
        _, dimension, size = _UNITS[int((unit.lastgroup or "")[1:])]
        zero = 32 if size == 5 / 9 else 0
        measure = Measure(dimension, (float(number.value) - zero) * size, size)
        if before and _AND.fullmatch(text, before[1], number.start):
            whole = found[before[0]]
            if whole.dimension == dimension and whole.size > size:
                measure = Measure(dimension, whole.amount + measure.amount, whole.size)
                found[before[0]] = measure
        found[number] = measure
        before = number, unit.end()
    return found


class Conversions:
    """The measures of a text, by which those of another text are known in other units."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        amounts: dict[tuple[str, float], set[float]] = {}
        for measure in measures:
            amounts.setdefault((measure.dimension, measure.size), set()).add(measure.amount)
        self._amounts = {unit: sorted(found) for unit, found in amounts.items()}

    def have(self, measure: Measure) -> bool:
        """Whether about the same is measured in another unit."""
        low, high = sorted((measure.amount * (1 - _ROUNDING), measure.amount / (1 - _ROUNDING)))
        return any(
            dimension == measure.dimension
            and size != measure.size
            and (place := bisect_left(amounts, low)) < len(amounts)
            and amounts[place] <= high
            for (dimension, size), amounts in self._amounts.items()
        )
