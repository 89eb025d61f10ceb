"""A source and its English target in, the currencies that only the target counts in out."""

from __future__ import annotations

import re

from abrege.article import Finding
from abrege.text.patterns import lazy

# Each currency as French and English write it, in one pattern.
_CURRENCIES = {
    name: lazy(pattern, re.IGNORECASE)
    for name, pattern in {
        "euros": r"€|\beuros?\b|\bEUR\b|\bcentimes?\b",
        "dollars": r"\$|\bdollars?\b|\bUSD\b|\bbucks?\b",
        "pounds": r"£|\blivres?\b|\bpounds?\b|\bGBP\b|\bsterling\b",
        "yen": r"¥|\byens?\b",
        "yuan": r"\byuans?\b|\brenminbi\b",
        "francs": r"\bfrancs?\b|\bCHF\b",
        "rubles": r"₽|\brou?bles?\b|\brubles?\b",
        "rupees": r"\broupies?\b|\brupees?\b",
        "crowns": r"\bcouronnes?\b|\bcrowns?\b|\bkron\w+|\bkorun\w+|\bCZK\b",
    }.items()
}


def check_currencies(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "currency": a currency of the target that the source, which names another one, does not have."""
    named = [name for name, pattern in _CURRENCIES.items() if pattern.search(source)]
    if not named:
        return ()
    kept = {name for name in named if _CURRENCIES[name].search(target)}
    if kept == set(named):  # the translator gives an amount in another currency as well
        return ()
    found = {name: match for name, pattern in _CURRENCIES.items() if (match := pattern.search(target))}
    return tuple(
        Finding("currency", None, match.span(), " or ".join(named))
        for name, match in found.items()
        if name not in named
    )
