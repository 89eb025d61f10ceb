"""A BART or T5 model that CTranslate2 has converted; texts in, summaries out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from abrege.engines.base import DEFAULT_RUNTIME, Runtime
from abrege.engines.converted import device_and_type, load_tokenizer, loading
from abrege.engines.threads import default_threads
from abrege.errors import ModelError
from abrege.models.writers import SETTINGS


@dataclass(frozen=True, slots=True)
class Settings:
    """What a model's own configuration says of how it is used; it lies beside the converted model.

    Attributes:
        positions: the longest input that it reads, in pieces, special ones counted.
        prefix: what it is told in front of each text.
        begin: the pieces that every summary begins with, beyond the one that starts the decoder.
        shortest: pieces that a summary has at least.
        longest: pieces that it has at most.
        length_penalty: the exponent of the length by which a log-probability is divided in the search.
        no_repeat: no run of so many pieces may come twice; 0 allows all.
    """

    positions: int
    prefix: str = ""
    begin: tuple[str, ...] = ()
    shortest: int = 0
    longest: int = 142
    length_penalty: float = 1.0
    no_repeat: int = 0


def read_settings(folder: Path) -> Settings:
    """The settings that were saved with a converted model.

    Raises:
        ModelError: they are missing or broken.
    """
    try:
        found = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        return Settings(**{**found, "begin": tuple(found.get("begin", ()))})
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ModelError(f"the settings of the model in {folder} cannot be read: {error}") from error


class Seq2SeqEngine:
    """A model that reads a text and writes a shorter one, loaded.

    Attributes:
        name: what runs it.
        precision: the numbers that it computes with, by CTranslate2's name for them.
        settings: how it is used.
    """

    name = "ctranslate2"

    def __init__(self, folder: Path, device: str, compute_type: str, threads: int) -> None:
        import ctranslate2

        self.settings = read_settings(folder)
        self._tokenizer = load_tokenizer(folder)
        # one long text at a time: all threads work on it together
        inside = (threads or default_threads()) if device == "cpu" else 0
        with loading(folder):
            self._translator = ctranslate2.Translator(
                str(folder), device=device, compute_type=compute_type, inter_threads=1, intra_threads=inside
            )
        self.precision: str = self._translator.compute_type

    def length(self, text: str) -> int:
        """How many pieces the model reads for a text, its prefix and special ones counted."""
        return len(self._pieces(text))

    def summarize(self, texts: Sequence[str], beam: int) -> list[list[str]]:
        """As many summaries of each text as the beam is wide, best first.

        Args:
            texts: each with at most `settings.positions` pieces; a longer one is not cut here, and fails.
        """
        begin = list(self.settings.begin)
        most = self.settings.longest - len(begin)
        jobs: list[Any] = []
        for text in texts:
            jobs += self._translator.translate_batch(
                [self._pieces(text)],
                target_prefix=[begin] if begin else None,
                asynchronous=True,
                beam_size=beam,
                num_hypotheses=beam,
                length_penalty=self.settings.length_penalty,
                no_repeat_ngram_size=self.settings.no_repeat,
                min_decoding_length=min(max(self.settings.shortest - len(begin), 1), most),
                max_decoding_length=most,
                max_input_length=0,
            )
        return [[self._text(pieces) for pieces in job.result().hypotheses] for job in jobs]

    def _pieces(self, text: str) -> list[str]:
        pieces: list[str] = self._tokenizer.encode(self.settings.prefix + text).tokens
        return pieces

    def _text(self, pieces: Sequence[str]) -> str:
        ids = [self._tokenizer.token_to_id(piece) for piece in pieces]
        text: str = self._tokenizer.decode([k for k in ids if k is not None])
        return text.strip()


@lru_cache(maxsize=1)
def load(folder: Path, runtime: Runtime = DEFAULT_RUNTIME) -> Seq2SeqEngine:
    """The model of a converted folder, loaded once in a process.

    Raises:
        UsageError: the device is not there, or has no such compute type.
        ModelError: it cannot be loaded.
    """
    return Seq2SeqEngine(folder, *device_and_type(runtime), runtime.threads)
