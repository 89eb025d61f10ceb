"""models.txt in, a card for each model out; first the shipped list, then the user's own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from abrege.errors import ModelError, UsageError, nearest
from abrege.models.places import data_folder, locked, write_whole

TASKS = ("translate", "summarize")
UNVERIFIED = "unverified"
WHEEL = ".whl"

# what a model's files may be; a .bin is a pickle or a CTranslate2 model, and only one whose hash is known is ever read
SUFFIXES = (".safetensors", ".spm", ".model", ".json", ".txt", ".gguf", ".bin", WHEEL)
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_HASH = re.compile("[0-9a-f]{64}")
_ORIGIN = re.compile(r"bundled|hf:\w[\w.-]*/\w[\w.-]*|pypi:[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?", re.ASCII)
REPOSITORY = re.compile(r"\w[\w.-]*/\w[\w.-]*", re.ASCII)  # of the Hugging Face hub
COMMIT = re.compile("[0-9a-f]{40}")
_VERSION = re.compile(r"\d[\w.+!]*", re.ASCII)

# what a person may say for a model of each task; "auto" and "small" are explained in `choice`
PRESETS = {"large": {"translate": "opus-mt-fr-en", "summarize": "distilbart-cnn-12-6"}}
_TAKEN = ("auto", *PRESETS)


@dataclass(frozen=True, slots=True)
class ModelCard:
    """One line of models.txt.

    Attributes:
        name: what a person types.
        tasks: "translate", "summarize" or both.
        origin: "bundled", "hf:OWNER/REPOSITORY" or "pypi:PROJECT".
        revision: a commit or a version.
        licence: its SPDX name.
        size: bytes of all files together; None where not known.
        files: path -> sha256 in hexadecimal, or "unverified".
    """

    name: str
    tasks: tuple[str, ...]
    origin: str
    revision: str
    licence: str
    size: int | None
    files: dict[str, str]

    @property
    def kept(self) -> dict[str, str]:
        """The files that lie on disk: all but the wheel that they came in."""
        return {name: known for name, known in self.files.items() if not name.endswith(WHEEL)}

    @property
    def unverified(self) -> tuple[str, ...]:
        """The files whose hashes nobody has measured yet."""
        return tuple(name for name, known in self.files.items() if known == UNVERIFIED)


def parse_cards(text: str, where: str = "models.txt") -> list[ModelCard]:
    """The cards of a models.txt, in its order; `#` begins a comment.

    Raises:
        ModelError: a line is not of the form `name task origin revision licence bytes file=sha256 …`, or what it says
            cannot be pinned: a branch for a commit, a path out of the model's folder, a pickle of unknown hash, a file
            of the package index without the wheel that it is in.
    """
    cards: list[ModelCard] = []
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.partition("#")[0].split()
        if not fields:
            continue
        if len(fields) < 7:
            raise ModelError(
                f"{where}, line {number}: {len(fields)} fields, but a model has at least 7: {line.strip()!r}"
            )
        name, tasks, origin, revision, licence, size, *files = fields
        fault = next(_faults(name, tasks, origin, revision, size, files), None)
        if fault:
            raise ModelError(f"{where}, line {number}: {fault}")
        if any(card.name == name for card in cards):
            raise ModelError(f"{where}, line {number}: {name!r} stands there a second time")
        hashes = dict(f.rpartition("=")[::2] for f in files)
        number_of_bytes = None if size == "?" else int(size)
        cards.append(ModelCard(name, tuple(tasks.split(",")), origin, revision, licence, number_of_bytes, hashes))
    return cards


def _faults(name: str, tasks: str, origin: str, revision: str, size: str, files: Sequence[str]) -> Iterator[str]:
    """What is wrong with a line, each as the end of a sentence."""
    there = "is not what a line of models.txt may hold there"
    if not is_name(name):
        yield f"the name {name!r} {there}"
    yield from (f"the task {t!r} {there}" for t in tasks.split(",") if t not in TASKS)
    if not _ORIGIN.fullmatch(origin):
        yield f"the origin {origin!r} {there}"
    if origin.startswith("hf:") and not COMMIT.fullmatch(revision):
        yield f"the revision {revision!r} is not a commit of 40 digits, so what it means may change"
    if origin.startswith("pypi:") and not _VERSION.fullmatch(revision):
        yield f"the revision {revision!r} is no version"
    if origin == "bundled" and not re.fullmatch("[0-9]+", revision):
        yield f"the revision {revision!r} is no number"
    if not re.fullmatch(r"[0-9]+|\?", size):
        yield f"the size {size!r} {there}"
    wheels = sum(file.rpartition("=")[0].endswith(WHEEL) for file in files)
    if wheels != origin.startswith("pypi:"):
        yield f"{wheels} wheels stand there, but a model from pypi is in exactly one, and another in none"
    if wheels == len(files):
        yield "no file stands there beside the wheel, which is not kept"
    for file in files:
        path, _, known = file.rpartition("=")
        if known != UNVERIFIED and not _HASH.fullmatch(known):
            yield f"the sha256 {known!r} {there}"
        if not is_file_name(path):
            yield f"the file {path!r} {there}"
        if path.endswith(".bin") and known == UNVERIFIED:
            yield f"{path!r} may run code when it is loaded, so its sha256 must stand there"


def is_name(name: str) -> bool:
    """Whether a model may be called so."""
    return bool(_NAME.fullmatch(name)) and name not in _TAKEN


def is_file_name(path: str) -> bool:
    """Whether a model may have such a file: of a known kind, and inside its folder."""
    outside = path.startswith("/") or "\\" in path or ":" in path or ".." in PurePosixPath(path).parts
    return path.endswith(SUFFIXES) and not outside


def format_card(card: ModelCard) -> str:
    """The line of models.txt that is read as this card."""
    size = "?" if card.size is None else str(card.size)
    fields = [card.name, ",".join(card.tasks), card.origin, card.revision, card.licence, size]
    return "  ".join([*fields, *(f"{name}={known}" for name, known in card.files.items())])


def models_txt() -> Path:
    """The models.txt of the installed package, or of the checkout it runs from."""
    package = Path(__file__).parents[1]
    for path in (package / "models.txt", package.parents[1] / "models.txt"):
        if path.is_file():
            return path
    raise ModelError(f"models.txt is missing from {package}; install abrege again")


def user_models_txt() -> Path:
    """The user's own list, of the same form; it need not exist."""
    return data_folder() / "models.txt"


