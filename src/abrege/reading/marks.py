"""One line of text in; its indentation, marks and words out: what stands before a text and is not part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from abrege.text.patterns import LETTER, lazy

MarkKind = Literal["", "bullet", "number", "dialogue", "heading", "sign"]

_SPACE = r"[^\S\n]"
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
# \uf0b7 and \uf0a7 are the bullets of a word processor's symbol font.
_BULLET = lazy(
    rf"(?:[-*–•‣⁃▪▫■□●○◦·∙◆◇♦❖►▶▸▹→➔➜➢➤⇒✓✔✗✘✅❌☐☑☒✦★☆\uf0b7\uf0a7]\ufe0f?|[-=]{{1,2}}>|o\t){_SPACE}+"
    rf"(?:\[[ xX]\]{_SPACE}+)?|[•▪●◦‣]"
)
_HEADING = lazy(rf"#{{1,6}}{_SPACE}+")  # of Markdown
_DIALOGUE = lazy(rf"(?:[—―]|--){_SPACE}+|(?:[-–—―]|--)(?=[«“\"]?{_SPACE}*{_CAPITAL})")
# Pictures in front of a line: emoji with their joiners and skin tones, keycap digits.
_SIGN = lazy(rf"(?:(?:[\u2600-\u27bf\u2b00-\u2bff\U0001F000-\U0001FAFF\ufe0f\u200d]|[0-9]\ufe0f\u20e3)+{_SPACE}+)+")
_NUMBER = lazy(
    rf"(?:\(\d{{1,3}}\)|\[\d{{1,3}}\]|(?P<value>\d{{1,3}})(?:\)|°\)|/|\.(?!{_SPACE}+(?:{_MONTH}|\d{{1,2}}\.))))"
    rf"{_SPACE}+"
    rf"|(?:\d{{1,2}}\.){{1,3}}\d{{1,2}}\.?{_SPACE}+(?={_CAPITAL})"
    rf"|\(?[a-zA-Z]\){_SPACE}+"
    rf"|\((?=[ivx]{{2}})x{{0,3}}(?:ix|iv|v?i{{0,3}})\){_SPACE}+"
    rf"|(?=[ivx]{{2}})x{{0,3}}(?:ix|iv|v?i{{0,3}})[.)]{_SPACE}+"
    rf"|(?=[IVX]{{2}})X{{0,3}}(?:IX|IV|V?I{{0,3}})(?:[.)]|{_SPACE}[-–—]){_SPACE}+"
)
# What begins a line of prose as well ("V. Hugo", "1° ", "14 - "): a mark only if its neighbour begins a line too.
_DOUBTFUL = lazy(
    rf"(?P<letter>[a-zA-Z])\.{_SPACE}+|(?P<degree>\d{{1,3}})°{_SPACE}+"
    rf"|(?P<dash>\d{{1,3}}){_SPACE}?[-–—]{_SPACE}+(?={_CAPITAL})"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_SMALL = tuple(numeral.lower() for numeral in _ROMAN)
_COUNT = lazy(r"\d+|[a-zA-Z]+")
_REPLY = lazy(rf"(?:{_SPACE}{{0,3}}>)+{_SPACE}?")
_INDENT = lazy(rf"{_SPACE}*")
_WORDS = lazy(r"[^\W_]")
_COLUMNS = lazy(r"\S(?:\t| {3,})\s*\S")
_NO_BREAK_SPACE = lazy(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, taken apart: `reply + indent + mark + text` is the line as it was, without space at its end.

    Attributes:
        reply: the marks of a reply ("> ", "> > "), with the space after them.
        indent: the blank space after that.
        mark: a list mark, a number, the dash of a dialogue, the signs of a Markdown heading or a picture, with the
            space after it.
        kind: what the mark is; "" if there is none.
        text: the rest.
    """

    reply: str
    indent: str
    mark: str
    kind: MarkKind
    text: str

    @property
    def prefix(self) -> str:
        """What stands before the text, with plain spaces for no-break ones."""
        return _NO_BREAK_SPACE.sub(" ", self.reply + self.indent + self.mark)

    @property
    def width(self) -> int:
        """Columns that the line takes, a tab going to the next multiple of eight."""
        return len((self.reply + self.indent + self.mark + self.text).expandtabs())

    @property
    def margin(self) -> int:
        """Columns before the mark or, without a mark, before the text."""
        return len((self.reply + self.indent).expandtabs())

    @property
    def has_columns(self) -> bool:
        """True if tabs or wide spaces part the text, as in a table."""
        return bool(_COLUMNS.search(self.text))

    @property
    def has_letter(self) -> bool:
        """False for figures, signs and rules."""
        return bool(LETTER.search(self.text))

    @property
    def has_word(self) -> bool:
        """True if the text has a letter or a digit."""
        return bool(_WORDS.search(self.text))


