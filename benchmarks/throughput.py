"""Sentences of newstest2013 in; how many a second abrege and its rivals translate once everything is loaded, out."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any

from measuring import THREADS, Settings, rounds, spread, table, worker
from warm import time_abrege, time_bare, time_engine, time_transformers

HEADING = "Throughput"
BEAMS = (1, 4)
CELLS = [(threads, beam) for threads in THREADS for beam in BEAMS]
BATCHES = (1, 8, 32, 64, 256)
ONE_BY_ONE, OF_EIGHT = "plain transformers, one by one", "plain transformers, batches of 8"
BARE, BARE_ALL = "bare CTranslate2, 1 hypothesis", "bare CTranslate2, 4 hypotheses"
ENGINE, ABREGE = "abrege's engine", "abrege"

_Setting = tuple[int, int, int]  # workers, threads of each, batch (0: all at once)
_Timer = Callable[[list[str]], float]


def measure(settings: Settings) -> str:
    """Rates of all contenders, their ratios, and the settings that were tried for bare CTranslate2."""
    sentences = settings.side("newstest2013.fr")[: settings.sentences]
    some = over_all_lengths(sentences, settings.slow_sentences)
    tried: dict[tuple[int, int], dict[_Setting, float]] = {}
    rates: dict[tuple[int, int], dict[str, list[float]]] = {}
    for threads in THREADS:
        # transformers has a process of its own, so that nobody shares torch's threads
        with worker(threads) as quick, worker(threads) as slow:
            for beam in BEAMS:
                settled = _try_settings(quick, sentences, threads, beam)
                best = max(settled, key=settled.__getitem__)
                rates[threads, beam] = _side_by_side(
                    quick, slow, sentences, some, threads, beam, best, settings.repeats
                )
                tried[threads, beam] = settled
    head = [f"{threads} thread{'s'[: threads - 1]}, beam {beam}" for threads, beam in CELLS]
    return "\n\n".join(
        [
            f"First {len(sentences)} sentences of newstest2013, everything loaded; plain transformers in one process, "
            f"the others in another. Plain transformers gets {len(some)} of them, spread evenly over their lengths, as "
            "text (float32). Bare CTranslate2 and abrege's engine get the pieces of all (int8), the engine giving all "
            "hypotheses of the beam. abrege gets the text; it plans, ranks all hypotheses, mends and checks.",
            table(["sentences a second", *head], _rows(rates)),
            table(["ratio of rates", *head], _ratios(rates)),
            "Bare CTranslate2, one run at each setting, sentences a second; the fastest of a column is the rival "
            "above, and was measured again there. CTranslate2 sorts by length what it divides into batches.",
            table(["workers × threads, batch", *head], _tried(tried, len(sentences))),
        ]
    )


def over_all_lengths(sentences: list[str], count: int) -> list[str]:
    """Some of the sentences, in their order, whose lengths are distributed as those of all."""
    by_length = sorted(range(len(sentences)), key=lambda k: len(sentences[k]))
    count = min(count, len(sentences))
    return [sentences[k] for k in sorted(by_length[(2 * n + 1) * len(sentences) // (2 * count)] for n in range(count))]


def _timer(pool: ProcessPoolExecutor, function: Callable[..., float], *settings: Any) -> _Timer:
    return lambda text: pool.submit(function, text, *settings).result()


def _try_settings(pool: ProcessPoolExecutor, sentences: list[str], threads: int, beam: int) -> dict[_Setting, float]:
    """Sentences a second of bare CTranslate2, with a worker a thread and with one worker that has all threads."""
    found = {}
    for workers, inner in sorted({(threads, 1), (1, threads)}):
        # of several workers only one would have work if all were in one batch
        for batch in [*(b for b in BATCHES if b < len(sentences)), *([0] if workers == 1 else [])]:
            timer = _timer(pool, time_bare, workers, inner, beam, 1, batch)
            timer(sentences[:16])
            found[workers, inner, batch] = len(sentences) / timer(sentences)
    return found


def _side_by_side(
    quick: ProcessPoolExecutor,
    slow: ProcessPoolExecutor,
    sentences: list[str],
    some: list[str],
    threads: int,
    beam: int,
    best: _Setting,
    repeats: int,
) -> dict[str, list[float]]:
    """Sentences a second of each contender in each round."""
    workers, inner, batch = best
    contenders: dict[str, tuple[_Timer, list[str]]] = {
        ONE_BY_ONE: (_timer(slow, time_transformers, threads, beam, 1), some),
        OF_EIGHT: (_timer(slow, time_transformers, threads, beam, 8), some),
        BARE: (_timer(quick, time_bare, workers, inner, beam, 1, batch), sentences),
        ENGINE: (_timer(quick, time_engine, threads, beam), sentences),
        ABREGE: (_timer(quick, time_abrege, threads, beam), sentences),
    }
    if beam > 1:
        contenders[BARE_ALL] = (_timer(quick, time_bare, workers, inner, beam, beam, batch), sentences)
    for timer, text in contenders.values():
        timer(text[:16])
    found = rounds({name: partial(timer, text) for name, (timer, text) in contenders.items()}, repeats, warm_up=False)
    return {name: [len(contenders[name][1]) / s for s in seconds] for name, seconds in found.items()}


def _rows(rates: dict[tuple[int, int], dict[str, list[float]]]) -> list[list[str]]:
    names = (ONE_BY_ONE, OF_EIGHT, BARE, BARE_ALL, ENGINE, ABREGE)
    return [[name, *(spread(rates[c][name], 1) if name in rates[c] else "" for c in CELLS)] for name in names]


def _ratios(rates: dict[tuple[int, int], dict[str, list[float]]]) -> list[list[str]]:
    middle = {cell: {name: statistics.median(r) for name, r in found.items()} for cell, found in rates.items()}
    for found in middle.values():
        found.setdefault(BARE_ALL, found[BARE])  # at beam 1 they are the same
    pairs = [(ENGINE, BARE), (ENGINE, BARE_ALL), (ABREGE, BARE_ALL), (ABREGE, OF_EIGHT), (ABREGE, ONE_BY_ONE)]
    return [[f"{a} / {b}", *(f"{middle[c][a] / middle[c][b]:.2f}" for c in CELLS)] for a, b in pairs]


def _tried(tried: dict[tuple[int, int], dict[_Setting, float]], count: int) -> list[list[str]]:
    settings = list(dict.fromkeys(setting for cell in CELLS for setting in tried[cell]))
    return [
        [
            f"{workers} × {threads}, {batch or f'all {count}'}",
            *(
                f"{tried[c][workers, threads, batch]:.1f}" if (workers, threads, batch) in tried[c] else ""
                for c in CELLS
            ),
        ]
        for workers, threads, batch in settings
    ]