def shipped_cards() -> list[ModelCard]:
    """The models of the list that abrege comes with, as it stands there."""
    return parse_cards(models_txt().read_text(encoding="utf-8"))


def load_cards() -> list[ModelCard]:
    """Every model that abrege knows: the shipped ones in their order, then those of the user's list.

    A line of the user's list gives a shipped model of the same name, origin and revision the hashes that nobody had
    measured, and nothing else: a hash that is shipped stays, and so does a shipped model of another revision.
    """
    shipped = shipped_cards()
    own = {card.name: card for card in _own_cards()}
    known = {card.name for card in shipped}
    return [_completed(card, own.get(card.name)) for card in shipped] + [c for c in own.values() if c.name not in known]


def ignored_cards() -> list[ModelCard]:
    """The lines of the user's list that count for nothing: they have a shipped name, but another origin or revision."""
    shipped = {card.name: (card.origin, card.revision) for card in shipped_cards()}
    return [card for card in _own_cards() if shipped.get(card.name, "") not in ("", (card.origin, card.revision))]


def _own_cards() -> list[ModelCard]:
    return parse_cards(_own_text(), str(user_models_txt()))


def _own_text() -> str:
    path = user_models_txt()
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        if not os.path.exists(path):  # nor can it, where the home is no folder or may not be looked into
            return ""
        raise ModelError(f"{path} cannot be read ({error.strerror}); mend it, or move it away") from error
    except UnicodeDecodeError as error:
        raise ModelError(f"{path} is not in UTF-8; save it so, or move it away") from error


def _completed(card: ModelCard, own: ModelCard | None) -> ModelCard:
    if own is None or (own.origin, own.revision) != (card.origin, card.revision):
        return card
    files = {name: own.files.get(name, known) if known == UNVERIFIED else known for name, known in card.files.items()}
    return replace(card, files=files, size=card.size if card.size is not None else own.size)


def record(card: ModelCard) -> Path:
    """Write a card into the user's list, in place of a line of the same name; returns where that is.

    Raises:
        ModelError: the list that is there cannot be read.
        OSError: the list cannot be written.
    """
    path = user_models_txt()
    with locked(path.name):
        lines = _own_text().splitlines()
        if not lines:
            lines = ["# Models that you pinned, and what a first pull saw; read after the list that abrege comes with."]
        lines = [line for line in lines if line.split()[:1] != [card.name]]
        write_whole(path, "\n".join([*lines, format_card(card)]) + "\n")
    return path


def find_card(name: str, task: str | None = None) -> ModelCard:
    """The card of that name.

    Raises:
        UsageError: there is none, or it does another task; the nearest name is suggested.
    """
    cards = {card.name: card for card in load_cards()}
    if name not in cards:
        raise UsageError(f"no model is called {name!r}; {nearest(name, cards)} (abrege models lists them)")
    if task and task not in cards[name].tasks:
        fit = ", ".join(card.name for card in cards.values() if task in card.tasks)
        raise UsageError(f"the model {name!r} cannot {task}; these can: {fit}")
    return cards[name]
