"""Bytes in, text out: finds the encoding, refuses what is no text, and tells a person what it had to mend."""

from __future__ import annotations

import codecs

from abrege.errors import InputError
from abrege.text.normalization import clean
from abrege.text.patterns import lazy

# What a file begins with, and what a person can do about it. The longer signatures stand before their beginnings.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF document", "take its text out first, for example with pdftotext"),
    (b"{\\rtf", "an RTF document", "save it as plain text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS or PPT)", "save it as plain text first"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "give its text instead"),
    (b"\xff\xd8\xff", "a JPEG image", "give its text instead"),
    (b"GIF87a", "a GIF image", "give its text instead"),
    (b"GIF89a", "a GIF image", "give its text instead"),
    (b"II*\x00", "a TIFF image", "give its text instead"),
    (b"MM\x00*", "a TIFF image", "give its text instead"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first, for example with gunzip"),
    (b"BZh", "a bzip2 archive", "unpack it first, for example with bunzip2"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first, for example with unxz"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first, for example with unzstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "give its text instead"),
    (b"\x7fELF", "a program", "give a text instead"),
    (b"ID3\x02", "an MP3 recording", "give its text instead"),
    (b"ID3\x03", "an MP3 recording", "give its text instead"),
    (b"ID3\x04", "an MP3 recording", "give its text instead"),
    (b"OggS\x00", "an Ogg recording", "give its text instead"),
)
_ZIP = b"PK\x03\x04"
_ZIP_CONTENTS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ODD_BYTE = lazy("[\udc80-\udcff]")
_TERMINAL_COLOUR = lazy(r"\x1b\[[0-9;]*[A-Za-z]")
_CONTROL = lazy(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = lazy(r"\r\n|\n\x0c|[\r\x0b\x0c\u2028]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def _cp1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "replace")


_FROM_ODD_BYTE = {0xDC00 + byte: _cp1252(byte) for byte in range(0x80, 0x100)}
# U+0080 to U+009F are control characters nobody types: they are cp1252 that passed for Latin-1 on its way.
_FROM_C1 = {byte: _cp1252(byte) for byte in range(0x80, 0xA0)}


def decode(data: bytes, name: str = "the input") -> tuple[str, tuple[str, ...]]:
    """The text that `data` holds, with line ends as "\\n", and notes for a person on what was odd about it.

    A byte-order mark decides; then the zero bytes of UTF-16; then UTF-8 if its multi-byte sequences outnumber the
    bytes that belong to none (those few are read as cp1252, and a note counts them); else cp1252. A byte that cp1252
    leaves undefined shows as U+FFFD. `name` is what messages call the input.

    Raises:
        InputError: the data is empty, blank or no text.
    """
    text, notes = characters(data, name)
    if not clean(text).strip():
        raise InputError(f"{name} holds no text, only blank space")
    return line_ends(text), notes


def line_ends(text: str) -> str:
    """The text with "\\n" for every way to end a line, and a blank line for the paragraph separator U+2029.

    A vertical tab is a word processor's line end within a paragraph; a form feed is a page's end, which adds no
    line of its own after a line end: a paragraph may go on over the page.
    """
    return _LINE_END.sub("\n", text).replace("\u2029", "\n\n")


def characters(data: bytes, name: str = "the input") -> tuple[str, tuple[str, ...]]:
    """As `decode`, but line ends stay as they are and the text may be blank.

    Raises:
        InputError: the data is empty or no text.
    """
    decoder = Decoder(data, name)
    text = decoder.mend(decoder.decode(data, final=True))
    return text, decoder.notes


class Decoder:
    """Decodes a text that comes in pieces: the encoding is judged on the beginning, what is odd is counted."""

    def __init__(self, beginning: bytes, name: str = "the input", final: bool = True) -> None:
        """`final` says that the beginning is all there is.

        Raises:
            InputError: the beginning is empty or no text.
        """
        if not beginning:
            raise InputError(f"{name} is empty; give it a text to read")
        _refuse_known_formats(beginning, name)
        self._mark, self._codec = _encoding(beginning, name, final)
        errors = "surrogateescape" if self._codec == "utf-8" else "replace"
        self._decoder = codecs.getincrementaldecoder(self._codec)(errors)
        self._odd = self._controls = self._unreadable = 0
        self._lines = 1  # of what was decoded so far, to say where something is
        self._end = len(beginning)  # how much of the text the judgement rests on
        self._disagrees = ""
        text = codecs.getincrementaldecoder(self._codec)(errors).decode(beginning, final)
        if len(_CONTROL.findall(_TERMINAL_COLOUR.sub("", text))) * 50 > len(text):
            raise _binary(name)

    def decode(self, data: bytes, final: bool = False) -> str:
        """The next piece of the text, to be mended when it is whole lines; the mark of the encoding is left out."""
        if self._end <= 0 and not self._disagrees:
            self._compare(data)
        self._end -= len(data)
        self._lines += data.count(b"\n")
        data, self._mark = data[self._mark :], max(0, self._mark - len(data))
        return self._decoder.decode(data, final)

    def mend(self, text: str) -> str:
        """Decoded lines without colours and control characters, odd bytes read as cp1252."""
        text, odd = _ODD_BYTE.subn(lambda byte: _FROM_ODD_BYTE[ord(byte[0])], text)
        text = _TERMINAL_COLOUR.sub("", text).translate(_FROM_C1)
        text, controls = _CONTROL.subn("", text)
        self._odd, self._controls = self._odd + odd, self._controls + controls
        self._unreadable += text.count(_REPLACEMENT)
        return text

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of what was decoded so far."""
        notes = []
        if self._odd:
            odd = _counted(self._odd, "byte is", "bytes are")
            notes.append(f"{odd} not UTF-8 like the rest; read as Windows-1252")
        if self._controls:
            notes.append(_counted(self._controls, "control character was", "control characters were") + " left out")
        if self._unreadable:
            unreadable = _counted(self._unreadable, "character", "characters")
            notes.append(f"{unreadable} could not be read and became {_REPLACEMENT}")
        return (*notes, self._disagrees) if self._disagrees else tuple(notes)

    def _compare(self, data: bytes) -> None:
        """Note where what began as cp1252 goes on as UTF-8; the other way round every odd byte is read rightly."""
        if self._codec != "cp1252":
            return
        odd, multi = _odd_and_multi(data.decode("utf-8", "surrogateescape"))
        if multi > odd:
            lines = [_odd_and_multi(line.decode("utf-8", "surrogateescape")) for line in data.split(b"\n")]
            first = self._lines + next(k for k, (_, multi) in enumerate(lines) if multi)
            self._disagrees = (
                f"from about line {first} on the text looks like UTF-8, but was read as Windows-1252 like its "
                "beginning; bring it to one encoding, for example with iconv"
            )


def _refuse_known_formats(data: bytes, name: str) -> None:
    if data.startswith(_ZIP):
        what = next((what for sign, what in _ZIP_CONTENTS if sign in data), None)
        if what:
            raise InputError(f"{name} is {what}, not plain text; save it as plain text first")
        raise InputError(f"{name} is a ZIP archive, not plain text; unpack it first")
    for sign, what, advice in _MAGIC:
        if data.startswith(sign):
            raise InputError(f"{name} is {what}, not plain text; {advice}")


def _encoding(data: bytes, name: str, final: bool) -> tuple[int, str]:
    """How many bytes the mark of the encoding takes, and the encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return len(mark), encoding
    if b"\x00" in data:
        wide = _utf16_without_mark(data)
        if wide is not None:
            return 0, wide
        if data.count(0) * 50 > len(data):
            raise _binary(name)
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(data, final)
    odd, multi = _odd_and_multi(text)
    return 0, "cp1252" if odd and multi <= odd else "utf-8"


def _odd_and_multi(text: str) -> tuple[int, int]:
    """Of a text decoded with "surrogateescape": bytes that are no UTF-8, and characters of several bytes."""
    odd = len(_ODD_BYTE.findall(text))
    return odd, len(text) - len(text.encode("ascii", "ignore")) - odd


def _utf16_without_mark(data: bytes) -> str | None:
    """Latin letters leave every other byte zero in UTF-16: the even ones if the high byte comes first."""
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd >= 0.7 * half and even <= 0.05 * half:
        return "utf-16-le"
    if even >= 0.7 * half and odd <= 0.05 * half:
        return "utf-16-be"
    return None


def _binary(name: str) -> InputError:
    return InputError(f"{name} is binary data, not text; abrege reads plain text")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
