"""Commands and functions in; their times, their memory, and sections of RESULTS.md out."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).parent
PYTHON = [sys.executable]
ABREGE = [str(Path(sysconfig.get_path("scripts")) / "abrege")]
MODEL = ["--model", "small"]
THREADS = (1, 2)
MB = 1e6

_LIBRARIES = ("abrege", "ctranslate2", "transformers", "torch", "sentencepiece")
_LOOK = 0.01  # seconds between looks at a process's memory
_Measured = TypeVar("_Measured")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is measured, and how much of it.

    Attributes:
        evaluation: the folder with newstest2013.fr, flores-dev.fr, and their .en.
        articles: French texts that are translated from a cold start.
        repeats: rounds, in each of which every contender comes once.
        sentences: how many of newstest2013 throughput is measured with.
        slow_sentences: how many of those plain transformers gets.
        scored: how many of each set are translated where BLEU is wanted.
    """

    evaluation: Path
    articles: tuple[Path, ...]
    repeats: int
    sentences: int
    slow_sentences: int
    scored: int

    def side(self, name: str) -> list[str]:
        """The lines of one side of a set, such as "newstest2013.fr"."""
        return (self.evaluation / name).read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class Run:
    """A finished command: its seconds from start to exit, its tree's peak of memory in bytes, what it printed."""

    seconds: float
    peak: int
    output: str


def run(command: Sequence[str | os.PathLike[str]], threads: int, stdin: Path | None = None) -> Run:
    """Run a command in a fresh process.

    The peak is the sum of the peaks (VmHWM) of the process and its descendants. The kernel's own figure for a child
    (ru_maxrss) would not do: it begins at the size of the process that started the child.

    Raises:
        RuntimeError: the command failed; what it said is in the message.
    """
    peaks: dict[int, int] = {}
    ended = threading.Event()
    variables = {**os.environ, **environment(threads)}
    with open(stdin or os.devnull, "rb") as source, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=out, stderr=said, env=variables)
        watcher = threading.Thread(target=_watch, args=(process.pid, peaks, ended))
        watcher.start()
        code = process.wait()
        seconds = time.perf_counter() - start
        ended.set()
        watcher.join()
        if code:
            said.seek(0)
            raise RuntimeError(f"{' '.join(map(str, command))}: {said.read().decode()}")
        out.seek(0)
        return Run(seconds, sum(peaks.values()), out.read().decode())


def environment(threads: int) -> dict[str, str]:
    """Variables that keep a contender to so many threads of the CPU and away from the network."""
    return {"OMP_NUM_THREADS": str(threads), "CUDA_VISIBLE_DEVICES": "", "HF_HUB_OFFLINE": "1"}


def worker(threads: int, variables: Mapping[str, str] | None = None) -> ProcessPoolExecutor:
    """A process of its own, for functions that are to be called again and again with everything loaded."""
    settings = {**environment(threads), **(variables or {})}
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=_set_environment, initargs=(settings,))


def rounds(
    contenders: Mapping[str, Callable[[], _Measured]], repeats: int, warm_up: bool = True
) -> dict[str, list[_Measured]]:
    """What each contender measured, one after another in each round; a first round to warm up does not count."""
    if warm_up:
        for contender in contenders.values():
            contender()
    found: dict[str, list[_Measured]] = {name: [] for name in contenders}
    for _ in range(repeats):
        for name, contender in contenders.items():
            found[name].append(contender())
    return found


def spread(values: Iterable[float], digits: int = 2) -> str:
    """The median, and the least and the most in brackets."""
    ordered = sorted(values)
    middle, least, most = (f"{v:,.{digits}f}" for v in (statistics.median(ordered), ordered[0], ordered[-1]))
    return f"{middle} ({least}–{most})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def wrapped(body: str) -> str:
    """Markdown with the lines of its paragraphs as long as those of RESULTS.md are; tables stay."""
    fill = partial(textwrap.fill, width=125, break_long_words=False, break_on_hyphens=False)
    return "\n\n".join(part if part.startswith("|") else fill(part) for part in body.split("\n\n"))


def replace_section(path: Path, heading: str, body: str) -> None:
    """Write a section of a Markdown file anew, under the heading `## HEADING`; at the file's end if there is none.

    All else in the file stays; a reader sees the old file or the new one.
    """
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    start = text.find(f"\n## {heading}\n")
    start = len(text) if start < 0 else start
    end = text.find("\n## ", start + 1)
    rest = text[end:] if end >= 0 else ""
    part = path.with_name(f".{path.name}.part")
    part.write_text(f"{text[:start]}\n## {heading}\n\n{body.strip()}\n{rest}", encoding="utf-8")
    os.replace(part, path)


def circumstances(repeats: int) -> str:
    """The machine, the versions and what the figures of a table are, in two sentences."""
    memory = next(
        int(line.split()[1]) * 1024
        for line in Path("/proc/meminfo").read_text().splitlines()
        if line.startswith("MemTotal")
    )
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    system = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"
    machine = f"{processor}, {len(os.sched_getaffinity(0))} cores, {memory / 1e9:.0f} GB, {system}"
    versions = ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in _LIBRARIES)])
    return f"{machine}; {versions}. Rounds: {repeats}; median (least–most); ratios are of medians."


def small_model() -> Path:
    """The folder of the bundled model."""
    from abrege.models import find_card, model_folder

    return model_folder(find_card("small", "translate"))


def _set_environment(variables: dict[str, str]) -> None:
    os.environ.update(variables)


def _watch(root: int, peaks: dict[int, int], ended: threading.Event) -> None:
    while not ended.wait(_LOOK):
        waiting = [root]
        while waiting:
            process = waiting.pop()
            try:
                status = Path(f"/proc/{process}/status").read_text()
                for task in Path(f"/proc/{process}/task").iterdir():
                    waiting += [int(child) for child in (task / "children").read_text().split()]
            except OSError:  # it has ended
                continue
            for line in status.splitlines():
                if line.startswith("VmHWM"):
                    peaks[process] = max(peaks.get(process, 0), int(line.split()[1]) * 1024)
