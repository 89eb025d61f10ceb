"""`abrege translate` in a process of its own, with a stopwatch; what each stage took, as JSON, into a file.

    python benchmarks/trace_stages.py STARTED OUT ARTICLE

STARTED is `time.perf_counter()` of whoever starts this process (on Linux one clock for all processes).
"""

import time

BEGUN = time.perf_counter()

import json  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from functools import wraps  # noqa: E402
from importlib import import_module  # noqa: E402
from pathlib import Path  # noqa: E402
from types import GeneratorType  # noqa: E402
from typing import Any  # noqa: E402

IMPORTS: dict[str, list[str]] = {
    "the standard library": [],  # what stands above, and abrege needs as well
    "click": ["click"],
    "ctranslate2": ["ctranslate2"],
    "sentencepiece": ["sentencepiece"],
    "abrege itself": [
        "abrege.cli",
        "abrege.cli.translate",
        "abrege.streaming",
        "abrege.rendering",
        "abrege.engines.ctranslate2",
    ],
}
# stage -> functions and methods, by the modules that define them; what one calls that is in another stage counts there
STAGES = {
    "reading and segmentation": ["reading.source:BlockStream.__init__", "reading.source:BlockStream.__iter__"],
    "loading the model": ["engines.ctranslate2:CTranslate2Engine.__init__"],
    "loading the tokenizer": ["generation.tokenizer:Tokenizer.__init__"],
    "loading the lexicon": ["fidelity.coverage:lexicon"],
    "planning and tokenisation": ["generation.planning:plan", "generation.tokenizer:Tokenizer.encode"],
    "decoding": ["engines.ctranslate2:CTranslate2Engine.search"],
    "ranking, finishing, checking": ["generation.translator:Translator.translate", "translation:translate_blocks"],
    "rendering": ["rendering.plain:render_block"],
}
REST = "the command line, writing"


class Stopwatch:
    """Seconds a stage; a stage that is entered within another stops the clock of the outer one."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._open: list[str] = []
        self._since = time.perf_counter()

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        self._lap()
        self._open.append(stage)
        try:
            yield
        finally:
            self._lap()
            self._open.pop()

    def _lap(self) -> None:
        now = time.perf_counter()
        if self._open:
            self.seconds[self._open[-1]] = self.seconds.get(self._open[-1], 0) + now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with its time, or that of what it yields, counted to the stage."""

        @wraps(function)
        def wrapper(*args: Any, **named: Any) -> Any:
            with self(stage):
                result = function(*args, **named)
            return self._steps(stage, result) if isinstance(result, GeneratorType) else result

        return wrapper

    def _steps(self, stage: str, items: Iterator[Any]) -> Iterator[Any]:
        nothing = object()
        while True:
            with self(stage):
                item = next(items, nothing)
            if item is nothing:
                return
            yield item


def wrap(watch: Stopwatch) -> None:
    """Put the stopwatch around every function in `STAGES`, in all modules that have imported it."""
    for stage, places in STAGES.items():
        for place in places:
            module, _, name = place.partition(":")
            holder: Any = import_module(f"abrege.{module}")
            *outer, name = name.split(".")
            for part in outer:
                holder = getattr(holder, part)
            original = getattr(holder, name)
            timed = watch.timed(stage, original)
            setattr(holder, name, timed)
            for other in [m for key, m in sys.modules.items() if key.startswith("abrege") and not outer]:
                for alias in [key for key, value in vars(other).items() if value is original]:
                    setattr(other, alias, timed)


def main() -> None:
    started, out, article = float(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    watch = Stopwatch()
    watch.seconds = {"start of Python": BEGUN - started, "importing the standard library": time.perf_counter() - BEGUN}
    for group, modules in IMPORTS.items():
        with watch(f"importing {group}"):
            for module in modules:
                import_module(module)
    wrap(watch)
    from abrege.cli import main as abrege

    try:
        with watch(REST):
            abrege(["translate", "--model", "small", article])
    except SystemExit as leaving:
        if leaving.code:
            raise
    watch.seconds["ended"] = time.perf_counter()
    out.write_text(json.dumps(watch.seconds), encoding="utf-8")


if __name__ == "__main__":
    main()
