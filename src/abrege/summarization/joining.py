"""The sentences of a summary in; the same without repetition out: no fact twice, a full name once, then the surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from abrege.article import Article, SummarySentence
from abrege.fidelity.exonyms import is_plain_english, is_plain_french
from abrege.summarization.selection import english
from abrege.summarization.terms import terms

_SAME = 0.7  # share of the words of content of the shorter of two sentences, from which on they say the same
_NAME = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’-]*"
_PAIR = re.compile(rf"(?<![\w’'-])({_NAME}) ({_NAME})(?![\w-])")
_QUOTED = re.compile('“[^”]*”|"[^"]*"|«[^»]*»')
_TITLES = frozenset(["M", "Mr", "Mrs", "Ms", "Mme", "Mlle", "Dr", "Me", "President", "Minister"])


def repeats(text: str, other: str) -> bool:
    """Whether one of two sentences says little that the other does not."""
    one, two = set(terms(text)), set(terms(other))
    return len(one & two) >= _SAME * max(min(len(one), len(two)), 1)


def people(article: Article) -> dict[str, str]:
    """Surname -> first name, of those whom the article names by both and by the surname alone, and never otherwise.

    Two people of one surname are not among them, nor is what could be no person: both words must be names in either
    language, and stand side by side in the source and in the English.
    """
    sentences = [s for block in article.blocks if block.kind != "code" for s in block.sentences]
    source, target = " \n".join(s.source for s in sentences), " \n".join(map(english, sentences))
    firsts: dict[str, set[str]] = {}
    for text in (source, target):
        for first, last in _PAIR.findall(text):
            last = last.removesuffix("'s").removesuffix("’s")
            if first not in _TITLES and not is_plain_french(first) and not is_plain_english(first):
                firsts.setdefault(last, set()).add(first)
    found = {}
    for last, names in firsts.items():
        first = next(iter(names))
        alone = re.search(rf"(?<!{re.escape(first)} )(?<![\w’'-]){re.escape(last)}(?![\w-])", source)
        both = all(re.search(rf"(?<!\w){re.escape(first)} {re.escape(last)}\b", text) for text in (source, target))
        if len(names) == 1 and alone and both and not is_plain_french(last):
            found[last] = first
    return found


def introduced(sentences: Sequence[SummarySentence], known: dict[str, str]) -> list[SummarySentence]:
    """The sentences with the full name of a person where they are first named, and the surname from then on.

    Args:
        known: as `people` finds them. Nothing is changed inside quotation marks, or after Mr. and the like, nor in a
            sentence with findings, which have their places in it.
    """
    met: set[str] = set()
    texts = [_introduced(s.text, known, met) for s in sentences]
    return [s if s.findings else replace(s, text=text) for s, text in zip(sentences, texts, strict=True)]


def _introduced(text: str, known: dict[str, str], met: set[str]) -> str:
    for last, first in known.items():
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        done, end = list[str](), 0
        for match in re.finditer(rf"(?<![\w’'-])(?:{re.escape(first)} )?{re.escape(last)}(?![\w-])", text):
            before = text[: match.start()].split()[-1:]
            titled = bool(before) and before[0].strip('“"(.') in _TITLES
            if titled or any(start < match.start() < stop for start, stop in quoted):
                continue
            done += [text[end : match.start()], last if last in met else f"{first} {last}"]
            end = match.end()
            met.add(last)
        text = "".join([*done, text[end:]])
    return text
