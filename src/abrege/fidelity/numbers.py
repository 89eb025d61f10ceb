"""A source and its English target in, the numbers in digits that only one of them states out.

Precision comes first: a number counts as stated in whatever form a translator may have given it (a figure, words,
another scale, a time on another clock, a measure in other units), so what is reported is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from abrege.article import Finding, Language
from abrege.text.patterns import lazy
from abrege.text.quantities import Number, find_numbers

# Number words that are surely meant as numbers: neither one and two, nor round ones as dozens, hundreds, milliers.
_WORDS = {
    "fr": "trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|"
    "soixante",  # « neuf » is new as well
    "en": "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety",
}
_IN_WORDS = {lang: lazy(rf"\b(?:{words})\b", re.IGNORECASE) for lang, words in _WORDS.items()}

# Units that translators convert, each with what it measures and its size in the metric base unit.
_UNITS = (
    (r"km/h|kph|km|kilom[eè]tres?|kilometers?", "length", 1000),
    (r"m|m[eè]tres?|meters?", "length", 1),
    (r"cm|centim[eè]tres?|centimeters?", "length", 0.01),
    (r"mm|millim[eè]tres?|millimeters?", "length", 0.001),
    (r"mi|mph|miles?", "length", 1609),
    (r"ft|feet|foot|pieds?", "length", 0.3048),
    (r"in|inch|inches|po|pouces?", "length", 0.0254),
    (r"yards?", "length", 0.9144),
    (r"km[2²]|(?:kilom[eè]tres?|km) carrés?|square (?:kilometers?|kilometres?|km)", "area", 1e6),
    (r"m[2²]|m[eè]tres? carrés?|square (?:meters?|metres?)", "area", 1),
    (r"ha|hectares?", "area", 1e4),
    (r"(?:sq|square) (?:mi|miles?)", "area", 2.59e6),
    (r"(?:sq|square) (?:ft|feet)", "area", 0.0929),
    (r"acres?", "area", 4047),
    (r"kg|kilos?|kilogram(?:me)?s?", "mass", 1),
    (r"g|gram(?:me)?s?", "mass", 0.001),
    (r"tonnes?", "mass", 1000),
    (r"tons?", "mass", 907),
    (r"lbs?|pounds?|livres?", "mass", 0.4536),
    (r"oz|ounces?|onces?", "mass", 0.02835),
    (r"l|litres?|liters?", "volume", 1),
    (r"gal|gallons?", "volume", 3.785),
    (r"° ?C|degrés(?: celsius)?|degrees celsius", "temperature", 1),
    (r"° ?F|degrees(?: fahrenheit)?", "temperature", 5 / 9),
)
_MEASURES = tuple(
    (lazy(rf"(?:\s|-)?(?:{words})(?![\w/²])", re.IGNORECASE), dimension, size) for words, dimension, size in _UNITS
)
_DIGIT = lazy(r"\d")
_ROUNDING = 0.1  # converted figures are rounded: 30 m are "100 feet"


def _atoms(numbers: list[Number]) -> set[str]:
    """Every value that a text can be said to state, and the pieces of compound ones."""
    return {atom for number in numbers for reading in number.readings for atom in (reading, *reading.split("+"))}


def _stated(number: Number, dated: bool, atoms: set[str]) -> bool:
    """Whether the other text states one of the readings; or day and year alone, if it names no date at all."""
    if any(all(part in atoms for part in reading.split("+")) for reading in number.readings):
        return True
    if number.kind != "date" or dated:
        return False
    year, day = number.value[:-6].strip("-"), number.value[-2:].lstrip("0")
    return day in atoms and (not year or year in atoms)


def _measures(number: Number, text: str) -> Iterator[tuple[str, float, float]]:
    """What a number with a unit behind it measures, its amount in the base unit, and the size of its unit."""
    for unit, dimension, size in _MEASURES:
        if unit.match(text, number.end):
            try:
                amount = float(Decimal(number.value))
            except InvalidOperation:
                return
            zero = 32.0 if size == 5 / 9 else 0.0
            yield dimension, (amount - zero) * size, size


def _converted(number: Number, text: str, others: list[Number], other_text: str) -> bool:
    """Whether the other text gives the same measure in another unit."""
    for dimension, amount, size in _measures(number, text):
        for other in others:
            for other_dimension, other_amount, other_size in _measures(other, other_text):
                tolerance = _ROUNDING * max(abs(amount), abs(other_amount))
                if dimension == other_dimension and size != other_size and abs(amount - other_amount) <= tolerance:
                    return True
    return False


def _only_here(
    numbers: list[Number], text: str, others: list[Number], other_text: str, reported: re.Pattern[str] = _DIGIT
) -> list[Number]:
    """The numbers of one text that the other does not state, of those whose writing the pattern finds."""
    atoms, dated = _atoms(others), any(other.kind == "date" for other in others)
    return [
        number
        for number in numbers
        if reported.search(text, number.start, number.end)
        and not _stated(number, dated, atoms)
        and not _converted(number, text, others, other_text)
    ]


def check_numbers(source: str, target: str, source_lang: Language = "fr") -> tuple[Finding, ...]:
    """Compare the numbers of a sentence with those of its English translation.

    Args:
        source: French text, or English text with `source_lang="en"` (a summary against what it sums up).
        target: English text.
        source_lang: the language of `source`.

    Returns:
        Findings of kind "number": first the numbers in digits of the source that the target does not state (with
        `source_span`), then those of the target that the source does not state (with `target_span`). Numbers in words
        can answer for figures but are never reported themselves; see `check_number_words`.
    """
    if not (_DIGIT.search(source) or _DIGIT.search(target)):
        return ()  # every hypothesis comes by here
    in_source, in_target = find_numbers(source, source_lang), find_numbers(target, "en")
    missing = _only_here(in_source, source, in_target, target)
    made_up = _only_here(in_target, target, in_source, source)
    return _findings(source, missing, made_up)


def check_number_words(source: str, target: str, source_lang: Language = "fr") -> tuple[Finding, ...]:
    """The same for numbers in words (three, quarante-deux, two hundred and fifty) from three on, without round ones."""
    if not (_IN_WORDS[source_lang].search(source) or _IN_WORDS["en"].search(target)):
        return ()
    in_source, in_target = find_numbers(source, source_lang), find_numbers(target, "en")
    missing = _only_here(in_source, source, in_target, target, _IN_WORDS[source_lang])
    made_up = _only_here(in_target, target, in_source, source, _IN_WORDS["en"])
    return _findings(source, [n for n in missing if n.kind == "word"], [n for n in made_up if n.kind == "word"])


def unsupported_numbers(sources: Sequence[str], english: str) -> list[tuple[int, int]]:
    """The spans of the numbers of an English text, in digits or words, that none of the sources states.

    Args:
        sources: texts that the English rests on; what they state in either language counts.
        english: English text.
    """
    text = "\n".join(sources)
    stated = [number for lang in ("fr", "en") for number in find_numbers(text, lang)]
    numbers = find_numbers(english, "en")
    made_up = _only_here(numbers, english, stated, text)
    made_up += [n for n in _only_here(numbers, english, stated, text, _IN_WORDS["en"]) if n.kind == "word"]
    return sorted((n.start, n.end) for n in made_up)


def _findings(source: str, missing: list[Number], made_up: list[Number]) -> tuple[Finding, ...]:
    return (
        *(Finding("number", source_span=(n.start, n.end), expected=source[n.start : n.end]) for n in missing),
        *(Finding("number", target_span=(n.start, n.end), expected="a number of the source") for n in made_up),
    )
