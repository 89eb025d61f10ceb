"""A French source and an English target in, the words of the source without a counterpart in the target out.

Coverage ranks hypotheses; it is no error count: a good translator leaves the dictionary where English asks for it.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from abrege.article import Finding
from abrege.fidelity.words import WORD, folded

_STEM = 5  # letters that two forms of an English word share: decide, decided; nation, nationally
_LONG = 4  # letters of a word of content; shorter ones are articles, pronouns, prepositions
_CLAUSE = 4  # words of content in a row that are no mere freedom of the translator


@cache
def lexicon() -> dict[str, str]:
    """French word -> the English words that translate it, parted by spaces, all in lower case (training/lexicon.py)."""
    data = gzip.decompress(Path(__file__).with_name("lexicon.tsv.gz").read_bytes()).decode()
    cells = data.replace("\n", "\t").split("\t")  # twice as fast as line by line, and this is waited for
    return dict(zip(cells[::2], cells[1::2], strict=False))


@cache
def english_words() -> frozenset[str]:
    """The English words of the lexicon."""
    return frozenset(" ".join(lexicon().values()).split())


def uncovered_words(source: str, target: str) -> list[tuple[int, int]]:
    """The spans of the content words of a French source that have no likely counterpart in an English target.

    A word of the lexicon is covered by one of its translations, in any form that shares the first five letters; a name
    that the lexicon lacks is covered by itself, accents forgiven; any other word that it lacks is not judged.
    """
    words = {w for match in WORD.finditer(target.lower()) for w in (match[0], *match[0].split("-"))}
    stems = {w[:_STEM] for w in words if len(w) >= _STEM}
    plain: set[str] | None = None
    found = []
    for span, name, wanted, wanted_stems in _judged(source):
        if not words.isdisjoint(wanted) or not stems.isdisjoint(wanted_stems):
            continue
        if name:
            if plain is None:
                plain = {folded(w) for w in words}
            if name in plain:
                continue
        found.append(span)
    return found


@lru_cache(maxsize=256)  # a source is compared with every hypothesis
def _judged(source: str) -> tuple[tuple[tuple[int, int], str, frozenset[str], frozenset[str]], ...]:
    """Span of each word that is judged, its form without accents if it is a name, the words and stems that cover it."""
    table, judged = lexicon(), []
    for match in WORD.finditer(source):
        word = match[0].lower()
        if word in table:
            if len(word) >= _LONG:
                wanted = frozenset(table[word].split())
                judged.append((match.span(), "", wanted, frozenset(t[:_STEM] for t in wanted if len(t) >= _STEM)))
        elif match[0][0].isupper() and len(word) > 2 and match.start():
            judged.append((match.span(), folded(word), frozenset([word]), frozenset[str]()))
    return tuple(judged)


def check_coverage(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "coverage": four or more words of content of the French in a row that nothing in the English may translate.

    Each finding marks one such passage of the source. It is a hint where to look, and no error.
    """
    table, uncovered = lexicon(), set(uncovered_words(source, target))
    judged = [
        match.span()
        for match in WORD.finditer(source)
        if match.span() in uncovered or (len(match[0]) >= _LONG and match[0].lower() in table)
    ]
    runs = [list(spans) for lost, spans in groupby(judged, uncovered.__contains__) if lost]
    return tuple(
        Finding("coverage", (run[0][0], run[-1][1]), None, f"something for « {source[run[0][0] : run[-1][1]]} »")
        for run in runs
        if len(run) >= _CLAUSE
    )
