"""Read a French article, translate it into English, and say in short what it tells.

import abrege

article = abrege.translate(abrege.read("article.txt"))
print(abrege.summarize(article, sentences=3))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from abrege.article import Article, Block, Digest, Finding, Sentence, Summary, SummarySentence
    from abrege.checking import check
    from abrege.digesting import digest
    from abrege.engines import Runtime
    from abrege.errors import AbregeError
    from abrege.reading import read
    from abrege.streaming import TranslationStream, translate_stream
    from abrege.summarization import summarize
    from abrege.translation import translate

__version__ = "0.1.0"

_WHERE = {
    **dict.fromkeys(
        ("Article", "Block", "Digest", "Finding", "Sentence", "Summary", "SummarySentence"), "abrege.article"
    ),
    "AbregeError": "abrege.errors",
    "Runtime": "abrege.engines.base",
    "check": "abrege.checking",
    "digest": "abrege.digesting",
    "read": "abrege.reading",
    "summarize": "abrege.summarization",
    "TranslationStream": "abrege.streaming",
    "translate": "abrege.translation",
    "translate_stream": "abrege.streaming",
}

__all__ = [
    "AbregeError",
    "Article",
    "Block",
    "Digest",
    "Finding",
    "Runtime",
    "Sentence",
    "Summary",
    "SummarySentence",
    "TranslationStream",
    "check",
    "digest",
    "read",
    "summarize",
    "translate",
    "translate_stream",
]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for, so that `abrege --help` loads nothing else."""
    if name not in _WHERE:
        raise AttributeError(f"module 'abrege' has no attribute {name!r}")
    value = getattr(import_module(_WHERE[name]), name)
    globals()[name] = value
    return value
