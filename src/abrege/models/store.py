"""A card of models.txt in, the folder with its files out."""

from __future__ import annotations

from pathlib import Path

from abrege.errors import ModelError
from abrege.models.registry import ModelCard


def bundled_folder(name: str) -> Path:
    """Where the package carries the files of its own model."""
    return Path(__file__).parent / "data" / name


def on_disk(card: ModelCard) -> bool:
    """Whether every file of the model is there."""
    return card.origin == "bundled" and all((bundled_folder(card.name) / name).is_file() for name in card.files)


def model_folder(card: ModelCard) -> Path:
    """The folder of a model's files.

    Raises:
        ModelError: they are not on disk.
    """
    if card.origin != "bundled":
        raise ModelError(f"the model {card.name!r} is not on disk, and this version cannot fetch it; use --model small")
    if not on_disk(card):
        raise ModelError(f"the bundled model {card.name!r} is not complete; install abrege again")
    return bundled_folder(card.name)
