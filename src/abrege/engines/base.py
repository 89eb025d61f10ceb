"""What every engine takes and gives, and the list of the engines there are."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from abrege.errors import UsageError

DEVICES = ("auto", "cpu", "cuda")


@dataclass(frozen=True, slots=True)
class Runtime:
    """What runs a model, and on what.

    Attributes:
        engine: a name in `ENGINES`.
        device: "cpu", "cuda", or "auto": the first CUDA device where there is one that works, else the CPU.
        compute_type: the numbers that the engine computes with, by its own name for them; "" is its default.
        threads: threads on a CPU: CTranslate2's take a batch each, torch's share one; 0 is OMP_NUM_THREADS, or else the
            cores that may be used, at most 4.
    """

    engine: str = "ctranslate2"
    device: str = "auto"
    compute_type: str = ""
    threads: int = 0


DEFAULT_RUNTIME = Runtime()


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
    """One translation: its pieces, without `</s>`, and the mean log-probability of a piece (in nats, 0 or less).

    The mean counts the `</s>` that the model ended with; a hypothesis that was cut at its longest has none.
    """

    pieces: tuple[str, ...]
    score: float


class Engine(ABC):
    """Runs one model.

    Attributes:
        name: what it is called in `ENGINES`.
        precision: the numbers that it computes with, by its own name for them.
    """

    name: str
    precision: str

    @abstractmethod
    def search(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> Iterator[tuple[int, list[Hypothesis]]]:
        """The place of each segment with its hypotheses, best first, as they are found: in any order.

        A segment is its source's pieces, `</s>` at their end. What a segment gets does not depend on the others. While
        the caller looks at hypotheses the engine may go on with further segments.
        """

    def generate(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> list[list[Hypothesis]]:
        """The hypotheses of each segment, best first, in the order of the segments; see `search`."""
        found: list[list[Hypothesis]] = [[] for _ in segments]
        for place, hypotheses in self.search(segments, decoding):
            found[place] = hypotheses
        return found


# name -> the module with a function `load(folder, runtime) -> Engine`
ENGINES = {"ctranslate2": "abrege.engines.ctranslate2", "transformers": "abrege.engines.transformers"}


def load_engine(folder: Path, runtime: Runtime = DEFAULT_RUNTIME) -> Engine:
    """The engine that a runtime names, with the model of a folder.

    Raises:
        UsageError: no engine or device has that name, or the engine has no such device or compute type.
        ModelError: the folder has no model that the engine can run.
    """
    if runtime.engine not in ENGINES:
        raise UsageError(f"no engine is called {runtime.engine!r}; there is {', '.join(ENGINES)}")
    if runtime.threads < 0:
        raise UsageError(f"threads is {runtime.threads}, but cannot be less than 0")
    if runtime.device not in DEVICES:
        raise UsageError(f"no device is called {runtime.device!r}; there is {', '.join(DEVICES)}")
    engine: Engine = import_module(ENGINES[runtime.engine]).load(folder, runtime)
    return engine
