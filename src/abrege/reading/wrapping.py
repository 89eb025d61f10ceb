"""Lines that stand together come in; which of them are one wrapped paragraph goes out, by widths and first letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from abrege.reading.marks import Line
from abrege.text.normalization import clean
from abrege.text.patterns import lazy

_NARROWEST, _WIDEST = 50, 130
# A few lines that an editor broke by hand do not unmake a paragraph: one in six.
_LINES_PER_EXCEPTION = 6
_LEADING_LINES = 3
_SENTENCE_END = lazy(r"[.!?…:;][»”\"')\]\s]*$|»$")
_FIRST_LETTER = lazy(r"[^\w]*(\w)")
_TAIL = lazy(r"[»”\"')\].,;:!?… ]{1,4}")
_SEAM = 20  # characters at a line's end that say how it goes on
# A line that ends in one of these words goes on, though the next begins with a name or a figure.
_LEADS_ON = lazy(
    r"(?:^|[\s'’(])(?:de|du|des|le|la|les|un|une|et|ou|à|au|aux|en|dans|par|pour|sur|avec|sans|sous|chez|entre|vers|que|qui|"
    r"dont|ce|cet|cette|ces|son|sa|ses|leur|leurs|notre|votre|MM?\.|Mme|Mlle|Dr|saint|selon|contre|depuis|the|of|and|to|in|"
    r"for|with|by|from|at|a|an)$",
)
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# "porte-" at a line's end belongs to the next line's word; " -" is a dash.
_HYPHENATED = lazy(r"\w[-\u2010\u2011]$")


def paragraphs(lines: Sequence[Line], page_width: int = 0) -> list[list[Line]]:
    """The lines, in groups: each group is one paragraph that was wrapped, or a single line that stands for itself.

    Lines are one wrapped paragraph when the longest has 50 to 130 characters, nearly every line but the last is too
    full to have taken the next line's first word, and most lines after the first begin in lower case. Two things
    are told apart from it without a blank line between: a few lines above it (a title, a byline), and a further
    paragraph, which begins with a capital after a line that ended a sentence early.

    `page_width` is the width at which the rest of the text is wrapped, 0 if it is not (see `page_width`). Lines that
    all are full at that width are wrapped as well, though names may begin most of them.
    """
    for start in range(min(_LEADING_LINES, max(len(lines) - 2, 0)) + 1):
        if start and not (_starts_anew(lines[start]) and _stands_above(lines[start - 1], lines[start:])):
            continue
        groups = _wrapped(lines[start:]) or _filled(lines[start:], page_width)
        if groups:
            return [[line] for line in lines[:start]] + groups
    return [[line] for line in lines]


def page_width(runs: Iterable[Sequence[Line]]) -> int:
    """The columns that a text's wrapped paragraphs fill; 0 if it has none."""
    return max(
        (line.width for lines in runs for group in paragraphs(lines) if len(group) > 1 for line in group), default=0
    )


def join(lines: Sequence[Line]) -> str:
    """The text of a group as one line: a space for each line end, none after a hyphen within a word."""
    text = lines[0].text
    for line in lines[1:]:
        end = text[-_SEAM:]
        seam = "" if end.endswith(_SOFT_HYPHEN) or _HYPHENATED.search(clean(end)) else " "
        text += seam + line.mark + line.text
    return text


def ends_sentence(text: str) -> bool:
    """True if the text ends as a sentence, or what leads on to a list, does."""
    return bool(_SENTENCE_END.search(text))


def is_full(line: Line, following: Line, width: int) -> bool:
    """True if the first word of `following` would not have fitted into `line`, `width` columns being the most."""
    first_word = following.text.split(maxsplit=1)[0] if following.text.strip() else ""
    return line.width + 1 + len(clean(first_word)) > width


def starts_low(line: Line) -> bool:
    """True if the first letter or digit is a small letter."""
    found = _FIRST_LETTER.match(line.text)
    return bool(found) and found[1].islower()  # type: ignore[index]


def is_tail(line: Line) -> bool:
    """True if the line is only the marks that end a sentence: « … est morte en 2009 | ». »"""
    return bool(_TAIL.fullmatch(line.text))


def _wrapped(lines: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs that the lines are, if they are wrapped paragraphs; nothing if not."""
    if len(lines) < 2:
        return []
    width = max(line.width for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return []
    groups = _parted(lines, width)
    if _is_wrapped(groups, width):
        return groups
    # A signature, a caption or a menu below a paragraph does not unmake it.
    whole = [group for group in groups if _is_wrapped([group], width)]
    if 2 * sum(map(len, whole)) < len(lines):
        return []
    return [part for group in groups for part in ([group] if group in whole else [[line] for line in group])]


def _filled(lines: Sequence[Line], width: int) -> list[list[Line]]:
    """The paragraphs that the lines are, if all but the last of each fill the page's width; nothing if not."""
    if len(lines) < 2 or any(line.width > width or line.has_columns for line in lines):
        return []
    groups = _parted(lines, width)
    seams = [(before, line) for group in groups for before, line in pairwise(group)]
    full = all(is_full(before, line, width) for before, line in seams)
    return groups if full and not all(ends_sentence(before.text) for before, _ in seams) else []


def _parted(lines: Sequence[Line], width: int) -> list[list[Line]]:
    """The lines, parted where one ends a sentence early and the next begins with a capital."""
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _starts_anew(line) and ends_sentence(before.text) and not is_full(before, line, width):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _is_wrapped(groups: Sequence[Sequence[Line]], width: int) -> bool:
    low = high = early = seams = 0
    for group in groups:
        for before, line in pairwise(group):
            seams += 1
            early += not is_full(before, line, width)
            low += _continues(before, line, group[0])
            high += _starts_anew(line) and not _continues(before, line, group[0])
    return low > high and early * _LINES_PER_EXCEPTION <= seams


def _continues(before: Line, line: Line, first: Line) -> bool:
    """A small letter, an item's line under its text, or a last figure ("… le 3 mars | 2024.") go on with a line.

    So does what follows a word that needs another one: « … les maires de | Marseille ».
    """
    if starts_low(line) or is_tail(line) or _hangs(line, first) or _LEADS_ON.search(before.text):
        return True
    return not line.has_letter and line.text.endswith(".") and not ends_sentence(before.text)


def _starts_anew(line: Line) -> bool:
    found = _FIRST_LETTER.match(line.text)
    return bool(found) and found[1].isupper()  # type: ignore[index]


def _hangs(line: Line, first: Line) -> bool:
    return bool(first.mark) and line is not first and line.margin > first.margin


def _stands_above(line: Line, below: Sequence[Line]) -> bool:
    """A title above a paragraph is clearly shorter than its lines, or too long to be one of them."""
    width = max(other.width for other in below)
    return line.width > width or line.width <= 0.8 * width or ends_sentence(line.text)
