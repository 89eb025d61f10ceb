"""What is numeric in a French sentence, rewritten to English form; and every number of a French or English text, read.

`english_numbers` runs before the translation model, which copies what is English already. `find_numbers` reads both
languages, so that a translation can be held against its source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from abrege.article import Language

# --------------------------------------------------------------------------------------------------------------------
# The pieces that patterns are built of
# --------------------------------------------------------------------------------------------------------------------

_S = r"[ \u00a0\u2000-\u200a\u202f]"  # any space that French typography puts inside or after a figure
_GROUPED = rf"\d{{1,3}}(?:{_S}\d{{3}}){{1,8}}(?!{_S}?\d|-\d{{4}}(?!\d))|[1-9]\d{{0,2}}(?:['’]\d{{3}})+(?!\d)"
_PLAIN_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F], " ")
# A figure: grouped or not, with or without decimals; never a piece of 1,2,3 or 192.168.1.1.
_NUM = rf"(?P<int>{_GROUPED}|\d++)(?P<dec>,\d++(?!(?<=\d-\d,\d)-\d))?(?![.,:]?\d)"
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTHS = {
    "janvier": "January", "février": "February", "fevrier": "February", "mars": "March", "avril": "April",
    "mai": "May", "juin": "June", "juillet": "July", "août": "August", "aout": "August",
    "septembre": "September", "octobre": "October", "novembre": "November", "décembre": "December",
    "decembre": "December", "janv.": "January", "févr.": "February", "fév.": "February", "avr.": "April",
    "juil.": "July", "sept.": "September", "oct.": "October", "nov.": "November", "déc.": "December",
}  # fmt: skip
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = "(?:" + "|".join(re.escape(month) for month in sorted(_MONTHS, key=len, reverse=True)) + r")(?!\w)"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _before(text: str, start: int) -> str:
    """As much of the text before a figure as the rules look at, with plain spaces."""
    return text[max(0, start - 40) : start].translate(_PLAIN_SPACES)


@lru_cache(maxsize=16)
def _has(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern occurs in a text; remembered, since the rules ask it again for every figure of a sentence."""
    return bool(pattern.search(text))


# What a rule makes of the figure that begins at a position: its English and where the French ended; None: not mine.
_Rewritten = tuple[str, int] | None
_Rule = Callable[[str, int], _Rewritten]

# --------------------------------------------------------------------------------------------------------------------
# Digit strings that are names, not quantities: telephone numbers, SIREN
# --------------------------------------------------------------------------------------------------------------------

_DIGIT_STRING = re.compile(rf"\d+(?:(?:{_S}|[.-])\d+){{1,20}}(?![.,]?\d)")
_LABEL = _compile(
    r"(?:\b(?:t[ée]l(?:[ée]phone)?s?|fax|iban|sms|n[°º]|num[ée]ros?(?: (?:vert|gratuit|unique|court|suivant|sire[nt]|"
    r"de t[ée]l[ée]phone|d['’]appel))*|sire[nt]|tva(?: [^\W\d]+){0,2}|(?-i:FR)|"
    r"rcs(?: [^\W\d]+){0,2})\.?|"
    r"\b(?:appel|compos|joign|contact)(?:er|ez|ant)(?: [^\W\d]+){0,3}? (?:au|le)|"
    r"\b(?:joindre|joignables?|réserv\w+)(?: [^\W\d]+){0,3}? (?:au|le))"
    r"(?:\s(?:est|au))?(?:\s(?:le|au))?\s?:?\s?$"
)
_REGISTER = _compile(rf"{_S}R\.?C\.?S\b")


def _digit_string(text: str, start: int) -> _Rewritten:
    match = _DIGIT_STRING.match(text, start)
    if match is None:
        return None
    digits = sum(character.isdigit() for character in match[0])
    if text[start] == "0" or (text[start - 1 : start] == "+" and digits >= 9):
        return match[0], match.end()
    if digits >= 6 and (_LABEL.search(_before(text, start)) or _REGISTER.match(text, match.end())):
        return match[0], match.end()
    return None


# --------------------------------------------------------------------------------------------------------------------
# Dates
# --------------------------------------------------------------------------------------------------------------------

_DAY = r"(?:0?1(?:er|ᵉʳ)|[12]\d|3[01]|0?[1-9])(?!\d)"
_DAY_LINK = (
    rf"(?:,{_S}(?=[^,]{{0,20}}?{_S}(?:et|ou){_S})|{_S}(?:et|ou|au|à){_S}(?:le{_S})?(?:{_WEEKDAY}{_S})?|{_S}?[-–/]{_S}?)"
)
_DAYS = rf"{_DAY}(?:{_DAY_LINK}{_DAY}){{0,30}}"
_DATE = _compile(
    rf"(?P<days>{_DAYS}){_S}(?P<month>{_MONTH})"
    rf"(?:{_S}(?P<year>\d{{4}}(?!\d)|\d{{1,3}}(?={_S}(?:av|apr?|avant|après)\b)))?"
)
_DAY_LINK_SPLIT = _compile(rf"({_DAY_LINK})(?={_DAY})")
_DIGITAL_DATE = re.compile(
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>[12]\d{3})(?![\d/])|"
    r"(?P<day2>\d\d)(?P<sep>[.-])(?P<month2>\d\d)(?P=sep)(?P<year2>1[89]\d\d|20\d\d)(?![\d.-]\d|\d)"
)
_DIGIT_FOLLOWS = re.compile(rf"{_S}\d")
_UNIT_FOLLOWS = re.compile(rf"{_S}?(?:[kKM]|Mds?)?{_S}?[%€$£¥]")
_DASH = re.compile(rf"{_S}?[-–]{_S}?(?=\d)")
_STREET = _compile(
    r"\b(?:rue|place|avenue|boulevard|bd|square|quai|pont|cours|gare|station|métro|stade|lycée|collège|école|cité|"
    r"impasse|allée|passage|tunnel|cercle)\s(?:du|de|des)\s$|\b(?:" + "|".join(_MONTH_NAMES) + r")\s$"
)


