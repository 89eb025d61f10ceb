"""A text and its translation in, aligned sentence by sentence; what the checks doubt out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from abrege.article import Article, Block, Finding, Language
from abrege.errors import InputError
from abrege.fidelity import check_pair
from abrege.text.language import guess_words
from abrege.text.normalization import clean
from abrege.text.sentences import split_sentences

Unit = Literal["sentence", "block", "text", "line"]
IN_ENGLISH = (
    "the source is in English, so only numbers, quotation marks and length were compared (the French text comes first; "
    "--lang fr takes it for French)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece of a text, its translation, and what the checks doubt about it.

    Attributes:
        unit: what the piece is: a sentence, a block whose sentences could not be paired, the whole text, or a line.
        id: its place: "3.2" is the second sentence of the third block, "3" the third block or line; "" the whole text.
        source: the piece.
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

    Where the sentences of two blocks do not match in number the blocks are compared as they are; where the blocks do
    not, the whole texts are, which finds less. Notes say so. Code and lines of mere signs are left out.
    """
    ours, theirs = _prose(source), _prose(target)
    in_english = (IN_ENGLISH,) if source.lang == "en" else ()
    if len(ours) != len(theirs):
        pair = _pair("text", "", "\n".join(map(_text, ours)), "\n".join(map(_text, theirs)), source.lang)
        note = (
            f"the numbers of blocks differ: {len(ours)} in the source, {len(theirs)} in the target; the texts were "
            "compared as wholes, which finds less"
        )
        return Report((pair,), (*in_english, note))
    pairs: list[Pair] = []
    for mine, yours in zip(ours, theirs, strict=True):
        pairs += _compared(mine, yours)
    whole = [pair.id for pair in pairs if pair.unit == "block"]
    return Report(tuple(pairs), (*in_english, *_whole_blocks(whole)))


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
    return Report(
        tuple(
            _pair(
                "line", str(number), clean(mine).strip(), clean(yours).strip(), lang or guess_words(mine).lang or "fr"
            )
            for number, (mine, yours) in enumerate(zip(source, target, strict=True), 1)
            if mine.strip() or yours.strip()
        )
    )


def _prose(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind != "code" and any(map(str.isalnum, _text(block)))]


def _text(block: Block) -> str:
    return " ".join(sentence.source for sentence in block.sentences)


def _compared(block: Block, translation: Block) -> Iterable[Pair]:
    """The sentences of a block in pairs, or the block as one pair."""
    ours = [sentence.source for sentence in block.sentences]
    theirs = [sentence.source for sentence in translation.sentences]
    if len(theirs) != len(ours):
        theirs = split_sentences(_text(translation), "en")
    if block.prefix.strip() != translation.prefix.strip():  # a mark for one, a part of the text for the other
        ours[0], theirs[0] = block.prefix + ours[0], translation.prefix + theirs[0]
    first = block.sentences[0]
    if len(theirs) != len(ours):
        return [_pair("block", first.id.partition(".")[0], " ".join(ours), " ".join(theirs), first.lang)]
    return [
        _pair("sentence", sentence.id, mine, yours, sentence.lang)
        for sentence, mine, yours in zip(block.sentences, ours, theirs, strict=True)
    ]


def _pair(unit: Unit, place: str, source: str, target: str, lang: Language) -> Pair:
    return Pair(unit, place, source, target, check_pair(source, target, lang))


def _whole_blocks(ids: Sequence[str]) -> tuple[str, ...]:
    if not ids:
        return ()
    shown = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
    where = f"block {shown} has" if len(ids) == 1 else f"{len(ids)} blocks ({shown}) have"
    return (f"{where} another number of sentences in the target, and were compared as wholes",)
