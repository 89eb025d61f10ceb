"""An English sentence of a summary in, what it rests on and what is doubted about it out."""

from __future__ import annotations

from collections.abc import Sequence

from abrege.article import Finding, Sentence
from abrege.fidelity import unsupported
from abrege.summarization.selection import english
from abrege.summarization.terms import terms

_ENOUGH = 0.5  # share of a sentence's words of content that those it rests on have


def doubts(text: str, basis: Sequence[Sentence]) -> tuple[Finding, ...]:
    """The numbers and names of a summary's sentence that those it rests on do not have, as they were read.

    Where it is a translation as it stands, what the checks doubt about that comes first.
    """
    known = basis[0].findings if basis and text == english(basis[0]) else ()
    spans = [finding.target_span for finding in known]
    new = unsupported([s.source for s in basis], text)
    return (*known, *(finding for finding in new if finding.target_span not in spans))


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
