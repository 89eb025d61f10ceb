"""What a translation owes to its source's form: quotation marks, a final full stop, capitals."""

from __future__ import annotations

from abrege.text.patterns import lazy

_TYPOGRAPHIC = lazy(r"[«»“”„]")
_ENDS_ABBREVIATED = lazy(r"(?:\b(?:[ap]\.m|Inc|Co|Corp|Ltd|Jr|Sr|etc|[A-Z])|\.\.)\.$")
_END_MARK = lazy(r"([?!])[\s\"”»’)\]]*$")
_END_STOP = lazy(r"(?<!\.)(\.)[\"”’)\]]*$")
_MONSIEUR = lazy(r"\bM\. ([A-ZÀ-Þ][\w'’-]+)")
_FIRST_WORD = lazy(r"[^\W\d_]+")


def quotation_marks(source: str, target: str) -> str:
    """Straight marks become “ ” where the source has typographic ones and no straight ones."""
    if '"' in source or not _TYPOGRAPHIC.search(source):
        return target

    pieces = target.split('"')
    english = pieces[0]
    is_open = False
    for piece in pieces[1:]:
        opens = not english or english[-1] in " ([—–-'"
        if opens and piece[:1] in ("", " "):  # a space on both sides: whichever is due
            opens = bool(piece) and not is_open
            english, piece = (english, piece.lstrip()) if opens else (english.rstrip(), piece)
        english += ("“" if opens else "”") + piece
        is_open = opens
    return english


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
