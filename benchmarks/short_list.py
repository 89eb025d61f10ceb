"""Sentences of newstest2013 in; how much faster CTranslate2 is at best with a short-list of target pieces, out.

A short-list (CTranslate2's `vmap.txt`: an n-gram of the source, a tab, the target pieces that it allows, parted by
spaces) is made for a batch from its sources. One whose only n-gram is empty allows the same pieces always; as long as
a real one would be and without its look-ups, it shows what a real one could bring.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from measuring import THREADS, Settings, rounds, small_model, spread, table, worker
from warm import time_bare

HEADING = "A short-list of target pieces"
PIECES = 1_500
BEAM, BATCH = 4, 32


def measure(settings: Settings) -> str:
    """Seconds with and without the short-list, at each number of threads."""
    sentences = settings.side("newstest2013.fr")[: settings.sentences]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        with worker(1) as pool:
            pieces = pool.submit(frequent_pieces, settings.side("newstest2013.fr")[: settings.scored]).result()
        shutil.copytree(small_model() / "ct2", Path(folder) / "ct2")
        (Path(folder) / "ct2" / "vmap.txt").write_text(f"\t{' '.join(pieces)}\n", encoding="utf-8")
        for threads in THREADS:
            with worker(threads) as pool:
                timer = partial(_seconds, pool, sentences, threads)
                found = rounds({model: partial(timer, model) for model in ("", folder)}, settings.repeats)
            without, shorter = found.values()
            ratio = statistics.median(without) / statistics.median(shorter)
            rows.append([str(threads), spread(without), spread(shorter), f"{ratio:.2f}"])
    note = (
        f"Bare CTranslate2, first {len(sentences)} sentences of newstest2013, beam {BEAM}, batches of {BATCH}, a "
        f"worker a thread. In every batch the same {len(pieces):,} pieces are allowed, the most frequent of the "
        "translations: what a short-list could bring at best. A real one is made for a batch, so that translations "
        "depend on their neighbours."
    )
    head = ["threads", "seconds without", f"seconds with {len(pieces):,} pieces", "times as fast"]
    return f"{note}\n\n{table(head, rows)}"


def _seconds(pool: ProcessPoolExecutor, sentences: list[str], threads: int, model: str) -> float:
    seconds: float = pool.submit(time_bare, sentences, threads, 1, BEAM, 1, BATCH, model).result()
    return seconds


def frequent_pieces(sentences: list[str]) -> list[str]:
    """The pieces that come most often in the translations of the sentences."""
    from abrege.engines import Decoding
    from abrege.generation import Tokenizer
    from abrege.text.normalization import for_model
    from abrege.translation import load_translator

    tokenizer = Tokenizer(small_model())
    segments = [tokenizer.encode(for_model(s)) for s in sentences]
    found = load_translator("small").engine.generate(segments, Decoding(beam=1))
    return [piece for piece, _ in Counter(p for f in found for p in f[0].pieces).most_common(PIECES)]
