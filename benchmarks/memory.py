"""Sentences of newstest2013 in; memory and time of `abrege translate` and `digest` by the length of a text, out."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

from measuring import ABREGE, HERE, MB, MODEL, PYTHON, THREADS, Run, Settings, rounds, run, spread, table

HEADING = "Memory, and long texts"
SIZES = (100, 1_000, 10_000)
ONCE = 10_000  # a text this long or longer is translated once
NULL_SIZES = (10_000, 100_000)
WHOLE_SIZES = (1_000, 10_000)
SHORT = 80  # characters: only sentences that are no longer make the streams, to have them done in time

_NULL = [*PYTHON, str(HERE / "null_engine.py")]


def measure(settings: Settings) -> str:
    """A table of streams, and one of what needs the whole article."""
    sentences = split(settings.side("newstest2013.fr"))
    with tempfile.TemporaryDirectory() as folder:
        streams, null = _measure_streams(Path(folder), [s for s in sentences if len(s) <= SHORT], settings.repeats)
        whole = _measure_whole(Path(folder), sentences)
    slopes = [[name, *(f"{r.peak / MB:,.0f}" for r in runs), f"{_slope(*runs):,.0f}"] for name, runs in whole.items()]
    return "\n\n".join(
        [
            f"`abrege translate < text`, {max(THREADS)} threads, beam 4, every sentence a paragraph. The sentences are "
            f"those of newstest2013 with at most {SHORT} characters, again and again with another ending, so that none "
            f"comes twice; a shorter text is a sample of the {ONCE:,}; these and more were measured once. Time is "
            "that of the whole process. The null engine gives "
            "its source back at once (here at beam 1). The peak memory for an article stands under Cold start.",
            table(
                ["sentences", "peak memory, MB", "milliseconds a sentence"],
                [*_rows(streams, ""), *_rows(null, ", null engine")],
            ),
            f"Beyond {SIZES[0]:,} sentences, before which the process starts, a sentence of {SIZES[2]:,} takes "
            f"{_growth(streams):.2f} times as long as one of {SIZES[1]:,}. What needs the whole "
            "article, sentences of all lengths, null engine with four hypotheses each, once:",
            table(["", *(f"{size:,} sentences, MB" for size in WHOLE_SIZES), "bytes a further sentence costs"], slopes),
        ]
    )


def split(lines: list[str]) -> list[str]:
    """The sentences of lines, those alone that end as a sentence does."""
    from abrege.text.sentences import split_sentences

    return [s for line in lines for s in split_sentences(line) if s.endswith((".", "?", "!"))]


def endless(sentences: list[str]) -> Iterator[str]:
    """The sentences again and again, each time with another number at their end."""
    for turn in count(1):
        for sentence in sentences:
            yield f"{sentence[:-1].rstrip()}, {turn} fois{sentence[-1]}"


def _measure_streams(
    folder: Path, sentences: list[str], repeats: int
) -> tuple[dict[int, list[Run]], dict[int, list[Run]]]:
    """Runs of each size with the usual engine and with the null engine."""
    threads = max(THREADS)
    texts = {size: _text(folder, sentences, size) for size in {*SIZES, *NULL_SIZES}}
    contenders = {str(size): partial(run, [*ABREGE, "translate", *MODEL], threads, texts[size]) for size in SIZES}
    often = {size: contender for size, contender in contenders.items() if int(size) < ONCE}
    found = rounds(often, repeats, warm_up=False)
    found |= rounds({size: c for size, c in contenders.items() if size not in often}, 1, warm_up=False)
    null = [*_NULL, "translate", *MODEL, "--engine", "null", "--beam", "1"]
    return (
        {int(size): runs for size, runs in found.items()},
        {size: [run(null, threads, texts[size])] for size in NULL_SIZES},
    )


def _measure_whole(folder: Path, sentences: list[str]) -> dict[str, list[Run]]:
    """A run of each size of what holds the whole article."""
    texts = [_text(folder, sentences, size) for size in WHOLE_SIZES]
    return {
        f"`abrege {command} --json`": [
            run([*_NULL, command, *MODEL, "--json", "--engine", "null"], max(THREADS), text) for text in texts
        ]
        for command in ("translate", "digest")
    }


def _text(folder: Path, sentences: list[str], size: int) -> Path:
    path = folder / str(size)
    step = max(1, SIZES[-1] // size)  # so that a shorter text has no other kinds of sentences than a longer one
    path.write_text("\n\n".join(islice(endless(sentences), 0, size * step, step)) + "\n", encoding="utf-8")
    return path


def _rows(found: dict[int, list[Run]], engine: str) -> Iterator[list[str]]:
    for size, runs in found.items():
        each = (1000 * r.seconds / size for r in runs)
        yield [f"{size:,}{engine}", spread((r.peak / MB for r in runs), 0), spread(each)]


def _growth(streams: dict[int, list[Run]]) -> float:
    start, few, many = (statistics.median(r.seconds for r in streams[size]) for size in SIZES)
    return (many - start) / (SIZES[2] - SIZES[0]) / ((few - start) / (SIZES[1] - SIZES[0]))


def _slope(few: Run, many: Run) -> float:
    return (many.peak - few.peak) / (WHOLE_SIZES[1] - WHOLE_SIZES[0])
