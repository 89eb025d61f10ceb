"""A French source and an English target in, the words of the source without a counterpart in the target out.

Coverage ranks hypotheses; it is no error count: a good translator leaves the dictionary where English asks for it.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from abrege.fidelity.names import folded

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STEM = 5  # letters that two forms of an English word share: decide, decided; nation, nationally
_LONG = 4  # letters of a word of content; shorter ones are articles, pronouns, prepositions


@cache
def lexicon() -> dict[str, str]:
    """French word -> the English words that translate it, parted by spaces, all in lower case (training/lexicon.py)."""
    data = gzip.decompress(Path(__file__).with_name("lexicon.tsv.gz").read_bytes()).decode()
    return dict(line.split("\t", 1) for line in data.splitlines())


def uncovered_words(source: str, target: str) -> list[tuple[int, int]]:
    """The spans of the content words of a French source that have no likely counterpart in an English target.

    A word of the lexicon is covered by one of its translations, in any form that shares the first five letters; a name
    that the lexicon lacks is covered by itself, accents forgiven; any other word that it lacks is not judged.
    """
    table = lexicon()
    words = {w for match in _WORD.finditer(target.lower()) for w in (match[0], *match[0].split("-"))}
    stems = {w[:_STEM] for w in words if len(w) >= _STEM}
    plain: set[str] | None = None
    found = []
    for match in _WORD.finditer(source):
        word = match[0].lower()
        translations = table.get(word)
        if translations is not None:
            if len(word) >= _LONG and not any(
                t in words or (len(t) >= _STEM and t[:_STEM] in stems) for t in translations.split()
            ):
                found.append(match.span())
        elif match[0][0].isupper() and len(word) > 2 and match.start() and word not in words:
            if plain is None:
                plain = {folded(w) for w in words}
            if folded(word) not in plain:
                found.append(match.span())
    return found
