"""Where models come from: one file an origin, each with the same four functions."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from abrege.models.registry import ModelCard


class Origin(Protocol):
    """The functions of an origin's module."""

    def verified(self, card: ModelCard) -> Path | None:
        """The folder of a model's files if all are there as they were verified; nothing is hashed, nobody is asked."""

    def place(self, card: ModelCard) -> Path:
        """The folder where the files lie, or would lie."""

    def fetch(self, card: ModelCard) -> dict[str, str]:
        """Get the files that are missing into their place; the sha256 of each file of the card.

        Raises:
            ModelError: they cannot be had, or are not those of the card.
            OSError: the place is full or closed.
        """

    def remove(self, card: ModelCard, folder: Path) -> bool:
        """Delete the files in a folder where some revision of the model lies, or a part of it; whether there were any.

        Raises:
            ModelError: they are not the user's to delete.
            OSError: the place is closed.
        """


# what stands before the colon in models.txt -> the module that is an `Origin`
ORIGINS = {
    "bundled": "abrege.models.origins.bundled",
    "hf": "abrege.models.origins.hf",
    "pypi": "abrege.models.origins.pypi",
}


def origin_of(card: ModelCard) -> Origin:
    """The origin of a model."""
    return cast(Origin, import_module(ORIGINS[card.origin.partition(":")[0]]))