def _date(text: str, start: int) -> _Rewritten:
    """3 mars 2024 -> March 3, 2024; du 3 au 5 mars -> du March 3 au March 5. Street names keep their dates."""
    match = _DATE.match(text, start)
    if match is None or _STREET.search(_before(text, start)) or _UNIT_FOLLOWS.match(text, match.end()):
        return None
    pieces = _DAY_LINK_SPLIT.split(match["days"])
    days = [int(re.sub(r"\D", "", day)) for day in pieces[::2]]
    if any(later <= earlier for earlier, later in pairwise(days)):
        return None
    french = match["month"]
    month = _MONTHS[french.lower()]
    if french.isupper():
        month = month.upper()
    english = f"{month} {days[0]}"
    for link, day in zip(pieces[1::2], days[1:], strict=True):
        # "March 3 et 4" reads well; a date after « au » or a weekday needs its month again.
        alone = link.strip().lower() in ("et", "ou", ",", "-", "–", "/")
        english += f"{link}{day}" if alone else f"{link}{month} {day}"
    if match["year"]:
        english += f", {match['year']}"
    elif _DIGIT_FOLLOWS.match(text, match.end()):
        english += ","  # « le 3 mars 200 personnes » must not become March 3 200
    until = _DASH.match(text, match.end())
    second = _date(text, until.end()) if until else None
    if until and second:
        return english + until[0] + second[0], second[1]
    return english, match.end()


