"""An English sentence and what it rests on in, whether it may stand in a summary out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from abrege.article import Finding, Sentence
from abrege.fidelity import check_loops, unsupported
from abrege.fidelity.coverage import lexicon
from abrege.summarization.cuts import broken
from abrege.summarization.selection import english
from abrege.summarization.terms import terms

_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?…][\"”’')\]]*$")
_ENOUGH = 0.5  # share of a sentence's words of content that those it rests on have


def ends(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_END.search(text))


def doubts(text: str, basis: Sequence[Sentence]) -> tuple[Finding, ...]:
    """The numbers and names of a summary's sentence that those it rests on do not have, as they were read.

    Where it is a translation as it stands, what the checks doubt about that comes first.
    """
    known = basis[0].findings if basis and text == english(basis[0]) else ()
    spans = [finding.target_span for finding in known]
    new = unsupported([s.source for s in basis], text)
    return (*known, *(finding for finding in new if finding.target_span not in spans))


def new_words(sentence: Sentence, text: str) -> list[str]:
    """The words of five letters or more of a shortened sentence that neither its translation nor the lexicon supports.

    The lexicon supports every English word that translates a word of the French. Forms that share their first five
    letters are one word, of short words four: voted, votes.
    """
    table = lexicon()
    known = _WORD.findall(english(sentence).lower())
    known += [t for w in _WORD.findall(sentence.source.lower()) for t in table.get(w, "").split()]
    stems = {w[:n] for w in known for n in (4, 5)}
    return [w for w in _WORD.findall(text.lower()) if len(w) >= 5 and w[: 4 if len(w) <= 6 else 5] not in stems]


def miscast(sentence: Sentence, text: str) -> bool:
    """Whether a name of the sentence stands in the text in other letters: openAI for OpenAI."""
    own = set(_WORD.findall(english(sentence)))
    names = {w.lower() for w in own if not w.islower()}
    return any(w.lower() in names and w not in own and w.lower() not in own for w in _WORD.findall(text)[1:])


def invents(sentence: Sentence, text: str) -> bool:
    """Whether an English text that rests on a sentence loops, or has a number, name or word that the sentence lacks."""
    return bool(
        new_words(sentence, text)
        or check_loops(english(sentence), text)
        or miscast(sentence, text)
        or unsupported([sentence.source], text)
    )


def sound(sentence: Sentence, text: str) -> bool:
    """Whether a shortened sentence ends as one, is shorter, invents nothing, and nothing in it is seen to be broken."""
    words = len(text.split())
    return (
        ends(text)
        and 3 <= words <= len(english(sentence).split())
        and not broken(sentence, text)
        and not invents(sentence, text)
    )


def rests_on(text: str, pool: Sequence[Sentence], most: int = 3) -> list[Sentence]:
    """The sentences of an article that a sentence of its summary was made of, in order, by the words they share.

    First the one that shares most of its words of content with it; then, as long as each has two more of them, others.
    A sentence of which they have less than half rests on none.
    """
    wanted = set(terms(text))
    bags = [set(terms(english(s))) for s in pool]
    left, chosen = set(wanted), list[int]()
    while left and len(chosen) < most:
        best = max(range(len(pool)), key=lambda k: (len(left & bags[k]), -k), default=None)
        if best is None or len(left & bags[best]) < (2 if chosen else 1):
            break
        chosen.append(best)
        left -= bags[best]
    if len(wanted) - len(left) < _ENOUGH * len(wanted):
        return []
    return [pool[k] for k in sorted(chosen)]
