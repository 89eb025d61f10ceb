"""A text and its translation in, aligned block by block and sentence by sentence; what the checks doubt out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from abrege.article import Article, Block, Finding, Language, Sentence
from abrege.errors import InputError
from abrege.fidelity import check_pair, unsupported_by
from abrege.fidelity.alignment import align
from abrege.text.language import foreign, guess_words, language_name
from abrege.text.normalization import clean
from abrege.text.patterns import lazy
from abrege.text.sentences import split_sentences

Unit = Literal["sentence", "block", "line"]
_COMPARED = "only numbers, repetition, quotation marks, length and the language of the target were compared"
IN_ENGLISH = f"the source is in English, so {_COMPARED} (the French text comes first; --lang fr takes it for French)"
SUMMARY = (
    "the target has less than half of the source's words and sentences, so it was taken for a summary; only numbers "
    "and names that the source lacks were looked for"
)
_HEADINGS = ("title", "heading")
_SENTENCE_END = lazy(r"[.!?…]\W*$")
_SUMMARY = 0.5  # share of the words and of the sentences of a text that a summary stays below


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece of a text, its translation, and what the checks doubt about it.

    Attributes:
        unit: what the piece is: a sentence, or two that are one in the other text; a block whose sentences could not be
            paired, or that has no counterpart; or a line.
        id: its place in the source: "3.2" is the second sentence of the third block, "3" the third block or line. "+3"
            and "+3.2" are places in the target, of what has no counterpart in the source.
        source: the piece; "" if it has no counterpart.
        target: its translation; both are what the spans of the findings count characters in.
        findings: the doubts; those of kind "coverage" are hints and no errors.
    """

    unit: Unit
    id: str
    source: str
    target: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Two texts, compared.

    Attributes:
        pairs: all that was compared, in the order of the source.
        notes: what a person should know of how it was compared, one sentence each.
    """

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each kind, in the order in which they come."""
        return dict(Counter(finding.kind for pair in self.pairs for finding in pair.findings))

    @property
    def faithful(self) -> bool:
        """Whether nothing is found, hints left aside."""
        return not self.counts.keys() - {"coverage"}


def check(source: str, target: str) -> tuple[Finding, ...]:
    """What the checks doubt about an English text as the translation of a French one.

    Args:
        source: a sentence, or a few; whole texts are better compared by `check_articles`.
        target: English.

    Returns:
        Findings with a kind ("number", "name", "date", "currency", "negation", "quotation", "language", "loop",
        "length", "coverage"), the places in source and target in characters, and what was expected in words. Coverage
        is a hint where to look, and no error. An English source is compared as English.
    """
    return check_pair(source, target, guess_words(source).lang or "fr")


def check_articles(source: Article, target: Article) -> Report:
    """Compare an article with its translation, block by block and sentence by sentence.

    Blocks and sentences are aligned, one or two with one or two. A block or a sentence of the source without a
    counterpart is a finding of kind "missing", one of the target a finding of kind "added"; where the sentences of two
    blocks cannot be aligned with no more than that, the blocks are compared as wholes, which finds less. A target of
    less than half the words and sentences, if it is more than headings, is taken for a summary and asked only for
    numbers and names that the source lacks. Notes say so. Code and lines of mere signs are left out.
    """
    ours, theirs = _prose(source), _prose(target)
    notes = [IN_ENGLISH] if source.lang == "en" else []
    notes += _language_note(" ".join(map(_text, theirs)))
    if _is_summary(ours, theirs):
        return Report(tuple(_summed_up(ours, theirs)), (*notes, SUMMARY))
    pairs: list[Pair] = []
    for mine, yours in align(list(map(_text, ours)), list(map(_text, theirs))):
        pairs += _compared(ours[mine], theirs[yours])
    wholes = [pair.id for pair in pairs if pair.unit == "block" and pair.source and pair.target]
    return Report(tuple(pairs), (*notes, *_wholes_note(wholes)))


def check_lines(source: Sequence[str], target: Sequence[str], lang: Language | None = None) -> Report:
    """Compare line N of a text with line N of its translation.

    Args:
        lang: the language of the source; by default each line is judged by itself, French where it does not tell.

    Raises:
        InputError: the texts have not the same number of lines.
    """
    if len(source) != len(target):
        raise InputError(
            f"the numbers of lines differ: {len(source)} in the source, {len(target)} in the target; leave out --lines "
            "to compare texts that do not go line by line"
        )
    pairs = [
        (str(number), clean(mine).strip(), clean(yours).strip())
        for number, (mine, yours) in enumerate(zip(source, target, strict=True), 1)
        if mine.strip() or yours.strip()
    ]
    langs = [lang or guess_words(mine).lang or "fr" for _, mine, _ in pairs]
    notes = _language_note(" ".join(yours for _, _, yours in pairs))
    if "en" in langs:
        count = f"{langs.count('en')} of {len(langs)} lines of the source are"
        notes.append(f"{count} in English, and {_COMPARED} there (--lang fr takes them for French)")
    compared = tuple(_pair("line", *pair, known) for pair, known in zip(pairs, langs, strict=True))
    return Report(compared, tuple(notes))


