"""What many tests need: the bundled translator, loaded once, the samples, and the command line run in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from abrege.generation import Translator
from abrege.translation import load_translator

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="session", autouse=True)
def away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the user has pulled, pinned or set does not count; conversions are made anew."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
            patch.setenv(variable, str(tmp_path_factory.mktemp(variable)))
        for variable in ("ABREGE_MODEL", "ABREGE_SUMMARY_MODEL"):
            patch.delenv(variable, raising=False)
        yield


@pytest.fixture(scope="session")
def translator() -> Translator:
    """The bundled model, by name, whatever else is on disk."""
    return load_translator("small")


@pytest.fixture
def samples() -> Path:
    return SAMPLES


@dataclass(frozen=True)
class Result:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def abrege(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `abrege ARGS` with bytes or text as standard input."""
    from abrege.cli import main

    def run(*args: object, stdin: str | bytes = b"") -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as leaving:
                main([str(a) for a in args])
            out.flush()
            err.flush()
        printed = [s.buffer.getvalue().decode() for s in (out, err)]  # type: ignore[attr-defined]
        return Result(int(leaving.value.code or 0), printed[0], printed[1])

    return run
