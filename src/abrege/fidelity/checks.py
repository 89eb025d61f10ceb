"""A pair of strings in, what every check finds in it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from abrege.article import Finding, Language
from abrege.fidelity.coverage import check_coverage
from abrege.fidelity.currencies import check_currencies
from abrege.fidelity.dates import check_dates
from abrege.fidelity.language import check_language
from abrege.fidelity.length import check_length
from abrege.fidelity.loops import check_loops
from abrege.fidelity.names import check_names, named_by, unsupported_names
from abrege.fidelity.negation import check_negation
from abrege.fidelity.numbers import (
    check_number_words,
    check_numbers,
    pair_numbers,
    stated_by,
    unsupported_numbers,
)
from abrege.fidelity.quotations import check_quotations

Check = Callable[[str, str], tuple[Finding, ...]]

# Those that compare a French text with its English; numbers and loops, which run for every hypothesis, stand apart.
_FRENCH: tuple[Check, ...] = (check_names, check_dates, check_currencies, check_negation)
_ANY: tuple[Check, ...] = (check_language, check_quotations, check_length)


def check_pair(source: str, target: str, source_lang: Language = "fr") -> tuple[Finding, ...]:
    """Everything that the checks doubt about one English text as the translation of one French text.

    Args:
        source: a sentence, or a few, in French; English that is kept as it is has `source_lang="en"`.
        target: English.
        source_lang: the language of `source`.

    Returns:
        Findings of the kinds "loop", "number", "name", "date", "currency", "negation", "language", "quotation",
        "length" and, last, "coverage", which is a hint and no error. Spans are in characters of the two strings.
    """
    if source == target and source_lang == "en":
        return ()
    first = (*check_loops(source, target), *check_numbers(source, target, source_lang))
    found = (*first, *check_further(source, target, first, source_lang))
    found = pair_numbers(found, source, target, source_lang)
    return (*found, *check_coverage(source, target)) if source_lang == "fr" else found


def check_further(
    source: str, target: str, known: Sequence[Finding] = (), source_lang: Language = "fr"
) -> tuple[Finding, ...]:
    """What the checks find that run once on a finished translation: all but loops, numbers in digits, and coverage.

    Args:
        known: what is found already, so that nothing is said twice.
    """
    checks = (*_FRENCH, *_ANY) if source_lang == "fr" else _ANY
    found = check_number_words(source, target, source_lang)
    for check in checks:
        said = (*known, *found)
        found += tuple(finding for finding in check(source, target) if not any(_repeats(finding, f) for f in said))
    return found


def unsupported(sources: Sequence[str], english: str) -> tuple[Finding, ...]:
    """The numbers and names of an English sentence that none of its sources has; nothing need be in it.

    Args:
        sources: French or English sentences that it sums up.
        english: the sentence.

    Returns:
        Findings of the kinds "number" and "name" with `target_span` in `english`, in its order.
    """
    return unsupported_by(sources)(english)


def unsupported_by(sources: Sequence[str]) -> Callable[[str], tuple[Finding, ...]]:
    """`unsupported` for many English sentences that rest on the same sources, which are read once."""
    stated, named = stated_by(sources), named_by(sources)

    def find(english: str) -> tuple[Finding, ...]:
        numbers = (Finding("number", None, s, "a number of the source") for s in unsupported_numbers(stated, english))
        names = (Finding("name", None, s, "a name of the source") for s in unsupported_names(named, english))
        return tuple(sorted((*numbers, *names), key=lambda finding: finding.target_span or (0, 0)))

    return find


def _repeats(finding: Finding, other: Finding) -> bool:
    """Whether a finding says what another one says: a date for a number in it, a length for a loop."""
    if {finding.kind, other.kind} == {"length", "loop"}:
        return True
    if finding.kind != "date" or other.kind != "number":
        return False
    return _overlap(finding.source_span, other.source_span) or _overlap(finding.target_span, other.target_span)


def _overlap(a: tuple[int, int] | None, b: tuple[int, int] | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]
