"""The numbers of texts in, whether they state a number of another text out, in one form or another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from abrege.fidelity.measures import Conversions, find_measures
from abrege.text.patterns import lazy
from abrege.text.quantities import Number

_WORD_BEFORE = lazy(r"[^\W\d]{2,}\W{1,3}$")
_LONGEST = 8  # parts of a reading that are looked for one by one; an address has four
_SKIPPED = 2  # number words that may stand between two parts: "an hour and 30 minutes"

Text = tuple[str, Sequence[Number]]
_Path = tuple[str, tuple[int, ...]]  # what numbers say one after another, and which


class Statements:
    """What the numbers of one text, or of several, can be said to state."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts
        self._numbers = [number for _, numbers in texts for number in numbers]
        self._times: set[str] = set()
        self._beside_times: set[str] = set()  # 14 and 2 of 14:00
        self._plain: set[str] = set()
        for number in self._numbers:
            times, others = _by_clock(number)
            self._times.update(times)
            (self._beside_times if times else self._plain).update(others)
            # the year of a date may stand elsewhere: in 2024, on March 3
            self._plain.update(part for reading in others if reading.startswith("--") for part in reading.split("+"))
        dates = [number.value for number in self._numbers if number.kind == "date"]
        self._dated = bool(dates)
        self._days_of_years = {date[4:] for date in dates if date[0] != "-"}

    def have(self, number: Number) -> bool:
        """Whether a number is stated; of a date day and year alone, if no date is named at all."""
        times, others = _by_clock(number)
        if not self._times.isdisjoint(times) or not self._plain.isdisjoint(others):
            return True
        if not times and not self._beside_times.isdisjoint(others):
            return True
        if number.kind != "date":
            return False
        year, day = number.value[:-6].strip("-"), number.value[-2:].lstrip("0")
        if self._dated:
            parts = {number.value[-6:].rjust(7, "-"), year}
            return number.value[4:] not in self._days_of_years and parts <= self._plain
        return {day, year or day} <= self._plain

    def spelled(self, compounds: set[str]) -> tuple[set[str], set[Number]]:
        """Which readings of several parts ("2+15") neighbouring numbers make up, and the numbers that do."""
        beginnings = {"+".join(reading.split("+")[:k]) for reading in compounds for k in range(1, _LONGEST + 1)}
        found: set[str] = set()
        parts: set[Number] = set()
        for _, numbers in self._texts:
            for first, number in enumerate(numbers):
                paths: list[_Path] = [(reading, (first,)) for reading in number.readings if reading in beginnings]
                tried: set[tuple[str, int]] = set()
                while paths:
                    said, path = paths.pop()
                    if (said, path[-1]) in tried:
                        continue
                    tried.add((said, path[-1]))
                    if said in compounds and len(path) > 1:
                        found.add(said)
                        parts.update(numbers[k] for k in path)
                        continue
                    if len(path) < _LONGEST:
                        paths += _continued(said, path, numbers, beginnings)
        return found, parts

    @cached_property
    def compounds(self) -> set[str]:
        """The readings of several parts."""
        return {r for number in self._numbers for r in number.readings if 0 < r.count("+") < _LONGEST}

    @cached_property
    def conversions(self) -> Conversions:
        """What is measured."""
        return Conversions(m for text, numbers in self._texts for m in find_measures(text, numbers).values())

    def quote(self, text: str, number: Number) -> bool:
        """Whether a number stands in the same letters, after the same word, as in another text: English in French."""
        before = _WORD_BEFORE.search(text, max(0, number.start - 30), number.start)
        return before is not None and any(text[before.start() : number.end] in other for other, _ in self._texts)


def _continued(said: str, path: tuple[int, ...], numbers: Sequence[Number], beginnings: set[str]) -> Iterator[_Path]:
    """The ways in which the numbers behind go on with a reading of several parts."""
    for k in range(path[-1] + 1, min(path[-1] + 2 + _SKIPPED, len(numbers))):
        for reading in numbers[k].readings:
            if f"{said}+{reading}" in beginnings:
                yield f"{said}+{reading}", (*path, k)
        if numbers[k].kind != "word":
            return


def _by_clock(number: Number) -> tuple[list[str], list[str]]:
    """The readings of a number that are times of day, and the others."""
    if not any(":" in reading for reading in number.readings):
        return [], list(number.readings)
    return [r for r in number.readings if ":" in r], [r for r in number.readings if ":" not in r]
