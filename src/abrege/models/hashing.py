"""A file and the sha256 that its model's card has for it in; the sha256 that it has out, or the file moved away."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from abrege.errors import ModelError
from abrege.models.places import data_folder
from abrege.models.registry import UNVERIFIED, ModelCard


def sha256_of(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(card: ModelCard, name: str, path: Path) -> str:
    """The sha256 of a model's file; any will do where the card says "unverified".

    Raises:
        ModelError: it is not the one on the card; the file was moved into quarantine.
    """
    sha256, known = sha256_of(path), card.files[name]
    if known in (UNVERIFIED, sha256):
        return sha256
    raise ModelError(
        f"{name} is not the file that models.txt pins for {card.name!r} (sha256 {sha256[:12]}…, not {known[:12]}…); "
        f"{put_away(card, path, sha256)}; abrege models pull {card.name} fetches it again"
    )


def put_away(card: ModelCard, path: Path, sha256: str) -> str:
    """Move a wrong file to where nothing is read; returns what became of it, for a person.

    Where the file is a link, as in the cache of huggingface_hub, what it points to is moved, but only if it lies in the
    cached repository too: somebody may have linked a file of his own there.
    """
    place = quarantine(card) / f"{sha256[:12]}-{path.name}"
    own = next((folder.parent for folder in path.parents if folder.name == "snapshots"), path.parent)
    target = path.resolve()
    try:
        if not target.is_relative_to(own.resolve()):
            if path.is_symlink():
                path.unlink()
            return f"it is a link to {target}, which stays where it is and is not used"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(target, place)
        path.unlink(missing_ok=True)
    except OSError as error:  # a cache that others own
        return f"it cannot be moved away ({error.strerror}) and is not used"
    return f"it was moved to {place.parent} and is not used"


def quarantine(card: ModelCard) -> Path:
    """Where the wrong files of a model lie."""
    return data_folder() / "quarantine" / card.name
