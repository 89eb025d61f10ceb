"""The sentences of a summary in; the same without repetition out: no fact twice, a full name once, then the surname."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from abrege.article import SummarySentence
from abrege.fidelity import unsupported
from abrege.summarization.people import TITLES
from abrege.summarization.terms import terms
from abrege.text.lists import listed

_SAME = 0.7  # share of the words of content of the shorter of two sentences, from which on they say the same
_SIDES = re.compile(
    r"\b(?:not|no|never|nor|neither|none|cannot|without|against|until|unless|if|before|after)\b|n[’']t\b"
)
_OPPOSITES = (
    (
        listed("rise rises rose risen grow grows grew grown gain gains gained"),
        listed("fall falls fell fallen drop drops dropped"),
    ),
    (listed("win wins won winning"), listed("lose loses lost losing")),
    (listed("open opens opened reopen reopens reopened"), listed("close closes closed shut shuts")),
)
_WORD = re.compile(r"\w+")
_QUOTED = re.compile('“[^”]*”|"[^"]*"|«[^»]*»')


def repeats(text: str, other: str) -> bool:
    """Whether one of two sentences says little that the other does not: no number or name, no negation or condition."""
    one, two = set(terms(text)), set(terms(other))
    if len(one & two) < _SAME * max(min(len(one), len(two)), 1):
        return False
    if _sides(text) ^ _sides(other) or _opposed(text, other):
        return False
    return not (unsupported([text], other) or unsupported([other], text))


def _sides(text: str) -> set[str]:
    """The words of a sentence that turn round what it says."""
    return {"not" if word.startswith("n") else word for word in _SIDES.findall(text.lower())}


def _opposed(text: str, other: str) -> bool:
    """Whether one of two sentences has a word, and the other its opposite."""
    one, two = (set(_WORD.findall(t.lower())) for t in (text, other))
    return any(
        one.isdisjoint(this) is not two.isdisjoint(this) and one.isdisjoint(that) is not two.isdisjoint(that)
        for this, that in _OPPOSITES
    )


def introduced(
    sentences: Sequence[SummarySentence], known: dict[str, str], words: int | None = None
) -> list[SummarySentence]:
    """The sentences with the full name of a person where they are first named, and the surname from then on.

    Args:
        known: as `people` finds them. Nothing is changed inside quotation marks, or after Mr. and the like, nor in a
            sentence with findings, which have their places in it.
        words: how many words all sentences may have; a surname stays alone where a first name would be one too many.
    """
    room = math.inf if words is None else words - sum(len(s.text.split()) for s in sentences)
    met: set[str] = set()
    done = []
    for sentence in sentences:
        if sentence.findings:
            met |= {last for last, first in known.items() if f"{first} {last}" in sentence.text}
            done.append(sentence)
            continue
        text = _introduced(sentence.text, known, met, room)
        room -= len(text.split()) - len(sentence.text.split())
        done.append(replace(sentence, text=text))
    return done


def _introduced(text: str, known: dict[str, str], met: set[str], room: float) -> str:
    for last, first in known.items():
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        done, end = list[str](), 0
        for match in re.finditer(rf"(?<![\w’'-])(?:{re.escape(first)} )?{re.escape(last)}(?![\w-])", text):
            before = text[: match.start()].split()[-1:]
            titled = bool(before) and before[0].strip('“"(.') in TITLES
            if titled or any(start < match.start() < stop for start, stop in quoted):
                continue
            if last in met:
                name = last
            elif match[0] == last and room < 1:
                continue
            else:
                name = f"{first} {last}"
                met.add(last)
            room -= len(name.split()) - len(match[0].split())
            done += [text[end : match.start()], name]
            end = match.end()
        text = "".join([*done, text[end:]])
    return text
