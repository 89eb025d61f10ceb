"""The best of a model's own hypotheses, judged against the reference, as further targets: what it can say, said best.

A small model that learns from references alone is pulled towards what it cannot say; of its own hypotheses it can learn
every one. That is sequence-level interpolation (Kim & Rush 2016) with the student as its own teacher. The result is an
.npz for `train.py --more`, as distill.py writes it. Texts are drawn by their weight in the branch.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from distill import first_rows, save_targets
from encode import TAGS
from train import load_rows

CHUNK = 512
SHORTEST, LONGEST = 5, 90  # pieces of a source that is worth it


def drawn(data: dict[str, np.ndarray], text: np.ndarray, tags: list[int], seed: int) -> np.ndarray:
    """A row of each text that is to be translated, in the order of a draw by weight without replacement.

    Rows of other tasks are left to their own targets.
    """
    rows = first_rows(text)
    fit = (data["source_length"][rows] >= SHORTEST) & (data["source_length"][rows] <= LONGEST)
    rows = rows[fit & ~np.isin(data["pieces"][data["source"][rows]], tags)]
    key = np.log(np.random.default_rng(seed).random(len(rows))) / np.maximum(data["branch"][rows], 1e-6)
    return rows[np.argsort(-key)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a = parser.add_argument
    a("data", type=Path, help="folder with data.npz and joint.model")
    a("model", type=Path, help="folder that export.py wrote")
    a("out", type=Path, help="the .npz to write")
    a("--seconds", type=float, default=1500)
    a("--beam", type=int, default=8)
    a("--share", type=float, default=0.8, help="share of a pair's weight that goes to the hypothesis")
    a("--processors", type=int, default=2)
    a("--seed", type=int, default=1)
    args = parser.parse_args()

    import ctranslate2
    import sentencepiece as spm
    from sacrebleu.metrics import BLEU, CHRF
    from tqdm import tqdm

    data = load_rows([args.data / "data.npz"])
    text = np.load(args.data / "data.npz")["text"]
    sp = spm.SentencePieceProcessor(model_file=str(args.data / "joint.model"))
    translator = ctranslate2.Translator(
        str(args.model / "ct2"), compute_type="int8", inter_threads=args.processors, intra_threads=1
    )
    bleu, chrf = BLEU(effective_order=True), CHRF()

    def decoded(side: str, row: int) -> list[int]:
        start = data[side][row]
        return [int(i) for i in data["pieces"][start : start + data[f"{side}_length"][row] - 1]]

    order = drawn(data, text, [sp.piece_to_id(tag) for tag in TAGS], args.seed)
    rows, targets, gained = list[int](), list[np.ndarray](), 0.0
    begin = time.monotonic()
    bar = tqdm(range(0, len(order), CHUNK), unit=f"{CHUNK} texts", disable=None)
    for k in bar:
        if time.monotonic() - begin > args.seconds:
            break
        chunk = sorted(order[k : k + CHUNK].tolist(), key=lambda row: data["source_length"][row])
        sources = [[*(sp.id_to_piece(i) for i in decoded("source", row)), "</s>"] for row in chunk]
        found = translator.translate_batch(
            sources, beam_size=args.beam, num_hypotheses=args.beam, max_batch_size=900, batch_type="tokens",
            max_decoding_length=130,
        )  # fmt: skip
        for row, result in zip(chunk, found, strict=True):
            reference = [sp.decode(decoded("target", row))]
            hypotheses = [sp.decode_pieces(h) for h in result.hypotheses]
            scores = [
                chrf.sentence_score(h, reference).score + bleu.sentence_score(h, reference).score for h in hypotheses
            ]
            best = int(np.argmax(scores))
            gained += (scores[best] - scores[0]) / 2
            rows.append(row)
            targets.append(np.array([*(sp.piece_to_id(p) for p in result.hypotheses[best]), 0], np.int16))
    if not rows:
        raise SystemExit("no text was translated; give it more --seconds")
    print(f"{len(rows)} texts; the best hypothesis has {gained / len(rows):.1f} points more than the first", flush=True)
    save_targets(args.out, data, text, rows, targets, args.share)


if __name__ == "__main__":
    main()
