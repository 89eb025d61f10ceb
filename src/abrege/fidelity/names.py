"""A French source and an English target in, the names that only one of them has out.

Precision comes first: a name is supported by the same letters, by any translation of a word of the other text, by a
word of the same beginning, and by a spelling that sounds alike. A word that may be a name or not counts only where
the other text has one too that nothing answers, so that the one stands for the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import islice, pairwise, product, starmap

from abrege.article import Finding
from abrege.fidelity.candidates import english_names, french_names
from abrege.fidelity.evidence import Evidence
from abrege.fidelity.exonyms import counterparts, in_english, sound
from abrege.fidelity.words import WORD, Word, find_words, folded

Span = tuple[int, int]

_LIKE = 0.7  # how alike two spellings are of which one is a slip, as difflib measures it
_LONGEST = 60  # characters of a name
_NEAR = 0.3  # share of a text that a name may move in translation
_MANY = 50  # names without an answer of which no more are compared with each other


def _invented(target: str, words: Sequence[Word], evidence: Evidence) -> dict[Word, bool]:
    """The words of an English text that may name what the evidence does not, with whether they surely do."""
    found: dict[Word, bool] = {}
    for word, part, sure in english_names(target, words):
        if not (evidence.supports([folded(part)]) or (word.is_acronym and evidence.abbreviates(part))):
            sure = sure and not (word.is_acronym and evidence.may_abbreviate(part))
            found[word] = found.get(word, False) or sure
    if any(found.values()):  # Jobs beside Steve, though jobs is a word
        last = [b for a, b in pairwise(words) if b.capital and found.get(a) and _touch(a, b)]
        found.update({word: True for word in last if not evidence.supports([folded(word.text)])})
    return dict(sorted(found.items(), key=lambda item: item[0].start))


def _lost(words: Sequence[Word], evidence: Evidence) -> dict[Word, bool]:
    """The words of a French text that may name what its English does not, with whether they surely do."""
    found: dict[Word, bool] = {}
    named = set()
    for word, part, sure in french_names(words):
        forms = {folded(part), *counterparts(part), *counterparts(word.text)}
        if evidence.supports(forms) or (word.is_acronym and evidence.may_abbreviate(part)):
            named.add(word)
        else:
            found[word] = sure
    touching = [(a, b) for a, b in pairwise(words) if _touch(a, b)] if found else []
    # news name a person by the last name alone
    beside = {b for a, b in touching if a.capital and a in named} | {a for a, b in touching if b.capital and b in named}
    return {word: sure for word, sure in found.items() if word not in named and word not in beside}


def _touch(a: Word, b: Word) -> bool:
    """Whether only one character parts two words."""
    return b.start == a.end + 1


def named_by(sources: Iterable[str]) -> Evidence:
    """What French or English texts have to support a name with."""
    return Evidence([word for text in sources for word in find_words(text)], translated=True)


def unsupported_names(evidence: Evidence, target: str) -> list[Span]:
    """The spans of the words in an English target that name what the texts do not that it rests on; see `named_by`."""
    invented = _invented(target, find_words(target), evidence)
    return [word.span for word, sure in invented.items() if sure]


def check_names(source: str, target: str) -> tuple[Finding, ...]:
    """Compare the names of a French text with those of its English translation.

    Returns:
        Findings of kind "name": a name of the source that stands misspelt in the target, or has another in its place
        (both spans); one that the target lacks (`source_span`); one that the source lacks (`target_span`). Where no
        word is surely a name, one of each side that may be, and that stand in the same place, are one finding.
    """
    in_source, in_target = find_words(source), find_words(target)
    lost = _lost(in_source, Evidence(in_target, translated=False))
    invented = _invented(target, in_target, Evidence(in_source, translated=True))

    def exchange(a: Span, b: Span) -> Finding:
        return Finding("name", a, b, _english(source[slice(*a)]))

    def near(a: Span, b: Span) -> bool:
        return abs(a[0] / len(source) - b[0] / len(target)) <= _NEAR

    if not any((*lost.values(), *invented.values())):
        pairs = product(list(lost)[:_MANY], list(invented)[:_MANY])
        likely = ((a, b) for a, b in pairs if near(a.span, b.span) and _may_be_exchanged(a, b))
        return tuple(exchange(a.span, b.span) for a, b in islice(likely, 1))
    missing, made_up = _likeliest(source, lost), _likeliest(target, invented)
    paired: list[tuple[Span, Span]] = []
    for a, b in product(missing[:_MANY], made_up[:_MANY]):
        if a in missing and b in made_up and _is_slip(source[slice(*a)], target[slice(*b)]):
            paired.append((a, b))
            missing.remove(a)
            made_up.remove(b)
    if len(missing) == len(made_up) and all(map(near, missing, made_up)):
        paired += zip(missing, made_up, strict=True)
        missing = made_up = []
    return (
        *starmap(exchange, paired),
        *(Finding("name", None, span, "a name of the source") for span in made_up if any(invented.values())),
        *(Finding("name", span, None, _english(source[slice(*span)])) for span in missing if any(lost.values())),
    )


def _likeliest(text: str, found: dict[Word, bool]) -> list[Span]:
    """The spans of what is surely a name; where nothing is, of what may be one."""
    return _runs(text, (word for word, sure in found.items() if sure or not any(found.values())))


def _english(name: str) -> str:
    """A French name, each of its words as English likely writes it."""
    return WORD.sub(lambda match: in_english(match[0]), name)


def _may_be_exchanged(name: Word, other: Word) -> bool:
    """Whether one word is neither a form of the other, nor an acronym that may be the other one's translation."""
    translation = name.is_acronym and other.is_acronym and not counterparts(name.text)
    return not translation and not _is_slip(name.text, other.text)


def _is_slip(name: str, spelt: str) -> bool:
    """Whether two spellings, of names and not of whole lists of them, are so alike that one is a slip of the pen."""
    return (
        max(len(name), len(spelt)) <= _LONGEST
        and SequenceMatcher(None, sound(name), sound(spelt), False).ratio() >= _LIKE
    )


def _runs(text: str, words: Iterable[Word]) -> list[Span]:
    """The spans of the words, neighbours joined."""
    spans: list[Span] = []
    for word in words:
        if spans and text[spans[-1][1] : word.start] in (" ", "-", " de ", " of "):
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append(word.span)
    return spans
