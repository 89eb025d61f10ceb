"""A note for each model that was verified: where its files lie, and the size, time and sha256 of each.

To read 300 MB at every start, only to see that they are still what they were, would cost more than a short translation.
So a model is hashed when it is fetched and when `abrege models verify` is typed, and a start looks at sizes and times
alone. Without a note, or with files that have changed since it was written, a model counts as not on disk. Where a name
gets another revision, the former note stays beside the new one, so that `abrege models remove` finds those files too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from abrege.models.places import data_folder, write_whole
from abrege.models.registry import UNVERIFIED, ModelCard


@dataclass(frozen=True, slots=True)
class Seen:
    """One file as it was when its hash was taken."""

    sha256: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """A model that was verified.

    Attributes:
        origin: as on its card.
        revision: as on its card.
        folder: where the files lie.
        files: path in the folder -> what was seen.
    """

    origin: str
    revision: str
    folder: Path
    files: dict[str, Seen]

    def unchanged(self, name: str) -> bool:
        """Whether a file still has the size and the time that it had."""
        seen = self.files.get(name)
        try:
            stat = (self.folder / name).stat()
        except OSError:
            return False
        return seen is not None and (seen.size, seen.mtime_ns) == (stat.st_size, stat.st_mtime_ns)


def _folder() -> Path:
    return data_folder() / "receipts"


def write(card: ModelCard, folder: Path, hashes: Mapping[str, str]) -> None:
    """Note that a card's files, which lie in a folder, have just been hashed.

    Raises:
        OSError: the note cannot be kept.
    """
    note, former = _folder() / f"{card.name}.json", of(card)
    if former and former.folder != folder:
        note.rename(note.with_name(f"{card.name}@{former.revision}.json"))  # no name has an @
    files = {}
    for name, sha256 in hashes.items():
        stat = (folder / name).stat()
        files[name] = asdict(Seen(sha256, stat.st_size, stat.st_mtime_ns))
    record = {"origin": card.origin, "revision": card.revision, "folder": str(folder), "files": files}
    write_whole(note, json.dumps(record, indent=1) + "\n")


def read(name: str) -> Receipt | None:
    """The note on the model of that name; None where there is none, or none that can be read."""
    return _read(_folder() / f"{name}.json")


def of(card: ModelCard) -> Receipt | None:
    """The note on a card's model, perhaps at another revision; None where there is none, or another origin's."""
    receipt = read(card.name)
    return receipt if receipt and receipt.origin == card.origin else None


def all_of(card: ModelCard) -> list[Receipt]:
    """The notes on a card's model, those of its former revisions too."""
    return [note for path in _paths(card.name) if (note := _read(path)) and note.origin == card.origin]


def others(card: ModelCard) -> dict[str, Receipt]:
    """Name -> the note on each model but a card's, without former revisions."""
    paths = [path for path in _paths() if "@" not in path.name and path.stem != card.name]
    return {path.stem: note for path in paths if (note := _read(path))}


def _paths(name: str = "") -> list[Path]:
    """All notes, or those on the model of a name; none where the folder may not be looked into."""
    try:
        paths = sorted(_folder().glob("*.json"))
    except OSError:
        return []
    return [path for path in paths if name in ("", path.stem.partition("@")[0])]


def _read(path: Path) -> Receipt | None:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        files = {name: Seen(**seen) for name, seen in record["files"].items()}
        return Receipt(record["origin"], record["revision"], Path(record["folder"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remove(name: str) -> None:
    """Forget all notes on a model."""
    for path in _paths(name):
        path.unlink(missing_ok=True)


def verified(card: ModelCard) -> Path | None:
    """The folder of a model whose files were verified against this card and have not changed since; else None."""
    receipt = of(card)
    if receipt is None or receipt.revision != card.revision:
        return None
    for name, known in card.kept.items():
        if not receipt.unchanged(name) or known not in (UNVERIFIED, receipt.files[name].sha256):
            return None
    return receipt.folder


def hashes(folder: Path) -> dict[str, str]:
    """The sha256 of each file of a folder that a note speaks of and that has not changed since."""
    for path in _paths():
        receipt = _read(path)
        if receipt and receipt.folder == folder:
            return {name: seen.sha256 for name, seen in receipt.files.items() if receipt.unchanged(name)}
    return {}
