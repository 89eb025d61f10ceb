"""A decoder-only model that CTranslate2 has converted; prompts in, continuations out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from abrege.engines.base import DEFAULT_RUNTIME, Runtime
from abrege.engines.converted import device_and_type, load_tokenizer, loading
from abrege.engines.threads import default_threads


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is to go on with.

    Attributes:
        text: after the part that all prompts share.
        longest: pieces that the continuation may have.
        banned: characters that it may not have.
    """

    text: str
    longest: int
    banned: str = ""


class CausalEngine:
    """A language model, loaded.

    Attributes:
        name: what runs it.
        precision: the numbers that it computes with, by CTranslate2's name for them.
    """

    name = "ctranslate2"

    def __init__(self, folder: Path, device: str, compute_type: str, threads: int) -> None:
        import ctranslate2

        workers = (threads or default_threads()) if device == "cpu" else 1
        self._tokenizer = load_tokenizer(folder)
        self._vocabulary: list[str] = list(self._tokenizer.get_vocab())
        self._having: dict[str, list[str]] = {}
        with loading(folder):
            self._generator = ctranslate2.Generator(
                str(folder), device=device, compute_type=compute_type, inter_threads=workers, intra_threads=1
            )
        self.precision: str = self._generator.compute_type

    def knows(self, piece: str) -> bool:
        """Whether something is one piece of the vocabulary, such as a mark that begins a turn."""
        return self._tokenizer.token_to_id(piece) is not None

    def complete(self, shared: str, prompts: Sequence[Prompt], beam: int, end: Sequence[str]) -> list[list[str]]:
        """As many continuations of each prompt as the beam is wide, best first, special pieces left out.

        Args:
            shared: what stands before every prompt; it is read once.
            end: pieces that end a continuation.
        """
        ends = [piece for piece in end if self.knows(piece)]
        jobs: list[Any] = []
        for prompt in prompts:
            banned = [[piece] for character in prompt.banned for piece in self._with(character)]
            jobs += self._generator.generate_batch(
                [self._pieces(prompt.text)],
                asynchronous=True,
                static_prompt=self._pieces(shared),
                include_prompt_in_result=False,
                beam_size=beam,
                num_hypotheses=beam,
                max_length=prompt.longest,
                suppress_sequences=banned or None,
                end_token=ends,
            )
        return [[self._tokenizer.decode(ids).strip() for ids in job.result().sequences_ids] for job in jobs]

    def _with(self, character: str) -> list[str]:
        """The pieces of the vocabulary that have a character."""
        if character not in self._having:
            self._having[character] = [piece for piece in self._vocabulary if character in piece]
        return self._having[character]

    def _pieces(self, text: str) -> list[str]:
        pieces: list[str] = self._tokenizer.encode(text, add_special_tokens=False).tokens
        return pieces


@lru_cache(maxsize=1)
def load(folder: Path, runtime: Runtime = DEFAULT_RUNTIME) -> CausalEngine:
    """The language model of a converted folder, loaded once in a process.

    Raises:
        UsageError: the device is not there, or has no such compute type.
        ModelError: it cannot be loaded.
    """
    return CausalEngine(folder, *device_and_type(runtime), runtime.threads)
