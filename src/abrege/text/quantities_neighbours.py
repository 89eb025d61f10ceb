"""What the numbers of a text lend each other: « 15 à 20 millions » means 15 millions, « un sur cinq » is 20 %."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from abrege.article import Language
from abrege.text.figures import SP, compiled
from abrege.text.patterns import LETTER, lazy
from abrege.text.quantities_figures import FIGURE_SCALES, PERCENT_SIGN, SCALE_WORD
from abrege.text.quantities_times import either_half
from abrege.text.quantities_values import Number, decimal, is_decimal, number_of

_LINK = compiled(rf"{SP}?(?:à|et|ou|to|and|or|-|–|,|/){SP}?(?:[€$£¥]|about{SP}|environ{SP})?")
_SCALE = {lang: compiled(word) for lang, word in SCALE_WORD.items()}
_IN_WORDS = compiled(r"(?:mill(?:e|ions?|iers?|iards?)|(?:thous|mill|bill|trill)(?:and|ion)s?)$")
_YEAR_BEFORE = lazy(r"\d{4}[-–/]")
_PERCENT = compiled(rf"(?:{PERCENT_SIGN})|{SP}(?:percentage{SP})?points?\b|{SP}pts\b")
_MAY_BE_PERCENT = compiled(r"%|cent|point|pts|p\.")
_OUT_OF = {
    "fr": compiled(rf"(?:{SP}[^\W\d_]+){{0,3}}?{SP}sur{SP}"),
    "en": compiled(rf"(?:{SP}[^\W\d_]+){{0,3}}?{SP}(?:in|out{SP}of|of){SP}(?:every{SP}|each{SP})?"),
}
_PART = compiled(r"(?:tiers|quarts?|\w+ièmes?|thirds?|quarters?|\w+ths?)$")
_OF_AN_HOUR = compiled(rf"{SP}(?:d['’]heure|of{SP}an{SP}hour)\b")
_MINUTES = {"half": 30, "quarter": 15}
_NEAR = 40  # characters between two numbers that lend each other something


def lend(numbers: Sequence[Number], text: str, lang: Language) -> list[Number]:
    """The numbers with what they may say because of their neighbours, in their order."""
    lent: list[list[str]] = [[] for _ in numbers]
    percents = bool(numbers) and _MAY_BE_PERCENT.search(text) is not None
    if percents:
        for number, more in zip(numbers, lent, strict=True):
            if number.kind != "percent" and _PERCENT.match(text, number.end):  # twelve percent, 5,5 points
                more += _percentages(number)
    for k in range(len(numbers) - 2, -1, -1):
        number, following = numbers[k], numbers[k + 1]
        if following.start - number.end > _NEAR:
            continue
        if _LINK.fullmatch(text, number.end, following.start):
            lent[k] += _scaled(number, following, text, lang) or _hours(number, following)
            if percents and (following.kind == "percent" or any(reading[-1] == "%" for reading in lent[k + 1])):
                lent[k] += _percentages(number)
        both = _share(number, following, text, lang) or _summed(number, following, text)
        if lang == "en" and number.kind == following.kind == "word":
            both += _year_in_words(number, following) or _clock_in_words(number, following, text)
        lent[k] += both
        lent[k + 1] += both
        if following.end - following.start == 2 and _YEAR_BEFORE.fullmatch(text, number.start, following.start):
            lent[k + 1].append(text[number.start : number.start + 2] + text[following.start : following.end])
    return [
        number_of(number.start, number.end, number.kind, *number.readings, *more) if more else number
        for number, more in zip(numbers, lent, strict=True)
    ]


def _percentages(number: Number) -> list[str]:
    return [f"{reading}%" for reading in number.readings if is_decimal(reading)]


def _scaled(number: Number, following: Number, text: str, lang: Language) -> list[str]:
    """« 15 à 20 millions », "two hundred to four hundred thousand": the first may be millions, thousands as well."""
    if "word" in (number.kind, following.kind):
        pattern = _IN_WORDS
    elif number.kind in ("figure", "money"):
        pattern = _SCALE[lang]
    else:
        return []
    scale = pattern.search(text, following.start, following.end)
    own = (_IN_WORDS if number.kind == "word" else LETTER).search(text, number.start, number.end)
    if scale is None or own:
        return []
    factor = FIGURE_SCALES[lang][scale[0].lower()]
    return [decimal(Decimal(reading).scaleb(factor)) for reading in number.readings if is_decimal(reading)]


def _summed(number: Number, following: Number, text: str) -> list[str]:
    """« 1 milliard 200 millions »: both numbers may be told as 1.2 billion."""
    figures = (number, following)
    scaled = all(n.kind in ("figure", "money") and LETTER.search(text, n.start, n.end) for n in figures)
    if not scaled or not text[number.end : following.start].isspace():
        return []
    large, small = (Decimal(n.value) for n in figures)
    return [decimal(large + small)] if small < large else []


def _share(number: Number, following: Number, text: str, lang: Language) -> list[str]:
    """« un habitant sur cinq », "three-quarters": both numbers may be told as 20 %, 75 %."""
    gap = text[number.end : following.start]
    if _PART.match(text, following.start, following.end) and len(gap) == 1:
        parts = [reading for reading in following.readings if reading.isdecimal() and len(reading) < 3]
    elif _OUT_OF[lang].fullmatch(gap):
        parts = [following.value] if following.value.isdecimal() else []
    else:
        return []
    if not number.value.isdecimal() or not parts or not 0 < int(number.value) < int(parts[0]) <= 100:
        return []
    top, bottom = int(number.value), int(parts[0])
    percent = Decimal(100 * top) / bottom
    shares = [
        decimal(round(percent / 100, 3)),
        *(f"{decimal(p)}%" for p in (int(percent), round(percent), round(percent, 1))),
    ]
    if _OF_AN_HOUR.match(text, following.end):
        shares.append(decimal(60 * top / Decimal(bottom)))
    return shares


def _hours(number: Number, following: Number) -> list[str]:
    """« entre 15 et 20 h », "3 to 8 p.m.": the first is an hour as well, in either half of the day."""
    if following.kind != "time" or number.kind != "figure" or not number.value.isdecimal() or int(number.value) > 24:
        return []
    return either_half(int(number.value), 0)


def _year_in_words(number: Number, following: Number) -> list[str]:
    """nineteen eighty-four -> 1984"""
    century, year = number.value, following.value
    if following.start - number.end != 1 or not (century.isdecimal() and year.isdecimal()):
        return []
    return [century + year] if 10 <= int(century) <= 20 and 10 <= int(year) <= 99 else []


def _clock_in_words(number: Number, following: Number, text: str) -> list[str]:
    """half past two, quarter to three"""
    minutes, gap = _MINUTES.get(text[number.start : number.end].lower()), text[number.end : following.start].strip()
    hour = int(following.value) if following.value.isdecimal() else 24
    if minutes is None or gap not in ("past", "after", "to") or hour > 12:
        return []
    return either_half(hour - 1, 60 - minutes) if gap == "to" else either_half(hour, minutes)
