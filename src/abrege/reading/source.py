"""A path, bytes or a stream in, an Article out, or its blocks as they come; or, for `--lines`, its lines."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from abrege.article import Article, Block, Language
from abrege.errors import InputError, UsageError
from abrege.reading.encoding import decode
from abrege.reading.formats import reader_for
from abrege.reading.languages import other_language, tell_languages
from abrege.reading.parts import Parts, Pieces
from abrege.reading.plain import read_parts, read_plain
from abrege.text.patterns import lazy

_INPUT = "the input"
_SHOWN = 40  # characters of a text that a message repeats
_FILE_NAME = lazy(r"\S*\.\w{1,8}|\S*[/\\]\S*")
_BREAKS_IN_LINE = lazy(r"[\r\x0b\x0c\x85\u2028\u2029]")


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
    check_language(lang)
    data, found = _bytes(source)
    path = _shown(path, found)
    name = path or _INPUT
    text, notes = decode(data, name)
    blocks, language = tell_languages(reader_for(path)(text), lang, name)
    return Article(blocks, language, path, notes)


class BlockStream:
    """The blocks of a long text, as they are read: an iterable that holds no more than a part; it can be used once.

    Attributes:
        lang: the language of the text, judged on its first 64 KiB.
        path: where it is read from; None for standard input.
        notes: what a person should know of what was read so far.
    """

    def __init__(self, source: BinaryIO, lang: Language | None = None, path: str | None = None) -> None:
        """Read the beginning of a binary stream; see `read` for the arguments.

        Raises:
            InputError: as `read` does, so far as the beginning tells.
        """
        check_language(lang)
        self.path = _shown(path, _name(source))
        name = self.path or _INPUT
        read = reader_for(self.path)
        if read is read_plain:
            self._parts = Parts(source, name)
            self._blocks = read_parts(self._parts)
        else:  # another format is understood as a whole
            self._parts = Parts(BytesIO(source.read()), name)
            self._blocks = iter([read("".join(self._parts))])
        beginning: tuple[Block, ...] = ()
        while not beginning:
            found = next(self._blocks, None)
            if found is None:
                raise InputError(f"{name} holds no text, only blank space")
            beginning = found
        self._beginning, self.lang = tell_languages(beginning, lang, name)
        self._judged = lang is not None
        self._disagrees = ""

    @property
    def notes(self) -> tuple[str, ...]:
        return (*self._parts.decoder.notes, self._disagrees) if self._disagrees else self._parts.decoder.notes

    def __iter__(self) -> Iterator[Block]:
        yield from self._beginning
        for blocks in self._blocks:
            if blocks and not self._judged:
                self._compare(blocks)
            yield from tell_languages(blocks, self.lang)[0]

    def _compare(self, blocks: Sequence[Block]) -> None:
        """Note where the text goes on in another language than it began in."""
        other = other_language(blocks, self.lang)
        if other:
            self._judged = True
            where = blocks[0].sentences[0].id.partition(".")[0]
            self._disagrees = f"from about block {where} on the text is in {other}, unlike its beginning"


def check_language(lang: str | None) -> None:
    """See that a language, if one is given, is one that abrege reads.

    Raises:
        UsageError: it is another one.
    """
    if lang not in (None, "fr", "en"):
        raise UsageError(f"lang is {lang!r}, but abrege reads 'fr' and 'en'")


class LineStream:
    """The segments of a stream of one segment a line: nothing is joined, empty lines stay, a final line end adds none.

    Only "\n", "\r\n" and, where there is neither in the first 64 KiB, "\r" end a line; other line breaks become a
    space.

    Attributes:
        notes: what a person should know of what was read so far.
    """

    def __init__(self, source: BinaryIO, path: str | None = None) -> None:
        """Read the beginning of a binary stream; `path` is what messages call it.

        Raises:
            InputError: the stream is empty or no text.
        """
        self._pieces = Pieces(source, _shown(path, _name(source)) or _INPUT)

    @property
    def notes(self) -> tuple[str, ...]:
        return self._pieces.decoder.notes

    def __iter__(self) -> Iterator[str]:
        left, end = "", ""
        for piece in self._pieces:
            end = end or ("\n" if "\n" in piece else "\r")
            *whole, left = (left + piece).split(end)
            yield from map(self._segment, whole)
        if left:
            yield self._segment(left)

    def _segment(self, line: str) -> str:
        return _BREAKS_IN_LINE.sub(" ", self._pieces.decoder.mend(line).removesuffix("\r"))


def _bytes(source: str | os.PathLike[str] | bytes | BinaryIO) -> tuple[bytes, str | None]:
    """What a source holds, and its path if it has one."""
    if isinstance(source, bytes):
        return source, None
    if not isinstance(source, (str, os.PathLike)):
        return source.read(), _name(source)
    return read_bytes(source), os.fspath(source)


def _name(stream: BinaryIO) -> str | None:
    """The path of an open file; standard input is called "<stdin>", an unnamed file by its number."""
    name = getattr(stream, "name", None)
    return name if isinstance(name, str) and not name.startswith("<") else None


def _shown(path: str | None, found: str | None) -> str | None:
    """The path that an article bears: the one given, else the one found; "-" is standard input, which has none."""
    path = found if path is None else path
    return None if path == "-" else path


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: as `open_file` does.
    """
    with open_file(path) as file:
        try:
            return file.read()
        except OSError as problem:
            raise InputError(_why(os.fspath(path), problem)) from problem


def open_file(path: str | os.PathLike[str]) -> BinaryIO:
    """A file, opened for its bytes.

    Raises:
        InputError: there is no such file, perhaps because it is the text itself; or it is a folder or cannot be read.
    """
    value = os.fspath(path)
    try:
        if value:  # the empty path would be the current folder
            return Path(value).open("rb")
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
