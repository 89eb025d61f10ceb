"""A repository on the Hugging Face hub at one commit, through huggingface_hub and in its cache.

HF_HOME, HF_ENDPOINT, HF_HUB_OFFLINE, tokens and proxies are that library's, and work here as they do there.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from abrege.errors import ModelError
from abrege.models import receipts
from abrege.models.hashing import checked, put_away
from abrege.models.registry import COMMIT, ModelCard

verified = receipts.verified


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the hub lists it.

    Attributes:
        size: bytes; None where the hub does not say.
        sha256: of a large file, which the hub keeps outside git; None of others.
        blob: git's name for the file's bytes.
    """

    size: int | None
    sha256: str | None
    blob: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of a repository, as the hub tells of it.

    Attributes:
        revision: its 40 digits.
        files: path -> what is listed.
        licence: as the hub writes it, "?" where it does not.
    """

    revision: str
    files: dict[str, Listed]
    licence: str


def place(card: ModelCard) -> Path:
    """See `Origin.place`: a folder of huggingface_hub's cache."""
    from huggingface_hub.constants import HF_HUB_CACHE
    from huggingface_hub.file_download import repo_folder_name

    repository = Path(HF_HUB_CACHE) / repo_folder_name(repo_id=_repository(card), repo_type="model")
    return repository / "snapshots" / card.revision


def fetch(card: ModelCard) -> dict[str, str]:
    """See `Origin.fetch`; with all files in the cache nobody is asked."""
    folder = place(card)
    missing = [name for name in card.files if not (folder / name).is_file()]
    hashes = {name: checked(card, name, folder / name) for name in card.files if name not in missing}
    if missing:
        hashes |= download(card, ask(_repository(card), card.revision), missing)
    return hashes


def remove(card: ModelCard, folder: Path) -> bool:
    """See `Origin.remove`: the whole commit leaves the cache, and what other programs have of it."""
    from huggingface_hub import scan_cache_dir
    from huggingface_hub.errors import CacheNotFound

    there = folder.is_dir()
    with _quiet(), suppress(CacheNotFound):
        cache = scan_cache_dir(folder.parents[2])
        own = frozenset(r for r in cache.repos if r.repo_path.name == folder.parents[1].name)  # a fork has it too
        replace(cache, repos=own).delete_revisions(folder.name).execute()
    return there


def ask(repository: str, revision: str | None) -> Commit:
    """What the hub has at a revision: a commit, a branch or a tag; None is its main branch.

    huggingface_hub would find out by itself whether the hub is there, but takes half a minute to say that it is not.

    Raises:
        ModelError: the hub cannot be reached, has no such repository, or answers with another commit.
    """
    from huggingface_hub import HfApi

    with _failing(repository):
        info = HfApi().model_info(repository, revision=revision, files_metadata=True, timeout=30)
    found = info.sha or ""
    _see_that_it_is(revision, found, repository)
    licences = [tag.removeprefix("license:") for tag in info.tags or [] if tag.startswith("license:")]
    files = {f.rfilename: Listed(f.size, f.lfs.sha256 if f.lfs else None, f.blob_id) for f in info.siblings or []}
    return Commit(found, files, licences[0] if licences else "?")


def download(card: ModelCard, commit: Commit, names: Sequence[str]) -> dict[str, str]:
    """Fetch files of a card into the cache, one bar for all on a terminal; the sha256 of each.

    A file is hashed as soon as it is there. Where the card does not know its hash, it must be what the hub lists. What
    a broken connection leaves of a file is not taken up by a later call; finished files are kept.

    Raises:
        ModelError: the hub cannot be reached, has not got a file, or sends another one; there is no room.
        OSError: the cache cannot be written to.
    """
    from huggingface_hub import hf_hub_download

    repository = _repository(card)
    lacking = [name for name in names if name not in commit.files]
    if lacking:
        there = ", ".join(commit.files)
        raise ModelError(f"{repository} has no file {', '.join(lacking)} at {commit.revision}; it has {there}")
    total = sum(commit.files[name].size or 0 for name in names)
    _see_that_there_is_room(total, card)
    hashes = {}
    with _bar(total, card.name) as part, _quiet():
        for name in names:
            with _failing(repository):
                path = Path(hf_hub_download(repository, name, revision=card.revision, tqdm_class=part))
            # a hub that says it sends another commit has it put into that commit's folder
            _see_that_it_is(card.revision, path.parents[name.count("/")].name, repository)
            hashes[name] = checked(card, name, path)
            if name in card.unverified and not _is_listed(path, hashes[name], commit.files[name]):
                what = put_away(card, path, hashes[name])
                raise ModelError(f"{repository}: {name} is not the file that the hub lists; {what}; type it again")
    return hashes


