"""Plain text in, blocks out: paragraphs, headings, list items, replies, commands, and what belongs to the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from abrege.article import Block, BlockKind, Sentence
from abrege.reading.boilerplate import is_boilerplate, is_share_button
from abrege.reading.encoding import line_ends
from abrege.reading.headings import Passage, with_kinds
from abrege.reading.marks import Line, number_of, take_apart, without_mark
from abrege.reading.wrapping import ends_sentence, is_full, is_tail, join, page_width, paragraphs, starts_low
from abrege.text.normalization import clean
from abrege.text.patterns import LETTER, lazy
from abrege.text.sentences import split_sentences
from abrege.text.tables import is_table_row

_FENCE = lazy(r"\s*(?:```|~~~)")
_FIELD = lazy(r"[\w-]+:(?:\s|$)|\s+\S|- ")  # of front matter
# A line at least this wide may be one of a wrapped paragraph, and a dash or figure in front of the next a part of it.
_WIDE = 50


def read_plain(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in its order, each with its sentences; the language is left at French.

    Blank lines part blocks. Lines between them are joined where they are one wrapped paragraph (see
    `abrege.reading.wrapping`); in any other run every line is a block. List marks, indentation and the marks of a
    reply go to the block's prefix. Sources are in NFC with plain single spaces, except code and lines without a
    letter, which stay as they are. All that is not blank comes out in prefixes and sources, but for soft hyphens,
    invisible characters, and the repeated mark of a reply where its lines are joined.
    """
    return next(read_parts([text]))


def read_parts(parts: Iterable[str]) -> Iterator[tuple[Block, ...]]:
    """The blocks of a long plain text that comes in parts, cut where a block ends (see `abrege.reading.parts`).

    Blocks are counted on. Only the first part can have a title, and a part is wrapped as wide as those before it.
    """
    count = width = 0
    for part in parts:
        passages, width = _passages(line_ends(part).split("\n"), width, not count)
        passages = with_kinds(passages, beginning=not count)
        yield tuple(_block(number, passage) for number, passage in enumerate(passages, count + 1))
        count += len(passages)


def _passages(raw_lines: Sequence[str], width: int, beginning: bool) -> tuple[list[Passage], int]:
    """Every line in its passage, with the number of blank lines before it; and how wide the text is wrapped."""
    runs = _runs(raw_lines, beginning)
    width = max(width, page_width(segment for _, run in runs for segment in run if isinstance(segment, list)))
    found: list[Passage] = []
    for gap, run in runs:
        passages: list[Passage] = []
        for segment in run:
            passages += _grouped(segment, width) if isinstance(segment, list) else [segment]
        found += _with_share_buttons([replace(passages[0], gap=gap), *passages[1:]])
    return found, width


def _runs(raw_lines: Sequence[str], beginning: bool) -> list[tuple[int, list[list[Line] | Passage]]]:
    """The lines between blank lines, in segments, each with the number of blank lines before it."""
    lines = take_apart([unicodedata.normalize("NFC", raw) for raw in raw_lines])
    fenced = _fenced(raw_lines) | (_front_matter(raw_lines) if beginning else set())
    runs: list[tuple[int, list[list[Line] | Passage]]] = []
    run: list[Line] = []
    blank = 0
    for place, line in enumerate(lines):
        shown = bool(clean(line.text).strip() or line.mark or line.reply)
        if shown and place not in fenced:
            run.append(line)
            continue
        if run:
            runs.append((blank, _segments(run)))
            run, blank = [], 0
        if shown:
            runs.append((blank, [_code(line)]))
        blank = 0 if shown else blank + 1
    return [*runs, (blank, _segments(run))] if run else runs


def _fenced(raw_lines: Sequence[str]) -> set[int]:
    """Places of lines of code between two fences, and of the fences; a fence that nothing closes is none."""
    fences = [place for place, raw in enumerate(raw_lines) if _FENCE.match(raw)]
    return {place for start, end in zip(fences[::2], fences[1::2], strict=False) for place in range(start, end + 1)}


def _front_matter(raw_lines: Sequence[str]) -> set[int]:
    """Places of the lines between two rules at the very beginning, and of the rules: what a site is told of a page."""
    if not raw_lines or raw_lines[0].rstrip() != "---":
        return set()
    for place, raw in enumerate(raw_lines[1:], 1):
        if raw.rstrip() == "---":
            return set(range(place + 1))
        if not _FIELD.match(raw):
            break
    return set()


