"""Dates, times of day and decades: a match in a French or English text in, the number that it says out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from abrege.article import Language
from abrege.text.figures import DAY, DAYS, MONTH, MONTH_NAMES, MONTHS, SP, compiled
from abrege.text.patterns import lazy
from abrege.text.quantities_values import Number, Reader, decimal, number_of

_ENGLISH_MONTHS = {
    month: number
    for number, name in enumerate(MONTH_NAMES, 1)
    for month in (name.lower(), name[:3].lower(), name[:3].lower() + ".")
} | {"sept.": 9, "sept": 9}
_FRENCH_MONTHS = {french: MONTH_NAMES.index(english) + 1 for french, english in MONTHS.items()}
_MONTH_NUMBERS = {"fr": _FRENCH_MONTHS, "en": _ENGLISH_MONTHS}
_ENGLISH_MONTH = "(?:" + "|".join(re.escape(m) for m in sorted(_ENGLISH_MONTHS, key=len, reverse=True)) + r")(?!\w)"
_ENGLISH_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w.,]?\d|[:%])"
_ENGLISH_DAY_LINK = rf"(?:\s?[-–/]\s?|,? (?:and|to|or|through|until) |, (?={_ENGLISH_DAY},? (?:and|or)))"
_ENGLISH_DAYS = rf"{_ENGLISH_DAY}(?:{_ENGLISH_DAY_LINK}{_ENGLISH_DAY}){{0,30}}"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DATES = {
    "fr": (
        compiled(rf"(?<!\d)(?P<days>{DAYS}){SP}(?P<month>{MONTH})(?:{SP}{_YEAR})?"),
        compiled(rf"(?<!\w)(?P<days>{DAY})-(?P<month>{MONTH})(?:-{_YEAR})?"),
        compiled(rf"\b(?P<days>premier){SP}(?P<month>{MONTH})(?:{SP}{_YEAR})?"),
    ),
    "en": (
        compiled(rf"\b(?P<month>{_ENGLISH_MONTH})\s(?:the )?(?P<days>{_ENGLISH_DAYS})(?:,?\s{_YEAR})?"),
        compiled(rf"(?<![\d.,])(?P<days>{_ENGLISH_DAYS})\s(?:of )?(?P<month>{_ENGLISH_MONTH})(?:,?\s{_YEAR})?"),
    ),
}
_NUMERIC_DATE = lazy(
    r"(?<![\d/.-])(?:(?P<iso>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)"
    r"(?P<y>\d{4}))(?![\d/]|[.-]\d)"
)
_CLOCK = {
    "fr": compiled(
        rf"(?<![\d.,:])(?P<hour>\d\d?)(?:{SP}?h|{SP}heures?|(?P<colon>:)(?=[0-5]\d(?![\d:])))(?:{SP}?"
        rf"(?P<minute>[0-5]\d)(?:{SP}?min(?:utes?)?)?)?(?![\w])(?:{SP}moins{SP}(?P<less>le{SP}quart|cinq|dix|vingt)\b)?"
        rf"(?:{SP}(?:du{SP}(?P<half>matin|soir)|de{SP}l['’](?P<half2>après-midi))\b)?"
    ),
    "en": compiled(
        r"(?<![\d.,:])(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d)(?!\d))?\s?(?P<half>a\.?m\b\.?|p\.?m\b\.?)|"
        r"(?<![\d.,:])(?P<hour2>\d\d?)(?::(?P<minute2>[0-5]\d)(?![\d:])|\s?h(?:\s?(?P<minute3>[0-5]\d))?\b|\s?o['’]clock\b)"
    ),
}
_READ_DECADE = {
    "fr": compiled(
        rf"\bannées{SP}\d{{2,4}}(?:(?:,{SP}|{SP}(?:et|ou|à){SP}|{SP}?[-–]{SP}?)\d{{2,4}}(?!\d))*|"
        r"(?<!\w)\d{2,4}['’]?s\b"
    ),
    "en": lazy(r"(?<![\d.,])(?:\d\d|\d{3}0)['’]?s\b"),
}


def iso_date(year: str | None, month: int, day: int) -> str:
    return f"{year or '-'}-{month:02d}-{day:02d}"


def _read_numeric_date(match: re.Match[str], lang: Language) -> Iterator[Number]:
    if match["iso"]:
        orders, year = [(int(match["m"]), int(match["d"]))], match["iso"]
    else:
        first, second, year = int(match["a"]), int(match["b"]), match["y"]
        orders = [(second, first), (first, second)] if lang == "fr" else [(first, second), (second, first)]
    dates = [iso_date(year, month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31]
    parts = "+".join(decimal(part) for part in re.findall(r"\d+", match[0]))
    yield number_of(match.start(), match.end(), "date" if dates else "string", *dates, parts)


def _read_date(match: re.Match[str], lang: Language) -> Iterator[Number]:
    month, year = _MONTH_NUMBERS[lang][match["month"].lower()], match["year"]
    days = list(re.finditer(r"\d+|premier", match["days"], re.IGNORECASE))
    for index, figure in enumerate(days):
        day, start = int(figure[0]) if figure[0].isdigit() else 1, match.start("days")
        if not 1 <= day <= 31:
            continue
        # Of several days the last one takes the month and the year along.
        first, last = start + figure.start(), start + figure.end()
        if index == len(days) - 1:
            first, last = (first, match.end()) if len(days) > 1 else match.span()
        without, alone = iso_date(None, month, day), str(day) if index < len(days) - 1 else ""
        yield number_of(first, last, "date", iso_date(year, month, day), f"{without}+{year}" if year else "", alone)


_TO_THE_HOUR = {"cinq": 5, "dix": 10, "vingt": 20}


def _clock_readings(hour: int, minute: int) -> list[str]:
    """What « 14 h 30 » may be in another text: 14:30; 14 and 30; 2 and 30; 870 minutes; 14.5 hours."""
    readings = [f"{hour % 24:02d}:{minute:02d}"] if hour <= 24 else []
    hours = [hour, *([hour - 12] if 12 < hour < 24 else [])]
    if not minute:
        return readings + [str(hour) for hour in hours]
    readings += [f"{hour}+{minute}" for hour in hours]
    return [*readings, str(60 * hour + minute), decimal(round(Decimal(hour) + Decimal(minute) / 60, 2))]


def either_half(hour: int, minute: int) -> list[str]:
    """The readings of an hour that may be one of the morning or of the afternoon."""
    readings = _clock_readings(hour, minute)
    if 1 <= hour <= 12:
        readings.insert(1, _clock_readings(hour % 12 + 12, minute)[0])
    return readings


def _halved(hour: int, minute: int, afternoon: bool) -> list[str]:
    """The readings of an hour of a half of the day that is named."""
    plain = [reading for reading in _clock_readings(hour, minute) if ":" not in reading]
    return _clock_readings(hour % 12 + 12 * afternoon, minute) + plain


def _read_french_clock(match: re.Match[str], lang: Language) -> Iterator[Number]:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or match["half2"] or "").lower()
    if match["colon"] and hour > 24:
        yield number_of(match.start(), match.end(), "string", f"{hour}+{minute}", match[0])
        return
    if match["less"] and hour and not minute:  # 9 heures moins le quart
        hour, minute = hour - 1, 60 - _TO_THE_HOUR.get(match["less"].lower(), 15)
    if half and hour <= 12:
        readings = _halved(hour, minute, half != "matin")
    else:
        readings = either_half(hour, minute) if hour < 12 else _clock_readings(hour, minute)
    yield number_of(*match.span(), "time", *readings)


def _read_english_clock(match: re.Match[str], lang: Language) -> Iterator[Number]:
    hour = int(match["hour"] or match["hour2"])
    minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
    if match["half"] and hour <= 24:
        yield number_of(*match.span(), "time", *_halved(hour, minute, match["half"].lower().startswith("p")))
    elif not match["half"]:
        yield number_of(*match.span(), "time", *either_half(hour, minute))


def _read_decade(match: re.Match[str], lang: Language) -> Iterator[Number]:
    for figure in re.finditer(r"\d+", match[0]):
        digits = figure[0]
        start, end = match.start() + figure.start(), match.start() + figure.end()
        others = (f"19{digits}", f"20{digits}") if len(digits) == 2 else ()
        yield number_of(start, end, "decade", decimal(digits), *others)


DATE_READERS: dict[Language, tuple[tuple[re.Pattern[str], Reader], ...]] = {
    lang: tuple((pattern, _read_date) for pattern in _DATES[lang]) for lang in ("fr", "en")
}
NUMERIC_DATE: tuple[re.Pattern[str], Reader] = (_NUMERIC_DATE, _read_numeric_date)
TIME_READERS: dict[Language, tuple[tuple[re.Pattern[str], Reader], ...]] = {
    "fr": ((_READ_DECADE["fr"], _read_decade), (_CLOCK["fr"], _read_french_clock)),
    "en": ((_READ_DECADE["en"], _read_decade), (_CLOCK["en"], _read_english_clock)),
}
