"""What figures, months and Roman numerals look like: the patterns that rewriting and reading numbers share."""

from __future__ import annotations

import re

from abrege.text.patterns import lazy

SP = r"[ \u00a0\u2000-\u200a\u202f]"  # any space that French typography puts inside or after a figure
GROUPED = rf"\d{{1,3}}(?:{SP}\d{{3}}){{1,8}}(?!{SP}?\d|-\d{{4}}(?!\d))|[1-9]\d{{0,2}}(?:['’]\d{{3}})+(?!\d)"
WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
MONTHS = {
    "janvier": "January", "février": "February", "fevrier": "February", "mars": "March", "avril": "April",
    "mai": "May", "juin": "June", "juillet": "July", "août": "August", "aout": "August",
    "septembre": "September", "octobre": "October", "novembre": "November", "décembre": "December",
    "decembre": "December", "janv.": "January", "févr.": "February", "fév.": "February", "avr.": "April",
    "juil.": "July", "sept.": "September", "oct.": "October", "nov.": "November", "déc.": "December",
}  # fmt: skip
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = "(?:" + "|".join(re.escape(month) for month in sorted(MONTHS, key=len, reverse=True)) + r")(?!\w)"


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, blind to capitals."""
    return lazy(pattern, re.IGNORECASE)


DAY = r"(?:0?1(?:er|ᵉʳ)|[12]\d|3[01]|0?[1-9])(?!\d)"
DAY_LINK = (
    rf"(?:,{SP}(?=[^,]{{0,20}}?{SP}(?:et|ou){SP})|{SP}(?:et|ou|au|à){SP}(?:le{SP})?(?:{WEEKDAY}{SP})?|{SP}?[-–/]{SP}?)"
)
DAYS = rf"{DAY}(?:{DAY_LINK}{DAY}){{0,30}}"
ROMAN_ORDINAL = lazy(
    r"(?<!\w)(?P<roman>X{0,4}(?:IX|IV|V?I{0,3})|X[LC](?:IX|IV|V?I{0,3}))(?P<suffix>er|re|ère|e|è|ème|eme|ième|ᵉʳ|ʳᵉ|ᵉ|"
    r"(?-i:E|°)(?=[ \u00a0\u202f](?i:siècles?|arrondissement|république)\b))(?!\w)"
)
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(roman: str) -> int:
    """The number that a Roman numeral in capitals stands for."""
    values = [ROMAN_VALUES[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
