"""Articles in; seconds from the start of a process to its end, and its peak memory, of abrege and its rivals, out."""

from __future__ import annotations

import statistics
import tempfile
from functools import partial
from pathlib import Path

from measuring import ABREGE, HERE, MB, MODEL, PYTHON, THREADS, Run, Settings, rounds, run, small_model, spread, table

HEADING = "Cold start"
_ONE_BATCH = "bare CTranslate2, one batch, threads within it"
_WORKERS = "bare CTranslate2, batches of 8, a worker a thread"
_CLICK = '`python -c "import click"`'


def measure(settings: Settings) -> str:
    """Two tables: what comes before any translation, and each article by each contender."""
    threads = max(THREADS)
    starts: dict[str, list[str]] = {
        "`python -c pass`": [*PYTHON, "-c", "pass"],
        _CLICK: [*PYTHON, "-c", "import click"],
        "`abrege --help`": [*ABREGE, "--help"],
    }
    found = rounds({name: partial(run, command, threads) for name, command in starts.items()}, settings.repeats)
    parts = [_table("start", found, [_CLICK])]
    for article in settings.articles:
        sentences = french_sentences(article)
        with tempfile.TemporaryDirectory() as folder:
            lines = Path(folder) / "sentences"
            lines.write_text("".join(f"{s}\n" for s in sentences), encoding="utf-8")
            found = rounds(
                {
                    "`abrege translate`": partial(run, [*ABREGE, "translate", *MODEL, article], threads),
                    _ONE_BATCH: partial(run, _bare(1, threads, 0), threads, lines),
                    _WORKERS: partial(run, _bare(threads, 1, 8), threads, lines),
                    "plain transformers, batches of 8": partial(run, _transformers(threads, 8), threads, lines),
                },
                settings.repeats,
            )
        for name in list(found)[1:]:
            assert all(r.output.count("\n") == len(sentences) for r in found[name]), name
        parts.append(_table(f"{article.name}, {len(sentences)} sentences", found, [_ONE_BATCH, _WORKERS]))
    return "\n\n".join(
        [
            f"From the start of a process to its end, the text on its standard output; {threads} threads, files in the "
            "page cache, beam 4, the same weights (int8; plain transformers: float32). abrege reads the article; its "
            "rivals get its French sentences, already split, one a line. Peak memory is that of the process tree.",
            *parts,
        ]
    )


def french_sentences(article: Path) -> list[str]:
    """The sentences of an article that abrege translates."""
    from abrege.reading import read

    blocks = read(article).blocks
    return [s.source for block in blocks if block.kind != "code" for s in block.sentences if s.lang == "fr"]


def _bare(workers: int, threads: int, batch: int) -> list[str]:
    script = str(HERE / "bare_ctranslate2.py")
    return [*PYTHON, script, str(small_model()), str(workers), str(threads), str(batch)]


def _transformers(threads: int, batch: int) -> list[str]:
    return [*PYTHON, str(HERE / "plain_transformers.py"), str(small_model()), str(threads), str(batch)]


def _table(what: str, found: dict[str, list[Run]], rivals: list[str]) -> str:
    """Times as they are and against the fastest of the rivals."""
    middle = {name: statistics.median(r.seconds for r in runs) for name, runs in found.items()}
    rival = min(rivals, key=lambda name: middle[name])
    rows = [
        [
            name,
            spread((r.seconds for r in runs), 3),
            f"{middle[name] / middle[rival]:.2f}",
            spread((r.peak / MB for r in runs), 0),
        ]
        for name, runs in found.items()
    ]
    return table([what, "seconds", f"times {rival}", "peak memory, MB"], rows)
