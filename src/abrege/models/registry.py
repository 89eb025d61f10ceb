"""models.txt in, a card for each model out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from abrege.errors import ModelError, UsageError, nearest

TASKS = ("translate", "summarize")
UNVERIFIED = "unverified"


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


def parse_cards(text: str, where: str = "models.txt") -> list[ModelCard]:
    """The cards of a models.txt, in its order; `#` begins a comment.

    Raises:
        ModelError: a line is not of the form `name task origin revision licence bytes file=sha256 …`.
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
        hashes = dict(f.rpartition("=")[::2] for f in files)
        wrong = [t for t in tasks.split(",") if t not in TASKS]
        bad = [h for h in hashes.values() if h != UNVERIFIED and not re.fullmatch("[0-9a-f]{64}", h)]
        if wrong or bad or "" in hashes or not re.fullmatch(r"\d+|\?", size):
            fault = next(
                (str(x) for x in (*wrong, *bad, size if not re.fullmatch(r"\d+|\?", size) else "") if x), "a file"
            )
            raise ModelError(f"{where}, line {number}: {fault!r} is not what a line of models.txt may hold there")
        if any(card.name == name for card in cards):
            raise ModelError(f"{where}, line {number}: {name!r} stands there a second time")
        number_of_bytes = None if size == "?" else int(size)
        cards.append(ModelCard(name, tuple(tasks.split(",")), origin, revision, licence, number_of_bytes, hashes))
    return cards


def models_txt() -> Path:
    """The models.txt of the installed package, or of the checkout it runs from."""
    package = Path(__file__).parents[1]
    for path in (package / "models.txt", package.parents[1] / "models.txt"):
        if path.is_file():
            return path
    raise ModelError(f"models.txt is missing from {package}; install abrege again")


def load_cards() -> list[ModelCard]:
    """Every model that abrege knows."""
    return parse_cards(models_txt().read_text(encoding="utf-8"))


def find_card(name: str, task: str) -> ModelCard:
    """The card of that name.

    Raises:
        UsageError: there is none, or it does another task; the nearest name is suggested.
    """
    cards = {card.name: card for card in load_cards()}
    if name not in cards:
        raise UsageError(f"no model is called {name!r}; {nearest(name, cards)} (abrege models lists them)")
    if task not in cards[name].tasks:
        fit = ", ".join(card.name for card in cards.values() if task in card.tasks)
        raise UsageError(f"the model {name!r} cannot {task}; these can: {fit}")
    return cards[name]
