"""Robustness by rule: one pair in, another one out that teaches to copy, to bear other spellings, or to keep two sentences."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

Pair = tuple[str, str]
PLACEHOLDERS = tuple(f"<x{k}>" for k in range(1, 9))

_SAME = re.compile(
    r"https?://\S+\w|[\w.+-]+@[\w-]+\.\w[\w.]*|[@#]\w+|`[^`]+`|\w*[\d_/<>{}$%()=]+[\w./:<>{}$%()=-]*\w|[A-Z][\w'-]*\w"
)
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<!\")\b[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+)*\b")
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
_ENGLISH_DATE = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(January|February|March|April|May|June|July|August|September|October|November|December)"
    r"( \d{4})?\b(?! (?:January|February|March|April|May|June|July|August))"
)
_COMMON = frozenset(
    [
        "Je",
        "Tu",
        "Il",
        "Elle",
        "On",
        "Nous",
        "Vous",
        "Ils",
        "Elles",
        "Le",
        "La",
        "Les",
        "Un",
        "Une",
        "Des",
        "Ce",
        "Cet",
        "Cette",
        "Ces",
        "Et",
        "Mais",
        "Ou",
        "Si",
        "En",
        "De",
        "Du",
        "Au",
        "Aux",
        "Dans",
        "Sur",
        "Pour",
        "Par",
        "Avec",
        "I",
        "You",
        "He",
        "She",
        "It",
        "We",
        "They",
        "The",
        "A",
        "An",
        "This",
        "That",
        "These",
        "And",
        "But",
        "Or",
        "If",
        "In",
        "Of",
        "On",
        "At",
        "For",
        "By",
        "With",
    ]
)


def unmatched(source: str, target: str) -> int:
    """How many numbers of the source do not stand in the target as they are."""
    return sum(number not in target for number in _NUMBER.findall(source))


def english_form(source: str, target: str, rewrite: Callable[[str], str]) -> Pair:
    """The pair with the source's numbers in English form, where that brings them closer to the target's.

    Dates of the target are put month first, as the rewriting does.
    """
    if not any(map(str.isdigit, source)):
        rewritten = rewrite(source)
        return (rewritten if unmatched(rewritten, target) == 0 else source), target
    target = _ENGLISH_DATE.sub(lambda m: f"{m[2]} {m[1]}" + (f",{m[3]}" if m[3] else ""), target)
    target = re.sub(r"(?<=\d) (?:per cent|percent|%)(?!\w)", "%", target)
    rewritten = rewrite(source)
    return (rewritten if unmatched(rewritten, target) <= unmatched(source, target) else source), target


def placeholders(pair: Pair, rng: random.Random) -> Pair | None:
    """One to three strings that both sides share give way to <x1>, <x2>, … in the order of the source."""
    source, target = pair
    shared = {m[0] for m in _SAME.finditer(source)} - _COMMON
    shared = {s for s in shared if source.count(s) == 1 and target.count(s) == 1 and len(s) > 1}
    if not shared:
        return None
    chosen = sorted(rng.sample(sorted(shared), min(len(shared), rng.choice((1, 1, 2, 3)))), key=source.index)
    if any(a != b and a in b for a in chosen for b in chosen):
        return None
    marks = sorted(rng.sample(PLACEHOLDERS, len(chosen))) if rng.random() < 0.3 else PLACEHOLDERS
    for mark, text in zip(marks, chosen, strict=False):
        source, target = source.replace(text, mark, 1), target.replace(text, mark, 1)
    return source, target


def other_names(pair: Pair, rng: random.Random, names: Sequence[str]) -> Pair | None:
    """Names that both sides share give way to others, so that copying is learnt and not the names."""
    source, target = pair
    shared = [n for n in dict.fromkeys(m[0] for m in _NAME.finditer(source)) if target.count(n) == source.count(n) == 1]
    if not shared:
        return None
    for name in shared:
        new = rng.choice(names)
        source, target = source.replace(name, new), target.replace(name, new)
    return source, target


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def respelt(pair: Pair, rng: random.Random) -> Pair:
    """The source as people type it: no accents, or none on capitals; a headline's missing full stop; a small first letter."""
    source, target = pair
    kind = rng.random()
    if kind < 0.25:
        source = without_accents(source)
    elif kind < 0.5:
        source = "".join(without_accents(c) if c.isupper() else c for c in source)
    elif kind < 0.85 and source.endswith(".") and target.endswith("."):
        source, target = source[:-1], target[:-1]
    elif len(source) > 1 and source[1].islower() and target[1:2].islower():
        source, target = source[0].lower() + source[1:], target[0].lower() + target[1:]
    return source, target


def joined(pair: Pair, after: Pair) -> Pair | None:
    """Two sentences that follow each other, as one segment."""
    if pair[0][-1:] not in ".!?" or len(pair[0]) + len(after[0]) > 450:
        return None
    return f"{pair[0]} {after[0]}", f"{pair[1]} {after[1]}"


def name_pool(pairs: Sequence[Pair]) -> list[str]:
    """Names that stand unchanged on both sides of pairs, once each."""
    return sorted({m[0] for s, t in pairs for m in _NAME.finditer(s) if m[0] in t and m[0] not in _COMMON})


def augmented(pair: Pair, after: Pair | None, rng: random.Random, names: Sequence[str]) -> Pair | None:
    """One variant of a pair by a rule chosen at random; None where that rule has nothing to do."""
    kind = rng.random()
    if kind < 0.35:
        return placeholders(pair, rng)
    if kind < 0.7:
        return other_names(pair, rng, names)
    if kind < 0.85:
        return joined(pair, after) if after else None
    return respelt(pair, rng)
