"""A French source and an English target in, the weekdays and months that only one of them names out."""

from __future__ import annotations

import re

from abrege.article import Finding
from abrege.text.patterns import lazy

_ENGLISH = {
    "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
    "samedi": "Saturday", "dimanche": "Sunday", "janvier": "January", "février": "February", "mars": "March",
    "avril": "April", "mai": "May", "juin": "June", "juillet": "July", "août": "August", "septembre": "September",
    "octobre": "October", "novembre": "November", "décembre": "December",
}  # fmt: skip
_FRENCH_DATE = lazy(rf"\b({'|'.join(_ENGLISH)})s?\b", re.IGNORECASE)
_ENGLISH_DATE = lazy(rf"\b({'|'.join(_ENGLISH.values())})s?\b")
_ANY_ENGLISH = lazy(rf"\b(?:{'|'.join(name[:3] for name in _ENGLISH.values())})", re.IGNORECASE)
# Words that stand for a day without naming it, and names that are more than one thing.
_RELATIVE = lazy(
    r"\b(?:yesterday|today|tomorrow|tonight|weekends?|week-ends?|eve|night|hier|demain|aujourd|veille|lendemain|fin de "
    r"semaine|nuit|\d+/\d+)",
    re.IGNORECASE,
)
_AMBIGUOUS = ("March", "May", "Mars")


def check_dates(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "date": a weekday or month of the French that the English lacks (`source_span`), or has and the French not.

    A name in another's place has both spans. Where either text speaks of days as seen from another, nothing is missing.
    """
    said = {_ENGLISH[m[1].lower()]: m.span() for m in _FRENCH_DATE.finditer(source)}
    heard = {m[1]: m.span() for m in _ENGLISH_DATE.finditer(target)}
    near = {m[0].lower() for m in _ANY_ENGLISH.finditer(target)}
    lost = [name for name in said if name[:3].lower() not in near and name not in _AMBIGUOUS]
    added = [name for name in heard if name not in said and name not in _AMBIGUOUS]
    if _RELATIVE.search(source) or _RELATIVE.search(target):
        lost, added = ([], []) if not (lost and added) else (lost, added)
    if len(lost) == len(added) == 1:
        return (Finding("date", said[lost[0]], heard[added[0]], lost[0]),)
    return (
        *(Finding("date", said[name], None, name) for name in lost),
        *(Finding("date", None, heard[name], "a date of the source") for name in added),
    )
