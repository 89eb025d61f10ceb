"""A text in, the words of it that may name somebody or something out.

What English writes small is hardly a name, whatever its capital: it is unsure, and counts only against another name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from abrege.fidelity.exonyms import counterparts, is_english_name, is_exonym, is_plain_english, is_plain_french
from abrege.fidelity.words import Word, folded
from abrege.text.figures import MONTHS
from abrege.text.lists import listed
from abrege.text.patterns import lazy

_TITLE_CASE = 0.6  # share of capitals in a text that writes every word of content with one
_NAMELESS = listed(  # dates have a check of their own
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep
    sept oct nov dec

    mr mrs ms dr prof st saint saints sir lord lady messrs rep sen gov prime i"""
) | {folded(month).strip(".") for month in MONTHS}
# Words that English writes with a capital though they are no names of anyone.
_TITLES = listed(
    """republic council congress senate confederation treasury ok tv am pm bc bce ad ce id ids pr it ceo cfo mp mps mep
    meps gmt cet utc est eur usd gbp czk chf dvd cd cds dvds pc pcs suv suvs vip vips phd celsius fahrenheit god
    internet bible olympic olympics"""
)
# Where French says a place, English says what is there: the French foreign ministry, France.
_SEATS = listed("elysee matignon bercy quai orsay beauvau hexagone")
_COMPASS = listed("nord sud est ouest")  # no names, but what tells one Korea from the other
_ROMAN = lazy(r"[IVXLC]+(?:e|er|re|ère|ème|ᵉ)?")

Candidate = tuple[Word, str, bool]  # a word, the part of it that may be a name, whether it surely is one


def english_names(text: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """The words of an English text with a capital that marks a name; not the first ones, unless they always have it."""
    heading = _is_heading(text, words)
    for word, part in _parts(words):
        small = folded(part) in _TITLES or is_plain_english(part)
        inside = not (word.begins or heading)
        if not part.islower() and (inside or (not small and is_english_name(part))):
            yield word, part, not small


def french_names(words: Sequence[Word]) -> Iterator[Candidate]:
    """The words of a French text with a capital, and those without one that English writes with one: allemand."""
    for word, part in _parts(words):
        known = counterparts(part)
        if not known.isdisjoint(_NAMELESS) or folded(part) in _SEATS:
            continue
        exonym, plain, large = is_exonym(part), is_plain_french(part), part[0].isupper()
        if large and plain and (word.begins or not (exonym or folded(part) in _COMPASS)):
            continue
        if exonym or (large and (is_english_name(part) or not word.begins)):
            # acronyms are often spelt out, and a word that has a plain meaning as well may have been meant by it
            sure = large and not word.is_acronym and known.isdisjoint(_TITLES)
            yield word, part, sure and (is_english_name(part) or not plain)


def _parts(words: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    """The words, or parts of words, that are no dates, titles or numbers; none of a text in capitals."""
    if all(word.text.isupper() for word in words):
        return
    for word in words:
        for part in word.text.split("-"):
            if len(part) > 1 and folded(part) not in _NAMELESS and not _ROMAN.fullmatch(part):
                yield word, part


def _is_heading(text: str, words: Sequence[Word]) -> bool:
    """Whether an English text writes all its words with capitals."""
    long = [word for word in words if len(word.text) > 3]
    title = len(long) > 3 and sum(word.capital for word in long) >= _TITLE_CASE * len(long)
    return title and not text.rstrip(' "”»)').endswith(".")
