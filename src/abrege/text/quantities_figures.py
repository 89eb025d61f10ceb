"""Figures, amounts, shares and ordinals: a match in a French or English text in, the number that it says out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from abrege.article import Language
from abrege.text.figures import GROUPED, ROMAN_ORDINAL, SP, roman_value
from abrege.text.patterns import lazy
from abrege.text.quantities_times import iso_date
from abrege.text.quantities_values import Number, NumberKind, Reader, decimal, number_of

_STRING = lazy(r"\d{41,}|(?<![\d.,])\d+(?:\.\d+){2,}(?![\d])|(?<![\d:])\d+:\d\d:\d\d(?:[.,]\d+)?(?!\d)")
_SUFFIXED = {
    "fr": lazy(
        rf"(?<![\w.,])(?P<int>{GROUPED}|\d+)"
        rf"(?i:er|ers|re|res|ères?|eres?|nde?s?|des?|es?|è|[eè]mes?|i[eè]mes?|ᵉʳ|ʳᵉ|ᵉ)"
        rf"(?!\w)(?P<final>{SP}de{SP}finale)?"
    ),
    "en": lazy(r"(?<![\w.])(?P<int>\d{1,3}(?:,\d{3})+|\d+)(?i:st|nd|rd|th)s?(?!\w)"),
}
_ENGLISH_ROMAN = lazy(r"(?<!\w)(?P<roman>[IVX]+)(?:st|nd|rd|th)(?!\w)")
_FRACTION = lazy(
    r"(?:(?<![\d/.,])(?P<units>\d+)[\s-])?(?<![\d/.,])(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?![\d/]|[.,]\d)|"
    r"(?:(?<!\d)(?P<units2>\d++)\s?)?(?P<sign>[¼½¾])"
)
FIGURE_SCALES = {
    "fr": {
        "mille milliards": 12, "mille": 3, "milles": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6,
        "milliard": 9, "milliards": 9, "billion": 12, "billions": 12, "trillion": 18, "trillions": 18, "md": 9,
        "mds": 9, "mrd": 9, "mrds": 9, "m€": 6, "m$": 6, "md€": 9, "mds€": 9, "k€": 3, "k$": 3,
    },
    "en": {
        "thousand million": 9, "hundred thousand": 5, "hundred": 2, "thousand": 3, "thousands": 3, "million": 6,
        "millions": 6, "billion": 9, "billions": 9, "trillion": 12, "trillions": 12, "quadrillion": 15,
        "quintillion": 18, "bn": 9, "mn": 6, "m": 6, "tn": 12, "b": 9, "k": 3,
    },
}  # fmt: skip
SCALE_WORD = {
    lang: "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")(?!\w)"
    for lang, words in FIGURE_SCALES.items()
}
PERCENT_SIGN = (
    rf"{SP}?%|{SP}pour[{SP[1:-1]}-]?cents?\b|{SP}p\.{SP}?(?:100|cent)\b|[{SP[1:-1]}-]per{SP}?cent\b|{SP}percentage"
)
_HALF = {"fr": rf"(?:heures?{SP})?et{SP}demie?\b", "en": rf"and{SP}a{SP}half\b"}
_FIGURES = {
    lang: lazy(
        rf"(?P<sign>[€$£¥]{SP}?)?(?!(?:(?<=[kc]m)|(?<=[\d\W]m))[23](?!\d))"  # no km2
        rf"(?P<whole>\d{{1,3}}(?:{SP}\d{{3}}){{1,8}}(?!\d)|\d{{1,3}}(?:[,.'’]\d{{3}})+(?!\d)|\d+)"
        rf"(?P<dec>[.,]\d+)?(?P<scale>[{SP[1:-1]}-]?(?i:{SCALE_WORD[lang]}))?"
        rf"(?P<half>{SP}(?i:{_HALF[lang]}))?"
        rf"(?P<percent>(?i:{PERCENT_SIGN}))?(?P<after>{SP}?[€$£¥])?"
    )
    for lang in FIGURE_SCALES
}
_ABBREVIATED = lazy(r"(?:['’]|[^\W\d_]-)$")


def _read_string(match: re.Match[str], lang: Language) -> Iterator[Number]:
    raw = match[0]
    thousands = re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", raw)
    if thousands and lang == "fr":
        yield number_of(*match.span(), "figure", raw.replace(".", ""), raw)
        return
    if thousands:  # English parts no thousands by points: at most a version or an address
        yield number_of(*match.span(), "string", raw)
        return
    yield number_of(*match.span(), "string", raw, "+".join(decimal(part) for part in re.findall(r"\d+", raw)))


def _read_ordinal(match: re.Match[str], lang: Language) -> Iterator[Number]:
    value = decimal(re.sub(r"\D", "", match["int"]))
    final = decimal(2 * int(value)) if match.groupdict().get("final") else ""  # 8e de finale: the round of 16
    yield number_of(match.start(), match.end("int") if final else match.end(), "ordinal", value, final)


def _read_roman(match: re.Match[str], lang: Language) -> Iterator[Number]:
    if match["roman"]:
        yield number_of(match.start(), match.end(), "ordinal", str(roman_value(match["roman"])))


def _read_fraction(match: re.Match[str], lang: Language) -> Iterator[Number]:
    if match["sign"]:
        sign = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}[match["sign"]]
        yield number_of(*match.span(), "figure", decimal(sign + int(match["units2"] or 0)))
        return
    top, bottom, units = int(match["top"]), int(match["bottom"]), match["units"]
    share = round(Decimal(top) / bottom, 3) if 0 < top < bottom else None
    whole = decimal(int(units or 0) + share) if share else ""
    orders = [(top, bottom), (bottom, top)] if lang == "en" else [(bottom, top), (top, bottom)]
    dates = [iso_date(None, month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31 and not units]
    apart = f"{top}+{bottom}"
    yield number_of(*match.span(), "string", f"{units}+{apart}" if units else apart, whole, *dates)


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
    readings = [decimal(value) for value in values]
    scale = re.sub(rf"^[{SP[1:-1]}-]", "", match["scale"] or "").lower()
    unit = Decimal(1).scaleb(FIGURE_SCALES[lang][scale]) if scale else Decimal(1)
    if match["half"]:  # 2 millions et demi
        values = [value + Decimal("0.5") for value in values]
        readings += [decimal(value) for value in values]
    if scale:  # a single letter may be a unit: 5 m
        readings = [decimal(value * unit) for value in values] + (readings if len(scale) == 1 else [])
    elif match["percent"]:
        readings = [f"{reading}%" for reading in readings] + [decimal(value / 100) for value in values]
    elif len(digits) == 2 and not decimals and _ABBREVIATED.search(match.string[max(0, start - 2) : start]):
        readings += [f"19{digits}", f"20{digits}"]
    elif re.search(SP, whole) or (decimals.startswith(",") and lang == "en"):  # two numbers, perhaps: en 12 300, 3,5
        readings.append("+".join(decimal(part) for part in re.findall(r"\d+", whole + decimals)))
    yield number_of(*match.span(), kind, *readings)


STRING: tuple[re.Pattern[str], Reader] = (_STRING, _read_string)
FIGURE_READERS: dict[Language, tuple[tuple[re.Pattern[str], Reader], ...]] = {
    "fr": (
        (_SUFFIXED["fr"], _read_ordinal),
        (ROMAN_ORDINAL, _read_roman),
        (_FRACTION, _read_fraction),
        (_FIGURES["fr"], _read_figure),
    ),
    "en": (
        (_SUFFIXED["en"], _read_ordinal),
        (_ENGLISH_ROMAN, _read_roman),
        (_FRACTION, _read_fraction),
        (_FIGURES["en"], _read_figure),
    ),
}
