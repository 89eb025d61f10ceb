"""Every number of a French or English text, read, so that a translation can be held against its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from abrege.article import Language
from abrege.text.figures import (
    DAY,
    DAYS,
    GROUPED,
    HAS_DIGIT,
    LETTER,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    ROMAN_ORDINAL,
    SP,
    compiled,
    roman_value,
)
from abrege.text.patterns import lazy

# --------------------------------------------------------------------------------------------------------------------
# Reading: every number of a text in either language, with a value that can be compared
# --------------------------------------------------------------------------------------------------------------------

NumberKind = Literal["figure", "percent", "money", "ordinal", "decade", "time", "date", "string", "word"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text.

    Attributes:
        start: where it begins, in characters; scale words and signs belong to it.
        end: where it ends.
        kind: how it is written; "word" if it has no digit, "string" if it is none to reckon with (3.11.2).
        value: what it says: a decimal ("1200000000", "97.4"), a time of day ("14:30"), a date ("2024-03-03", "--03-03"
            without a year), or the string itself.
        alternatives: what it may say as well, best first; "2+15" means two numbers that stand apart.
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


_Reader = Callable[[re.Match[str], Language], Iterator[Number]]


def _number(start: int, end: int, kind: NumberKind, *readings: str) -> Number:
    distinct = tuple(dict.fromkeys(reading for reading in readings if reading))
    return Number(start, end, kind, distinct[0], distinct[1:])


def _decimal(value: Decimal | int | str) -> str:
    """Decimal("1200.50") -> "1200.5" """
    plain = format(Decimal(value), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


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
_STRING = lazy(r"\d{41,}|(?<![\d.,])\d+(?:\.\d+){2,}(?![\d])|(?<![\d:])\d+:\d\d:\d\d(?:[.,]\d+)?(?!\d)")
_CLOCK = {
    "fr": compiled(
        rf"(?<![\d.,:])(?P<hour>\d\d?)(?:{SP}?h|{SP}heures?|(?P<colon>:)(?=[0-5]\d(?![\d:])))(?:{SP}?"
        rf"(?P<minute>[0-5]\d)(?:{SP}?min(?:utes?)?)?)?(?![\w])(?:{SP}(?:du{SP}(?P<half>matin|soir)|"
        rf"de{SP}l['’](?P<half2>après-midi))\b)?"
    ),
    "en": compiled(
        r"(?<![\d.,:])(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d)(?!\d))?\s?(?P<half>a\.?m\b\.?|p\.?m\b\.?)|"
        r"(?<![\d.,:])(?P<hour2>\d\d?)(?::(?P<minute2>[0-5]\d)(?![\d:])|\s?h(?P<minute3>[0-5]\d)?\b|\s?o['’]clock\b)"
    ),
}
_READ_DECADE = {
    "fr": compiled(
        rf"\bannées{SP}\d{{2,4}}(?:(?:,{SP}|{SP}(?:et|ou|à){SP}|{SP}?[-–]{SP}?)\d{{2,4}}(?!\d))*|"
        r"(?<!\w)\d{2,4}['’]?s\b"
    ),
    "en": lazy(r"(?<![\d.,])(?:\d\d|\d{3}0)['’]?s\b"),
}
_SUFFIXED = {
    "fr": lazy(
        rf"(?<![\w.,])(?P<int>{GROUPED}|\d+)"
        rf"(?i:er|ers|re|res|ères?|eres?|nde?s?|des?|es?|è|[eè]mes?|i[eè]mes?|ᵉʳ|ʳᵉ|ᵉ)"
        rf"(?!\w)(?P<final>{SP}de{SP}finale)?"
    ),
    "en": lazy(r"(?<![\w.])(?P<int>\d{1,3}(?:,\d{3})+|\d+)(?i:st|nd|rd|th)s?(?!\w)"),
}
_ENGLISH_ROMAN = lazy(r"(?<!\w)(?P<roman>[IVX]+)(?:st|nd|rd|th)(?!\w)")
_ROMAN_WORD = lazy(r"I{1,3}|IV|VI{0,3}|IX|X{1,3}(?:I{1,3}|IV|VI{0,3}|IX)?")
_FRACTION = lazy(
    r"(?:(?<![\d/.,])(?P<units>\d+)[\s-])?(?<![\d/.,])(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?![\d/]|[.,]\d)|"
    r"(?:(?<!\d)(?P<units2>\d++)\s?)?(?P<sign>[¼½¾])"
)
_FIGURE_SCALES = {
    "fr": {
        "mille milliards": 12, "mille": 3, "milles": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6,
        "milliard": 9, "milliards": 9, "billion": 12, "billions": 12, "trillion": 18, "trillions": 18, "md": 9,
        "mds": 9, "mrd": 9, "mrds": 9, "m€": 6, "m$": 6, "md€": 9, "mds€": 9, "k€": 3, "k$": 3,
    },
    "en": {
        "thousand million": 9, "hundred thousand": 5, "hundred": 2, "thousand": 3, "million": 6, "millions": 6,
        "billion": 9, "billions": 9, "trillion": 12, "trillions": 12, "quadrillion": 15, "quintillion": 18, "bn": 9,
        "mn": 6, "m": 6, "tn": 12, "b": 9, "k": 3,
    },
}  # fmt: skip
_SCALE_WORD = {
    lang: "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")(?!\w)"
    for lang, words in _FIGURE_SCALES.items()
}
_PERCENT_SIGN = rf"{SP}?%|{SP}pour{SP}cents?\b|{SP}p\.{SP}?(?:100|cent)\b|[{SP[1:-1]}-]per{SP}?cent\b|{SP}percentage"
_HALF = {"fr": rf"(?:heures?{SP})?et{SP}demie?\b", "en": rf"and{SP}a{SP}half\b"}
_FIGURES = {
    lang: lazy(
        rf"(?P<sign>[€$£¥]{SP}?)?(?!(?:(?<=[kc]m)|(?<=[\d\W]m))[23](?!\d))"  # no km2
        rf"(?P<whole>\d{{1,3}}(?:{SP}\d{{3}}){{1,8}}(?!\d)|\d{{1,3}}(?:[,.'’]\d{{3}})+(?!\d)|\d+)"
        rf"(?P<dec>[.,]\d+)?(?P<scale>[{SP[1:-1]}-]?(?i:{_SCALE_WORD[lang]}))?"
        rf"(?P<half>{SP}(?i:{_HALF[lang]}))?"
        rf"(?P<percent>(?i:{_PERCENT_SIGN}))?(?P<after>{SP}?[€$£¥])?"
    )
    for lang in _FIGURE_SCALES
}
_ABBREVIATED = lazy(r"(?:['’]|[^\W\d_]-)$")


def _read_string(match: re.Match[str], lang: Language) -> Iterator[Number]:
    raw = match[0]
    thousands = re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", raw)
    if thousands and lang == "fr":
        yield _number(*match.span(), "figure", raw.replace(".", ""), raw)
        return
    if thousands:  # English parts no thousands by points: at most a version or an address
        yield _number(*match.span(), "string", raw)
        return
    yield _number(*match.span(), "string", raw, "+".join(_decimal(part) for part in re.findall(r"\d+", raw)))


def _iso(year: str | None, month: int, day: int) -> str:
    return f"{year or '-'}-{month:02d}-{day:02d}"


def _read_numeric_date(match: re.Match[str], lang: Language) -> Iterator[Number]:
    if match["iso"]:
        orders, year = [(int(match["m"]), int(match["d"]))], match["iso"]
    else:
        first, second, year = int(match["a"]), int(match["b"]), match["y"]
        orders = [(second, first), (first, second)] if lang == "fr" else [(first, second), (second, first)]
    dates = [_iso(year, month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31]
    parts = "+".join(_decimal(part) for part in re.findall(r"\d+", match[0]))
    yield _number(match.start(), match.end(), "date" if dates else "string", *dates, parts)


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
        without, alone = _iso(None, month, day), str(day) if index < len(days) - 1 else ""
        yield _number(first, last, "date", _iso(year, month, day), f"{without}+{year}" if year else "", alone)


def _clock_readings(hour: int, minute: int | None) -> list[str]:
    """What « 14 h 30 » may be in another text: 14:30; 14 and 30; 2 and 30; 870 minutes; 14.5 hours."""
    readings = [f"{hour % 24:02d}:{minute or 0:02d}"] if hour <= 24 else []
    hours = [hour, *([hour - 12] if 12 < hour < 24 else [])]
    if not minute:
        return readings + [str(hour) for hour in hours]
    readings += [f"{hour}+{minute}" for hour in hours]
    return [*readings, str(60 * hour + minute), _decimal(round(Decimal(hour) + Decimal(minute) / 60, 2))]


def _read_french_clock(match: re.Match[str], lang: Language) -> Iterator[Number]:
    hour, minute = int(match["hour"]), int(match["minute"]) if match["minute"] else None
    half = (match["half"] or match["half2"] or "").lower()
    if match["colon"] and hour > 24:
        yield _number(match.start(), match.end(), "string", f"{hour}+{minute}", match[0])
        return
    readings = _clock_readings(hour, minute)
    if half and hour <= 12:
        actual = hour % 12 + (0 if half == "matin" else 12)
        readings = _clock_readings(actual, minute) + readings[1:]
    yield _number(match.start(), match.end(), "time", *readings)


def _read_english_clock(match: re.Match[str], lang: Language) -> Iterator[Number]:
    hour = int(match["hour"] or match["hour2"])
    minutes = match["minute"] or match["minute2"] or match["minute3"]
    minute = int(minutes) if minutes else None
    if match["half"]:
        readings = _clock_readings(hour % 12 + (12 if match["half"].lower().startswith("p") else 0), minute)
        readings += [reading for reading in _clock_readings(hour, minute) if ":" not in reading]
    else:
        readings = _clock_readings(hour, minute)
        if hour <= 12:
            readings.insert(1, _clock_readings(hour % 12 + 12, minute)[0])
    yield _number(*match.span(), "time", *readings)


def _read_decade(match: re.Match[str], lang: Language) -> Iterator[Number]:
    for figure in re.finditer(r"\d+", match[0]):
        digits = figure[0]
        start, end = match.start() + figure.start(), match.start() + figure.end()
        others = (f"19{digits}", f"20{digits}") if len(digits) == 2 else ()
        yield _number(start, end, "decade", _decimal(digits), *others)


def _read_ordinal(match: re.Match[str], lang: Language) -> Iterator[Number]:
    value = _decimal(re.sub(r"\D", "", match["int"]))
    final = _decimal(2 * int(value)) if match.groupdict().get("final") else ""  # 8e de finale: the round of 16
    yield _number(match.start(), match.end("int") if final else match.end(), "ordinal", value, final)


def _read_roman(match: re.Match[str], lang: Language) -> Iterator[Number]:
    if match["roman"]:
        yield _number(match.start(), match.end(), "ordinal", str(roman_value(match["roman"])))


def _read_fraction(match: re.Match[str], lang: Language) -> Iterator[Number]:
    if match["sign"]:
        sign = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}[match["sign"]]
        yield _number(*match.span(), "figure", _decimal(sign + int(match["units2"] or 0)))
        return
    top, bottom, units = int(match["top"]), int(match["bottom"]), match["units"]
    share = round(Decimal(top) / bottom, 3) if 0 < top < bottom else None
    whole = _decimal(int(units or 0) + share) if share else ""
    orders = [(top, bottom), (bottom, top)] if lang == "en" else [(bottom, top), (top, bottom)]
    dates = [_iso(None, month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31 and not units]
    apart = f"{top}+{bottom}"
    yield _number(*match.span(), "string", f"{units}+{apart}" if units else apart, whole, *dates)


def _read_figure(match: re.Match[str], lang: Language) -> Iterator[Number]:
    whole, decimals, start = match["whole"], match["dec"] or "", match.start("whole")
    digits = re.sub(r"\D", "", whole)
    values = [Decimal(digits + decimals.replace(",", "."))]
    single = re.fullmatch(r"(\d{1,3})([,.])(\d{3})", whole)
    if single and not decimals and not (single[2] == "," and single[3].endswith("0") and single[1] != "0"):
        # 2,204: thousands or three decimals, which depends on the language; 2,200 is thousands in both
        values.append(Decimal(f"{single[1]}.{single[3]}"))
        if (lang == "fr") == (single[2] == ",") or single[1] == "0":
            values.reverse()
        if lang == "en" and single[2] == ".":
            values = values[:1]
    kind: NumberKind = "percent" if match["percent"] else "money" if match["sign"] or match["after"] else "figure"
    readings = [_decimal(value) for value in values]
    scale = re.sub(rf"^[{SP[1:-1]}-]", "", match["scale"] or "").lower()
    unit = Decimal(1).scaleb(_FIGURE_SCALES[lang][scale]) if scale else Decimal(1)
    if match["half"]:  # 2 millions et demi
        values = [value + Decimal("0.5") for value in values]
        readings += [_decimal(value) for value in values]
    if scale:  # a single letter may be a unit: 5 m
        readings = [_decimal(value * unit) for value in values] + (readings if len(scale) == 1 else [])
    elif match["percent"]:
        readings += [_decimal(value / 100) for value in values]
    elif len(digits) == 2 and not decimals and _ABBREVIATED.search(match.string[max(0, start - 2) : start]):
        readings += [f"19{digits}", f"20{digits}"]
    elif re.search(SP, whole) or (decimals.startswith(",") and lang == "en"):  # two numbers, perhaps: en 12 300, 3,5
        readings.append("+".join(_decimal(part) for part in re.findall(r"\d+", whole + decimals)))
    yield _number(*match.span(), kind, *readings)


_READERS: dict[Language, tuple[tuple[re.Pattern[str], _Reader], ...]] = {
    "fr": (
        (_NUMERIC_DATE, _read_numeric_date),
        (_STRING, _read_string),
        *((pattern, _read_date) for pattern in _DATES["fr"]),
        (_READ_DECADE["fr"], _read_decade),
        (_CLOCK["fr"], _read_french_clock),
        (_SUFFIXED["fr"], _read_ordinal),
        (ROMAN_ORDINAL, _read_roman),
        (_FRACTION, _read_fraction),
        (_FIGURES["fr"], _read_figure),
    ),
    "en": (
        (_NUMERIC_DATE, _read_numeric_date),
        (_STRING, _read_string),
        *((pattern, _read_date) for pattern in _DATES["en"]),
        (_READ_DECADE["en"], _read_decade),
        (_CLOCK["en"], _read_english_clock),
        (_SUFFIXED["en"], _read_ordinal),
        (_ENGLISH_ROMAN, _read_roman),
        (_FRACTION, _read_fraction),
        (_FIGURES["en"], _read_figure),
    ),
}

# --------------------------------------------------------------------------------------------------------------------
# Number words
# --------------------------------------------------------------------------------------------------------------------

_CARDINALS = {
    "fr": {
        "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
        "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
        "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
        "huitante": 80, "octante": 80, "nonante": 90, "dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12,
        "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
        "centaine": 100, "centaines": 100,
    },
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "dozens": 12, "a": 1, "an": 1,
    },
}  # fmt: skip
_MULTIPLIERS = {
    "fr": {
        "cent": 100, "cents": 100, "mille": 1000, "millier": 1000, "milliers": 1000, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
    },
    "en": {
        "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "million": 10**6, "millions": 10**6,
        "billion": 10**9, "billions": 10**9, "trillion": 10**12, "trillions": 10**12,
    },
}  # fmt: skip
# Words that are numbers by themselves, with what else a translator makes of them.
_SPECIAL = {
    "fr": {
        "premier": "1", "première": "1", "premiers": "1", "premières": "1", "second": "2", "seconde": "2",
        "seconds": "2", "secondes": "2", "demi": "0.5 30 50", "demie": "0.5 30 50", "moitié": "0.5 50 2",
        "tiers": "0.333 3 33 0.33", "quart": "0.25 4 25 15", "quarts": "0.25 4 25 15", "double": "2 100",
        "doublé": "2 100", "doubler": "2 100", "triple": "3 200", "triplé": "3 200", "quadruple": "4",
        "midi": "12:00 12", "minuit": "00:00 0 24 12", "siècle": "100", "siècles": "100", "décennie": "10",
        "décennies": "10", "couple": "2", "paire": "2", "unique": "1", "seul": "1", "seule": "1", "trimestre": "3",
        "semestre": "6 2", "an": "1 12", "année": "1 12", "mois": "1", "semaine": "7 1", "jour": "1 24",
    },
    "en": {
        "half": "0.5 30 50 2", "halves": "0.5", "third": "3 0.333 33 0.33", "thirds": "0.333 3 33 0.33",
        "quarter": "4 0.25 25 15 3", "quarters": "4 0.25 25 15", "twice": "2", "double": "2 100", "doubled": "2 100",
        "triple": "3 200", "tripled": "3 200", "both": "2", "couple": "2", "pair": "2", "once": "1", "single": "1",
        "thrice": "3", "fortnight": "14 15 2", "decade": "10", "decades": "10", "century": "100", "centuries": "100",
        "noon": "12:00 12", "midday": "12:00 12", "midnight": "00:00 0 24 12", "score": "20", "teens": "10",
        "first": "1", "second": "2", "year": "1 12", "month": "1", "week": "7 1", "day": "1 24", "only": "1",
    },
}  # fmt: skip
_ENGLISH_ORDINAL_ROOTS = {"fif": "five", "eigh": "eight", "nin": "nine", "twelf": "twelve"}
_FRENCH_ORDINAL_ROOTS = {"quatr": "quatre", "cinqu": "cinq", "neuv": "neuf", "onz": "onze", "mill": "mille"}
_WORD = lazy(r"[^\W\d_]+")
_HALF_A_MILLION = compiled(r"half[\s-](?:an?\s)?(?P<scale>million|billion|trillion|thousand|hundred)\b")
_AND_A_HALF = compiled(rf"{SP}(?:[^\W\d_]+{SP})?(?:et{SP}demie?|and{SP}a{SP}half)\b")
_SMALL_ORDINALS = {"first": 1, "second": 2, "third": 3}


def _ordinal_root(word: str, lang: Language) -> str | None:
    """troisième -> trois; twentieth -> twenty; None if the word is no ordinal."""
    known = _CARDINALS[lang] | _MULTIPLIERS[lang]
    if lang == "fr":
        root = re.sub(r"ièmes?$", "", word)
        candidates = [root, root + "e", _FRENCH_ORDINAL_ROOTS.get(root, "")]
    else:
        root = re.sub(r"(?:th|ths)$", "", word)
        candidates = [root, _ENGLISH_ORDINAL_ROOTS.get(root, ""), re.sub(r"ie$", "y", root)]
    return next((candidate for candidate in candidates if root != word and candidate in known), None)


def _decade_word(word: str) -> tuple[str, ...]:
    """nineties -> 90, 1990"""
    tens = _CARDINALS["en"].get(word[:-3] + "y") if word.endswith("ies") else None
    return (str(tens), str(1900 + tens)) if tens else ()


@lru_cache(maxsize=1 << 13)
def _begins_number(word: str, lang: Language) -> bool:
    """Whether a number in words can begin with a word; remembered, since a text has few different ones."""
    low = word.lower()
    if low in _CARDINALS[lang] or low in _MULTIPLIERS[lang] or low in _SPECIAL[lang] or low == "half":
        return True
    decade = lang == "en" and _decade_word(low)
    return bool(decade or _ROMAN_WORD.fullmatch(word) or _ordinal_root(low, lang))


def _read_words(text: str, lang: Language) -> Iterator[Number]:
    if not any(_begins_number(word, lang) for word in _WORD.findall(text)):
        return
    cardinals, multipliers, special = _CARDINALS[lang], _MULTIPLIERS[lang], _SPECIAL[lang]
    join = ("et", "de", "d") if lang == "fr" else ("and", "a", "of")
    words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        word, start, end = words[index]
        if not _begins_number(text[start:end], lang):
            index += 1
            continue
        decade = _decade_word(word) if lang == "en" else ()
        roman = _ROMAN_WORD.fullmatch(text[start:end])
        half_of = _HALF_A_MILLION.match(text, start) if word == "half" else None
        if half_of:
            yield _number(start, half_of.end(), "word", _decimal(Decimal(multipliers[half_of["scale"].lower()]) / 2))
        elif word in special:
            yield _number(start, end, "word", *special[word].split())
        elif roman:
            yield _number(start, end, "word", str(roman_value(roman[0])))
        elif decade:
            yield _number(start, end, "word", *decade)
        value = _Spelled()
        last = index
        position = index
        joins = 0  # in a row, as in "two and a half"
        while position < len(words):
            word, _, word_end = words[position]
            gap = text[words[position - 1][2] : words[position][1]] if position > index else ""
            if position > index and not re.fullmatch(r"[\s\u2010\u2011'’-]{1,2}", gap):
                break
            root = word if word in cardinals or word in multipliers else _ordinal_root(word, lang)
            if root in multipliers:
                value.multiply(multipliers[root])
            elif root in cardinals and value.takes(cardinals[root]):
                value.add(cardinals[root])
            elif position > index and word in _SMALL_ORDINALS and lang == "en" and value.takes(_SMALL_ORDINALS[word]):
                value.add(_SMALL_ORDINALS[word])
            elif position > index and word in join and joins < 2:
                joins += 1
                position += 1
                continue
            else:
                break
            last, end, joins = position, word_end, 0
            position += 1
            if root != word:
                break
        if value.found:
            total = value.total()
            half = _AND_A_HALF.match(text, end)
            more = _decimal(total + Decimal(value.scale) / 2) if half else ""
            end = half.end() if half else end
            tens = {10: ("12",), 12: ("10",), 15: ("14", "2"), 14: ("15", "2")}.get(int(total), ())
            yield _number(start, end, "word", more, _decimal(total), *tens)
            index = last
            while index + 1 < len(words) and words[index + 1][1] < end:
                index += 1
        index += 1


class _Spelled:
    """The value of number words as they come in: deux, cent, mille."""

    def __init__(self) -> None:
        self.found = False
        self.scale = 1
        self._done = 0
        self._current = 0
        self._previous = 0

    def takes(self, value: int) -> bool:
        """Whether a cardinal can go on the number: « vingt » takes « deux », « deux » takes no « trois »."""
        if not self.found or self._previous >= 100 or (value == 20 and self._previous == 4):
            return True
        if self._previous == 10:  # dix-sept
            return value < 10
        return value < 20 <= self._previous and (value < 10 or self._previous in (60, 80))

    def add(self, value: int) -> None:
        if value == 20 and self._previous == 4:
            self._current, self._previous = self._current + 76, 80
        else:
            self._current, self._previous = self._current + value, value
        self.found = True

    def multiply(self, factor: int) -> None:
        if factor == 100:
            self._current = (self._current or 1) * 100
        else:
            self._done, self._current = self._done + (self._current or 1) * factor, 0
        self.found, self.scale, self._previous = True, factor, factor

    def total(self) -> Decimal:
        return Decimal(self._done + self._current)


# --------------------------------------------------------------------------------------------------------------------

_LINK = compiled(rf"{SP}?(?:à|et|ou|to|and|or|-|–|,|/){SP}?(?:[€$£¥]|about{SP}|environ{SP})?")
_YEAR_BEFORE = lazy(r"\d{4}[-–/]")


def _share(numbers: list[Number], text: str, lang: Language) -> Iterator[Number]:
    """What neighbours lend each other: in « 15 à 20 millions » the 15 may be millions; 2024-25 ends in 2025."""
    for previous, number, following in zip([None, *numbers], numbers, [*numbers[1:], None], strict=False):
        readings, span = number.readings, text[number.start : number.end]
        if following and number.kind in ("figure", "money") and _LINK.fullmatch(text[number.end : following.start]):
            scale = re.search(_SCALE_WORD[lang], text[following.start : following.end], re.IGNORECASE)
            if scale and not LETTER.search(span):
                factor = _FIGURE_SCALES[lang][scale[0].lower()]
                readings += tuple(_decimal(Decimal(value).scaleb(factor)) for value in readings if "+" not in value)
        before = text[previous.start : number.start] if previous else ""
        if len(span) == 2 and _YEAR_BEFORE.fullmatch(before):
            readings += (before[:2] + span,)
        yield _number(number.start, number.end, number.kind, *readings)


def find_numbers(text: str, lang: Language) -> list[Number]:
    """Read every number of a text, in order: in digits, in Roman ordinals (French), and in words (kind "word").

    Words are read generously ("half" is 0.5, 50 or 30), since they serve to excuse a figure, not to accuse one.
    """
    return list(_numbers(text, lang))


@lru_cache(maxsize=512)  # a source is compared with every hypothesis, and checked once more
def _numbers(text: str, lang: Language) -> tuple[Number, ...]:
    taken = bytearray(len(text))
    numbers: list[Number] = []
    if HAS_DIGIT.search(text) or (lang == "fr" and ROMAN_ORDINAL.search(text)):
        for pattern, reader in _READERS[lang]:
            for match in pattern.finditer(text):
                if any(taken[match.start() : match.end()]):
                    continue
                read = list(reader(match, lang))
                numbers += read
                if read:
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    numbers.sort(key=lambda number: number.start)
    numbers = list(_share(numbers, text, lang))
    numbers += (number for number in _read_words(text, lang) if not any(taken[number.start : number.end]))
    return tuple(sorted(numbers, key=lambda number: (number.start, number.end)))
