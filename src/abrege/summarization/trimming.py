"""An English sentence in, shorter ones out, whole phrases left out of it: what stands where no model helps."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINK = re.compile(
    r"(?:However|Moreover|Furthermore|In addition|Besides|Meanwhile|Indeed|Finally|Thus|Therefore|Nevertheless|Now"
    r"|As a result|In fact|Of course|But|And|So|Yet|Also),? +(?=\w)"
)
_BRACKETS = re.compile(r" \([^()]*\)")
_INSERTED = re.compile(
    r", (?:who|which|whose|where|a|an|the|one of|founder of|current|former|aged) [^,;:“”]+"
    r"(?:, \w+(?:ed|ing) [^,;:“”]+)?, (?=[a-z])(?!and |or |including |who |which )"
)
_TRAILING = re.compile(
    r", (?:which|who|whose|where|while|whereas|although|even though|especially|particularly|notably|including|such as"
    r"|making|thus|(?:a|an|one of) [^,;:“”]+$)\b[^;:“”]*$"
)
_STOP = re.compile(r"[.!?…]+$")


def trimmed(text: str) -> list[str]:
    """Shorter forms of a sentence, the longest first: without the word that links it to the one before, what stands
    in brackets, an inserted clause, one that trails. They are not judged here.
    """
    found: dict[str, None] = {}
    for form in _forms(text):
        if len(form) < len(text):
            found.setdefault(form)
    return sorted(found, key=lambda form: -len(form))


def _forms(text: str) -> Iterator[str]:
    plain = _BRACKETS.sub("", _LINK.sub("", text, count=1) if _LINK.match(text) else text)
    if plain[: len(plain.split(" ")[0])].islower():
        plain = plain[:1].upper() + plain[1:]
    for form in (plain, _without_inserted(plain)):
        yield form
        stop = _STOP.search(form)
        body = form[: stop.start()] if stop else form
        for match in re.finditer(", ", body):
            trailing = _TRAILING.match(body, match.start())
            if trailing:
                yield body[: match.start()] + (stop[0] if stop else "")


def _without_inserted(text: str) -> str:
    match = _INSERTED.search(text)
    return f"{text[: match.start()]} {text[match.end() :]}" if match else text
