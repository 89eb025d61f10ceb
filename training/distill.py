"""A teacher's translations of the training sources, as further rows for a student (Kim & Rush 2016, sequence level).

Each row that distil.npz adds has a source of data.npz and the teacher's best hypothesis for it as its target; `rescale`
says what share of its weight each row of data.npz keeps.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from train import Rows, load_model, load_rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a = parser.add_argument
    a("data", type=Path, help="folder with data.npz")
    a("teacher", type=Path, help="model.safetensors that train.py wrote")
    a("out", type=Path, help="the .npz to write")
    a("--beam", type=int, default=4)
    a("--batch", type=int, default=60_000, help="source positions in a batch, beams not counted")
    a("--seconds", type=float, default=1e9, help="stop after this time; the rows that weigh most come first")
    a("--share", type=float, default=0.6, help="share of a pair's weight that goes to the teacher's translation")
    args = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = load_model(args.teacher, device).to(torch.bfloat16 if device == "cuda" else torch.float32)
    model.positions = model.positions.float()
    raw = np.load(args.data / "data.npz")
    text = raw["text"]
    data = load_rows([args.data / "data.npz"])
    rows = Rows(data, device, model.shape.pad)
    # stories and other tasks are left to their own targets
    first = first_rows(text)
    several = np.concatenate([text[1:] == text[:-1], [False]])[first]
    first = first[several & (data["source_length"][first] <= 110)]
    importance = np.round(np.log2(data["trunk"][first] * 8 + 1e-3))
    order = first[np.lexsort((data["source_length"][first], -importance))]
    begin, targets, done = time.monotonic(), [], []
    k = 0
    while k < len(order) and time.monotonic() - begin < args.seconds:
        n = 1
        while k + n < len(order) and n < 6000 and (n + 1) * data["source_length"][order[k + n]] <= args.batch:
            n += 1
        chosen = order[k : k + n]
        source = rows.tensor(torch.from_numpy(chosen).to(device), "source", int(data["source_length"][chosen].max()))
        longest = min(int(source.size(1) * 1.6) + 10, 160)
        best, _ = model.beam_search(source, args.beam, longest)
        out = best.to(torch.int16).cpu().numpy()
        lengths = (out != model.shape.pad).sum(1)
        for row, ids, length in zip(chosen, out, lengths, strict=True):
            if 1 < length < longest:  # with its </s>; one that never ended is none
                targets.append(ids[:length])
                done.append(row)
        k += n
    seconds = time.monotonic() - begin
    total = sum(map(len, targets))
    print(
        f"{len(done)} of {len(order)} texts, {total / 1e6:.2f} M pieces, {seconds:.0f} s, {total / seconds:.0f} a second",
        flush=True,
    )
    if not done:
        raise SystemExit("the teacher ended none of its translations: it has not learnt enough; train it longer")
    save_targets(args.out, data, text, done, targets, args.share)


def first_rows(text: np.ndarray) -> np.ndarray:
    """The first row of each text, which is its best encoding; `text` has the number of the text of each row."""
    return np.flatnonzero(np.concatenate([[True], text[1:] != text[:-1]]))


def save_targets(
    out: Path, data: dict[str, np.ndarray], text: np.ndarray, rows: list[int], targets: list[np.ndarray], share: float
) -> None:
    """Further targets of texts, each the ids with the </s>, as rows that take over a share of their weight.

    Args:
        text: the number of the text of each row of `data`; every encoding of a text learns the same new target.
        rows: a row of each text.
    """
    length = np.array([len(t) for t in targets])
    start = np.concatenate([[0], np.cumsum(length)[:-1]])
    which = np.full(text.max() + 1, -1)
    which[text[np.array(rows)]] = np.arange(len(rows))
    sibling = np.flatnonzero(which[text] >= 0)
    target = which[text[sibling]]
    rescale = np.ones(len(text), np.float32)
    rescale[sibling] = 1 - share
    np.savez(
        out, pieces=np.concatenate(targets), source=data["source"][sibling], source_length=data["source_length"][sibling],
        target=start[target], target_length=length[target].astype(np.int32), trunk=data["trunk"][sibling] * share,
        branch=data["branch"][sibling] * share, rescale=rescale, absolute=np.ones(1),
    )  # fmt: skip


if __name__ == "__main__":
    main()
