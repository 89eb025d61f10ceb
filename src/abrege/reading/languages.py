"""Blocks in, the same blocks out with a language for each sentence, and the language of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from abrege.article import Block, Language
from abrege.errors import InputError

_ENOUGH = 64 * 1024  # characters; more of an article does not make its language clearer


def tell_languages(
    blocks: Sequence[Block], lang: Language | None = None, name: str = "the input"
) -> tuple[tuple[Block, ...], Language]:
    """The blocks with the language of each sentence, and the language of the article.

    The article's language is `lang`, or, if that is None, told from its first 64 KiB. A sentence follows its own
    words where they are decisive, else the article. `name` is what the message calls the article.

    Raises:
        InputError: the article as a whole is in another language, and `lang` is None.
    """
    if lang is None:
        code = language_of(blocks)
        if code != "fr" and code != "en":
            raise InputError(
                f"{name} is in {_name(code)}; abrege reads French and English "
                "(if it is French all the same, add --lang fr)"
            )
        lang = "fr" if code == "fr" else "en"
    return tuple(_told(block, lang) for block in blocks), lang


def other_language(blocks: Sequence[Block], lang: Language) -> str:
    """The name of the language that later blocks of a text in `lang` are clearly in, if it is another one; else ""."""
    code = language_of(blocks, lang)
    return "" if code == lang else _name(code)


def language_of(blocks: Sequence[Block], default: Language = "fr") -> str:
    """The ISO 639-1 code of the language of the first 64 KiB of some blocks; the default where they do not tell."""
    from abrege.text.language import foreign, identify

    text = _beginning(blocks)
    return foreign(text) or identify(text, default)


def _name(code: str) -> str:
    from abrege.text.language import language_name

    return language_name(code)


def _beginning(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    length = 0
    for block in blocks:
        if block.kind == "code":
            continue
        parts.append(" ".join(sentence.source for sentence in block.sentences))
        length += len(parts[-1])
        if length >= _ENOUGH:
            break
    return "\n".join(parts)[:_ENOUGH]


def _told(block: Block, article: Language) -> Block:
    from abrege.text.language import guess_words

    if block.kind == "code":
        return replace(block, sentences=tuple(replace(sentence, lang=article) for sentence in block.sentences))
    return replace(
        block,
        sentences=tuple(
            replace(sentence, lang=guess_words(sentence.source).lang or article) for sentence in block.sentences
        ),
    )