def _segments(lines: list[Line]) -> list[list[Line] | Passage]:
    """The lines cut where a block surely begins: at marks, commands, rules, a change of depth in a reply."""
    from abrege.text.spans import is_shell_line

    segments: list[list[Line] | Passage] = []
    current: list[Line] = []
    for place, line in enumerate(lines):
        if line.mark and current and _goes_on(current, line):
            line = without_mark(line)
        alone: Passage | None = None
        if is_shell_line(line.mark + line.text):
            alone = _code(line)
        elif not (line.mark or line.has_word or (current and is_tail(line))):
            alone = _wordless(line)
        elif is_boilerplate(line.mark + line.text) and _stands_alone(lines, place):
            alone = Passage("boilerplate", line.prefix, line.kind, line.text, 0)
        if alone is not None:
            segments += [current, alone] if current else [alone]
            current = []
        elif current and (
            line.mark
            or current[0].kind == "heading"
            or line.reply.split() != current[-1].reply.split()
            or _is_indented(current, line)
        ):
            segments.append(current)
            current = [line]
        else:
            current.append(line)
    return [*segments, current] if current else segments


def _goes_on(current: Sequence[Line], line: Line) -> bool:
    """A dash or a number that a wrapped paragraph happened to bring to the beginning of a line.

    « … a répondu le ministre | – il n'a pas dit quand – … », « … ils étaient au nombre de | 12. Puis … »
    """
    before = current[-1]
    if before.width < _WIDE or ends_sentence(before.text) or before.text.endswith(","):
        return False
    if line.mark.strip() in ("–", "—"):
        return starts_low(line) and current[0].mark.strip() != line.mark.strip()
    number = number_of(line)
    if number is None or not line.mark.strip().endswith("."):
        return False
    return number > 1 and number_of(current[0]) != number - 1


def _stands_alone(lines: Sequence[Line], place: int) -> bool:
    """False for a line inside a wrapped paragraph that only begins like boilerplate."""
    line = lines[place]
    if starts_low(line) and place and not ends_sentence(lines[place - 1].text):
        return False
    if place + 1 == len(lines):
        return True
    following = lines[place + 1]
    goes_on = starts_low(following) and not following.mark and line.width >= _WIDE
    return not (goes_on and is_full(line, following, line.width))


def _is_indented(current: Sequence[Line], line: Line) -> bool:
    """Books begin a paragraph with an indented line; under a list mark the indentation only goes on."""
    return line.margin >= current[-1].margin + 2 and not current[0].mark and not starts_low(line)


def _grouped(lines: Sequence[Line], width: int) -> list[Passage]:
    passages = []
    for group in paragraphs(lines, width):
        first, text = group[0], join(group)
        if not LETTER.search(clean(text)) and not first.mark:
            passages.append(_wordless(first))
            continue
        columns = len(group) == 1 and first.has_columns
        passages.append(Passage(_kind(first, text), first.prefix, first.kind, text, 0, len(group), columns))
    return passages


def _kind(first: Line, text: str) -> BlockKind:
    if is_boilerplate(text):
        return "boilerplate"
    if first.kind in ("bullet", "number"):
        return "item"
    if first.kind == "heading":
        return "heading"
    return "quotation" if first.reply else "paragraph"


def _code(line: Line) -> Passage:
    return Passage("code", line.reply + line.indent, "", line.mark + line.text, 0)


def _wordless(line: Line) -> Passage:
    """A line of figures or signs; an empty line of a reply keeps its mark as its text, for a block has a text."""
    text = line.text or line.reply.strip()
    prefix = line.prefix if line.text else ""
    return Passage("quotation" if line.reply else "paragraph", prefix, line.kind, text, 0)


def _with_share_buttons(passages: list[Passage]) -> list[Passage]:
    """ "X" is the name of a network where other networks stand beside it."""
    for place, passage in enumerate(passages):
        if passage.text == "X" and passage.kind == "paragraph":
            beside = passages[max(place - 1, 0) : place] + passages[place + 1 : place + 2]
            if any(is_share_button(other.text) and other.text != "X" for other in beside):
                passages[place] = replace(passage, kind="boilerplate")
    return passages


def _block(number: int, passage: Passage) -> Block:
    if passage.kind == "code" or not LETTER.search(passage.text):
        sources = [passage.text]
    elif is_table_row(passage.text):
        sources = [unicodedata.normalize("NFC", passage.text)]  # its columns stand where they stood
    else:
        sources = split_sentences(" ".join(clean(passage.text).split()))
    sentences = tuple(Sentence(f"{number}.{place}", source) for place, source in enumerate(sources, 1))
    return Block(passage.kind, sentences, passage.prefix, passage.gap)
