"""The reference engine: a MarianMT folder run by transformers in torch, on a CPU or on CUDA, by default in float32."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from abrege.engines.base import DEFAULT_RUNTIME, Decoding, Engine, Hypothesis, Runtime
from abrege.engines.batching import capped, groups, most_pieces
from abrege.engines.threads import default_threads
from abrege.errors import ModelError, UsageError

_BATCH_PIECES = 2048  # positions in a batch, padding counted, times the beam
_TYPES = ("float32", "float16", "bfloat16")


class _StepScores:
    """A logits processor that comes last: it makes log-probabilities of the scores again and keeps each step's best.

    `generate(output_scores=True)` would keep every step's whole vocabulary, gigabytes for a batch. Whatever beam
    search goes on with is among the 2 * beam best of its row.
    """

    def __init__(self, kept: int) -> None:
        self.kept = kept
        self.steps: list[tuple[Any, Any]] = []

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        scores = scores.log_softmax(-1)
        values, ids = scores.topk(min(self.kept, scores.shape[-1]))
        self.steps.append((values.cpu(), ids.cpu()))
        return scores

    def total(self, ids: Any, rows: Any) -> float:
        """The log-probability of a hypothesis, from its ids and from the row of the batch it was in at each step."""
        total = 0.0
        for (values, best), piece, row in zip(self.steps, ids, rows, strict=False):
            total += float(values[row][best[row] == piece][0])
        return total


class TransformersEngine(Engine):
    """A MarianMT folder, loaded.

    In beam search transformers applies a repetition penalty to log-probabilities and CTranslate2 to logits, so with
    one (no decoding begins with one) the two engines' hypotheses differ.
    """

    name = "transformers"

    def __init__(self, folder: Path, device: str = "cpu", compute_type: str = "float32") -> None:
        import torch
        from transformers import GenerationConfig, MarianMTModel

        from abrege.models.convert import first_line, quiet
        from abrege.models.store import check_folder

        check_folder(folder)
        try:
            with quiet():
                model = MarianMTModel.from_pretrained(
                    folder, dtype=getattr(torch, compute_type), use_safetensors=True, local_files_only=True
                )
            self._ids: dict[str, int] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
            other = folder / "target_vocab.json"
            target = json.loads(other.read_text(encoding="utf-8")) if other.is_file() else self._ids
        except Exception as error:  # what can be wrong with a file is up to three libraries
            raise ModelError(f"the model in {folder} cannot be loaded: {first_line(error)}") from error
        self._pieces = {k: piece for piece, k in target.items()}
        config = model.config
        self._pad, self._eos, self._start = config.pad_token_id, config.eos_token_id, config.decoder_start_token_id
        # what a model's own configuration prefers must not mix with what `Decoding` asks for
        model.generation_config = GenerationConfig(
            bad_words_ids=model.generation_config.bad_words_ids or [[self._pad]],
            pad_token_id=self._pad,
            eos_token_id=self._eos,
            decoder_start_token_id=self._start,
        )
        self._model = model.to(device).eval()
        self.precision = compute_type

    def search(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> Iterator[tuple[int, list[Hypothesis]]]:
        """See `Engine.search`; segments of like length share a batch and a limit of length."""
        for group, length in groups(segments):
            most = min(most_pieces(length, decoding), self._model.config.max_position_embeddings)
            for chosen in capped(group, max(1, _BATCH_PIECES // (length * decoding.beam))):
                yield from zip(chosen, self._generate([segments[k] for k in chosen], decoding, most), strict=True)

    def _generate(self, segments: Sequence[Sequence[str]], decoding: Decoding, most: int) -> Iterator[list[Hypothesis]]:
        import torch

        width = max(len(s) for s in segments)
        unknown = self._ids["<unk>"]
        ids = [[self._ids.get(p, unknown) for p in s] + [self._pad] * (width - len(s)) for s in segments]
        mask = [[1] * len(s) + [0] * (width - len(s)) for s in segments]
        device = self._model.device
        kept = min(decoding.hypotheses, decoding.beam)
        scores = _StepScores(2 * decoding.beam if decoding.beam > 1 else 1)
        # each of these has a meaning for beams alone, and transformers warns where it has none
        search = {"early_stopping": True, "length_penalty": decoding.length_penalty} if decoding.beam > 1 else {}
        with torch.inference_mode():
            out = self._model.generate(
                input_ids=torch.tensor(ids, device=device),
                attention_mask=torch.tensor(mask, device=device),
                num_beams=decoding.beam,
                num_return_sequences=kept,
                max_new_tokens=most,
                repetition_penalty=decoding.repetition_penalty,
                no_repeat_ngram_size=decoding.no_repeat,
                do_sample=False,
                logits_processor=[scores],
                return_dict_in_generate=True,
                **search,
            )
        sequences = out.sequences[:, 1:].tolist()
        beams = out.beam_indices.tolist() if decoding.beam > 1 else [[k] * most for k in range(len(sequences))]
        for start in range(0, len(sequences), kept):
            yield [
                self._hypothesis(sequences[row], beams[row], scores)
                for row in range(start, start + kept)
                if beams[row][0] >= 0
            ]

    def _hypothesis(self, ids: list[int], rows: list[int], scores: _StepScores) -> Hypothesis:
        if self._eos in ids:
            ids = ids[: ids.index(self._eos) + 1]
        pieces = tuple(self._pieces[k] for k in ids if k != self._eos)
        return Hypothesis(pieces, scores.total(ids, rows) / max(len(ids), 1))


def load(folder: Path, runtime: Runtime = DEFAULT_RUNTIME) -> Engine:
    """The MarianMT model of a folder.

    Sets torch's number of threads for the whole process.

    Raises:
        UsageError: the device is not there, or torch has no such compute type.
        ModelError: files are missing, or the model cannot be loaded.
    """
    compute_type = runtime.compute_type or _TYPES[0]
    if compute_type not in _TYPES:
        raise UsageError(f"--compute-type is {compute_type!r}, but transformers has {', '.join(_TYPES)}")
    import torch

    there = torch.cuda.is_available()
    if runtime.device == "cuda" and not there:
        raise UsageError("--device is cuda, but torch sees no CUDA device; leave it out")
    device = "cuda" if there and runtime.device != "cpu" else "cpu"
    torch.set_num_threads(runtime.threads or default_threads())
    return TransformersEngine(folder, device, compute_type)
