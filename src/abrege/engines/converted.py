"""What the engines for models that write summaries share: a runtime in, a device and its numbers out; a tokenizer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from abrege.engines.base import Runtime
from abrege.engines.ctranslate2 import check_cuda, compute_type_on
from abrege.errors import ModelError

TOKENIZER = "tokenizer.json"


def device_and_type(runtime: Runtime) -> tuple[str, str]:
    """The device, which is the CPU unless CUDA is asked for, and the numbers to compute with.

    Raises:
        UsageError: the device is not there, or has no such compute type.
    """
    device = "cuda" if runtime.device == "cuda" else "cpu"
    if device == "cuda":
        check_cuda()
    return device, compute_type_on(device, runtime.compute_type if runtime.engine == "ctranslate2" else "")


def load_tokenizer(folder: Path) -> Any:
    """The tokenizer that was saved with a converted model.

    Raises:
        ModelError: it is missing or broken.
    """
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(folder / TOKENIZER))
    except Exception as error:  # the library raises nothing narrower
        raise ModelError(f"the tokenizer of the model in {folder} cannot be read: {error}") from error


@contextmanager
def loading(folder: Path) -> Iterator[None]:
    """Let what CTranslate2 says of a broken folder be said in one sentence.

    Raises:
        ModelError: in the place of its errors.
    """
    try:
        yield
    except (RuntimeError, ValueError) as error:
        raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
