"""One file for each kind of model that writes summaries; `abstractive.WRITERS` lists them."""

from __future__ import annotations

from pathlib import Path

from abrege.engines import Runtime
from abrege.engines.converted import device_and_type
from abrege.models import choose_model
from abrege.models.convert import converted_writer


def folder_of(model: str, runtime: Runtime) -> Path:
    """The folder that CTranslate2 runs a model from which is no MarianMT model, converted if it was not yet.

    Raises:
        ModelError: the model is not on disk, or cannot be converted.
        UsageError: the device is not there, or has no such compute type.
    """
    return converted_writer(choose_model(model, "summarize"), device_and_type(runtime)[1])
