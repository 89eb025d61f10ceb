"""Bytes in, an Article out: its blocks, their sentences, and the language of each."""

from abrege.reading.encoding import decode
from abrege.reading.languages import tell_languages
from abrege.reading.source import lines, read, read_bytes

__all__ = ["decode", "lines", "read", "read_bytes", "tell_languages"]
