"""What every engine takes and gives, and the list of the engines there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from abrege.errors import UsageError


@dataclass(frozen=True, slots=True)
class Decoding:
    """How hypotheses are searched for.

    Attributes:
        beam: hypotheses followed at each step; 1 is greedy search.
        hypotheses: how many of them to return, best first; at most `beam`.
        length_penalty: the exponent of the length by which a hypothesis's log-probability is divided (Wu et al. 2016).
        repetition_penalty: above 1, pieces that the hypothesis has already become less likely (Keskar et al. 2019).
        no_repeat: no run of so many pieces may come twice; 0 allows all.
        longest: pieces a hypothesis may have, for each piece of its source, and 10 more.
    """

    beam: int = 4
    hypotheses: int = 1
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat: int = 0
    longest: float = 2.5


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation: its pieces, without `</s>`, and the mean log-probability of a piece (in nats, 0 or less)."""

    pieces: tuple[str, ...]
    score: float


class Engine(Protocol):
    """Runs one model."""

    name: str
    precision: str

    def generate(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> list[list[Hypothesis]]:
        """The hypotheses of each segment, best first; a segment is its source's pieces, `</s>` at their end.

        What a segment gets does not depend on the others.
        """


# name -> the module with a function `load(folder, threads) -> Engine`
ENGINES = {"ctranslate2": "abrege.engines.ctranslate2"}


def load_engine(name: str, folder: Path, threads: int = 0) -> Engine:
    """The engine of that name for a folder of model files.

    Args:
        threads: threads for one batch; 0 lets the engine choose.

    Raises:
        UsageError: no engine has that name.
    """
    if name not in ENGINES:
        raise UsageError(f"no engine is called {name!r}; there is {', '.join(ENGINES)}")
    engine: Engine = import_module(ENGINES[name]).load(folder, threads)
    return engine
