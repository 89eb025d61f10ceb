"""One spelling for what Unicode can spell in several ways: `clean` for people, `for_model` for the translation model.

`training/` prepares its data with the same `for_model`, so the model never meets a character it was not trained on
for the mere reason that a web page preferred another space or apostrophe.
"""

from __future__ import annotations

import unicodedata

from abrege.text.patterns import lazy

_SPACES = lazy(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
_FOR_MODEL = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "″": '"',
        "‐": "-",
        "‑": "-",
        "−": "-",
    }
)
_GUILLEMETS = lazy(r"« ?| ?»|‹ ?| ?›")


def clean(text: str) -> str:
    """Compose accents (NFC), drop invisible characters and make every run of spaces one plain space.

    Line ends are left alone; what a reader sees does not change.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_INVISIBLE))


def for_model(text: str) -> str:
    """The text as the model reads it: cleaned, quotation marks and apostrophes straight, hyphens plain, one line.

    French quotation marks lose the space inside them. Which marks the source had is for the caller to remember.
    """
    text = " ".join(clean(text).split())
    return _GUILLEMETS.sub('"', text).translate(_FOR_MODEL).strip()
