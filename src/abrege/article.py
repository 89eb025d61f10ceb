"""The nouns of abrege: what a reader makes, a translator completes and a renderer prints. Data, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["fr", "en"]
BlockKind = Literal["title", "standfirst", "heading", "paragraph", "item", "quotation", "code", "boilerplate"]
Status = Literal["new", "translated", "kept", "repaired", "looped"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about a translation or a summary.

    Attributes:
        kind: what sort of doubt, for example "number", "name", "loop".
        source_span: start and end of the place in the source, in characters; None where there is none.
        target_span: the same in the target.
        expected: what should have stood there, in words for a person.
    """

    kind: str
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block.

    Attributes:
        id: "3.2" is the second sentence of the third block, both counted from 1.
        source: the text as read, without the space around it.
        target: its English; None before translation.
        lang: the language of `source`.
        status: "new" before translation; "translated"; "kept" (printed as it was read); "repaired" (a second
            decoding, or a rule, mended the first translation); "looped" (no decoding was good, the best is shown).
        score: log-probability of the hypothesis divided by its length in pieces; None where no model spoke.
        findings: what the checks doubt about the target.
    """

    id: str
    source: str
    target: str | None = None
    lang: Language = "fr"
    status: Status = "new"
    score: float | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands alone: a title, a paragraph, a list item, a line of code.

    Attributes:
        kind: what the block is in its article.
        sentences: its sentences, in order; a block of code has one, the line as it was.
        prefix: what stood before the text and is not translated: indentation, a list mark, the mark of a reply.
        gap: how many blank lines stood before the block.
    """

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    prefix: str = ""
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """A text as read, and, once translated, its English.

    Attributes:
        blocks: everything in the text, in its order.
        lang: the language of the article as a whole.
        path: where it was read from; None for standard input.
        notes: what the reader or the translator has to tell a person, one sentence each.
        signature: how the English was made (tool, model, engine, precision, beam); "" before translation.
    """

    blocks: tuple[Block, ...]
    lang: Language = "fr"
    path: str | None = None
    notes: tuple[str, ...] = ()
    signature: str = ""


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One English sentence of a summary.

    Attributes:
        text: the sentence.
        ids: ids of the sentences of the article that it rests on.
        findings: what the checks doubt about it.
    """

    text: str
    ids: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A short account of an article, in English.

    Attributes:
        method: "lead", "lexrank", "abstractive", …
        sentences: in the article's order.
        notes: what a person should know, for example that the article was shorter than the wish.
        signature: how it was made.
    """

    method: str
    sentences: tuple[SummarySentence, ...]
    notes: tuple[str, ...] = ()
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """A translated article with its summaries, and a title that was made where the article has none.

    Attributes:
        article: the article, translated.
        title: the English title; "" if there is none.
        title_made: True if the title was made from a sentence of an article that has none.
        summaries: in the order in which they are printed.
    """

    article: Article
    title: str
    title_made: bool
    summaries: tuple[Summary, ...]
