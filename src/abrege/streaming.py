"""A stream of French text in, its blocks with their English out, one after another; a long text is never held whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from abrege.article import Block, Language
from abrege.engines import DEFAULT_RUNTIME, Runtime
from abrege.generation import Translation, Translator
from abrege.reading import BlockStream, open_file
from abrege.translation import (
    BEAM,
    english_note,
    french,
    load_translator,
    loop_note,
    signature,
    translate_blocks,
    translate_lines,
)

AT_ONCE = 128  # sentences: enough for batches of like length, and a second of work


class TranslationStream(Iterator[Block]):
    """The blocks of a text with their English, in the text's order.

    Attributes:
        lang: the language of the text, judged on its first 64 KiB.
        path: where it is read from; None for standard input and bytes.
        signature: how the English is made; "" until something was translated, and where a translator was given.
    """

    def __init__(
        self,
        source: BinaryIO,
        lang: Language | None,
        path: str | None,
        load: Callable[[], tuple[Translator, str]],
        close: bool,
    ) -> None:
        """`load` gives what translates, and its signature; it is called when the first French sentence is there.

        `close` says that the source is to be closed when it is read.
        """
        self._file = source if close else None
        self._source = BlockStream(source, lang, path)
        self.lang, self.path, self.signature = self._source.lang, self._source.path, ""
        self._load = load
        self._translator: Translator | None = None
        self._looped: list[str] = []
        self._ended = False
        self._blocks = self._made()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of the text so far; complete when all blocks are there."""
        english = english_note(self.lang, self._translator is not None) if self._ended else []
        return (*self._source.notes, *english, *loop_note(self._looped, "sentence"))

    def __next__(self) -> Block:
        return next(self._blocks)

    def _made(self) -> Iterator[Block]:
        try:
            for blocks in _slices(self._source):
                for block in self._translate(blocks):
                    self._looped += [s.id for s in block.sentences if s.status == "looped"]
                    yield block
            self._ended = True
        finally:
            if self._file:
                self._file.close()

    def _translate(self, blocks: list[Block]) -> tuple[Block, ...]:
        if not next(french(blocks), None):
            return translate_blocks(blocks, None)
        if self._translator is None:
            self._translator, self.signature = self._load()
        return translate_blocks(blocks, self._translator, further=False)


def translate_stream(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    model: str = "auto",
    beam: int = BEAM,
    runtime: Runtime = DEFAULT_RUNTIME,
    *,
    lang: Language | None = None,
    path: str | None = None,
    translator: Translator | None = None,
) -> TranslationStream:
    """The blocks of a text with their English, made while they are iterated over, in the text's order.

    Up to 64 KiB the blocks are those of `translate(read(source))`, but for findings of the checks that do not choose
    translations. A longer text is read and translated in parts that
    end where a paragraph does; its encoding and its language are judged on the first 64 KiB, and a note tells where the
    rest disagrees.

    Args:
        source: a path, the bytes of a text, or a binary stream.
        model: a name in models.txt, the path of a MarianMT folder, or "auto".
        beam: hypotheses followed in the search.
        runtime: engine, device, compute type and threads.
        lang: the language of the text, where it is not to be judged.
        path: where a stream comes from; "-" is standard input.
        translator: what translates, in the place of model, beam and runtime.

    Raises:
        InputError: the source cannot be read, is empty, is no text, or is in another language. What is wrong with the
            beginning is raised at once.
        UsageError, ModelError: the model or the engine cannot be had.
    """
    opened = isinstance(source, (str, os.PathLike))
    if isinstance(source, bytes):
        source = BytesIO(source)
    elif isinstance(source, (str, os.PathLike)):
        source = open_file(source)

    def load() -> tuple[Translator, str]:
        if translator:
            return translator, ""
        return load_translator(model, beam, runtime), signature(model, beam, runtime)

    try:
        return TranslationStream(source, lang, path, load, close=opened)
    except BaseException:
        if opened:
            source.close()
        raise


def translate_segments(segments: Iterable[str], translator: Translator) -> Iterator[Translation]:
    """The English of each French segment, as they come; see `translate_lines`."""
    segments = iter(segments)
    while some := list(islice(segments, AT_ONCE)):
        yield from translate_lines(some, translator)


def _slices(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks in runs of about 128 sentences."""
    some: list[Block] = []
    count = 0
    for block in blocks:
        some.append(block)
        count += len(block.sentences)
        if count >= AT_ONCE:
            yield some
            some, count = [], 0
    if some:
        yield some
