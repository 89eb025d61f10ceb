"""A card of models.txt, or the path of a folder with a model, in; the folder with its files out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from abrege.errors import ModelError
from abrege.models import receipts
from abrege.models.hashing import sha256_of
from abrege.models.origins import origin_of
from abrege.models.registry import TASKS, ModelCard

FOLDER = "folder:"  # the origin of a card that was made for a folder, before its path
WEIGHTS = "model.safetensors"
FILES = ("config.json", WEIGHTS, "source.spm", "target.spm", "vocab.json")
DIGESTED = (WEIGHTS, "config.json", "vocab.json")

# a model's kind, as its configuration has it -> what such models do
TASKS_OF_KIND: dict[str, tuple[str, ...]] = {
    "marian": ("translate",),
    "bart": ("summarize",),
    "t5": ("summarize",),
    "llama": ("summarize",),
}


def on_disk(card: ModelCard) -> bool:
    """Whether every file of the model is there, as it was verified; its content is not read."""
    return origin_of(card).verified(card) is not None


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
    kind = model_kind(folder)
    if kind != "marian":
        raise ModelError(f"the model in {folder} is of the kind {kind!r}, but only 'marian' is run; name another")


def model_kind(folder: Path) -> str:
    """The kind of a model by its configuration, such as "marian" or "bart".

    Raises:
        ModelError: the folder has no configuration of a model.
    """
    try:
        return str(json.loads((folder / "config.json").read_text(encoding="utf-8"))["model_type"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / 'config.json'} is no configuration of a model; name another folder") from error


def tasks_of_kind(kind: str, where: str) -> tuple[str, ...]:
    """What models of a kind do.

    Args:
        where: what the model is called in a message.

    Raises:
        ModelError: no model of that kind is run.
    """
    if kind not in TASKS_OF_KIND:
        raise ModelError(
            f"{where} is a model of the kind {kind!r}, which is not run; there is {', '.join(TASKS_OF_KIND)}"
        )
    return TASKS_OF_KIND[kind]


def digest_of(hashes: Mapping[str, str]) -> str:
    """The sha256 of a model, in hexadecimal, from those of its weights, configuration and vocabulary."""
    return hashlib.sha256(b"".join(bytes.fromhex(hashes[name]) for name in DIGESTED)).hexdigest()


def folder_digest(folder: Path) -> str:
    """The digest of a model in a folder; of one that was pulled it takes the hashes that were noted then.

    Raises:
        ModelError: a file cannot be read.
    """
    known = receipts.hashes(folder)
    try:
        return digest_of({name: known.get(name) or _hash(folder / name) for name in DIGESTED})
    except OSError as error:
        raise ModelError(f"the model in {folder} cannot be read: {error.strerror}") from error


def _hash(path: Path) -> str:
    stat = path.stat()
    return _hash_of(path.resolve(), stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=16)
def _hash_of(path: Path, size: int, mtime_ns: int) -> str:
    """With size and time, so that a file that changed is read again."""
    return sha256_of(path)


def folder_card(folder: Path) -> ModelCard:
    """The card of a folder with a model, its tasks by the kind of model that it is.

    A MarianMT model's revision is the beginning of its digest, and it summarises too where its vocabulary has the tags
    of the bundled model's tasks.

    Raises:
        ModelError: the folder has no model of a kind that is run.
    """
    if not (folder / "config.json").is_file():
        check_folder(folder)  # which says what is wrong
    kind, revision = model_kind(folder), "?"
    tasks = tasks_of_kind(kind, str(folder))
    if kind == "marian":
        check_folder(folder)
        revision = folder_digest(folder)[:12]
        if '">>short<<"' in (folder / "vocab.json").read_text(encoding="utf-8"):
            tasks = TASKS
    return ModelCard(
        name=folder.resolve().name,
        tasks=tasks,
        origin=f"{FOLDER}{folder}",
        revision=revision,
        licence="?",
        size=sum(path.stat().st_size for path in folder.iterdir() if path.is_file()),
        files={},
    )


def model_folder(card: ModelCard) -> Path:
    """The folder of a model's files.

    Raises:
        ModelError: they are not on disk.
    """
    if card.origin.startswith(FOLDER):
        return Path(card.origin.removeprefix(FOLDER))
    folder = origin_of(card).verified(card)
    if folder is None and card.origin == "bundled":
        raise ModelError(f"the bundled model {card.name!r} is not complete; install abrege again")
    if folder is None:
        raise ModelError(f"the model {card.name!r} is not on disk; to fetch it, type: abrege models pull {card.name}")
    return folder
