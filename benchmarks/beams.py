"""Sentences of newstest2013 and FLORES in; quality and time of abrege by the beam, all hypotheses ranked, out."""

from __future__ import annotations

import statistics
from functools import partial

from measuring import THREADS, Settings, rounds, spread, table, worker
from scoring import bleu_and_chrf
from warm import time_abrege

HEADING = "Beam and hypotheses"
BEAMS = (1, 2, 4, 6, 8)
USUAL = 4
SETS = {"newstest2013": "newstest2013", "flores-dev": "FLORES-101 dev"}


def measure(settings: Settings) -> str:
    """A row a beam: BLEU and chrF of each set, and the time against that of the usual beam."""
    threads = max(THREADS)
    sides = {name: [settings.side(f"{name}.{x}")[: settings.scored] for x in ("fr", "en")] for name in SETS}
    timed = settings.side("newstest2013.fr")[: settings.sentences]
    with worker(threads) as pool:
        quality = {
            beam: [
                figure
                for sources, references in sides.values()
                for figure in bleu_and_chrf(pool.submit(translate, sources, beam, threads).result(), references)
            ]
            for beam in BEAMS
        }

        def seconds(beam: int) -> float:
            found: float = pool.submit(time_abrege, timed, threads, beam).result()
            return found

        found = rounds({str(beam): partial(seconds, beam) for beam in BEAMS}, settings.repeats, warm_up=False)
    usual = statistics.median(found[str(USUAL)])
    rows = []
    for beam in BEAMS:
        times = found[str(beam)]
        scores = [f"{figure:.2f}" for figure in quality[beam]]
        rows.append([str(beam), *scores, spread(times), f"{statistics.median(times) / usual:.2f}"])
    counts = " and ".join(f"{len(sides[name][0]):,} of {title}" for name, title in SETS.items())
    note = (
        f"abrege as a whole, {threads} threads, all hypotheses of the beam ranked. Quality on the first {counts}; "
        f"time on the first {len(timed)} of newstest2013."
    )
    figures = [f"{title}, {figure}" for title in SETS.values() for figure in ("BLEU", "chrF")]
    return f"{note}\n\n{table(['beam', *figures, 'seconds', f'times beam {USUAL}'], rows)}"


def translate(sources: list[str], beam: int, threads: int) -> list[str]:
    """abrege's translation of each line."""
    from abrege.engines import Runtime
    from abrege.translation import load_translator, translate_lines

    return [
        t.target
        for t in translate_lines(sources, load_translator("small", beam, Runtime("ctranslate2", "cpu", "", threads)))
    ]
