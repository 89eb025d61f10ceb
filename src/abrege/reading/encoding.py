"""Bytes in, text out: finds the encoding, refuses what is no text, and tells a person what it had to mend."""

from __future__ import annotations

import codecs
import re

from abrege.errors import InputError
from abrege.text.normalization import clean

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
_ODD_BYTE = re.compile("[\udc80-\udcff]")
_MULTI_BYTE = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")
_TERMINAL_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n|\n\x0c|[\r\x0b\x0c\u2028]")
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
    if not data:
        raise InputError(f"{name} is empty; give it a text to read")
    _refuse_known_formats(data, name)
    text, notes = _decoded(data, name)
    text = _TERMINAL_COLOUR.sub("", text).translate(_FROM_C1)
    controls = len(_CONTROL.findall(text))
    if controls * 50 > len(text):
        raise _binary(name)
    if controls:
        text = _CONTROL.sub("", text)
        notes.append(_counted(controls, "control character was", "control characters were") + " left out")
    unreadable = text.count(_REPLACEMENT)
    if unreadable:
        notes.append(_counted(unreadable, "character", "characters") + f" could not be read and became {_REPLACEMENT}")
    return text, tuple(notes)


def _refuse_known_formats(data: bytes, name: str) -> None:
    if data.startswith(_ZIP):
        what = next((what for sign, what in _ZIP_CONTENTS if sign in data), None)
        if what:
            raise InputError(f"{name} is {what}, not plain text; save it as plain text first")
        raise InputError(f"{name} is a ZIP archive, not plain text; unpack it first")
    for sign, what, advice in _MAGIC:
        if data.startswith(sign):
            raise InputError(f"{name} is {what}, not plain text; {advice}")


def _decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8":
                return _mostly_utf8(data[len(mark) :].decode("utf-8", "surrogateescape"))
            return data[len(mark) :].decode(encoding, "replace"), []
    if b"\x00" in data:
        wide = _utf16_without_mark(data)
        if wide is not None:
            return data.decode(wide, "replace"), []
        if data.count(0) * 50 > len(data):
            raise _binary(name)
    text = data.decode("utf-8", "surrogateescape")
    odd = len(_ODD_BYTE.findall(text))
    if odd and len(_MULTI_BYTE.findall(text)) <= odd:
        return data.decode("cp1252", "replace"), []
    return _mostly_utf8(text)


def _mostly_utf8(text: str) -> tuple[str, list[str]]:
    """Text decoded with "surrogateescape", and the same with its odd bytes read as cp1252."""
    text, odd = _ODD_BYTE.subn(lambda byte: _FROM_ODD_BYTE[ord(byte[0])], text)
    if not odd:
        return text, []
    return text, [_counted(odd, "byte is", "bytes are") + " not UTF-8 like the rest; read as Windows-1252"]


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
