"""Text to pieces and back, with a MarianMT folder's own sentencepiece models."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from abrege.errors import ModelError

EOS = "</s>"


class Tokenizer:
    """The source and the target vocabulary of one MarianMT folder."""

    def __init__(self, folder: Path) -> None:
        """Load `source.spm`, `target.spm` and `vocab.json`.

        Raises:
            ModelError: one of them is missing or broken.
        """
        import sentencepiece

        try:
            self._source = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
            self._target = sentencepiece.SentencePieceProcessor(model_file=str(folder / "target.spm"))
            self._vocabulary: dict[str, int] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        except (OSError, RuntimeError, ValueError) as error:
            raise ModelError(f"the vocabulary of the model in {folder} cannot be read: {error}") from error
        self.placeholders = tuple(p for p in (f"<x{k}>" for k in range(1, 9)) if p in self._vocabulary)

    def encode(self, text: str, tag: str = "") -> list[str]:
        """The source pieces of a text, `</s>` at their end, the tag of a task in front.

        Raises:
            ModelError: the model has no such tag.
        """
        if tag and tag not in self._vocabulary:
            raise ModelError(f"the model has no task {tag!r}; use --model small")
        pieces: list[str] = self._source.encode(text, out_type=str)
        return [*([tag] if tag else []), *pieces, EOS]

    def length(self, text: str) -> int:
        """How many source pieces a text has, `</s>` counted."""
        return len(self._source.encode(text)) + 1

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of target pieces."""
        text: str = self._target.decode(list(pieces))
        return text.strip()
