"""One French sentence a line in, one English one a line out: the least that CTranslate2 and sentencepiece need for it.

    python benchmarks/bare_ctranslate2.py MODEL_FOLDER WORKERS THREADS_OF_A_WORKER BATCH < sentences

No option parser, so that nothing but the two libraries is loaded.
"""

from __future__ import annotations

import sys
from typing import Any

import ctranslate2
import sentencepiece


def load(folder: str, workers: int, threads: int) -> Any:
    """The model of `folder/ct2` in int8."""
    return ctranslate2.Translator(
        f"{folder}/ct2", compute_type="int8_float32", inter_threads=workers, intra_threads=threads
    )


def translate(
    translator: Any, segments: list[list[str]], beam: int = 4, hypotheses: int = 1, batch: int = 0, vmap: bool = False
) -> list[list[str]]:
    """The best hypothesis of each segment; a batch of 0 has all of them, else CTranslate2 sorts them by length."""
    results = translator.translate_batch(
        segments, beam_size=beam, num_hypotheses=hypotheses, max_batch_size=batch, use_vmap=vmap
    )
    return [result.hypotheses[0] for result in results]


def main() -> None:
    folder, workers, threads, batch = sys.argv[1], *map(int, sys.argv[2:])
    source, target = (
        sentencepiece.SentencePieceProcessor(model_file=f"{folder}/{x}.spm") for x in ("source", "target")
    )
    segments = [[*source.encode(line.rstrip("\n"), out_type=str), "</s>"] for line in sys.stdin]
    for pieces in translate(load(folder, workers, threads), segments, batch=batch):
        print(target.decode(pieces))


if __name__ == "__main__":
    main()
