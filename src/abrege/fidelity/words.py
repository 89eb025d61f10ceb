"""A text in, its words with their places out; and the ways in which two spellings are taken for one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from abrege.text.patterns import lazy

WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPENING = " \t\n\u00a0\u202f\"“”«»‘'’(—–-[•*"
_SENTENCE_END = ".!?:…;/|"
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, its parts joined by hyphens; an apostrophe parts words.

    Attributes:
        text: the word as it is written.
        start: where it begins, in characters.
        end: where it ends.
        begins: whether it stands where any word has a capital: at the beginning of a sentence.
    """

    text: str
    start: int
    end: int
    begins: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where the word begins and ends, in characters."""
        return self.start, self.end

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether the word is short and has nothing but capitals, the "s" of a plural excepted: UN, STIs."""
        return len(self.text) <= 6 and self.text[:2].isupper() and self.text.removesuffix("s").isupper()

    @property
    def parts(self) -> tuple[str, ...]:
        """The word, and its parts where it has several."""
        return (self.text, *self.text.split("-")) if "-" in self.text else (self.text,)


def find_words(text: str) -> list[Word]:
    """The words of a text, in order."""
    found = []
    for match in WORD.finditer(text):
        start = at = match.start()
        while at and text[at - 1] in _OPENING:
            at -= 1
        found.append(Word(match[0], start, match.end(), at == 0 or text[at - 1] in _SENTENCE_END))
    return found


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Small letters without accents, apostrophes straight."""
    text = text.lower().translate(_LETTERS)
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
