"""An article, a summary or a digest in; plain text for a pipe or a terminal out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from abrege.article import Article, Block, Digest, Summary

# A sentence that a check doubts bears this mark in front, so that it still ends as a sentence does.
_DOUBT = "[?] "
_NARROWEST = 20
_LONG = 80  # characters; longer paragraphs run into one another on a terminal
_REPLY = re.compile(r"(?: *>)+ ?")


def render_translation(article: Article, width: int | None = None) -> str:
    """The English of an article, a line for each block, with its marks and its blank lines where they stood.

    What has no English yet, and code, is printed as it was read. The last line ends with a line end. `width` wraps
    long lines at so many columns, for a terminal; by default a block is one line, whatever its length.
    """
    return _blocks(article.blocks, width)


def render_block(block: Block, width: int | None = None) -> str:
    """A block as it stands in `render_translation`: the blank lines before it, its marks, its English, a line end."""
    return "\n" * block.gap + _block(block, width)


def render_summary(summary: Summary, width: int | None = None) -> str:
    """The sentences of a summary as one paragraph; "[?]" stands before a sentence that the checks doubt."""
    text = " ".join(_DOUBT * bool(sentence.findings) + sentence.text for sentence in summary.sentences)
    return _wrapped("", text, width) if text else ""


def render_digest(digest: Digest, width: int | None = None) -> str:
    """The title, the translation and the summaries, each under a heading that is underlined.

    A translated title stands on top and not again in the translation; a title that was made says so. Headings and
    long paragraphs that stood line under line get a blank line between them. Notes are not part of it. `width` is the
    number of columns of a terminal; None wraps nothing.
    """
    parts = []
    if digest.title:
        made = " [title made from the text]" if digest.title_made else ""
        title = _wrapped("", digest.title + made, width).rstrip("\n")
        parts.append(f"{title}\n{'=' * max(map(len, title.split(chr(10))))}\n")
    body = [block for block in digest.article.blocks if not (_is_printed_title(block, digest))]
    parts.append(_section("Translation", _blocks(_aired(body), width).strip("\n") + "\n"))
    for summary in digest.summaries:
        parts.append(_section(_name(summary), render_summary(summary, width)))
    return "\n".join(parts)


def _blocks(blocks: Iterable[Block], width: int | None) -> str:
    return "".join(render_block(block, width) for block in blocks)


def _block(block: Block, width: int | None) -> str:
    if block.kind == "code":
        return block.prefix + english(block) + "\n"
    return _wrapped(block.prefix, english(block), width)


def english(block: Block) -> str:
    """The English of a block, its sentences parted by a space; as it was read where there is no English."""
    if block.kind == "code":
        return " ".join(sentence.source for sentence in block.sentences)
    texts = (sentence.source if sentence.target is None else sentence.target for sentence in block.sentences)
    return " ".join(text for text in texts if text)


def _aired(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a blank line around headings and long paragraphs that were printed line under line."""
    aired = list(blocks[:1])
    for before, block in pairwise(blocks):
        apart = _is_apart(before) or _is_apart(block)
        aired.append(replace(block, gap=1) if apart and not block.gap else block)
    return aired


def _is_apart(block: Block) -> bool:
    if block.kind in ("title", "heading", "standfirst"):
        return True
    return block.kind == "paragraph" and len(english(block)) > _LONG


def _is_printed_title(block: Block, digest: Digest) -> bool:
    return block.kind == "title" and not digest.title_made and english(block) == digest.title


def _name(summary: Summary) -> str:
    if summary.method == "abstractive":
        return "Abstractive summary"
    return f"Extractive summary ({summary.method})"


def _section(name: str, text: str) -> str:
    return f"{name}\n{'-' * len(name)}\n{text}"


def _wrapped(prefix: str, text: str, width: int | None) -> str:
    """Prefix and text as one line, or as lines of at most `width` columns that hang under the text."""
    line = prefix + text
    # A line of figures keeps its spaces, so what already fits is left alone.
    if width is None or len(line.expandtabs()) <= width or width < _NARROWEST:
        return line + "\n"
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=prefix.expandtabs(),
        subsequent_indent=_hanging(prefix.expandtabs(), width),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines or [line]) + "\n"


def _hanging(prefix: str, width: int) -> str:
    """Further lines of a reply bear its mark again; those of an item stand under its text."""
    reply = _REPLY.match(prefix)
    marks = reply[0] if reply else ""
    return marks + " " * (min(len(prefix), width // 2) - len(marks))