def _is_listed(path: Path, sha256: str, listed: Listed) -> bool:
    if listed.sha256 or not listed.blob:
        return sha256 == (listed.sha256 or sha256)
    data = path.read_bytes()  # git keeps only what is small
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest() == listed.blob


def _repository(card: ModelCard) -> str:
    return card.origin.removeprefix("hf:")


def _see_that_it_is(asked: str | None, found: str, repository: str) -> None:
    if not COMMIT.fullmatch(found) or (asked and COMMIT.fullmatch(asked) and asked != found):
        raise ModelError(f"{repository}: the hub answers with revision {found!r} for {asked!r}; that is refused")


def _see_that_there_is_room(needed: int, card: ModelCard) -> None:
    there = next(path for path in place(card).parents if path.exists())
    free = shutil.disk_usage(there).free
    if needed > free:
        raise ModelError(
            f"the model {card.name!r} needs {needed / 1e6:.1f} MB more, but {there} has only {free / 1e6:.1f} MB left; "
            "free some, or set HF_HOME to a folder with more"
        )


@contextmanager
def _failing(repository: str) -> Iterator[None]:
    """What a library says of a hub that does not answer as it should, as one sentence."""
    from huggingface_hub import constants, errors

    try:
        yield
    except Exception as error:
        if isinstance(error, OSError) and error.errno and not isinstance(error, ConnectionError):
            raise  # of the disk, not of the hub
        from abrege.models.convert import first_line

        if constants.is_offline_mode():
            why = "HF_HUB_OFFLINE forbids every connection; unset it, and type it again"
        elif isinstance(error, errors.GatedRepoError):
            why = "its owner wants terms to be accepted there, and then a token in HF_TOKEN"
        elif isinstance(error, errors.RepositoryNotFoundError):
            why = "there is no such repository, or it needs a token in HF_TOKEN"
        elif isinstance(error, errors.HFValidationError):
            why = "no repository can be called so"
        elif isinstance(error, errors.RevisionNotFoundError):
            why = "there is no such revision"
        else:
            why = f"{first_line(error)}; type it again when there is a connection, finished files are kept"
        raise ModelError(f"{constants.ENDPOINT}/{repository} cannot be had: {why}") from error


@contextmanager
def _bar(total: int, name: str) -> Iterator[type[Any]]:
    """A bar for all files together, as the class of those that huggingface_hub would draw for each."""
    from tqdm import tqdm

    with tqdm(total=total, unit="B", unit_scale=True, desc=name, leave=False, disable=None, file=sys.stderr) as bar:

        class Part(tqdm):  # type: ignore[misc]
            """The bar of one file, which is not drawn."""

            def __init__(self, *args: Any, **options: Any) -> None:
                super().__init__(disable=True)

            def update(self, n: float | None = 1) -> None:
                bar.update(n)

            # Xet counts what it transfers and what it writes; the second is the file
            def update_transfer(self, n: float | None = 1) -> None: ...

            def set_transfer_postfix_str(self, *args: Any, **options: Any) -> None: ...

        yield Part


@contextmanager
def _quiet() -> Iterator[None]:
    """huggingface_hub without its warnings of retries, which would break up the bar."""
    import logging as levels

    from huggingface_hub.utils import logging

    verbosity = logging.get_verbosity()
    logging.set_verbosity(levels.ERROR)
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