def _digital_date(text: str, start: int) -> _Rewritten:
    """14/07/2025 -> July 14, 2025: the day comes first in French."""
    match = _DIGITAL_DATE.match(text, start)
    if match is None or _UNIT_FOLLOWS.match(text, match.end()):
        return None
    day, month = int(match["day"] or match["day2"]), int(match["month"] or match["month2"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{_MONTH_NAMES[month - 1]} {day}, {match['year'] or match['year2']}", match.end()


# --------------------------------------------------------------------------------------------------------------------
# Hours: times of day, durations, and what could be either
# --------------------------------------------------------------------------------------------------------------------

_H = rf"(?:{_S}?h|(?P<word>{_S}heures?))(?:{_S}?(?P<minute>[0-5]\d)(?![.,]\d)(?P<unit>{_S}?(?:min|mn|minutes?)\b)?)?"
_HOUR = _compile(rf"(?P<hour>{_GROUPED}|\d{{1,4}}){_H}(?![\w°'’″]|{_S}hours)")
_HOUR_RANGE = _compile(
    rf"(?P<hour>\d\d?)(?P<h>(?:{_S}?h|{_S}heures?)(?:{_S}?(?P<minute>[0-5]\d)(?![.,]\d))?)?"
    rf"(?P<link>{_S}(?:à|et){_S}|{_S}?[-–/]{_S}?)"
    rf"(?P<hour2>\d\d?)(?:{_S}?h|(?P<word>{_S}heures?))(?:{_S}?(?P<minute2>[0-5]\d)(?![.,]\d))?(?![\w°'’″])"
)
_HALF_DAY = _compile(rf"{_S}(?:du{_S}(?P<half>matin|soir)|de{_S}l['’](?P<half2>après-midi))\b")
_ROUND_THE_CLOCK = _compile(rf"(?P<hours>\d\d?)(?:{_S}?h|{_S}heures)(?:{_S}?/{_S}?|{_S}sur{_S})24(?:{_S}?h)?(?!\w)")
_ALL_WEEK = _compile(rf"7{_S}?(?:j|jours)(?:{_S}?/{_S}?|{_S}sur{_S})7(?!\w)")
_BEFORE_LENGTH = _compile(
    rf"{_S}?/(?!\d\d?{_S}?h)|{_S}(?:de\b|d['’]|des\b|par\b|du{_S}(?!{_WEEKDAY}|matin\b|soir\b|\d)|plus{_S}t|sur{_S}\d)"
)
_AFTER_LENGTH = _compile(
    r"\b(?:en|pendant|durant|dans(?: les)?|moins de|plus de|près de|au bout de|durée(?: \w+)? de|"
    r"dur(?:e|er|é|ée|era|ait|ent|aient|eront)|toutes les|il y a|quelques?|à peine|seulement)\s$"
)
_NO_RANGE = r"(?<!^\d )(?<!\D\d )(?<!^\d\d )(?<!\D\d\d )"  # not « 1 à 2 h »
_AFTER_TIME = _compile(
    rf"(?:{_NO_RANGE}\b(?:à|dès|vers|jusqu['’]à|avant|à partir de|alentours de|autour de|coups? de|il est|hier|demain|"
    rf"aujourd['’]hui|matin|soir|soirée|midi|après-midi|{_WEEKDAY}(?: (?:prochain|dernier))?|"
    rf"{_MONTH}(?:\s\d{{4}})?|\d\d?/\d\d?/\d{{4}}),?\s[(–-]?|[(]|"
    rf"\b(?:horaires?|séances?|départs?|rendez-vous|rdv|ouvertures?|fermetures?|coup d['’]envoi)\s?:?\s|"
    rf"\b(?:1[3-9]|2[0-3]){_S}?h{_S}?[0-5]\d(?:,| et| ou| puis)\s|\b{_WEEKDAY} \d\d? à |"
    rf"\b(?:à|dès|vers|avant)\s(?:\d\d?{_S}?h(?:{_S}?\d\d)?(?:,| et| ou| puis)\s)+)$"
)
_AFTER_CLEAR_TIME = _compile(
    rf"(?<!heures )(?<!h ){_NO_RANGE}\b(?:(?P<until>jusqu['’])?à|dès|vers|à partir de|avant)\s$"
)
_AFTER_OF = _compile(r"\b(?:de|d['’]|une?|après|depuis|pour|environ)\s?$")
_NEWS = _compile(r"\b(?:le|au|du)\s$")  # « le 20 h de TF1 » is the news
_AFTER_LATE = _compile(r"\baprès\s$")
_SCHEDULE = re.compile(r"\s?[:–-]\s")
_BETWEEN = _compile(r"\b(?:entre|de)\s$")


def _time(hour: int, minute: int) -> str:
    """14, 30 -> 2:30 p.m."""
    half = "a.m." if hour % 24 < 12 else "p.m."
    return f"{(hour - 1) % 12 + 1}" + (f":{minute:02d}" if minute else "") + f" {half}"


def _length(hours: str, minute: str | None) -> str:
    """2, 15 -> 2 hours 15 minutes"""
    english = f"{hours} hour{'' if hours in ('0', '1') else 's'}"
    if minute and int(minute):
        english += f" {int(minute)} minute{'' if int(minute) == 1 else 's'}"
    return english


def _end_of_time(text: str, english: str, end: int) -> _Rewritten:
    """The full stop of p.m. also ends the sentence."""
    if text.startswith(".", end) and not text.startswith("..", end):
        end += 1
    return english, end


def _hours(text: str, start: int) -> _Rewritten:
    """14 h 30 -> 2:30 p.m. or, as a duration, 14 hours 30 minutes; what the context does not decide stays."""
    match = _ROUND_THE_CLOCK.match(text, start)
    if match:
        return f"{match['hours']} hours a day", match.end()
    match = _ALL_WEEK.match(text, start)
    if match:
        return "7 days a week", match.end()
    ranged = _hour_range(text, start)
    if ranged:
        return ranged
    match = _HOUR.match(text, start)
    if match is None:
        return None
    hours, minute = match["hour"], match["minute"]
    end = match.end()
    number = int(hours) if hours.isdigit() else 1000
    if match["unit"] and not match["word"]:  # « 1 h 30 min » is no time of day
        return _length(_english(hours), minute), end
    half_day = _HALF_DAY.match(text, end)
    if half_day and number <= 12:
        afternoon = (half_day["half"] or half_day["half2"]).lower() != "matin"
        return _end_of_time(text, _time(number % 12 + 12 * afternoon, int(minute or 0)), half_day.end())
    before = _before(text, start)
    if match["word"]:  # « 20 heures » is as often a duration; only the clearest times are rewritten
        clear = _AFTER_CLEAR_TIME.search(before)
        if clear is None or _BEFORE_LENGTH.match(text, end) or not (13 if clear["until"] else 7) <= number <= 23:
            return None
        return _end_of_time(text, _time(number, int(minute or 0)), end)
    if number <= 24 and not minute and _NEWS.search(before):
        return None
    if number > 24 or _BEFORE_LENGTH.match(text, end) or _AFTER_LENGTH.search(before):
        return _length(_english(hours), minute), end
    first = start == len(text) - len(text.lstrip())
    alone = first and (not text[end:].strip(" .:;!") or _SCHEDULE.match(text, end))
    late = number > 12 and (_AFTER_LATE.search(before) or (minute and not _AFTER_OF.search(before)))
    if number < 24 and (alone or late or _AFTER_TIME.search(before)):
        return _end_of_time(text, _time(number, int(minute or 0)), end)
    if number == 24 and not _AFTER_TIME.search(before):
        return _length(hours, minute), end
    return text[start:end], end


def _hour_range(text: str, start: int) -> _Rewritten:
    """entre 8 h et 10 h 30 -> entre 8 a.m. et 10:30 a.m.; de 2 à 3 h de route -> de 2 à 3 hours de route"""
    match = _HOUR_RANGE.match(text, start)
    if match is None or int(match["hour"]) > 24 or int(match["hour2"]) > 24:
        return None
    if match["word"] and (match["h"] is None or int(match["hour2"]) < 13 or int(match["hour"]) < 5):
        return None  # « de 8 à 10 heures » is as often a duration
    before, link = _before(text, start), match["link"]
    word = link.strip().lower()
    if word not in ("à", "et"):
        if match["h"] is None:
            return None
    elif not _BETWEEN.search(before) and (match["h"] is None or word == "et"):
        return None
    half_day = _HALF_DAY.match(text, match.end())
    if not half_day and (_BEFORE_LENGTH.match(text, match.end()) or _AFTER_LENGTH.search(before)):
        first = _length(match["hour"], match["minute"]) if match["h"] else match["hour"]
        return f"{first}{link}{_length(match['hour2'], match['minute2'])}", match.end()
    hour, hour2, end = int(match["hour"]), int(match["hour2"]), match.end()
    if half_day and hour2 <= 12:
        end = half_day.end()
        if (half_day["half"] or half_day["half2"]).lower() != "matin":
            hour, hour2 = (hour + 12 if hour < hour2 < 12 else hour), hour2 % 12 + 12
    first = _time(hour, int(match["minute"] or 0))
    second = _time(hour2, int(match["minute2"] or 0))
    return _end_of_time(text, f"{first}{link}{second}", end)


# --------------------------------------------------------------------------------------------------------------------
# Ordinals and centuries
# --------------------------------------------------------------------------------------------------------------------

_ORDINAL = re.compile(
    rf"(?P<int>{_GROUPED}|\d++)"
    r"(?P<suffix>(?i:[eè]res?|[eè]mes?|i[eè]mes?|ndes?)|(?:re|e|de|ᵉ)s?|ers?|ᵉʳ|ʳᵉ|nds?|E|ER|RE)(?!\w)"
    rf"(?!{_S}de{_S}finale)"
)
_ROMAN_ORDINAL = re.compile(
    r"(?<!\w)(?P<roman>X{0,4}(?:IX|IV|V?I{0,3})|X[LC](?:IX|IV|V?I{0,3}))(?P<suffix>er|re|ère|e|è|ème|eme|ième|ᵉʳ|ʳᵉ|ᵉ|"
    r"(?-i:E|°)(?=[ \u00a0\u202f](?i:siècles?|arrondissement|république)\b))(?!\w)"
)
# Where capitals have been lowered, the word « siècle » still tells.
_LOWERED_CENTURY = re.compile(
    rf"(?<!\w)(?!vie{_S}(?:et|au|ou)\b)(?P<roman>[ivx]+)(?P<suffix>er|e)"
    rf"(?={_S}(?:(?:et|au|ou){_S}(?:(?:le|au){_S})?[ivx]+er?{_S})?siècles?\b)"
)
_KING = re.compile(r"(?:^|\W)(?!(?:Le|La|Les|Du|Au|Un|Une|Dès|Fin|Vers)\W)[A-ZÀÂÇÉÈÊÎÔÛÜ][\w'’-]+[ \u00a0\u202f]$")
_IN_WORDS = _compile(rf"{_S}(?:république|reich|guerre|internationale|empire)\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_FIRST_TO_FIFTH = ("First", "Second", "Third", "Fourth", "Fifth")


def _ordinal_of(number: int) -> str:
    """21 -> 21st"""
    return f"{number}{_ordinal_ending(number)}"


def _ordinal_ending(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _ordinal(text: str, start: int) -> _Rewritten:
    """1er, 2e, 3ème -> 1st, 2nd, 3rd"""
    match = _ORDINAL.match(text, start)
    if match is None:
        return None
    digits, suffix = re.sub(r"\D", "", match["int"]).lstrip("0"), match["suffix"].lower().rstrip("s")
    number = int(digits[-9:] or 0)
    if suffix in ("er", "re", "ère", "ere", "ᵉʳ", "ʳᵉ") and digits != "1":
        return None
    if suffix in ("nd", "nde", "de") and number % 10 != 2:
        return None
    if match["suffix"] == "E" and any(character.islower() for character in text):
        return None  # a capital E in small letters is a class or a series: 2E
    return _english(match["int"]) + _ordinal_ending(number), match.end()


def _roman_value(roman: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _roman_ordinal(match: re.Match[str]) -> str:
    """XXe siècle -> 20th siècle; IIIe République -> Third République; Napoléon Ier -> Napoléon I"""
    number, suffix = _roman_value(match["roman"].upper()) if match["roman"] else 0, match["suffix"]
    first = suffix in ("er", "re", "ère", "ᵉʳ", "ʳᵉ")
    if number == 0 or first != (number == 1):
        return match[0]
    rest = match.string[match.end() : match.end() + 20]
    if first and _KING.search(_before(match.string, match.start())) and not rest[1:].startswith(("siècle", "arr")):
        return match["roman"]
    if number <= 5 and _IN_WORDS.match(rest):
        word = _FIRST_TO_FIFTH[number - 1]
        return word.upper() if suffix == "E" else word
    return _ordinal_of(number)


# --------------------------------------------------------------------------------------------------------------------
# Quantities: decimals, thousands, percentages, money, scale words
# --------------------------------------------------------------------------------------------------------------------

_FRENCH_DECIMAL = re.compile(r"(?<![\w/])(?<!\d[.,:'’])(?<![^\W\d_]-)\d+,(?:\d\d?|\d{4,})(?![.,:]?\d)")
_AFTER_DECIMAL = _compile(rf"{_S}%|{_S}?[€$£¥](?!\d)|{_S}(?:million|milliard|billion|mille|euro|dollar)\b")
_UNIT_PRICE = _compile(rf"{_S}?(?:euros?|dollars?|€){_S}?(?:le|du|par|/){_S}?(?:l|litre|kilo|kg|kwh|kilowatt)\b")
_PERCENT = re.compile(rf"{_NUM}{_S}?(?:%|p\.{_S}?(?:100|cent)\b)")
_PLAIN = re.compile(_NUM)
_POINT_GROUPED = re.compile(
    r"(?P<int>[1-9]\d{0,2}(?:\.\d{3})+)(?P<dec>,\d\d?)(?![.,]?\d)|[1-9]\d{0,2}(?:\.\d{3}){2,}(?![.,]?\d)"
)
_AMOUNT = (
    rf"{_NUM}(?:{_S}?(?P<scale>(?:k|M|Mds?|Mrds?|MM)(?=[€$£¥])|(?:k|K|M|Mds?|Mrds?|MM)(?={_S}?[€$£¥])|"
    rf"(?i:millions?|milliards?|billions?)))?(?:{_S}(?:d['’]|de{_S}))?{_S}?(?P<sign>[€$£¥])"
    rf"(?:{_S}?(?P<of>US|CAN|CA|AU)\b)?(?!\w)"
)
_MONEY = re.compile(_AMOUNT)
_MONEY_RANGE = re.compile(
    rf"(?P<low>{_GROUPED}|\d++)(?P<lowdec>,\d++)?(?P<link>{_S}(?:à|et|ou){_S}|{_S}?[-–]{_S}?)(?={_AMOUNT})"
)
_CENTS = re.compile(r"(?P<whole>\d+)€(?P<cents>\d\d)(?!\d)")
_SIGNS = ("€", "$", "£", "¥")
_SHORT_SCALE = re.compile(rf"{_NUM}{_S}?(?P<scale>Mds?|Mrds?|M)(?={_S}(?:d['’]|de{_S}))")
_FALSE_FRIEND = _compile(
    rf"{_NUM}{_S}(?P<word>(?:b|tr)illi(?:on|ard)(?P<plural>s)?)\b(?P<of>(?={_S}(?:de{_S}|d['’])))?"
)
_ENGLISH_SCALE = {
    "billion": "trillion", "billiard": "quadrillion", "trillion": "quintillion", "trilliard": "sextillion",
}  # fmt: skip
_IN_A_ROW = re.compile(r"(?<![\dhH/:])(?<!h )(?!(?:1[89]|20)\d\d )\d+ $")
_LETTER = re.compile(r"[^\W\d_]")


def _english(grouped: str, decimals: str | None = None) -> str:
    """2 200 112 -> 2,200,112; 97, ",4" -> 97.4"""
    english = grouped if grouped.isdigit() else ",".join(re.findall(r"\d+", grouped))
    return english + ("." + decimals[1:] if decimals else "")


def _quantity(match: re.Match[str]) -> str | None:
    """The English of a figure that a pattern with _NUM has found; None if a comma may part thousands.

    « 2,200 » is a French decimal with three digits or English thousands. It is read as a decimal where nothing else
    fits: after 0 or four digits, before a spaced % or a sign of currency, before a singular scale word
    (1,234 milliard), before a price a unit (1,879 euro le litre), or in a sentence with another French decimal; but
    a last digit 0 (15,000) says thousands in all of these except the price. Elsewhere it stays.
    """
    whole, decimals = match["int"], match["dec"]
    if decimals and len(decimals) == 4 and whole.isdigit() and len(whole) <= 3 and not whole.startswith("0"):
        text, start, end = match.string, match.start(), match.end("dec")
        if decimals.endswith("0") and not _UNIT_PRICE.match(text, end):
            return whole + decimals
        certain = _AFTER_DECIMAL.match(text, end) or _UNIT_PRICE.match(text, end) or _has(_FRENCH_DECIMAL, text)
        if text[start - 1 : start] in _SIGNS or not certain:
            return None
    return _english(whole, decimals)


def _money_in_english(amount: str, scale: str | None, sign: str, of: str | None) -> str:
    """3,400, None, € -> €3,400; 5, M, € -> €5 million"""
    prefix = {None: "", "CAN": "CA"}.get(of, of or "")
    if scale is None:
        return f"{prefix}{sign}{amount}"
    if scale in ("k", "K"):
        thousands = float(amount.replace(",", "")) * 1000
        return f"{prefix}{sign}{thousands:,.0f}"
    word = scale.lower()
    if word.startswith("billion"):
        word = "trillion"
    elif word.startswith(("md", "mrd", "milliard")) or word == "mm":
        word = "billion"
    else:
        word = "million"
    return f"{prefix}{sign}{amount} {word}"


def _money(text: str, start: int) -> _Rewritten:
    """3 400 € -> €3,400; 5 M€ -> €5 million; de 3 à 5 € -> de €3 à €5"""
    match = _CENTS.match(text, start)
    if match:
        return f"€{match['whole']}.{match['cents']}", match.end()
    if text[start - 1 : start] in _SIGNS:
        return None
    match = _MONEY.match(text, start)
    if match:
        amount = _quantity(match)
        if amount is None:
            return None
        return _money_in_english(amount, match["scale"], match["sign"], match["of"]), match.end()
    low = _MONEY_RANGE.match(text, start)
    match = low and _MONEY.match(text, low.end())
    if low is None or match is None:
        return None
    amount, least = _quantity(match), _english(low["low"], low["lowdec"])
    word = low["link"].strip().lower()
    if amount is None or (word in ("à", "et") and not _BETWEEN.search(_before(text, start))):
        return None
    scale, sign, of = match["scale"], match["sign"], match["of"]
    first = _money_in_english(least, scale, sign, of)
    return f"{first}{low['link']}{_money_in_english(amount, scale, sign, of)}", match.end()


def _short_scale(text: str, start: int) -> _Rewritten:
    """3 Md d'euros -> 3 milliards d'euros: the model knows the word."""
    match = _SHORT_SCALE.match(text, start)
    amount = match and _quantity(match)
    if match is None or amount is None:
        return None
    word = "million" if match["scale"] == "M" else "milliard"
    plural = "" if int(re.sub(r"\D", "", match["int"])) < 2 else "s"
    return f"{amount} {word}{plural}", match.end()


def _false_friend(text: str, start: int) -> _Rewritten:
    """2 billions -> 2 trillion

    French writes a plural s from two on, English none; so « 2 trillion » is English already. « 1 billion » is French
    where « de » follows or the figure has a comma.
    """
    match = _FALSE_FRIEND.match(text, start)
    amount = match and _quantity(match)
    if match is None or amount is None:
        return None
    word = match["word"].lower().removesuffix("s")
    one = match["int"] in ("0", "1") and match["of"] is not None and word == "billion"
    if not (match["plural"] or "." in amount or one or word.endswith("ard")):
        return None
    return f"{amount} {_ENGLISH_SCALE[word]}", match.end()


def _percent(text: str, start: int) -> _Rewritten:
    """12,5 % -> 12.5%"""
    match = _PERCENT.match(text, start)
    amount = match and _quantity(match)
    return (f"{amount}%", match.end()) if match and amount else None


def _plain(text: str, start: int) -> _Rewritten:
    """97,4 -> 97.4; 2 200 112 -> 2,200,112, but the columns of a line without words stay columns."""
    match = _POINT_GROUPED.match(text, start)
    if match and match["dec"]:
        return _english(match["int"], match["dec"]), match.end()
    if match:
        groups = match[0].split(".")
        address = len(groups) == 4 and all(int(group) < 256 for group in groups)
        return (match[0] if address else ",".join(groups)), match.end()
    match = _PLAIN.match(text, start)
    amount = match and _quantity(match)
    if match is None or amount is None:
        return None
    grouped = not match["int"].isdigit()
    words = _has(_LETTER, text) or _has(_DIGITAL_DATE, text)
    if grouped and (not words or _IN_A_ROW.search(_before(text, start))):
        return match["int"] + (f".{match['dec'][1:]}" if match["dec"] else ""), match.end()
    return amount, match.end()


# --------------------------------------------------------------------------------------------------------------------
# Words around figures
# --------------------------------------------------------------------------------------------------------------------

_NUMBER_SIGN = re.compile(rf"(?<!\w)[nN][°º]{_S}?(?=\d)")
_DECADE = r"(?:1\d|20)?\d0(?!\d|,\d)"
_DECADES = _compile(
    rf"\bannées{_S}(?P<decades>{_DECADE}(?:(?:,{_S}|{_S}(?:et|ou|à){_S}|{_S}?[-–]{_S}?){_DECADE})*)"
    rf"(?!{_S}?(?:et|à|ou|,|[-–]){_S}?(?:1\d|20)\d\d|\w)"
)
_OF_A_CENTURY = _compile(rf"{_S}(?:du|de{_S}ce|de{_S}l['’]|av)\b")
_TENS_OF_THOUSANDS = _compile(
    rf"(?P<lead>\b(?:d|qu)['’]|\b(?:environ|quelque|près{_S}d['’]|plus{_S}d['’]|moins{_S}d['’]){_S}?)?"
    rf"\bune{_S}(?P<word>dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine)"
    rf"{_S}de{_S}(?P<scale>millier|million|milliard)s?\b(?P<of>{_S}(?:de{_S}|d['’]))?"
)
_ABOUT = {
    "dizaine": "ten", "douzaine": "twelve", "quinzaine": "fifteen", "vingtaine": "twenty", "trentaine": "thirty",
    "quarantaine": "forty", "cinquantaine": "fifty", "soixantaine": "sixty", "centaine": "a hundred",
}  # fmt: skip
_COLLECTIVE_SCALE = {"millier": "thousand", "million": "million", "milliard": "billion"}
_WORD_FALSE_FRIEND = _compile(
    rf"\b(?P<how>un){_S}billion\b|"
    rf"\b(?P<how2>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|cent|mille|des|les|plusieurs|quelques|de)"
    rf"{_S}billions\b"
)


def _decades(match: re.Match[str]) -> str:
    """années 1990 -> 1990s; années 60 -> 1960s; années 20 -> 20s, since the century is open"""

    other_century = _OF_A_CENTURY.match(match.string, match.end())

    def decade(figure: re.Match[str]) -> str:
        digits = figure[0]
        return f"{'19' if len(digits) == 2 and digits >= '30' and not other_century else ''}{digits}s"

    return re.sub(r"\d+", decade, match["decades"])


def _tens_of_thousands(match: re.Match[str]) -> str:
    """une dizaine de milliers de personnes -> about ten thousand personnes"""
    lead = re.sub(r"\s+", " ", match["lead"] or "")
    about = f"{_ABOUT[match['word'].lower()]} {_COLLECTIVE_SCALE[match['scale'].lower()]}"
    if lead.strip().lower() in ("", "d'", "d’", "qu'", "qu’"):
        about = f"about {about}"
    if lead[-1:] in ("'", "’"):
        lead = lead[:-1] + "e "
    english = lead + about
    if match[0].isupper():
        english = english.upper()
    elif match[0][0].isupper():
        english = english[0].upper() + english[1:]
    return english + (" " if match["of"] else "")


def _word_false_friend(match: re.Match[str]) -> str:
    """un billion d'euros -> un trillion d'euros; des billions de -> des trillions de"""
    how = match["how"] or match["how2"]
    word = "trillions" if how.lower() in ("des", "les", "plusieurs", "quelques", "de") else "trillion"
    return f"{how} {word.upper() if match[0].isupper() else word}"


# --------------------------------------------------------------------------------------------------------------------
# The whole
# --------------------------------------------------------------------------------------------------------------------

# The first rule that knows the figure at hand rewrites it; so none reads what another has written.
_RULES: tuple[_Rule, ...] = (
    _digital_date, _digit_string, _date, _hours, _ordinal, _money, _short_scale, _false_friend, _percent, _plain
)  # fmt: skip
# A figure begins where no word, figure or file path runs into it: not in A4, F-16, 3.11, 14:30, exemple.fr/2.
_FIGURE = re.compile(r"(?<![\w&=?#@])(?<!\d[.,:'’])\d++")
_LONGEST_FIGURE = 40  # digits; what is longer says no quantity
_HAS_DIGIT = re.compile(r"\d")
_GLUE = ("-", "/", "_", ".", ":")
_PATH = re.compile(r"[^\W\d_]\.[^\W\d_]\S*/\S*$|://\S*$")


def _figures(text: str) -> str:
    pieces: list[str] = []
    done = 0
    for figure in _FIGURE.finditer(text):
        start = figure.start()
        if start < done or figure.end() - start > _LONGEST_FIGURE:
            continue
        if start != done + 1 and text[start - 1 : start] in _GLUE and text[start - 2 : start - 1].isalpha():
            continue
        if start and text[start - 1] == "/" and _PATH.search(text, max(0, start - 80), start):
            continue
        for rule in _RULES:
            rewritten = rule(text, start)
            if rewritten:
                pieces += (text[done:start], rewritten[0])
                done = rewritten[1]
                break
    pieces.append(text[done:])
    return "".join(pieces)


def english_numbers(text: str) -> str:
    """Rewrite what is numeric in a French sentence, or a line of figures, to English form; words stay French.

    What is in English form already ("97.4", "2,200,112", "$97.4 billion", "2:30 p.m.", "March 3, 2024") stays as it
    is, so a second call changes nothing. A figure with h whose context does not say whether it is a time or a
    duration stays as well.
    """
    if "aine" in text or "AINE" in text:
        text = _TENS_OF_THOUSANDS.sub(_tens_of_thousands, text)
    if "illion" in text or "ILLION" in text:
        text = _WORD_FALSE_FRIEND.sub(_word_false_friend, text)
    if "X" in text or "V" in text or "I" in text:
        text = _ROMAN_ORDINAL.sub(_roman_ordinal, text)
    if "siècle" in text:
        text = _LOWERED_CENTURY.sub(_roman_ordinal, text)
    if not _HAS_DIGIT.search(text):
        return text
    if "°" in text or "º" in text:
        text = _NUMBER_SIGN.sub("No. ", text)
    if "nnée" in text or "NNÉE" in text:
        text = _DECADES.sub(_decades, text)
    return _figures(text)


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
    for number, name in enumerate(_MONTH_NAMES, 1)
    for month in (name.lower(), name[:3].lower(), name[:3].lower() + ".")
} | {"sept.": 9, "sept": 9}
_FRENCH_MONTHS = {french: _MONTH_NAMES.index(english) + 1 for french, english in _MONTHS.items()}
_MONTH_NUMBERS = {"fr": _FRENCH_MONTHS, "en": _ENGLISH_MONTHS}
_ENGLISH_MONTH = "(?:" + "|".join(re.escape(m) for m in sorted(_ENGLISH_MONTHS, key=len, reverse=True)) + r")(?!\w)"
_ENGLISH_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w.,]?\d|[:%])"
_ENGLISH_DAY_LINK = rf"(?:\s?[-–/]\s?|,? (?:and|to|or|through|until) |, (?={_ENGLISH_DAY},? (?:and|or)))"
_ENGLISH_DAYS = rf"{_ENGLISH_DAY}(?:{_ENGLISH_DAY_LINK}{_ENGLISH_DAY}){{0,30}}"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DATES = {
    "fr": (
        _compile(rf"(?<!\d)(?P<days>{_DAYS}){_S}(?P<month>{_MONTH})(?:{_S}{_YEAR})?"),
        _compile(rf"(?<!\w)(?P<days>{_DAY})-(?P<month>{_MONTH})(?:-{_YEAR})?"),
        _compile(rf"\b(?P<days>premier){_S}(?P<month>{_MONTH})(?:{_S}{_YEAR})?"),
    ),
    "en": (
        _compile(rf"\b(?P<month>{_ENGLISH_MONTH})\s(?:the )?(?P<days>{_ENGLISH_DAYS})(?:,?\s{_YEAR})?"),
        _compile(rf"(?<![\d.,])(?P<days>{_ENGLISH_DAYS})\s(?:of )?(?P<month>{_ENGLISH_MONTH})(?:,?\s{_YEAR})?"),
    ),
}
_NUMERIC_DATE = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)"
    r"(?P<y>\d{4}))(?![\d/]|[.-]\d)"
)
_STRING = re.compile(r"\d{41,}|(?<![\d.,])\d+(?:\.\d+){2,}(?![\d])|(?<![\d:])\d+:\d\d:\d\d(?:[.,]\d+)?(?!\d)")
_CLOCK = {
    "fr": _compile(
        rf"(?<![\d.,:])(?P<hour>\d\d?)(?:{_S}?h|{_S}heures?|(?P<colon>:)(?=[0-5]\d(?![\d:])))(?:{_S}?"
        rf"(?P<minute>[0-5]\d)(?:{_S}?min(?:utes?)?)?)?(?![\w])(?:{_S}(?:du{_S}(?P<half>matin|soir)|"
        rf"de{_S}l['’](?P<half2>après-midi))\b)?"
    ),
    "en": _compile(
        r"(?<![\d.,:])(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d)(?!\d))?\s?(?P<half>a\.?m\b\.?|p\.?m\b\.?)|"
        r"(?<![\d.,:])(?P<hour2>\d\d?)(?::(?P<minute2>[0-5]\d)(?![\d:])|\s?h(?P<minute3>[0-5]\d)?\b|\s?o['’]clock\b)"
    ),
}
_READ_DECADE = {
    "fr": _compile(
        rf"\bannées{_S}\d{{2,4}}(?:(?:,{_S}|{_S}(?:et|ou|à){_S}|{_S}?[-–]{_S}?)\d{{2,4}}(?!\d))*|"
        r"(?<!\w)\d{2,4}['’]?s\b"
    ),
    "en": re.compile(r"(?<![\d.,])(?:\d\d|\d{3}0)['’]?s\b"),
}
_SUFFIXED = {
    "fr": re.compile(
        rf"(?<![\w.,])(?P<int>{_GROUPED}|\d+)"
        rf"(?i:er|ers|re|res|ères?|eres?|nde?s?|des?|es?|è|[eè]mes?|i[eè]mes?|ᵉʳ|ʳᵉ|ᵉ)"
        rf"(?!\w)(?P<final>{_S}de{_S}finale)?"
    ),
    "en": re.compile(r"(?<![\w.])(?P<int>\d{1,3}(?:,\d{3})+|\d+)(?i:st|nd|rd|th)s?(?!\w)"),
}
_ENGLISH_ROMAN = re.compile(r"(?<!\w)(?P<roman>[IVX]+)(?:st|nd|rd|th)(?!\w)")
_ROMAN_WORD = re.compile(r"I{1,3}|IV|VI{0,3}|IX|X{1,3}(?:I{1,3}|IV|VI{0,3}|IX)?")
_FRACTION = re.compile(
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
_PERCENT_SIGN = rf"{_S}?%|{_S}pour{_S}cents?\b|{_S}p\.{_S}?(?:100|cent)\b|[{_S[1:-1]}-]per{_S}?cent\b|{_S}percentage"
_HALF = {"fr": rf"(?:heures?{_S})?et{_S}demie?\b", "en": rf"and{_S}a{_S}half\b"}
_FIGURES = {
    lang: re.compile(
        rf"(?P<sign>[€$£¥]{_S}?)?(?!(?:(?<=[kc]m)|(?<=[\d\W]m))[23](?!\d))"  # no km2
        rf"(?P<whole>\d{{1,3}}(?:{_S}\d{{3}}){{1,8}}(?!\d)|\d{{1,3}}(?:[,.'’]\d{{3}})+(?!\d)|\d+)"
        rf"(?P<dec>[.,]\d+)?(?P<scale>[{_S[1:-1]}-]?(?i:{_SCALE_WORD[lang]}))?"
        rf"(?P<half>{_S}(?i:{_HALF[lang]}))?"
        rf"(?P<percent>(?i:{_PERCENT_SIGN}))?(?P<after>{_S}?[€$£¥])?"
    )
    for lang in _FIGURE_SCALES
}
_ABBREVIATED = re.compile(r"(?:['’]|[^\W\d_]-)$")


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
        yield _number(match.start(), match.end(), "ordinal", str(_roman_value(match["roman"])))


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
    scale = re.sub(rf"^[{_S[1:-1]}-]", "", match["scale"] or "").lower()
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
    elif re.search(_S, whole) or (decimals.startswith(",") and lang == "en"):  # two numbers, perhaps: en 12 300, 3,5
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
        (_ROMAN_ORDINAL, _read_roman),
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
_WORD = re.compile(r"[^\W\d_]+")
_HALF_A_MILLION = _compile(r"half[\s-](?:an?\s)?(?P<scale>million|billion|trillion|thousand|hundred)\b")
_AND_A_HALF = _compile(rf"{_S}(?:[^\W\d_]+{_S})?(?:et{_S}demie?|and{_S}a{_S}half)\b")
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


def _read_words(text: str, lang: Language) -> Iterator[Number]:
    cardinals, multipliers, special = _CARDINALS[lang], _MULTIPLIERS[lang], _SPECIAL[lang]
    join = ("et", "de", "d") if lang == "fr" else ("and", "a", "of")
    words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        word, start, end = words[index]
        decade = _decade_word(word) if lang == "en" else ()
        roman = _ROMAN_WORD.fullmatch(text[start:end])
        half_of = _HALF_A_MILLION.match(text, start) if word == "half" else None
        if half_of:
            yield _number(start, half_of.end(), "word", _decimal(Decimal(multipliers[half_of["scale"].lower()]) / 2))
        elif word in special:
            yield _number(start, end, "word", *special[word].split())
        elif roman:
            yield _number(start, end, "word", str(_roman_value(roman[0])))
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

_LINK = _compile(rf"{_S}?(?:à|et|ou|to|and|or|-|–|,|/){_S}?(?:[€$£¥]|about{_S}|environ{_S})?")
_YEAR_BEFORE = re.compile(r"\d{4}[-–/]")


def _share(numbers: list[Number], text: str, lang: Language) -> Iterator[Number]:
    """What neighbours lend each other: in « 15 à 20 millions » the 15 may be millions; 2024-25 ends in 2025."""
    for previous, number, following in zip([None, *numbers], numbers, [*numbers[1:], None], strict=False):
        readings, span = number.readings, text[number.start : number.end]
        if following and number.kind in ("figure", "money") and _LINK.fullmatch(text[number.end : following.start]):
            scale = re.search(_SCALE_WORD[lang], text[following.start : following.end], re.IGNORECASE)
            if scale and not _LETTER.search(span):
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
    taken = bytearray(len(text))
    numbers: list[Number] = []
    if _HAS_DIGIT.search(text) or _ROMAN_ORDINAL.search(text):
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
    return sorted(numbers, key=lambda number: (number.start, number.end))
