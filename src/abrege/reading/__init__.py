"""Bytes in, an Article out: its blocks, their sentences, and the language of each."""

from abrege.reading.encoding import decode
from abrege.reading.languages import tell_languages
from abrege.reading.source import BlockStream, LineStream, open_file, read, read_bytes

__all__ = ["BlockStream", "LineStream", "decode", "open_file", "read", "read_bytes", "tell_languages"]
