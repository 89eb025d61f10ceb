"""A French source and an English target in, the weekdays and months that only one of them names out."""

from __future__ import annotations

import re

from abrege.article import Finding, Language
from abrege.text.figures import MONTH_NAMES, MONTHS
from abrege.text.patterns import lazy
from abrege.text.quantities import find_numbers

_WEEKDAYS = {
    "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
    "samedi": "Saturday", "dimanche": "Sunday",
}  # fmt: skip
_FRENCH = {f"{day}s": name for day, name in _WEEKDAYS.items()} | _WEEKDAYS | MONTHS
_ENGLISH = {name[:3].lower(): name for name in (*_WEEKDAYS.values(), *MONTH_NAMES)}
_FRENCH_NAME = lazy(rf"\b(?:{'|'.join(map(re.escape, sorted(_FRENCH, key=len, reverse=True)))})(?!\w)", re.IGNORECASE)
_ENGLISH_NAME = lazy(
    rf"\b(?:{'|'.join(f'{name[:3]}(?:{name[3:]}s?)?' for name in _ENGLISH.values())}|sept|tues|thurs?)\b", re.IGNORECASE
)
# March and May are months where they stand as months do.
_BEFORE_MONTH = lazy(r"(?:\d(?:st|nd|rd|th)?|\b(?:in|of|since|until|by|early|mid|late|last|next|this))[ -]$")
_BEFORE_DAY = lazy(r"\.? \d")
# Words that stand for a day without naming it.
_RELATIVE = lazy(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:over|mid)?nights?|week-?ends?|eve|hier|demain|aujourd|veille|lendemain|"
    r"fin de semaine|nuits?|\d+/\d+)\b",
    re.IGNORECASE,
)
_DATE = lazy(r"(?:\d{4}|-)-(\d\d)-\d\d")  # as numbers are read
_Names = dict[str, tuple[int, int] | None]


def check_dates(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "date": a weekday or month of the French that the English lacks (`source_span`), or has and the French not.

    A name in another's place has both spans. Where either text speaks of days as seen from another, nothing is missing.
    """
    said, heard = _french(source), _english(target)
    lost = [(name, span) for name, span in said.items() if span and name not in heard]
    added = [(name, span) for name, span in heard.items() if span and name not in said]
    if not lost and not added:
        return ()
    lost = [(name, span) for name, span in lost if name not in _months_in_digits(target, "en")]
    added = [(name, span) for name, span in added if name not in _months_in_digits(source, "fr")]
    relative = _RELATIVE.search(source) or _RELATIVE.search(target)
    found: tuple[Finding, ...] = ()
    for names in (_WEEKDAYS.values(), MONTH_NAMES):
        ours = [(name, span) for name, span in lost if name in names]
        theirs = [(name, span) for name, span in added if name in names]
        if len(ours) == len(theirs) == 1:
            found += (Finding("date", ours[0][1], theirs[0][1], ours[0][0]),)
        elif not relative or (ours and theirs):
            found += tuple(Finding("date", span, None, name) for name, span in ours)
            found += tuple(Finding("date", None, span, "a date of the source") for _, span in theirs)
    return found


def _french(text: str) -> _Names:
    """What a French text names, by its English name: where, or None if it may mean something else (sept., Mars)."""
    names: _Names = {}
    for match in _FRENCH_NAME.finditer(text):
        french = match[0].lower()
        sure = not french.endswith(".") and (french not in ("mars", "mai") or match[0].islower())
        _note(names, _FRENCH[french], match.span() if sure else None)
    return names


def _english(text: str) -> _Names:
    """The same for an English text: Sun and Sat, march and may."""
    names: _Names = {}
    for match in _ENGLISH_NAME.finditer(text):
        name, capital = _ENGLISH[match[0][:3].lower()], match[0][0].isupper()
        full = match[0].lower().startswith(name.lower())
        sure = full and capital
        if name in ("March", "May"):
            as_month = _BEFORE_MONTH.search(text, 0, match.start()) or _BEFORE_DAY.match(text, match.end())
            full, sure = False, sure and bool(as_month)
        if full or capital:
            _note(names, name, match.span() if sure else None)
    return names


def _note(names: _Names, name: str, span: tuple[int, int] | None) -> None:
    names[name] = span if span and not names.get(name) else names.get(name)


def _months_in_digits(text: str, lang: Language) -> set[str]:
    """The months of the dates that are written 14/07/2025, 14.07.2025 or 2025-07-14."""
    readings = (reading for number in find_numbers(text, lang) for reading in number.readings)
    return {MONTH_NAMES[int(match[1]) - 1] for match in map(_DATE.fullmatch, readings) if match}
