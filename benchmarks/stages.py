"""Articles in; how many milliseconds each stage of `abrege translate` takes, from a cold start, out."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

from measuring import HERE, PYTHON, THREADS, Settings, rounds, run, spread, table
from trace_stages import IMPORTS, REST, STAGES

HEADING = "Where the time goes"
_START, _END = "start of Python", "end of the process"
ORDER = (_START, *(f"importing {group}" for group in IMPORTS), *STAGES, REST, _END)


def measure(settings: Settings) -> str:
    """A table with a row a stage, for each article."""
    tables = []
    for article in settings.articles:
        found = rounds({"": partial(_trace, article)}, settings.repeats)[""]
        whole = statistics.median(sum(stages.values()) for stages in found)
        rows = []
        for stage in ORDER:
            times = [stages.get(stage, 0.0) for stages in found]
            rows.append([stage, spread((1000 * t for t in times), 0), f"{statistics.median(times) / whole:.0%}"])
        rows.append(["all of it", spread((1000 * sum(stages.values()) for stages in found), 0), "100%"])
        tables.append(table([article.name, "milliseconds", "share"], rows))
    note = (
        f"`abrege translate` of an article in a fresh process, {max(THREADS)} threads, by a stopwatch around its "
        "functions (`benchmarks/trace_stages.py`); what a stage calls of another one counts there."
    )
    return "\n\n".join([note, *tables])


def _trace(article: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "stages"
        started = time.perf_counter()
        run([*PYTHON, str(HERE / "trace_stages.py"), repr(started), out, article], max(THREADS))
        finished = time.perf_counter()
        stages: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
    stages[_END] = finished - stages.pop("ended")
    return stages
