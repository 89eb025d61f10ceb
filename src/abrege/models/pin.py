"""The name of a repository on the Hugging Face hub in, its line for models.txt out: one commit, every file hashed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from abrege.errors import ModelError, UsageError
from abrege.models import receipts
from abrege.models.origins import hf
from abrege.models.places import keeping
from abrege.models.registry import (
    REPOSITORY,
    SUFFIXES,
    UNVERIFIED,
    WHEEL,
    ModelCard,
    format_card,
    is_file_name,
    is_name,
    load_cards,
    parse_cards,
    record,
    shipped_cards,
)
from abrege.models.store import WEIGHTS, folder_card, model_kind, tasks_of_kind
from abrege.models.weights import PICKLE

_TEXTS = (".json", ".spm", ".model", "merges.txt", "vocab.txt")
# as https://spdx.org/licenses writes those that the hub writes in small letters
_LICENCES = {"apache-2.0": "Apache-2.0", "mit": "MIT", "cc-by-4.0": "CC-BY-4.0", "cc-by-sa-4.0": "CC-BY-SA-4.0"}


def pin(identifier: str, name: str | None = None, files: Sequence[str] = ()) -> ModelCard:
    """The card of a repository as it is now, or at a revision; its files are then in huggingface_hub's cache.

    Args:
        identifier: OWNER/REPOSITORY, or OWNER/REPOSITORY@REVISION with a commit, a branch or a tag.
        name: what the model is to be called; by default what the repository is.
        files: the files to pin; by default configuration, vocabulary and weights, as safetensors where there are any.

    Raises:
        UsageError: that is no name of a repository, a model or a file of one, or the model's name is another one's.
        ModelError: the hub cannot be reached, the repository has no model that is run, or a file is not the one that
            the shipped models.txt pins.
    """
    repository, _, revision = identifier.partition("@")
    if not REPOSITORY.fullmatch(repository):
        raise UsageError(f"{identifier!r} names no repository; one of the Hugging Face hub is called OWNER/NAME")
    called = name if name is not None else repository.partition("/")[2]
    if not is_name(called):
        raise UsageError(
            f"no model can be called {called!r}; give it with --name one of letters, digits, '.', '_' and '-', "
            "which is no preset"
        )
    odd = next((file for file in files if not is_file_name(file) or file.endswith(WHEEL)), None)
    if odd is not None:
        kinds = ", ".join(suffix for suffix in SUFFIXES if suffix != WHEEL)
        raise UsageError(f"--file is {odd!r}, but a file of a model ends in one of {kinds}, and lies in the repository")
    commit = hf.ask(repository, revision or None)
    chosen = list(files) or _model_files(repository, commit)
    card = _begun(repository, commit, name, chosen)
    with keeping(card.name):
        card = _measured(card, commit)
    parse_cards(format_card(card), identifier)  # what the hub says may not fit a line
    return card


def add(card: ModelCard) -> Path:
    """Write a card that `pin` made into the user's models.txt, and count its model as on disk; returns the list.

    Raises:
        ModelError: the list cannot be written.
    """
    with keeping(card.name):
        path = record(card)
        receipts.write(card, hf.place(card), card.files)
    return path


def _begun(repository: str, commit: hf.Commit, name: str | None, files: Sequence[str]) -> ModelCard:
    """The card with nothing but what is known beforehand; a commit that is listed already keeps its name and hashes."""
    origin = f"hf:{repository}"
    listed = load_cards()
    same = next((c for c in listed if (c.origin, c.revision) == (origin, commit.revision)), None)
    called = name or (same.name if same else repository.partition("/")[2])
    taken = next((c for c in listed if c.name == called and c != same), None)
    if taken and (taken.origin != origin or any(c.name == called for c in shipped_cards())):
        raise UsageError(f"{called!r} is {taken.origin} at {taken.revision} already; give another name with --name")
    licence = same.licence if same else _LICENCES.get(commit.licence, commit.licence)
    known = same.files if same else {}
    hashes = {file: known.get(file, UNVERIFIED) for file in files}
    return ModelCard(called, same.tasks if same else ("summarize",), origin, commit.revision, licence, None, hashes)


def _measured(card: ModelCard, commit: hf.Commit) -> ModelCard:
    """The card with its files fetched: their size, their hashes, and the tasks that the configuration tells."""
    folder, hashes = hf.place(card), {}
    if "config.json" in card.files:  # first, since it tells whether the rest is worth fetching
        hashes = hf.download(card, commit, ["config.json"])
        kind = model_kind(folder)
        tasks_of_kind(kind, card.origin)
        if kind == "marian" and WEIGHTS not in card.files:
            raise ModelError(
                f"{card.origin} has no {WEIGHTS} at {card.revision}, and MarianMT is read from nothing else"
            )
    hashes |= hf.download(card, commit, [file for file in card.files if file not in hashes])
    size = sum((folder / file).stat().st_size for file in card.files)
    tasks = folder_card(folder).tasks if "config.json" in card.files else card.tasks
    return replace(card, tasks=tasks, size=size, files={file: hashes[file] for file in card.files})


def _model_files(repository: str, commit: hf.Commit) -> list[str]:
    top = [file for file in commit.files if "/" not in file]
    texts = [file for file in top if file.endswith(_TEXTS) and not file.endswith(".index.json")]
    quantized = [file for file in top if file.endswith(".gguf")]
    for weights in ([WEIGHTS], [PICKLE], quantized[:1] if len(quantized) == 1 else ["?"]):
        if weights[0] in top:
            return [*texts, *weights]
    several = f"; name one with --file: {', '.join(quantized)}" if quantized else ""
    raise ModelError(f"{repository} has no {WEIGHTS} at {commit.revision}{several}")
