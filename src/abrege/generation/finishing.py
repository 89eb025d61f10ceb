"""What a translation owes to its source's form: quotation marks, a final full stop, capitals."""

from __future__ import annotations

import re

_STRAIGHT = re.compile(r'"')
_TYPOGRAPHIC = re.compile(r"[«»“”„]")
_ENDS_ABBREVIATED = re.compile(r"(?:\b(?:[ap]\.m|Inc|Co|Corp|Ltd|Jr|Sr|etc|[A-Z])|\.\.)\.$")
_END_MARK = re.compile(r"([?!])[\s\"”»’)\]]*$")
_END_STOP = re.compile(r"(?<!\.)(\.)[\"”’)\]]*$")
_MONSIEUR = re.compile(r"\bM\. ([A-ZÀ-Þ][\w'’-]+)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def quotation_marks(source: str, target: str) -> str:
    """Straight marks become “ ” where the source has typographic ones and no straight ones."""
    if '"' in source or not _TYPOGRAPHIC.search(source):
        return target

    def curl(match: re.Match[str]) -> str:
        before, after = target[: match.start()], target[match.end() :]
        opens = not before or before[-1] in " ([—–-'"
        return "“" if opens and after[:1] not in ("", " ") else "”"

    return _STRAIGHT.sub(curl, target)


def final_stop(source: str, target: str) -> str:
    """No full stop where the source has no end mark (a headline, a list item)."""
    bare = source.rstrip(' »”")]')
    if bare and bare[-1] not in ".!?…:;," and target.endswith(".") and not _ENDS_ABBREVIATED.search(target):
        return target[:-1]
    return target


def end_mark(source: str, target: str) -> str:
    """A question stays a question and an exclamation one: a full stop in the place of either gives way to it."""
    mark, stop = _END_MARK.search(source), _END_STOP.search(target)
    if not mark or not stop or _ENDS_ABBREVIATED.search(target):
        return target
    return target[: stop.start(1)] + mark[1] + target[stop.end(1) :]


def french_titles(source: str, target: str) -> str:
    """« M. Dupont » is Mr. Dupont, where the model left the French abbreviation."""
    names = {m[1] for m in _MONSIEUR.finditer(source)}
    return _MONSIEUR.sub(lambda m: f"Mr. {m[1]}" if m[1] in names else m[0], target)


def first_capital(source: str, target: str) -> str:
    """A translation begins with a capital where its source does; a word such as iPhone is left alone."""
    word = _FIRST_WORD.match(target)
    if not source[:1].isupper() or not word or not word[0].islower():
        return target
    return target[0].upper() + target[1:]


def first_letter(source: str, target: str) -> str:
    """Inside a sentence a translation begins small where its source does, unless it begins with a name."""
    word = _FIRST_WORD.match(target)
    if not source[:1].islower() or not word or word[0] == "I" or not word[0][1:].islower() or word[0] in source:
        return target
    return word[0].lower() + target[word.end() :]
