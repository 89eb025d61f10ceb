"""A binary stream in, its text out in parts that can be read for themselves: each ends where a paragraph does."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from io import BufferedIOBase
from typing import BinaryIO

from abrege.reading.encoding import Decoder, line_ends
from abrege.text.patterns import lazy

SIZE = 64 * 1024  # bytes read at once, and the characters that a part has at least
_PATIENCE = 4 * SIZE
_FENCE = lazy(r"^[^\S\n]*(?:```|~~~)", re.MULTILINE)
_FULL_STOP = lazy(r"\.[»”\"')\]\s]*\Z")
_TAIL = 400  # characters at the end of a paragraph that tell whether it ends with a full stop


class Pieces:
    """A stream as it is decoded, 64 KiB at a time: text that is still to be mended (see `Decoder.mend`), line by line.

    Iterating reads the stream as far as it must; it can be done once.

    Attributes:
        decoder: what knows the encoding, judged on the first 64 KiB, and what was odd so far.
    """

    def __init__(self, stream: BinaryIO, name: str = "the input") -> None:
        """Read the beginning of a stream.

        Raises:
            InputError: the stream is empty or no text.
        """
        self._stream, self._ended = stream, False
        self._beginning = self._read()
        self.decoder = Decoder(self._beginning, name, final=len(self._beginning) < SIZE)

    def __iter__(self) -> Iterator[str]:
        data = self._beginning
        while data:
            following = self._read()
            yield self.decoder.decode(data, final=not following)
            data = following

    def _read(self) -> bytes:
        """The next 64 KiB, less only at the end: a pipe gives what it has."""
        pieces, missing = [], SIZE
        while missing and not self._ended:
            data = self._stream.read(missing)
            pieces.append(data)
            missing -= len(data)
            # a buffered stream gives less only at its end; a keyboard would have to be told a second time
            self._ended = not data or (missing > 0 and isinstance(self._stream, BufferedIOBase))
        return b"".join(pieces)


class Parts(Pieces):
    """The text of a stream, mended, in parts of more than 64 KiB that end where a paragraph does."""

    def __iter__(self) -> Iterator[str]:
        text = held = ""
        for piece in super().__iter__():
            while len(text) > SIZE and (end := _cut(text)):
                yield self.decoder.mend(text[:end])
                text = text[end:]
            more, held = _whole_line_ends(held + piece)
            text += more
        yield self.decoder.mend(text + line_ends(held))


def _whole_line_ends(text: str) -> tuple[str, str]:
    """The text with "\\n" for every line end, and apart from it a last character that may be half of one."""
    held = text[-1:] if text[-1:] in ("\r", "\n") else ""
    return line_ends(text.removesuffix(held)), held


def _cut(text: str) -> int:
    """Where the last paragraph that surely ends within the text does; 0 if none is seen to.

    A paragraph that ends with a full stop is no heading that waits for what follows, and between fences all is one
    code. Best is a blank line; where there is none a line end will do, for then, as a rule, every line is a paragraph.
    A text that has nothing such for long (a list of words, say) is cut at any line end.
    """
    patient = len(text) < _PATIENCE
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