def _prose(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind != "code" and any(map(str.isalnum, _text(block)))]


def _text(block: Block) -> str:
    return " ".join(sentence.source for sentence in block.sentences)


def _number(block: Block) -> str:
    return block.sentences[0].id.partition(".")[0]


def _compared(blocks: Sequence[Block], translations: Sequence[Block]) -> Iterable[Pair]:
    """The sentences of blocks that go together in pairs, or the blocks as one pair."""
    source, target = (" ".join(map(_text, side)) for side in (blocks, translations))
    if not translations:
        return [_missing("block", _number(blocks[0]), source)]
    if not blocks:
        return [_added("block", _number(translations[0]), target)]
    sentences = _sentences(blocks)
    ours, theirs = ([sentence.source for sentence in side] for side in (sentences, _sentences(translations)))
    if len(theirs) != len(ours):
        theirs = split_sentences(target, "en")
    mark, other = blocks[0].prefix, translations[0].prefix
    if mark.strip() != other.strip():  # a mark for one, a part of the text for the other
        ours[0], theirs[0] = mark + ours[0], other + theirs[0]
    beads = align(ours, theirs)
    if not _go_together([(len(ours[mine]), len(theirs[yours])) for mine, yours in beads]):
        return [_pair("block", _number(blocks[0]), " ".join(ours), " ".join(theirs), sentences[0].lang)]
    pairs: list[Pair] = []
    for mine, yours in beads:
        place, source, target = "+".join(s.id for s in sentences[mine]), " ".join(ours[mine]), " ".join(theirs[yours])
        if not target:
            pairs.append(_missing("sentence", place, source))
        elif not source:
            pairs.append(_added("sentence", f"{_number(translations[0])}.{yours.start + 1}", target))
        else:
            pairs.append(_pair("sentence", place, source, target, sentences[mine][0].lang))
    return pairs


def _go_together(sizes: Sequence[tuple[int, int]]) -> bool:
    """Whether the numbers of sentences that go with each other tell of an alignment that can be relied on.

    Each sentence has a counterpart; or those of one of the texts have none, and all others one each.
    """
    alone = {size for size in sizes if 0 in size}
    return not alone or (len(alone) == 1 and set(sizes) == {(1, 1), *alone})


def _missing(unit: Unit, place: str, source: str) -> Pair:
    return Pair(unit, place, source, "", (Finding("missing", (0, len(source)), None, "a translation"),))


def _added(unit: Unit, place: str, target: str) -> Pair:
    return Pair(unit, f"+{place}", "", target, (Finding("added", None, (0, len(target)), "nothing"),))


def _pair(unit: Unit, place: str, source: str, target: str, lang: Language) -> Pair:
    return Pair(unit, place, source, target, check_pair(source, target, lang))


def _sentences(blocks: Iterable[Block]) -> list[Sentence]:
    return [sentence for block in blocks for sentence in block.sentences]


def _is_summary(ours: Sequence[Block], theirs: Sequence[Block]) -> bool:
    here, there = _sentences(ours), _sentences(theirs)
    words, found = (sum(len(sentence.source.split()) for sentence in side) for side in (here, there))
    return len(there) < _SUMMARY * len(here) and found < _SUMMARY * words and not all(map(_is_heading, theirs))


def _is_heading(block: Block) -> bool:
    """Whether a block is a heading; in plain text it is known by its want of a full stop."""
    return block.kind in _HEADINGS or (block.kind == "paragraph" and _SENTENCE_END.search(_text(block)) is None)


def _summed_up(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[Pair]:
    unsupported = unsupported_by([sentence.source for sentence in _sentences(ours)])
    for sentence in _sentences(theirs):
        yield Pair("sentence", f"+{sentence.id}", "", sentence.source, unsupported(sentence.source))


def _language_note(target: str) -> list[str]:
    """A note on a target that is no English."""
    guess = guess_words(target)
    code = "fr" if guess.lang == "fr" else guess.other or foreign(target)
    if code is None:
        return []
    return [f"the target is in {language_name(code)}, and was compared as if it were English"]


def _wholes_note(ids: Sequence[str]) -> list[str]:
    if not ids:
        return []
    shown = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
    if len(ids) == 1:
        return [f"block {shown} has other sentences in the target, and was compared as a whole"]
    return [f"{len(ids)} blocks ({shown}) have other sentences in the target, and were compared as wholes"]