def take_apart(raw_lines: Sequence[str]) -> list[Line]:
    """The lines of a text, each split into its marks and its words.

    All are needed at once: "A. " is a mark where a "B. " begins another line, and an initial where none does.
    """
    opened = [_opened(raw) for raw in raw_lines]
    heads = {head for _, _, rest in opened if (head := _doubtful_head(rest))}
    lines = []
    for reply, indent, rest in opened:
        mark, kind = _mark(rest, heads)
        lines.append(Line(reply, indent, mark, kind, rest[len(mark) :]))
    return lines


def number_of(line: Line) -> int | None:
    """The number that marks the line ("12. ", "12) "), if a number does."""
    found = _NUMBER.match(line.mark)
    return int(found["value"]) if found and found["value"] else None


def is_next(mark: str, following: str) -> bool:
    """True if one mark counts on from the other: "1. ", "2. "; "b) ", "c) "; "IV. ", "V. "; "2.1 ", "2.2 "."""
    one, two = (_COUNT.findall(text) for text in (mark, following))
    return bool(one and two) and one[:-1] == two[:-1] and two[-1] in _successors(one[-1])


def without_mark(line: Line) -> Line:
    """The same line with its mark as part of its text, for a dash or number that belongs to a sentence."""
    return Line(line.reply, line.indent, "", "", line.mark + line.text)


def _opened(raw: str) -> tuple[str, str, str]:
    raw = raw.rstrip()
    reply = found[0] if (found := _REPLY.match(raw)) else ""
    rest = raw[len(reply) :]
    indent = _INDENT.match(rest)
    assert indent is not None  # it matches the empty string too
    return reply, indent[0], rest[indent.end() :]


def _mark(rest: str, heads: set[str]) -> tuple[str, MarkKind]:
    mark, kind = _first_mark(rest, heads)
    if kind in ("bullet", "number", "heading", "") and (sign := _SIGN.match(rest, len(mark))):
        mark += sign[0]
        kind = kind or "sign"
    left = rest[len(mark) :]
    if not _marks_something(left, mark, kind):
        return "", ""
    return mark, kind


def _first_mark(rest: str, heads: set[str]) -> tuple[str, MarkKind]:
    if found := _BULLET.match(rest):
        return found[0], "bullet"
    if found := _HEADING.match(rest):
        return found[0], "heading"
    if found := _DIALOGUE.match(rest):
        return found[0], "dialogue"
    if found := _NUMBER.match(rest):
        return found[0], "number"
    if (found := _DOUBTFUL.match(rest)) and heads.intersection(_neighbours(_doubtful_head(rest))):
        return found[0], "number"
    return "", ""


def _marks_something(left: str, mark: str, kind: MarkKind) -> bool:
    """Rules such as "* * *" and rows of figures such as "1. 25" have no mark; "- 12,5 %" and "- 🎉" have one."""
    if kind == "number":
        return bool(LETTER.search(left)) and not left.startswith(":")  # « Q. : », « R. : » speak
    return bool(_WORDS.search(left)) or not (left.isascii() or set(left.split()) <= set(mark.split()))


def _doubtful_head(rest: str) -> str:
    """ "A.", "II.", "3°", "3-": what a line begins with, as neighbours are compared; "" if with nothing such."""
    if found := _DOUBTFUL.match(rest):
        if found["letter"]:
            return found["letter"] + "."
        return found["degree"] + "°" if found["degree"] else found["dash"] + "-"
    if found := re.match(r"([IVXivx]{2,4})\.", rest):
        return found[0]
    return ""


def _neighbours(head: str) -> list[str]:
    body, end = head[:-1], head[-1]
    if body.isdecimal():
        return [f"{int(body) - 1}{end}", f"{int(body) + 1}{end}"]
    before = [roman for roman in (*_ROMAN, *_ROMAN_SMALL) if body in _successors(roman)]
    return [other + end for other in (chr(ord(body) - 1), *before, *_successors(body))]


def _successors(count: str) -> list[str]:
    """What comes after a number, a letter or a Roman numeral; "I" may be a letter or a numeral."""
    if count.isdecimal():
        return [str(int(count) + 1)]
    following = [chr(ord(count) + 1)] if len(count) == 1 else []
    for romans in (_ROMAN, _ROMAN_SMALL):
        if count in romans[:-1]:
            following.append(romans[romans.index(count) + 1])
    return following
