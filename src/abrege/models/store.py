"""A card of models.txt, or the path of a MarianMT folder, in; the folder with its files out."""

from __future__ import annotations

import hashlib
import json
import os
from functools import lru_cache
from pathlib import Path

from abrege.errors import ModelError
from abrege.models.registry import ModelCard

FOLDER = "folder:"  # the origin of a card that was made for a folder, before its path
WEIGHTS = "model.safetensors"
FILES = ("config.json", WEIGHTS, "source.spm", "target.spm", "vocab.json")


def bundled_folder(name: str) -> Path:
    """Where the package carries the files of its own model."""
    return Path(__file__).parent / "data" / name


def on_disk(card: ModelCard) -> bool:
    """Whether every file of the model is there."""
    return card.origin == "bundled" and all((bundled_folder(card.name) / name).is_file() for name in card.files)


def is_folder(name: str) -> bool:
    """Whether the name of a model means a folder: it has a separator of paths, or there is a folder of that name."""
    separators = (os.sep, os.altsep or os.sep)
    return bool(name) and (any(s in name for s in separators) or Path(name).is_dir())


def check_folder(folder: Path) -> None:
    """See that a folder holds a MarianMT model as transformers saves it.

    Raises:
        ModelError: there is no such folder, a file is missing, the weights are a pickle, or it is another model.
    """
    if not folder.is_dir():
        raise ModelError(f"there is no folder {folder}; name a folder with a MarianMT model with --model")
    if (folder / "pytorch_model.bin").is_file() and not (folder / WEIGHTS).is_file():
        raise ModelError(
            f"{folder} has its weights in pytorch_model.bin, which may run code when it is loaded; "
            f"have them saved as {WEIGHTS}"
        )
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ModelError(
            f"{folder} is no MarianMT model: {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing; "
            "name another folder with --model"
        )
    try:
        kind = json.loads((folder / "config.json").read_text(encoding="utf-8"))["model_type"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / 'config.json'} is no configuration of a model; name another folder") from error
    if kind != "marian":
        raise ModelError(f"the model in {folder} is of the kind {kind!r}, but only 'marian' is run; name another")


def folder_digest(folder: Path) -> str:
    """The sha256, in hexadecimal, of a model's weights with its configuration and vocabulary.

    Raises:
        ModelError: a file cannot be read.
    """
    try:
        files = [(folder / name).resolve(strict=True) for name in (WEIGHTS, "config.json", "vocab.json")]
        return _digest(tuple((file, file.stat().st_size, file.stat().st_mtime_ns) for file in files))
    except OSError as error:
        raise ModelError(f"the model in {folder} cannot be read: {error.strerror}") from error


@lru_cache(maxsize=8)
def _digest(files: tuple[tuple[Path, int, int], ...]) -> str:
    """Of files with their sizes and times, so that a file that changed is read again."""
    digest = hashlib.sha256()
    for path, _, _ in files:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def folder_card(folder: Path) -> ModelCard:
    """The card of a MarianMT folder; its revision is the beginning of its digest.

    It summarises where its vocabulary has the tags of the bundled model's tasks.

    Raises:
        ModelError: the folder is not a MarianMT model.
    """
    check_folder(folder)
    tagged = '">>short<<"' in (folder / "vocab.json").read_text(encoding="utf-8")
    return ModelCard(
        name=folder.resolve().name,
        tasks=("translate", "summarize") if tagged else ("translate",),
        origin=f"{FOLDER}{folder}",
        revision=folder_digest(folder)[:12],
        licence="?",
        size=sum((folder / name).stat().st_size for name in FILES),
        files={},
    )


def model_folder(card: ModelCard) -> Path:
    """The folder of a model's files.

    Raises:
        ModelError: they are not on disk.
    """
    if card.origin.startswith(FOLDER):
        return Path(card.origin.removeprefix(FOLDER))
    if card.origin != "bundled":
        raise ModelError(f"the model {card.name!r} is not on disk, and this version cannot fetch it; use --model small")
    if not on_disk(card):
        raise ModelError(f"the bundled model {card.name!r} is not complete; install abrege again")
    return bundled_folder(card.name)
