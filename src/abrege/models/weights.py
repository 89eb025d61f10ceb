"""A card of models.txt in, the tensors of its model out: from safetensors, or a pickle whose sha256 is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from abrege.errors import ModelError
from abrege.models.registry import UNVERIFIED, ModelCard
from abrege.models.store import WEIGHTS, model_folder

if TYPE_CHECKING:
    from torch import Tensor

PICKLE = "pytorch_model.bin"


def load_weights(card: ModelCard) -> dict[str, Tensor]:
    """Name -> tensor of a model that is on disk, on the CPU, for `from_pretrained(None, config=…, state_dict=…)`.

    A pickle is read only where its sha256 stands in models.txt, and even then with `weights_only=True`, which builds
    tensors and runs nothing (https://docs.pytorch.org/docs/stable/notes/serialization.html#weights-only).

    Raises:
        ModelError: the model is not on disk, has no weights that may be read, or they are broken.
    """
    folder = model_folder(card)
    try:
        if WEIGHTS in card.files:
            from safetensors.torch import load_file

            return load_file(folder / WEIGHTS)
        if card.files.get(PICKLE, UNVERIFIED) != UNVERIFIED:
            import torch

            return cast("dict[str, Tensor]", torch.load(folder / PICKLE, map_location="cpu", weights_only=True))
    except Exception as error:  # what can be wrong with a file is up to two libraries
        from abrege.models.convert import first_line

        raise ModelError(f"the weights of the model {card.name!r} cannot be loaded: {first_line(error)}") from error
    raise ModelError(f"the model {card.name!r} has no {WEIGHTS}, and no {PICKLE} whose sha256 stands in models.txt")
