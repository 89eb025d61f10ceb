"""A sentence and shorter versions of it in, the sentence without what they leave out, as far as that may go, out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from abrege.article import Sentence
from abrege.summarization.alignment import LONGEST, Token, gaps, tokens
from abrege.summarization.kinds import Judge
from abrege.summarization.selection import english
from abrege.summarization.trimming import trimmed
from abrege.summarization.verbs import finite
from abrege.text.lists import listed

_SUBORDINATORS = listed("who whom which that whose where when while because if although though whether unless")
_OPENERS = listed("if when while because although though unless as since before after until whether that which who")
_LATER = listed("later earlier afterward afterwards meanwhile then thereafter subsequently respectively")
_WHOLES = listed("them it these those which whom")
_CLOSING = ".,;:!?…)]”’%"

_Runs = list[tuple[int, int]]


def cut(sentence: Sentence, versions: Sequence[str], enough: Callable[[str], bool], short: int) -> str:
    """The English of a sentence without phrases that shorter versions of it leave out and that may go.

    So every word of it stands as it is translated, and in that order, whatever the versions say. Where they do not make
    it short, phrases go that no version needs to name; a sentence of more than `LONGEST` tokens stays as it is.

    Args:
        versions: the best first; the others are looked at only as long as the sentence is not short.
        enough: whether a text still says enough.
        short: how many words it may have, to be short.
    """
    text = own = english(sentence)
    french = sentence.source if sentence.lang == "fr" else ""
    whole = tokens(own, french)
    if len(whole) > LONGEST:
        return own
    judge, gone = Judge(whole), _Runs()
    for runs in _proposed(whole, judge, (tokens(version, french) for version in versions)):
        if len(text.split()) <= short:
            break
        for run in runs:
            apart = [other for other in gone if other[1] <= run[0] or run[1] <= other[0]]
            within = all(run[0] <= start and end <= run[1] for start, end in gone if (start, end) not in apart)
            form = without(own, whole, sorted([*apart, run]))
            if within and len(form) < len(text) and enough(form):
                text, gone = form, sorted([*apart, run])
    return text


def _proposed(whole: Sequence[Token], judge: Judge, versions: Iterable[Sequence[Token]]) -> Iterator[_Runs]:
    for version in versions:
        yield [run for gap in gaps(whole, version) for run in judge.within(*gap)]
    for run in trimmed(whole, judge):
        yield [run]


def without(text: str, whole: Sequence[Token], runs: _Runs) -> str:
    """A sentence without runs of its tokens; as it is where what is left would be no sentence."""
    gone = {k for start, end in runs for k in range(start, end)}
    kept = [token for k, token in enumerate(whole) if k not in gone]
    if _leans_on_what_is_gone(whole, gone) or _has_no_verb(kept):
        return text
    parts, at = list[str](), 0
    for start, end in _joined(runs):
        before = text[at : whole[start].start].rstrip()
        at = whole[end].start if end < len(whole) else len(text)
        parts += [before, "" if text[at : at + 1] in _CLOSING else " "]
    shorter = "".join([*parts, text[at:]]).strip()
    if shorter.endswith("..") and not shorter.endswith("..."):
        shorter = shorter[:-1]  # the stop of an abbreviation is that of the sentence, too: « until 8 p.m. »
    return shorter[0].upper() + shorter[1:] if shorter.split()[0].islower() else shorter


def _joined(runs: _Runs) -> _Runs:
    """Runs of which one begins where another ends, as one."""
    ends = {end for _, end in runs}
    starts = {start for start, _ in runs}
    return list(zip(sorted(starts - ends), sorted(ends - starts), strict=True))


def _leans_on_what_is_gone(whole: Sequence[Token], gone: Collection[int]) -> bool:
    """« three years later » without the year, « half of them » without what they are."""
    kept = [k for k in range(len(whole)) if k not in gone]
    if any(whole[k].text in _LATER for k in kept) and any(whole[k].readings for k in gone):
        return True
    texts = [token.text for token in whole]
    parts = (k for k in kept if texts[k + 1 : k + 2] == ["of"] and not _WHOLES.isdisjoint(texts[k + 2 : k + 3]))
    return any(max((i for i in range(k) if whole[i].word), default=k) in gone for k in parts)


def _has_no_verb(kept: Sequence[Token]) -> bool:
    """No clause of its own: a fragment, or a subordinate clause alone."""
    texts = [token.text for token in kept]
    found = list(finite(kept))
    subordinate = sum(one in _SUBORDINATORS and other != "of" for one, other in pairwise([*texts, ""]))
    if len(found) <= subordinate:
        return True
    last = max((k for k, text in enumerate(texts) if text in {"but", "while", "whereas", "because", ";"}), default=-1)
    if found[-1] < last and texts[last + 1 : last + 2] != ["of"]:
        return True
    return texts[0] in _OPENERS and "," not in texts
