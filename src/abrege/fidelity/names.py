"""A target and what it may rest on in, the names that it makes up out."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_STEM = 4  # letters that two forms of a name share: Altmans and Altman, Paris and Parisian
# Words that English writes with a capital though they are no names of anyone.
_ENGLISH_CAPITALS = frozenset(
    [
        "i",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mr",
        "mrs",
        "ms",
        "dr",
    ]
)


def folded(text: str) -> str:
    """Small letters without accents, apostrophes straight."""
    decomposed = unicodedata.normalize("NFD", text.replace("’", "'").lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _bare(word: str) -> str:
    word = folded(word)
    return word[:-2] if word.endswith("'s") else word


def unsupported_names(target: str, *supports: str) -> list[tuple[int, int]]:
    """The spans of capitalised words in an English target that none of the supporting texts has.

    The first word of a sentence or of a quotation is a capital anyway and does not count. Accents and endings are
    forgiven: what shares its first four letters with a word of a support (shorter words: all of them) is supported.
    """
    known = {_bare(m[0]) for text in supports for m in _WORD.finditer(text)}
    known |= {part for word in known for part in re.split(r"['-]", word)}
    stems = {word[:_STEM] for word in known if len(word) >= _STEM}
    found = []
    for match in _WORD.finditer(target):
        word = match[0]
        before = target[: match.start()].rstrip(" \"“‘'(—–-")
        begins = not before or before[-1] in ".!?:…"
        if not word[0].isupper() or begins or _bare(word) in _ENGLISH_CAPITALS:
            continue
        parts = [p for p in re.split(r"['-]", _bare(word)) if p]
        if not all(p in known or (len(p) >= _STEM and p[:_STEM] in stems) for p in parts):
            found.append(match.span())
    return found
