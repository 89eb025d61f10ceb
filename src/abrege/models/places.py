"""Where models leave what must last: a folder of the user's data, written so that a reader sees the old or the new."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from abrege.errors import ModelError
from abrege.files import replacing


def data_folder() -> Path:
    """The user's data folder of abrege, as the system places it (XDG_DATA_HOME on Linux)."""
    import platformdirs

    return platformdirs.user_data_path("abrege")


def write_whole(path: Path, text: str) -> None:
    """Write a file, and the folders above it: it is there with all of the text, or as it was.

    What a symbolic link points to is written, not the link; a file that was there keeps its permissions.

    Raises:
        OSError: the place is full or closed.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as out:
        out.write(text.encode("utf-8"))


@contextmanager
def locked(name: str) -> Iterator[None]:
    """One process at a time, on this machine, for what goes by a name; the lock of a process that dies is free.

    Raises:
        OSError: the data folder cannot be written to.
    """
    from huggingface_hub.utils import WeakFileLock  # type: ignore[attr-defined]

    place = data_folder() / "locks" / f"{name}.lock"
    place.parent.mkdir(parents=True, exist_ok=True)
    with WeakFileLock(place):
        yield


@contextmanager
def keeping(model: str) -> Iterator[None]:
    """Let a place that is full or closed be said in one sentence, which names a model.

    Raises:
        ModelError: in the place of an OSError.
    """
    try:
        yield
    except OSError as error:
        where = f" in {error.filename}" if error.filename else ""
        raise ModelError(
            f"the model {model!r} cannot be kept{where}: {error.strerror or error}; "
            "set XDG_DATA_HOME, and HF_HOME for what comes from the Hugging Face hub, to folders with room of your own"
        ) from error
