"""A source and its English target in, the currencies that only the target counts in out."""

from __future__ import annotations

import re

from abrege.article import Finding
from abrege.text.patterns import lazy

# What comes before a word that is a currency only if it is counted: « 10 millions de livres », "20 Czech crowns".
_COUNTED = (
    r"(?:\d|\b(?:cents?|mille|milli(?:on|ard)s?|hundreds?|thousands?|[bm]illions?|dizaines?|centaines?|milliers?)\b)"
    r"\W{0,3}(?:[^\W\d]{1,20}\W{1,3})?"
)
# Each currency as French and English write it, in one pattern.
_CURRENCIES = {
    name: lazy(pattern, re.IGNORECASE)
    for name, pattern in {
        "euros": r"€|\beuros?\b|\bEUR\b|\bcentimes?\b",
        "dollars": r"\$|\bdollars?\b|\bUSD\b|\bbucks?\b",
        "pounds": rf"£|\bGBP\b|\bsterling\b|{_COUNTED}(livres?|pounds?)\b",
        "yen": r"¥|\byens?\b",
        "yuan": r"\byuans?\b|\brenminbi\b",
        "won": r"₩|\bKRW\b|\bwons\b|\b(?:[mb]illion|trillion|Korean) won\b",
        "francs": r"\bfrancs?\b|\bCHF\b",
        "rubles": r"₽|\brou?bles?\b|\brubles?\b",
        "rupees": r"\broupies?\b|\brupees?\b",
        "crowns": rf"\bkron\w+|\bkorun\w+|\bCZK\b|{_COUNTED}(couronnes?|crowns?)\b",
    }.items()
}


def check_currencies(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "currency": a currency of the target that the source lacks, while the target lacks one of the source."""
    named = [name for name, pattern in _CURRENCIES.items() if pattern.search(source)]
    lost = [name for name in named if not _CURRENCIES[name].search(target)]
    if not lost:  # the translator may give an amount in another currency as well
        return ()
    found = {name: match for name, pattern in _CURRENCIES.items() if (match := pattern.search(target))}
    return tuple(
        Finding("currency", None, match.span(match.lastindex or 0), " or ".join(lost))
        for name, match in found.items()
        if name not in named
    )
