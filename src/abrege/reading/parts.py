"""A binary stream in, its text out in parts that can be read for themselves: each ends where a paragraph does."""

from __future__ import annotations

import re
import time
from bisect import bisect
from collections.abc import Iterator
from typing import BinaryIO

from abrege.errors import InputError
from abrege.reading.encoding import Decoder, line_ends
from abrege.text.patterns import lazy

SIZE = 64 * 1024  # bytes that the encoding is judged on, and characters that a short text has at most
PART = 16 * 1024  # characters that a part of a longer text has at least
_STEP = 8 * 1024  # bytes read at once after the beginning
_PATIENCE = 8  # times the size of a part
_WAIT = 0.05  # seconds, where nothing is to be had yet
_FENCE = lazy(r"^[^\S\n]*(?:```|~~~)", re.MULTILINE)
_FULL_STOP = lazy(r"\.[»”\"')\]\s]*\Z")
_TAIL = 400  # characters at the end of a paragraph that tell whether it ends with a full stop


class Pieces:
    """A stream as it is decoded: text that is still to be mended line by line (see `Decoder.mend`).

    After the first 64 KiB a piece is what a pipe has to give, up to 8 KiB. Iterating can be done once.

    Attributes:
        decoder: what knows the encoding, judged on the first 64 KiB, and what was odd so far.
    """

    def __init__(self, stream: BinaryIO, name: str = "the input") -> None:
        """Read the beginning of a stream.

        Raises:
            InputError: the stream is empty, no text, or cannot be read.
        """
        self._stream, self._name, self._ended = stream, name, False
        # what a buffered stream has got already; without it as much is waited for as is asked for
        self._read = getattr(stream, "read1", stream.read)
        pieces = [self._some(SIZE)]
        while pieces[-1]:
            pieces.append(self._some(SIZE - sum(map(len, pieces))))
        self._beginning = b"".join(pieces)
        self._following = self._some(1)
        self.decoder = Decoder(self._beginning, name, final=not self._following)

    def __iter__(self) -> Iterator[str]:
        data, following = self._beginning, self._following
        while data:
            yield self.decoder.decode(data, final=not following)
            data, following = following, self._some(_STEP)

    def _some(self, most: int) -> bytes:
        """The next bytes, at least one where there are any and `most` is not 0."""
        while most and not self._ended:
            try:
                data: bytes | None = self._read(most)
            except OSError as problem:
                raise InputError(f"{self._name} cannot be read: {problem.strerror or problem}") from problem
            if data is not None:
                self._ended = not data  # a keyboard would have to be told the end once more
                return data
            time.sleep(_WAIT)  # a stream that does not wait by itself
        return b""


class Parts(Pieces):
    """The text of a stream, mended, in parts that end where a paragraph does; up to 64 KiB there is one."""

    def __iter__(self) -> Iterator[str]:
        text = held = ""
        for piece in super().__iter__():
            more, held = _whole_line_ends(held + piece)
            text += more
            while self._following and len(text) > PART and (end := _cut(text)):
                yield self.decoder.mend(text[:end])
                text = text[end:]
        yield self.decoder.mend(text + line_ends(held))


def _whole_line_ends(text: str) -> tuple[str, str]:
    """The text with "\\n" for every line end, and apart from it those at its end: the last may be half of one."""
    stop = len(text.rstrip("\r\n"))
    return line_ends(text[:stop]), text[stop:]


def _cut(text: str) -> int:
    """Where the last paragraph that surely ends within the text does; 0 if none is seen to.

    A paragraph that ends with a full stop is no heading that waits for what follows, and between fences all is one
    code. Best is a blank line; where there is none a line end will do, for then, as a rule, every line is a paragraph.
    A text that has nothing such for long (a list of words, say) is cut at any line end.
    """
    patient = len(text) < _PATIENCE * PART
    last = len(text.rstrip())
    fences = [found.start() for found in _FENCE.finditer(text)] if patient else []
    for mark in ("\n\n", "\n"):
        end = text.rfind(mark, 0, last)
        while end > 0:
            sound = not patient or (
                bisect(fences, end) % 2 == 0 and _FULL_STOP.search(text, max(0, end - _TAIL), end) is not None
            )
            if sound and (stop := len(text[:end].rstrip())):
                return text.index("\n", stop) + 1  # blank lines go with the next part, which counts them
            end = text.rfind(mark, 0, end)
    return 0
