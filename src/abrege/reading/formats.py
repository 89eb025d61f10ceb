"""The formats that can be read, by the ending of a file's name: a new one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from abrege.article import Block
from abrege.reading.plain import read_plain

Reader = Callable[[str], tuple[Block, ...]]

READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
}


def reader_for(name: str | None) -> Reader:
    """The reader for a file of this name; plain text where there is no name or its ending is unknown."""
    ending = PurePath(name).suffix.lower() if name else ""
    return READERS.get(ending, read_plain)
