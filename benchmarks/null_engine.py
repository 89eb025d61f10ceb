"""abrege's commands with a further engine, which gives its source back at once: they show what all else costs.

python benchmarks/null_engine.py translate --engine null < text
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from abrege.engines.base import ENGINES, Decoding, Engine, Hypothesis, Runtime


class NullEngine(Engine):
    """As many hypotheses as a real engine gives, each with strings of its own, as a real engine's have."""

    name, precision = "null", "none"

    def search(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> Iterator[tuple[int, list[Hypothesis]]]:
        """See `Engine.search`."""
        count = min(decoding.hypotheses, decoding.beam)
        for k, segment in enumerate(segments):
            yield k, [Hypothesis(tuple(_copy(p) for p in segment[:-1]), -1.0) for _ in range(count)]


def load(folder: Path, runtime: Runtime) -> Engine:
    """The engine; there is nothing to load."""
    return NullEngine()


def _copy(piece: str) -> str:
    return piece.encode().decode()


if __name__ == "__main__":
    ENGINES["null"] = "null_engine"
    from abrege.cli import main

    main()
