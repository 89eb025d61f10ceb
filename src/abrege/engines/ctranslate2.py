"""CTranslate2 on the CPU, in int8: the engine of the default path."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from abrege.engines.base import Decoding, Engine, Hypothesis
from abrege.errors import ModelError

_BATCH_PIECES = 2048  # positions in a batch, padding counted: more is no faster on a CPU and takes memory


class CTranslate2Engine:
    """A CTranslate2 folder, loaded."""

    name = "ctranslate2"

    def __init__(self, folder: Path, threads: int = 0, compute_type: str = "int8_float32") -> None:
        import ctranslate2

        try:
            self._translator = ctranslate2.Translator(
                str(folder), device="cpu", compute_type=compute_type, intra_threads=threads or default_threads()
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
        self.precision: str = self._translator.compute_type

    def generate(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> list[list[Hypothesis]]:
        """See `Engine.generate`; segments of like length share a batch and a limit of length."""
        results: list[list[Hypothesis]] = [[] for _ in segments]
        order = sorted(range(len(segments)), key=lambda k: len(segments[k]))
        start = 0
        while start < len(order):
            limit = _rounded(len(segments[order[start]]))
            stop = start + 1
            while stop < len(order) and _rounded(len(segments[order[stop]])) == limit:
                stop += 1
            chosen = order[start:stop]
            found = self._translator.translate_batch(
                [list(segments[k]) for k in chosen],
                max_batch_size=_BATCH_PIECES,
                batch_type="tokens",
                beam_size=decoding.beam,
                num_hypotheses=min(decoding.hypotheses, decoding.beam),
                length_penalty=decoding.length_penalty,
                repetition_penalty=decoding.repetition_penalty,
                no_repeat_ngram_size=decoding.no_repeat,
                max_input_length=0,
                max_decoding_length=min(int(limit * decoding.longest) + 10, 512),
                return_scores=True,
            )
            for k, result in zip(chosen, found, strict=True):
                results[k] = [
                    Hypothesis(tuple(pieces), score * max(len(pieces), 1) ** (decoding.length_penalty - 1))
                    for pieces, score in zip(result.hypotheses, result.scores, strict=True)
                ]
            start = stop
        return results


def _rounded(length: int) -> int:
    """A segment's length up to the next multiple of 8 below 64 and of 32 above: what shares a limit shares a batch."""
    step = 8 if length <= 64 else 32
    return -(-length // step) * step


def default_threads() -> int:
    """OMP_NUM_THREADS where the user has set it, else the cores that this process may use, at most 4."""
    own = os.environ.get("OMP_NUM_THREADS", "")
    if own.isdigit() and int(own):
        return int(own)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, 4)


def load(folder: Path, threads: int = 0) -> Engine:
    """The CTranslate2 model that lies in `ct2/` of a folder of model files.

    Raises:
        ModelError: there is none, or it cannot be loaded.
    """
    converted = folder / "ct2"
    if not (converted / "model.bin").is_file():
        raise ModelError(f"{folder} has no CTranslate2 model in ct2/; name another model with --model")
    return CTranslate2Engine(converted, threads)
