"""A source and its English target in, the numbers in digits that only one of them states out.

Precision comes first: a number counts as stated in whatever form a translator may have given it (a figure, words,
another scale, a time on another clock, a measure in other units), so what is reported is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from abrege.article import Finding, Language
from abrege.fidelity.measures import find_measures
from abrege.fidelity.statements import Statements
from abrege.text.patterns import DIGIT, lazy
from abrege.text.quantities import Number, find_numbers

# Number words that are surely meant as numbers: neither one and two, nor round ones as dozens, hundreds, milliers.
_WORDS = {
    "fr": "trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|"
    "soixante",  # « neuf » is new as well
    "en": "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|noon|midday|midnight",
}
_IN_WORDS = {lang: lazy(rf"\b(?:{words})\b", re.IGNORECASE) for lang, words in _WORDS.items()}


def _only_here(
    numbers: Sequence[Number], text: str, others: Statements, reported: re.Pattern[str] = DIGIT
) -> list[Number]:
    """The numbers of one text that the others do not state, of those whose writing the pattern finds."""
    left = [n for n in numbers if reported.search(text, n.start, n.end) and not others.have(n)]
    if not left:
        return []
    own = Statements([(text, numbers)])
    made_up_of, _ = others.spelled(own.compounds)
    _, parts = own.spelled(others.compounds)
    measures, conversions = find_measures(text, numbers), others.conversions
    return [
        number
        for number in left
        if number not in parts
        and made_up_of.isdisjoint(number.readings)
        and not (number in measures and conversions.have(measures[number]))
        and not others.quote(text, number)
    ]


def check_numbers(source: str, target: str, source_lang: Language = "fr") -> tuple[Finding, ...]:
    """Compare the numbers of a sentence with those of its English translation.

    Args:
        source: French text, or English text with `source_lang="en"` (a summary against what it sums up).
        target: English text.
        source_lang: the language of `source`.

    Returns:
        Findings of kind "number": first the numbers in digits of the source that the target does not state (with
        `source_span`), then those of the target that the source does not state (with `target_span`). Numbers in words
        can answer for figures but are never reported themselves; see `check_number_words`.
    """
    if not (DIGIT.search(source) or DIGIT.search(target)):
        return ()  # every hypothesis comes by here
    return _findings(source, *_differing(source, target, source_lang, DIGIT, DIGIT))


def check_number_words(source: str, target: str, source_lang: Language = "fr") -> tuple[Finding, ...]:
    """The same for numbers in words (three, quarante-deux, two hundred and fifty) from three on, without round ones."""
    here, there = _IN_WORDS[source_lang], _IN_WORDS["en"]
    if not (here.search(source) or there.search(target)):
        return ()
    missing, made_up = _differing(source, target, source_lang, here, there)
    return _findings(source, [n for n in missing if n.kind == "word"], [n for n in made_up if n.kind == "word"])


def _differing(
    source: str, target: str, lang: Language, here: re.Pattern[str], there: re.Pattern[str]
) -> tuple[list[Number], list[Number]]:
    """The numbers that only the source states, and those that only the target does, as `_only_here` reports them."""
    in_source, in_target = find_numbers(source, lang), find_numbers(target, "en")
    missing = _only_here(in_source, source, Statements([(target, in_target)]), here)
    return missing, _only_here(in_target, target, Statements([(source, in_source)]), there)


def stated_by(sources: Iterable[str]) -> Statements:
    """What the numbers of texts state, each read as French and as English."""
    languages: tuple[Language, ...] = ("fr", "en")
    return Statements([(source, find_numbers(source, lang)) for source in sources for lang in languages])


def unsupported_numbers(stated: Statements, english: str) -> list[tuple[int, int]]:
    """The spans of the numbers of an English text, in digits or words, that are not stated.

    Args:
        stated: what the texts state that the English rests on; see `stated_by`.
        english: English text.
    """
    numbers = find_numbers(english, "en")
    made_up = _only_here(numbers, english, stated)
    made_up += [n for n in _only_here(numbers, english, stated, _IN_WORDS["en"]) if n.kind == "word"]
    return sorted((n.start, n.end) for n in made_up)


def pair_numbers(
    findings: Sequence[Finding], source: str, target: str, source_lang: Language = "fr"
) -> tuple[Finding, ...]:
    """The findings, the only number that is missing and the only one that is made up as one: this for that.

    A date or a time of day is only paired with another one.
    """
    numbers = [finding for finding in findings if finding.kind == "number"]
    if [finding.source_span is None for finding in numbers] != [False, True]:
        return tuple(findings)
    missing, made_up = numbers
    kinds = _family(source, source_lang, missing.source_span), _family(target, "en", made_up.target_span)
    if kinds[0] != kinds[1]:
        return tuple(findings)
    both = replace(missing, target_span=made_up.target_span)
    return tuple(both if finding is missing else finding for finding in findings if finding is not made_up)


def _family(text: str, lang: Language, span: tuple[int, int] | None) -> str:
    """Whether the number in a span is a date, a time of day, or any other one."""
    number = next((n for n in find_numbers(text, lang) if (n.start, n.end) == span), None)
    return number.kind if number and number.kind in ("date", "time") else ""


def _findings(source: str, missing: list[Number], made_up: list[Number]) -> tuple[Finding, ...]:
    return (
        *(Finding("number", source_span=(n.start, n.end), expected=source[n.start : n.end]) for n in missing),
        *(Finding("number", target_span=(n.start, n.end), expected="a number of the source") for n in made_up),
    )
