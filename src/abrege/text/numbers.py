"""What is numeric in a French sentence, rewritten to English form.

`english_numbers` runs before the translation model, which copies what is English already.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from abrege.text.figures import (
    DAY,
    DAY_LINK,
    DAYS,
    GROUPED,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    ROMAN_ORDINAL,
    SP,
    WEEKDAY,
    compiled,
    roman_value,
)
from abrege.text.patterns import DIGIT, LETTER, lazy

# --------------------------------------------------------------------------------------------------------------------
# The pieces that patterns are built of
# --------------------------------------------------------------------------------------------------------------------

_PLAIN_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F], " ")
# A figure: grouped or not, with or without decimals; never a piece of 1,2,3 or 192.168.1.1.
_NUM = rf"(?P<int>{GROUPED}|\d++)(?P<dec>,\d++(?!(?<=\d-\d,\d)-\d))?(?![.,:]?\d)"


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

_DIGIT_STRING = lazy(rf"\d+(?:(?:{SP}|[.-])\d+){{1,20}}(?![.,]?\d)")
_LABEL = compiled(
    r"(?:\b(?:t[ée]l(?:[ée]phone)?s?|fax|iban|sms|n[°º]|num[ée]ros?(?: (?:vert|gratuit|unique|court|suivant|sire[nt]|"
    r"de t[ée]l[ée]phone|d['’]appel))*|sire[nt]|tva(?: [^\W\d]+){0,2}|(?-i:FR)|"
    r"rcs(?: [^\W\d]+){0,2})\.?|"
    r"\b(?:appel|compos|joign|contact)(?:er|ez|ant)(?: [^\W\d]+){0,3}? (?:au|le)|"
    r"\b(?:joindre|joignables?|réserv\w+)(?: [^\W\d]+){0,3}? (?:au|le))"
    r"(?:\s(?:est|au))?(?:\s(?:le|au))?\s?:?\s?$"
)
_REGISTER = compiled(rf"{SP}R\.?C\.?S\b")


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

_DATE = compiled(
    rf"(?P<days>{DAYS}){SP}(?P<month>{MONTH})"
    rf"(?:{SP}(?P<year>\d{{4}}(?!\d)|\d{{1,3}}(?={SP}(?:av|apr?|avant|après)\b)))?"
)
_DAY_LINK_SPLIT = compiled(rf"({DAY_LINK})(?={DAY})")
_DIGITAL_DATE = lazy(
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>[12]\d{3})(?![\d/])|"
    r"(?P<day2>\d\d)(?P<sep>[.-])(?P<month2>\d\d)(?P=sep)(?P<year2>1[89]\d\d|20\d\d)(?![\d.-]\d|\d)"
)
_DIGIT_FOLLOWS = lazy(rf"{SP}\d")
_UNIT_FOLLOWS = lazy(rf"{SP}?(?:[kKM]|Mds?)?{SP}?[%€$£¥]")
_DASH = lazy(rf"{SP}?[-–]{SP}?(?=\d)")
_STREET = compiled(
    r"\b(?:rue|place|avenue|boulevard|bd|square|quai|pont|cours|gare|station|métro|stade|lycée|collège|école|cité|"
    r"impasse|allée|passage|tunnel|cercle)\s(?:du|de|des)\s$|\b(?:" + "|".join(MONTH_NAMES) + r")\s$"
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
    month = MONTHS[french.lower()]
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
    return f"{MONTH_NAMES[month - 1]} {day}, {match['year'] or match['year2']}", match.end()


# --------------------------------------------------------------------------------------------------------------------
# Hours: times of day, durations, and what could be either
# --------------------------------------------------------------------------------------------------------------------

_H = rf"(?:{SP}?h|(?P<word>{SP}heures?))(?:{SP}?(?P<minute>[0-5]\d)(?![.,]\d)(?P<unit>{SP}?(?:min|mn|minutes?)\b)?)?"
_HOUR = compiled(rf"(?P<hour>{GROUPED}|\d{{1,4}}){_H}(?![\w°'’″]|{SP}hours)")
_HOUR_RANGE = compiled(
    rf"(?P<hour>\d\d?)(?P<h>(?:{SP}?h|{SP}heures?)(?:{SP}?(?P<minute>[0-5]\d)(?![.,]\d))?)?"
    rf"(?P<link>{SP}(?:à|et){SP}|{SP}?[-–/]{SP}?)"
    rf"(?P<hour2>\d\d?)(?:{SP}?h|(?P<word>{SP}heures?))(?:{SP}?(?P<minute2>[0-5]\d)(?![.,]\d))?(?![\w°'’″])"
)
_HALF_DAY = compiled(rf"{SP}(?:du{SP}(?P<half>matin|soir)|de{SP}l['’](?P<half2>après-midi))\b")
_ROUND_THE_CLOCK = compiled(rf"(?P<hours>\d\d?)(?:{SP}?h|{SP}heures)(?:{SP}?/{SP}?|{SP}sur{SP})24(?:{SP}?h)?(?!\w)")
_ALL_WEEK = compiled(rf"7{SP}?(?:j|jours)(?:{SP}?/{SP}?|{SP}sur{SP})7(?!\w)")
_BEFORE_LENGTH = compiled(
    rf"{SP}?/(?!\d\d?{SP}?h)|{SP}(?:de\b|d['’]|des\b|par\b|du{SP}(?!{WEEKDAY}|matin\b|soir\b|\d)|plus{SP}t|sur{SP}\d)"
)
_AFTER_LENGTH = compiled(
    r"\b(?:en|pendant|durant|dans(?: les)?|moins de|plus de|près de|au bout de|durée(?: \w+)? de|"
    r"dur(?:e|er|é|ée|era|ait|ent|aient|eront)|toutes les|il y a|quelques?|à peine|seulement)\s$"
)
_NO_RANGE = r"(?<!^\d )(?<!\D\d )(?<!^\d\d )(?<!\D\d\d )"  # not « 1 à 2 h »
_AFTER_TIME = compiled(
    rf"(?:{_NO_RANGE}\b(?:à|dès|vers|jusqu['’]à|avant|à partir de|alentours de|autour de|coups? de|il est|hier|demain|"
    rf"aujourd['’]hui|matin|soir|soirée|midi|après-midi|{WEEKDAY}(?: (?:prochain|dernier))?|"
    rf"{MONTH}(?:\s\d{{4}})?|\d\d?/\d\d?/\d{{4}}),?\s[(–-]?|[(]|"
    rf"\b(?:horaires?|séances?|départs?|rendez-vous|rdv|ouvertures?|fermetures?|coup d['’]envoi)\s?:?\s|"
    rf"\b(?:1[3-9]|2[0-3]){SP}?h{SP}?[0-5]\d(?:,| et| ou| puis)\s|\b{WEEKDAY} \d\d? à |"
    rf"\b(?:à|dès|vers|avant)\s(?:\d\d?{SP}?h(?:{SP}?\d\d)?(?:,| et| ou| puis)\s)+)$"
)
_AFTER_CLEAR_TIME = compiled(
    rf"(?<!heures )(?<!h ){_NO_RANGE}\b(?:(?P<until>jusqu['’])?à|dès|vers|à partir de|avant)\s$"
)
_AFTER_OF = compiled(r"\b(?:de|d['’]|une?|après|depuis|pour|environ)\s?$")
_NEWS = compiled(r"\b(?:le|au|du)\s$")  # « le 20 h de TF1 » is the news
_AFTER_LATE = compiled(r"\baprès\s$")
_SCHEDULE = lazy(r"\s?[:–-]\s")
_BETWEEN = compiled(r"\b(?:entre|de)\s$")


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
    falling = match["h"] is not None and int(match["hour"]) > int(match["hour2"])  # from 11 p.m. to 5 a.m.: no duration
    if match["word"] and not falling and (match["h"] is None or int(match["hour2"]) < 13 or int(match["hour"]) < 5):
        return None  # « de 8 à 10 heures » is as often a duration
    before, link = _before(text, start), match["link"]
    word = link.strip().lower()
    if word not in ("à", "et"):
        if match["h"] is None:
            return None
    elif not _BETWEEN.search(before) and (match["h"] is None or word == "et"):
        return None
    half_day = _HALF_DAY.match(text, match.end())
    if not half_day and not falling and (_BEFORE_LENGTH.match(text, match.end()) or _AFTER_LENGTH.search(before)):
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

_ORDINAL = lazy(
    rf"(?P<int>{GROUPED}|\d++)"
    r"(?P<suffix>(?i:[eè]res?|[eè]mes?|i[eè]mes?|ndes?)|(?:re|e|de|ᵉ)s?|ers?|ᵉʳ|ʳᵉ|nds?|E|ER|RE)(?!\w)"
    rf"(?!{SP}de{SP}finale)"
)
# Where capitals have been lowered, the word « siècle » still tells.
_LOWERED_CENTURY = lazy(
    rf"(?<!\w)(?!vie{SP}(?:et|au|ou)\b)(?P<roman>[ivx]+)(?P<suffix>er|e)"
    rf"(?={SP}(?:(?:et|au|ou){SP}(?:(?:le|au){SP})?[ivx]+er?{SP})?siècles?\b)"
)
_KING = lazy(r"(?:^|\W)(?!(?:Le|La|Les|Du|Au|Un|Une|Dès|Fin|Vers)\W)[A-ZÀÂÇÉÈÊÎÔÛÜ][\w'’-]+[ \u00a0\u202f]$")
_IN_WORDS = compiled(rf"{SP}(?:république|reich|guerre|internationale|empire)\b")
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


def _roman_ordinal(match: re.Match[str]) -> str:
    """XXe siècle -> 20th siècle; IIIe République -> Third République; Napoléon Ier -> Napoléon I"""
    number, suffix = roman_value(match["roman"].upper()) if match["roman"] else 0, match["suffix"]
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

_FRENCH_DECIMAL = lazy(r"(?<![\w/])(?<!\d[.,:'’])(?<![^\W\d_]-)\d+,(?:\d\d?|\d{4,})(?![.,:]?\d)")
_AFTER_DECIMAL = compiled(rf"{SP}%|{SP}?[€$£¥](?!\d)|{SP}(?:million|milliard|billion|mille|euro|dollar)\b")
_UNIT_PRICE = compiled(rf"{SP}?(?:euros?|dollars?|€){SP}?(?:le|du|par|/){SP}?(?:l|litre|kilo|kg|kwh|kilowatt)\b")
_PERCENT = lazy(rf"{_NUM}{SP}?(?:%|p\.{SP}?(?:100|cent)\b)")
_PLAIN = lazy(_NUM)
_POINT_GROUPED = lazy(
    r"(?P<int>[1-9]\d{0,2}(?:\.\d{3})+)(?P<dec>,\d\d?)(?![.,]?\d)|[1-9]\d{0,2}(?:\.\d{3}){2,}(?![.,]?\d)"
)
_AMOUNT = (
    rf"{_NUM}(?:{SP}?(?P<scale>(?:k|M|Mds?|Mrds?|MM)(?=[€$£¥])|(?:k|K|M|Mds?|Mrds?|MM)(?={SP}?[€$£¥])|"
    rf"(?i:millions?|milliards?|billions?)))?(?:{SP}(?:d['’]|de{SP}))?{SP}?(?P<sign>[€$£¥])"
    rf"(?:{SP}?(?P<of>US|CAN|CA|AU)\b)?(?!\w)"
)
_MONEY = lazy(_AMOUNT)
_MONEY_RANGE = lazy(
    rf"(?P<low>{GROUPED}|\d++)(?P<lowdec>,\d++)?(?P<link>{SP}(?:à|et|ou){SP}|{SP}?[-–]{SP}?)(?={_AMOUNT})"
)
_CENTS = lazy(r"(?P<whole>\d+)€(?P<cents>\d\d)(?!\d)")
_SIGNS = ("€", "$", "£", "¥")
_SHORT_SCALE = lazy(rf"{_NUM}{SP}?(?P<scale>Mds?|Mrds?|M)(?={SP}(?:d['’]|de{SP}))")
_FALSE_FRIEND = compiled(
    rf"{_NUM}{SP}(?P<word>(?:b|tr)illi(?:on|ard)(?P<plural>s)?)\b(?P<of>(?={SP}(?:de{SP}|d['’])))?"
)
_ENGLISH_SCALE = {
    "billion": "trillion", "billiard": "quadrillion", "trillion": "quintillion", "trilliard": "sextillion",
}  # fmt: skip
_IN_A_ROW = lazy(r"(?<![\dhH/:])(?<!h )(?!(?:1[89]|20)\d\d )\d+ $")


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
    words = _has(LETTER, text) or _has(_DIGITAL_DATE, text)
    if grouped and (not words or _IN_A_ROW.search(_before(text, start))):
        return match["int"] + (f".{match['dec'][1:]}" if match["dec"] else ""), match.end()
    return amount, match.end()


# --------------------------------------------------------------------------------------------------------------------
# Words around figures
# --------------------------------------------------------------------------------------------------------------------

_NUMBER_SIGN = lazy(rf"(?<!\w)[nN][°º]{SP}?(?=\d)")
_DECADE = r"(?:1\d|20)?\d0(?!\d|,\d)"
_DECADES = compiled(
    rf"\bannées{SP}(?P<decades>{_DECADE}(?:(?:,{SP}|{SP}(?:et|ou|à){SP}|{SP}?[-–]{SP}?){_DECADE})*)"
    rf"(?!{SP}?(?:et|à|ou|,|[-–]){SP}?(?:1\d|20)\d\d|\w)"
)
_OF_A_CENTURY = compiled(rf"{SP}(?:du|de{SP}ce|de{SP}l['’]|av)\b")
_TENS_OF_THOUSANDS = compiled(
    rf"(?P<lead>\b(?:d|qu)['’]|\b(?:environ|quelque|près{SP}d['’]|plus{SP}d['’]|moins{SP}d['’]){SP}?)?"
    rf"\bune{SP}(?P<word>dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine)"
    rf"{SP}de{SP}(?P<scale>millier|million|milliard)s?\b(?P<of>{SP}(?:de{SP}|d['’]))?"
)
_ABOUT = {
    "dizaine": "ten", "douzaine": "twelve", "quinzaine": "fifteen", "vingtaine": "twenty", "trentaine": "thirty",
    "quarantaine": "forty", "cinquantaine": "fifty", "soixantaine": "sixty", "centaine": "a hundred",
}  # fmt: skip
_COLLECTIVE_SCALE = {"millier": "thousand", "million": "million", "milliard": "billion"}
_WORD_FALSE_FRIEND = compiled(
    rf"\b(?P<how>un){SP}billion\b|"
    rf"\b(?P<how2>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|cent|mille|des|les|plusieurs|quelques|de)"
    rf"{SP}billions\b"
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
_FIGURE = lazy(r"(?<![\w&=?#@])(?<!\d[.,:'’])\d++")
_LONGEST_FIGURE = 40  # digits; what is longer says no quantity
_GLUE = ("-", "/", "_", ".", ":")
_PATH = lazy(r"[^\W\d_]\.[^\W\d_]\S*/\S*$|://\S*$")


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
        text = ROMAN_ORDINAL.sub(_roman_ordinal, text)
    if "siècle" in text:
        text = _LOWERED_CENTURY.sub(_roman_ordinal, text)
    if not DIGIT.search(text):
        return text
    if "°" in text or "º" in text:
        text = _NUMBER_SIGN.sub("No. ", text)
    if "nnée" in text or "NNÉE" in text:
        text = _DECADES.sub(_decades, text)
    return _figures(text)
