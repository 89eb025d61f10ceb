"""A path, bytes or a stream in, an Article out; or, for `--lines`, its lines."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import BinaryIO

from abrege.article import Article, Language
from abrege.errors import InputError
from abrege.reading.encoding import characters, decode
from abrege.reading.formats import reader_for
from abrege.reading.languages import tell_languages

_INPUT = "the input"
_SHOWN = 40  # characters of a text that a message repeats
_FILE_NAME = re.compile(r"\S*\.\w{1,8}|\S*[/\\]\S*")
_BREAKS_IN_LINE = re.compile(r"[\r\x0b\x0c\x85\u2028\u2029]")


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO, *, lang: Language | None = None, path: str | None = None
) -> Article:
    """The article in a file, in bytes or in a binary stream, with a language for each sentence.

    The format follows the ending of the file's name; bytes, and streams without a name, are plain text unless `path`
    says where they came from ("-" is standard input, which has no path). With `lang` the article is taken to be in
    that language, else its words tell; single sentences follow their own words where these are decisive.

    Raises:
        InputError: there is no such file, or it cannot be read, is empty, is no text, or is in a language other than
            French and English.
    """
    data, found = _bytes(source)
    path = found if path is None else path
    path = None if path == "-" else path
    name = path or _INPUT
    text, notes = decode(data, name)
    blocks, language = tell_languages(reader_for(path)(text), lang, name)
    return Article(blocks, language, path, notes)


def lines(data: bytes) -> list[str]:
    """The segments in data of one segment a line: nothing is joined, empty lines stay, a final line end adds none.

    Only "\\n", "\\r\\n" and, where there is neither, "\\r" end a line; other line breaks become a space.

    Raises:
        InputError: the data is empty or no text.
    """
    text, _ = characters(data, _INPUT)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    segments = text.removesuffix("\n").split("\n")
    return [_BREAKS_IN_LINE.sub(" ", segment.removesuffix("\r")) for segment in segments]


def _bytes(source: str | os.PathLike[str] | bytes | BinaryIO) -> tuple[bytes, str | None]:
    """What a source holds, and its path if it has one."""
    if isinstance(source, bytes):
        return source, None
    if not isinstance(source, (str, os.PathLike)):
        name = getattr(source, "name", None)
        # Standard input is called "<stdin>", an unnamed file by its number.
        return source.read(), name if isinstance(name, str) and not name.startswith("<") else None
    return read_bytes(source), os.fspath(source)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: there is no such file, perhaps because it is the text itself; or it is a folder or cannot be read.
    """
    value = os.fspath(path)
    try:
        if value:  # the empty path would be the current folder
            return Path(value).read_bytes()
    except OSError as problem:
        raise InputError(_why(value, problem)) from problem
    except ValueError as problem:  # a zero byte in the name
        raise InputError(_no_such_file(value)) from problem
    raise InputError(_no_such_file(value))


def _why(value: str, problem: OSError) -> str:
    if problem.errno == errno.ENAMETOOLONG or (problem.errno == errno.ENOENT and not _FILE_NAME.fullmatch(value)):
        return _no_such_file(value)
    if problem.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"{value}: no such file; check the name and the folder"
    if problem.errno == errno.EISDIR:
        return f"{value} is a folder; give a file in it"
    if problem.errno == errno.EACCES:
        return f"{value} may not be read; its permissions do not allow it"
    return f"{value} cannot be read: {problem.strerror or problem}"


def _no_such_file(value: str) -> str:
    """For a value that is rather a text than a name: no more of it than shows which one is meant."""
    shown = " ".join(value.replace("\x00", " ").split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    return f'"{shown}": no such file; to translate a text, pipe it: echo … | abrege translate'
