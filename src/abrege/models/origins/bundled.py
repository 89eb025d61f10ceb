"""The model that the package carries: installed with it, removed with it."""

from __future__ import annotations

from pathlib import Path

from abrege.errors import ModelError
from abrege.models.hashing import sha256_of
from abrege.models.registry import ModelCard


def verified(card: ModelCard) -> Path | None:
    """Whether it is whole is up to whoever installed the package; that each file is there is all that is looked at."""
    folder = place(card)
    return folder if all((folder / name).is_file() for name in card.files) else None


def place(card: ModelCard) -> Path:
    """See `Origin.place`."""
    return Path(__file__).parents[1] / "data" / card.name


def fetch(card: ModelCard) -> dict[str, str]:
    if not verified(card):
        raise ModelError(f"the bundled model {card.name!r} is not complete; install abrege again")
    return {name: sha256_of(place(card) / name) for name in card.files}


def remove(card: ModelCard, folder: Path) -> bool:
    raise ModelError(f"the model {card.name!r} is a part of abrege and goes with it; it cannot be removed alone")
