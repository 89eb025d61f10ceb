"""A card in, its files on disk and verified out; verified once more, or removed, with what was converted from them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from abrege.errors import ModelError
from abrege.models import convert, receipts
from abrege.models.hashing import put_away, quarantine, sha256_of
from abrege.models.origins import origin_of
from abrege.models.places import keeping, locked
from abrege.models.receipts import Receipt
from abrege.models.registry import UNVERIFIED, ModelCard, record
from abrege.models.store import FOLDER, model_folder
from abrege.models.writers import writer_hashes


@dataclass(frozen=True, slots=True)
class Pulled:
    """A model that is on disk now.

    Attributes:
        card: with the hash of every file.
        folder: where the files lie.
        recorded: the files whose hashes nobody had measured before.
        list: the user's models.txt, which has them now; None where there are none.
    """

    card: ModelCard
    folder: Path
    recorded: tuple[str, ...] = ()
    list: Path | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found when a model was hashed again.

    Attributes:
        name: the model's.
        folder: where its files lie.
        files: path -> "ok", "wrong" or "missing".
        converted: folder of each conversion -> "ok" or "wrong".
        moved: wrong file -> what became of it, for a person.
    """

    name: str
    folder: Path
    files: dict[str, str]
    converted: dict[Path, str]
    moved: dict[str, str]

    @property
    def wrong(self) -> tuple[str, ...]:
        """The files and conversions that are not as they should be."""
        found = {**self.files, **{str(path): state for path, state in self.converted.items()}}
        return tuple(name for name, state in found.items() if state != "ok")


def pull(card: ModelCard) -> Pulled:
    """Fetch a model, see that each file is the one that models.txt pins, and note it; one that is on disk stays.

    Of two pulls at once one waits for the other. What "unverified" files turn out to be goes into the user's
    models.txt.

    Raises:
        ModelError: a file cannot be had, is not the one that is pinned, or cannot be kept.
    """
    ready = origin_of(card).verified(card)
    if ready:
        return Pulled(card, ready)
    with keeping(card.name), locked(card.name):
        folder = origin_of(card).verified(card)
        if folder:  # another process was there first
            return Pulled(card, folder)
        hashes = origin_of(card).fetch(card)
        folder = origin_of(card).place(card)
        receipts.write(card, folder, {name: hashes[name] for name in card.kept})
        if not card.unverified:
            return Pulled(card, folder)
        seen = replace(card, files={name: hashes.get(name, known) for name, known in card.files.items()})
        return Pulled(seen, folder, card.unverified, record(seen))


def verify(card: ModelCard) -> Verified:
    """Hash all files of a model, and what was converted from it.

    A wrong file is moved into quarantine, but for the bundled model's; a wrong conversion is deleted, since it can be
    made again. If all is well, the model counts as on disk again, where its files were touched. Of a folder that is no
    model of models.txt there are only conversions.

    Raises:
        ModelError: the model was never fetched, or something cannot be kept.
    """
    with keeping(card.name):
        folder, receipt = _folder(card), _receipt(card)
        noted = {name: seen.sha256 for name, seen in receipt.files.items()} if receipt else {}
        files: dict[str, str] = {}
        moved: dict[str, str] = {}
        hashes: dict[str, str] = {}
        for name, known in card.kept.items():
            path = folder / name
            if not path.is_file():
                files[name] = "missing"
                continue
            hashes[name] = sha256_of(path)
            expected = noted.get(name, hashes[name]) if known == UNVERIFIED else known
            files[name] = "ok" if expected == hashes[name] else "wrong"
            if files[name] == "wrong" and card.origin != "bundled":
                moved[name] = put_away(card, path, hashes[name])
        if not receipt and files and set(files.values()) == {"missing"}:
            raise ModelError(f"the model {card.name!r} is not on disk; type: abrege models pull {card.name}")
        conversions = {path: "ok" if convert.intact(path) else "wrong" for path in _conversions(card)}
        for path, state in conversions.items():
            if state == "wrong":
                shutil.rmtree(path)
        if card.origin != "bundled" and set(files.values()) == {"ok"}:
            receipts.write(card, folder, hashes)
        return Verified(card.name, folder, files, conversions, moved)


def present(card: ModelCard) -> bool:
    """Whether a model was fetched, even if files of it are gone, or all its files are there, verified or not."""
    folder = _folder(card)
    return _receipt(card) is not None or all(os.path.isfile(folder / name) for name in card.kept)


def remove(card: ModelCard) -> bool:
    """Delete a model's files, what was converted from it, and what lies in its quarantine; whether there was any.

    Former revisions go too, and what another model has as well stays (see `sharing`). The line in the user's models.txt
    stays. Of a folder that is no model of models.txt only what was converted goes.

    Raises:
        ModelError: it is the bundled one, or the files are not the user's to delete.
    """
    if card.origin.startswith(FOLDER):
        made = _conversions(card)
        for path in made:
            shutil.rmtree(path)
        return bool(made)
    with keeping(card.name), locked(card.name):
        notes, others = receipts.all_of(card), receipts.others(card).values()
        folders = {note.folder for note in notes} | {origin_of(card).place(card)}
        converted = set(_converted(notes)) - set(_converted(others))
        also = [path for path in (quarantine(card), *converted) if path.exists()]
        removed = [origin_of(card).remove(card, path) for path in sorted(folders - {note.folder for note in others})]
        for path in also:
            shutil.rmtree(path)
        receipts.remove(card.name)
        return any(removed) or bool(notes or also)


def sharing(card: ModelCard) -> list[str]:
    """The other models that have the very files of a model, being pinned to the same commit or version."""
    folders = {note.folder for note in receipts.all_of(card)}
    return [name for name, note in receipts.others(card).items() if note.folder in folders]


def _receipt(card: ModelCard) -> Receipt | None:
    """The note on a model at the card's revision."""
    receipt = receipts.of(card)
    return receipt if receipt and receipt.revision == card.revision else None


def _folder(card: ModelCard) -> Path:
    """Where the files lie: where the note says, since the cache of huggingface_hub may have been elsewhere then."""
    if card.origin.startswith(FOLDER):
        return model_folder(card)
    receipt = _receipt(card)
    return receipt.folder if receipt and receipt.folder.is_dir() else origin_of(card).place(card)


def _conversions(card: ModelCard) -> list[Path]:
    if card.origin.startswith(FOLDER):
        return convert.conversions(writer_hashes(card))
    return _converted(receipts.all_of(card))


def _converted(notes: Iterable[Receipt]) -> list[Path]:
    """What was converted from the models that notes are on."""
    hashes = [{name: seen.sha256 for name, seen in note.files.items()} for note in notes]
    return [path for one in hashes for path in convert.conversions(one)]
