"""One sentence in; out comes what of it the model is to translate, and what stays as it is around that.

A plan is a list of parts: a `Literal` is printed as it is, a `Unit` goes through the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from abrege.generation.masking import Masked, mask
from abrege.text.casing import lower_capitals
from abrege.text.language import english_quotations
from abrege.text.normalization import for_model
from abrege.text.numbers import english_numbers
from abrege.text.patterns import LETTER, lazy
from abrege.text.sentences import split_long
from abrege.text.spans import find_spans
from abrege.text.tables import CELL_MARK, is_table_row

_FIGURE = lazy(r"(?<![\w.,])[-+]?[$€£]?\d(?:[\d.,:]*\d)?%?(?!\w)")


@dataclass(frozen=True, slots=True)
class Literal:
    """Text that is printed as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that the model translates at once.

    Attributes:
        source: the text as the article has it, for the checks.
        masked: what the model reads, its kept parts as placeholders.
        capitals: whether the text was in capitals, which the model does not see and the translation gets back.
        inner: whether the unit begins inside a sentence, so that it need not begin with a capital.
    """

    source: str
    masked: Masked
    capitals: bool = False
    inner: bool = False


Part = Literal | Unit


def kept_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of what must not reach the model: addresses, handles, emoji, code, digit strings, English."""
    spans = sorted([*((s.start, s.end) for s in find_spans(text)), *english_quotations(text)])
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def number_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of the figures of a text with its numbers in English form, their currency and % included."""
    return [m.span() for m in _FIGURE.finditer(text)]


def plan(text: str, placeholders: Sequence[str], limit: int, length: Callable[[str], int]) -> list[Part]:
    """How one sentence is to be translated.

    Args:
        placeholders: what the model copies; () for a model that knows none.
        limit: the most pieces that the model is given at once.
        length: the number of pieces of a text.
    """
    if is_table_row(text):
        cells: list[Part] = []
        for cell in CELL_MARK.split(text):  # marks and cells by turns
            cells += [Literal(cell)] if CELL_MARK.fullmatch(cell) else plan(cell, placeholders, limit, length)
        return [part for part in cells if part != Literal("")]
    lowered = lower_capitals(text)
    spans = kept_spans(text)
    if not _has_words(text, spans):
        return [Literal(_around(text, spans, english_numbers))]
    start, end, inner = 0, len(text), []
    for a, b in spans:  # what stands at the sentence's edge is no part of it: "✓ Gratuit 🎉"
        if not text[start:a].strip() and not _is_word(text[a:b]):
            start = b
        else:
            inner.append((a, b))
    while inner and not text[inner[-1][1] : end].strip() and not _is_word(text[inner[-1][0] : inner[-1][1]]):
        end = inner.pop()[0]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    core, own = text[start:end], [(a - start, b - start) for a, b in inner]
    parts: list[Part] = [Literal(text[:start])] if start else []
    parts += _units(core, own, placeholders, limit, length, lowered is not None)
    return [*parts, Literal(text[end:])] if end < len(text) else parts


def in_fragments(unit: Unit) -> list[Part]:
    """The parts of a unit when its placeholders are not to be trusted: each stretch between them for itself."""
    parts, end = [], 0
    for k, kept in enumerate(unit.masked.kept):
        place = unit.masked.text.index(f"<x{k + 1}>")
        parts += _fragment(unit.masked.text[end:place], bool(end), unit)
        parts.append(Literal(kept))
        end = place + 4
    return [*parts, *_fragment(unit.masked.text[end:], bool(end), unit)]


def in_halves(unit: Unit, length: Callable[[str], int]) -> list[Part]:
    """A unit without placeholders as stretches of about half its length, parted at clause marks where there are any."""
    text = unit.masked.text
    return _pieces(text, length(text) // 2 + 1, length, Masked, unit.capitals, unit.inner)


def with_numbers_kept(unit: Unit, placeholders: Sequence[str]) -> Unit | None:
    """The unit with its figures as placeholders too; None where there are none, or too many."""
    if unit.masked.kept:
        return None
    spans = number_spans(unit.masked.text)
    masked = mask(unit.masked.text, spans, placeholders) if spans else None
    return Unit(unit.source, masked, unit.capitals, unit.inner) if masked else None


def _units(
    text: str,
    spans: list[tuple[int, int]],
    placeholders: Sequence[str],
    limit: int,
    length: Callable[[str], int],
    capitals: bool,
) -> list[Part]:
    masked = mask(text, spans, placeholders)
    if masked is None:
        return _between(text, spans, placeholders, limit, length, capitals)
    ready = _for_model(masked.text, capitals)
    if length(ready) <= limit:
        return [Unit(text, Masked(ready, masked.kept), capitals)]
    if spans:
        return _between(text, spans, placeholders, limit, length, capitals)
    return _pieces(
        text, limit, lambda t: length(_for_model(t, capitals)), lambda t: Masked(_for_model(t, capitals)), capitals
    )


def _pieces(
    text: str,
    limit: int,
    length: Callable[[str], int],
    masked: Callable[[str], Masked],
    capitals: bool,
    inner: bool = False,
) -> list[Part]:
    """A text without kept parts as units of at most `limit` pieces and the spaces between them."""
    parts: list[Part] = []
    for piece in split_long(text, limit, length):
        core = piece.strip()
        head, tail = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        parts += [Literal(head)] if head else []
        parts += [Unit(core, masked(core), capitals, inner or bool(parts))] if core else []
        parts += [Literal(tail)] if tail and core else []
    return parts


def _between(
    text: str,
    spans: list[tuple[int, int]],
    placeholders: Sequence[str],
    limit: int,
    length: Callable[[str], int],
    capitals: bool,
) -> list[Part]:
    """Each stretch between the kept parts for itself."""
    parts: list[Part] = []
    for place, (stretch, kept) in enumerate(_stretches(text, spans)):
        core = stretch.strip()
        if core and LETTER.search(core):
            at = stretch.index(core)
            parts += [Literal(stretch[:at])] if at else []
            inner = place > 0
            units = _units(core, [], placeholders, limit, length, capitals)
            parts += [Unit(u.source, u.masked, u.capitals, True) if isinstance(u, Unit) and inner else u for u in units]
            parts += [Literal(stretch[at + len(core) :])] if at + len(core) < len(stretch) else []
        elif stretch:
            parts.append(Literal(english_numbers(stretch)))
        parts += [Literal(kept)] if kept else []
    return parts


def _fragment(text: str, inner: bool, unit: Unit) -> list[Part]:
    core = text.strip()
    if not LETTER.search(core):
        return [Literal(text)] if text else []
    at = text.index(core)
    return [Literal(text[:at]), Unit(core, Masked(core), unit.capitals, inner), Literal(text[at + len(core) :])]


def _for_model(text: str, capitals: bool) -> str:
    return for_model(english_numbers((lower_capitals(text) or text) if capitals else text))


def _has_words(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    return any(LETTER.search(stretch) for stretch, _ in _stretches(text, spans))


def _around(text: str, spans: Sequence[tuple[int, int]], rewrite: Callable[[str], str]) -> str:
    """The text rewritten everywhere but in the spans."""
    pairs = _stretches(text, spans)
    return "".join((rewrite(stretch) if stretch.strip() else stretch) + kept for stretch, kept in pairs)


def _stretches(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Each stretch outside the spans with the span after it; the last has none."""
    end = 0
    for start, stop in [*spans, (len(text), len(text))]:
        yield text[end:start], text[start:stop]
        end = stop


def _is_word(text: str) -> bool:
    """Whether what is kept may be a word of the sentence (an address, a name in code), unlike emoji and signs."""
    return any(c.isalnum() for c in text)
