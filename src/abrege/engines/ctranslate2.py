"""CTranslate2, by default in int8 on the CPU: the engine of the default path."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from abrege.engines.base import DEFAULT_RUNTIME, Decoding, Engine, Hypothesis, Runtime
from abrege.engines.batching import capped, groups, most_pieces
from abrege.engines.threads import default_threads
from abrege.errors import ModelError, UsageError

# Positions in a batch, padding counted. A model as small as ours gains nothing from several threads in one product of
# matrices (they wait for each other), so each thread is a worker with small batches of its own.
_BATCH_PIECES = 256
_BUNDLED = Path(__file__).resolve().parents[1] / "models" / "data"
_POLL = 0.001  # seconds between looks at batches that are not done
_DEFAULT_TYPES = {"cpu": "int8_float32", "cuda": "float16"}


class CTranslate2Engine(Engine):
    """A CTranslate2 folder, loaded."""

    name = "ctranslate2"

    def __init__(self, folder: Path, threads: int = 0, compute_type: str = "int8_float32", device: str = "cpu") -> None:
        import ctranslate2

        self._workers = (threads or default_threads()) if device == "cpu" else 1
        try:
            self._translator = ctranslate2.Translator(
                str(folder),
                device=device,
                compute_type=compute_type,
                inter_threads=self._workers,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
        self.precision: str = self._translator.compute_type

    def search(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> Iterator[tuple[int, list[Hypothesis]]]:
        """See `Engine.search`; segments of like length share a batch and a limit of length.

        The batches are decoded by the workers of the translator, two waiting for each, while this thread sleeps or its
        caller works; so an interrupt is answered at once. What is pending then is decoded all the same, unless the
        process ends.
        """
        pending: deque[tuple[list[int], int, Any]] = deque()

        def settled() -> Iterator[tuple[int, list[Hypothesis]]]:
            chosen, most, waiting = pending.popleft()
            for k, job in zip(chosen, waiting, strict=True):
                while not job.done():
                    time.sleep(_POLL)
                result = job.result()
                # a score is the sum over the pieces and </s>, divided by their number to the power of the penalty
                yield (
                    k,
                    [
                        Hypothesis(tuple(pieces), score * min(len(pieces) + 1, most) ** (decoding.length_penalty - 1))
                        for pieces, score in zip(result.hypotheses, result.scores, strict=True)
                    ],
                )

        for group, length in groups(segments):
            most = most_pieces(length, decoding)
            for chosen in capped(group, max(1, _BATCH_PIECES // length)):
                if len(pending) >= 3 * self._workers:
                    yield from settled()
                jobs = self._translator.translate_batch(
                    [list(segments[k]) for k in chosen],
                    asynchronous=True,
                    beam_size=decoding.beam,
                    num_hypotheses=min(decoding.hypotheses, decoding.beam),
                    length_penalty=decoding.length_penalty,
                    repetition_penalty=decoding.repetition_penalty,
                    no_repeat_ngram_size=decoding.no_repeat,
                    max_input_length=0,
                    max_decoding_length=most,
                    return_scores=True,
                )
                pending.append((chosen, most, jobs))
        while pending:
            yield from settled()


def load(folder: Path, runtime: Runtime = DEFAULT_RUNTIME) -> Engine:
    """The model of a folder: the bundled one as it ships, in `ct2/`; any other converted, once, into the user's cache.

    The bundled model is run in the compute type asked for with the weights as they were shipped.

    Raises:
        UsageError: the device is not there, or has no such compute type.
        ModelError: there is no model, or it cannot be loaded.
    """
    import ctranslate2

    if runtime.device == "cpu":
        return _load_on("cpu", folder, runtime)
    if runtime.device == "cuda":
        check_cuda()
        return _load_on("cuda", folder, runtime)
    if ctranslate2.get_cuda_device_count():
        try:
            engine = _load_on("cuda", folder, runtime)
            engine.generate([["</s>"]], Decoding(beam=1))  # cuBLAS is looked for only now
        except (ModelError, UsageError, RuntimeError):
            pass  # a device without the libraries it needs is none
        else:
            return engine
    return _load_on("cpu", folder, runtime)


def check_cuda() -> None:
    """See that there is a CUDA device.

    Raises:
        UsageError: there is none.
    """
    import ctranslate2

    if not ctranslate2.get_cuda_device_count():
        raise UsageError("--device is cuda, but ctranslate2 sees no CUDA device; leave it out")


def compute_type_on(device: str, wanted: str) -> str:
    """The numbers to compute with on a device: those that are wanted, "" for what suits it.

    Raises:
        UsageError: the device has no such compute type.
    """
    import ctranslate2

    compute_type, supported = wanted or _DEFAULT_TYPES[device], ctranslate2.get_supported_compute_types(device)
    if compute_type not in supported:
        known = ", ".join(sorted(supported))
        raise UsageError(f"--compute-type is {compute_type!r}, but ctranslate2 on this {device} has {known}")
    return compute_type


def _load_on(device: str, folder: Path, runtime: Runtime) -> Engine:
    compute_type = compute_type_on(device, runtime.compute_type)
    if folder.resolve().parent != _BUNDLED:  # what lies beside other weights may have been made of yet others
        from abrege.models.convert import converted

        return CTranslate2Engine(converted(folder, compute_type), runtime.threads, compute_type, device)
    engine = CTranslate2Engine(folder / "ct2", runtime.threads, compute_type, device)
    if compute_type != _DEFAULT_TYPES[device]:
        engine.precision += " on the weights as shipped"  # float32 does not bring back what int8 rounded away
    return engine
