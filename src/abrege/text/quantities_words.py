"""Numbers in words, French or English: a text in, what its number words say out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from decimal import Decimal
from functools import lru_cache

from abrege.article import Language
from abrege.text.figures import SP, compiled, roman_value
from abrege.text.patterns import lazy
from abrege.text.quantities_lexicon import (
    CARDINALS,
    ENGLISH_ORDINAL_ROOTS,
    FRENCH_ORDINAL_ROOTS,
    MULTIPLIERS,
    SPECIAL,
)
from abrege.text.quantities_values import Number, decimal, number_of

_WORD = lazy(r"[^\W\d_]+")
_GAP = lazy(r"(?:[^\S\n]|[\u2010\u2011'’-]){1,2}")
_ROMAN_WORD = lazy(r"I{1,3}|IV|VI{0,3}|IX|X{1,3}(?:I{1,3}|IV|VI{0,3}|IX)?")
_HALF_A_MILLION = compiled(r"half[\s-](?:an?\s)?(?P<scale>million|billion|trillion|thousand|hundred|dozen)\b")
_AND_A_HALF = compiled(
    rf"{SP}(?:(?P<unit>[^\W\d_]+){SP})?(?:et{SP}demie?|and{SP}a{SP}half)\b"
    rf"(?:{SP}(?P<scale>thousand|million|billion|trillion)\b)?"
)
_PARTS = {"an": 12, "année": 12, "year": 12, "heure": 60, "hour": 60}  # months, minutes
_SMALL_ORDINALS = {"first": 1, "second": 2, "third": 3}
_NEARLY = {10: ("12",), 12: ("10",), 15: ("14", "2"), 14: ("15", "2")}  # a dozen, quinze jours
_Words = Sequence[tuple[str, int, int]]


def _ordinal_root(word: str, lang: Language) -> str | None:
    """troisième -> trois; twentieth -> twenty; None if the word is no ordinal."""
    known = CARDINALS[lang] | MULTIPLIERS[lang]
    if lang == "fr":
        root = re.sub(r"ièmes?$", "", word)
        candidates = [root, root + "e", FRENCH_ORDINAL_ROOTS.get(root, "")]
    else:
        root = re.sub(r"(?:th|ths)$", "", word)
        candidates = [root, ENGLISH_ORDINAL_ROOTS.get(root, ""), re.sub(r"ie$", "y", root)]
    return next((candidate for candidate in candidates if root != word and candidate in known), None)


def _decade_word(word: str) -> tuple[str, ...]:
    """nineties -> 90, 1990"""
    tens = CARDINALS["en"].get(word[:-3] + "y") if word.endswith("ies") else None
    return (str(tens), str(1900 + tens)) if tens else ()


@lru_cache(maxsize=1 << 13)
def _begins_number(word: str, lang: Language) -> bool:
    """Whether a number in words can begin with a word; remembered, since a text has few different ones."""
    low = word.lower()
    if low in CARDINALS[lang] or low in MULTIPLIERS[lang] or low in SPECIAL[lang]:
        return True
    decade = lang == "en" and _decade_word(low)
    return bool(decade or _ROMAN_WORD.fullmatch(word) or _ordinal_root(low, lang))


def read_words(text: str, lang: Language) -> Iterator[Number]:
    """The numbers in words of a text, in order."""
    if not any(_begins_number(word, lang) for word in _WORD.findall(text)):
        return
    words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    done = 0
    for index, (word, start, end) in enumerate(words):
        if start < done or not _begins_number(text[start:end], lang):
            continue
        half_of = _HALF_A_MILLION.match(text, start) if word == "half" and lang == "en" else None
        if half_of:
            scale = (MULTIPLIERS["en"] | {"dozen": 12})[half_of["scale"].lower()]
            done = half_of.end()
            yield number_of(start, done, "word", decimal(Decimal(scale) / 2))
            continue
        roman = _ROMAN_WORD.fullmatch(text[start:end])
        if word in SPECIAL[lang]:
            yield number_of(start, end, "word", *SPECIAL[lang][word].split())
        elif roman:
            yield number_of(start, end, "word", str(roman_value(roman[0])))
        elif lang == "en" and (decade := _decade_word(word)):
            yield number_of(start, end, "word", *decade)
        value, last = _spelled(text, words, index, lang)
        if value.found:
            done = words[last][2]
            half = _AND_A_HALF.match(text, done)
            readings = _with_a_half(value, half) if half else (decimal(value.total()),)
            done = half.end() if half else done
            yield number_of(start, done, "word", *readings, *_NEARLY.get(int(value.total()), ()))


def _with_a_half(value: _Spelled, half: re.Match[str]) -> tuple[str, ...]:
    """un million et demi, two and a half million; une heure et demie, which is 90 minutes as well"""
    total = value.total() + Decimal(value.scale) / 2
    if half["scale"]:
        return (decimal(total * MULTIPLIERS["en"][half["scale"].lower()]),)
    parts = _PARTS.get((half["unit"] or "").lower())
    return (decimal(total), decimal(value.total()), decimal(total * parts) if parts else "")


def _spelled(text: str, words: _Words, first: int, lang: Language) -> tuple[_Spelled, int]:
    """The value of the number words from one on, and the index of the last of them."""
    cardinals, multipliers = CARDINALS[lang], MULTIPLIERS[lang]
    value, last, position = _Spelled(), first, first
    before_and: tuple[_Spelled, int] | None = None
    while position < len(words):
        word, start, _ = words[position]
        if position > first and not _GAP.fullmatch(text, words[position - 1][2], start):
            break
        if position > first and position - last == 1 and _links(words, position, lang):
            before_and = (copy(value), last) if word == "and" else None
            position += 1
            continue
        root = word if word in cardinals or word in multipliers else _ordinal_root(word, lang)
        if root in multipliers:
            # one hundred and two hundred, ten thousand and one million; not two hundred and five thousand
            if before_and and (before_and[0].scale != 100 or multipliers[root] == 100):
                return before_and
            value.multiply(multipliers[root])
        elif root in cardinals and value.takes(cardinals[root]):
            value.add(cardinals[root])
        elif position > first and word in _SMALL_ORDINALS and lang == "en" and value.takes(_SMALL_ORDINALS[word]):
            value.add(_SMALL_ORDINALS[word])
        else:
            break
        last = position
        position += 1
        if root != word:
            break
    return value, last


def _links(words: _Words, position: int, lang: Language) -> bool:
    """Whether a word inside a number joins what stands on both sides: vingt et un, dizaine de milliers."""
    word, following = words[position][0], words[position + 1][0] if position + 1 < len(words) else ""
    if word in ("de", "d", "of"):
        return following in MULTIPLIERS[lang]
    if word == "et" and lang == "fr":
        return (_ordinal_root(following, lang) or following) in ("un", "une", "onze")
    return word == "and" and lang == "en" and words[position - 1][0] in MULTIPLIERS[lang]


class _Spelled:
    """The value of number words as they come in: deux, cent, mille."""

    def __init__(self) -> None:
        self.found = False
        self.scale = 1
        self._done = 0
        self._current = 0
        self._previous = 0

    def takes(self, value: int) -> bool:
        """Whether a cardinal can go on the number: « vingt » takes « deux », « deux » takes no « trois »."""
        if not self.found or self._previous >= 100 or (value == 20 and self._previous == 4):
            return True
        if self._previous == 10:  # dix-sept
            return value < 10
        return value < 20 <= self._previous and (value < 10 or self._previous in (60, 80))

    def add(self, value: int) -> None:
        if value == 20 and self._previous == 4:
            self._current, self._previous = self._current + 76, 80
        else:
            self._current, self._previous = self._current + value, value
        self.found = True

    def multiply(self, factor: int) -> None:
        if factor == 100:
            self._current = (self._current or 1) * 100
        elif self._done and not self._current and factor > self.scale:  # deux mille milliards
            self._done *= factor
        else:
            self._done, self._current = self._done + (self._current or 1) * factor, 0
        self.found, self.scale, self._previous = True, factor, factor

    def total(self) -> Decimal:
        return Decimal(self._done + self._current)
