"""Clean pairs in, a compact table of word translations out: each French word with the English words it is translated by.

Two IBM models 1 (Brown et al. 1993) with fast_align's prior for the diagonal (Dyer et al. 2013), one in each direction, are
trained on words in lower case; a translation is kept where both directions find it likely. The table serves the tool to see
whether the content of a source stands in its target.
"""

from __future__ import annotations

import argparse
import gzip
import re
import tomllib
from collections import Counter
from pathlib import Path

import numpy as np

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
NULL = 0.08  # probability that a word has no counterpart


def words(text: str) -> list[str]:
    """The words of a text in lower case; an elision (l', qu') is a word of its own and left out when of one letter."""
    return [w for w in _WORD.findall(text.lower()) if len(w) > 1]


def read(folder: Path, limit: int) -> list[tuple[list[str], list[str]]]:
    """Up to `limit` pairs of at most 40 words, the sources that weigh most first."""
    weights = tomllib.loads(Path(__file__).with_name("weights.toml").read_text())
    pairs: list[tuple[list[str], list[str]]] = []
    for path in sorted(folder.glob("*.tsv"), key=lambda p: -weights.get(p.stem, weights["other"])["branch"]):
        for line in path.read_text(encoding="utf-8").splitlines():
            source, _, target = line.partition("\t")
            a, b = words(source), words(target)
            if a and b and max(len(a), len(b)) <= 40:
                pairs.append((a, b))
            if len(pairs) == limit:
                return pairs
    return pairs


def numbered(texts: list[list[str]], least: int) -> tuple[list[str], list[list[int]]]:
    """A vocabulary of the words that stand at least `least` times, and the texts as its numbers; 0 is any other word."""
    counts = Counter(w for text in texts for w in text)
    vocabulary = ["", *(w for w, n in counts.most_common() if n >= least)]
    number = {w: k for k, w in enumerate(vocabulary)}
    return vocabulary, [[number.get(w, 0) for w in text] for text in texts]


def align(sources: list[list[int]], targets: list[list[int]], size: int, rounds: int = 5) -> dict[int, float]:
    """p(target | source) of every pair of words that meet, keyed by source * size + target.

    All meetings of a source position with a target position lie in one flat array; those of one target position are
    neighbours, so that a round is a few passes over it.
    """
    lengths = np.array([(len(s), len(t)) for s, t in zip(sources, targets, strict=True)], np.int64)
    meetings = int((lengths[:, 0] * lengths[:, 1]).sum())
    keys, prior = np.empty(meetings, np.int64), np.empty(meetings, np.float32)
    at = 0
    starts: list[np.ndarray] = []
    for s, t in zip(sources, targets, strict=True):
        m, n = len(s), len(t)
        key = np.array(t)[:, None] + np.array(s)[None] * size
        near = np.exp(-4.0 * np.abs((np.arange(m) + 0.5)[None] / m - (np.arange(n) + 0.5)[:, None] / n))
        keys[at : at + m * n], prior[at : at + m * n] = key.ravel(), (near / near.sum(1, keepdims=True)).ravel()
        starts.append(at + np.arange(n) * m)
        at += m * n
    start = np.concatenate(starts)
    entry, place = np.unique(keys, return_inverse=True)
    del keys
    given = entry // size
    _, given = np.unique(given, return_inverse=True)
    p = np.full(len(entry), 1e-3)
    for _ in range(rounds):
        weight = p[place] * prior
        total = np.add.reduceat(weight, start) + NULL * 1e-3
        weight /= np.repeat(total, np.diff(np.append(start, meetings)))
        count = np.bincount(place, weight, len(entry))
        p = count / (np.bincount(given, count) + 1e-9)[given]
    keep = p > 0.01
    return dict(zip(entry[keep].tolist(), p[keep].tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path, help="folder that clean.py wrote")
    parser.add_argument("out", type=Path, help="the table to write, gzipped: French word, tab, English words")
    parser.add_argument("--pairs", type=int, default=450_000)
    parser.add_argument("--least", type=int, default=2, help="occurrences of a word that is kept")
    parser.add_argument("--most", type=int, default=8, help="translations of a word")
    args = parser.parse_args()
    pairs = read(args.clean, args.pairs)
    french, sources = numbered([p[0] for p in pairs], args.least)
    english, targets = numbered([p[1] for p in pairs], args.least)
    print(f"{len(pairs)} pairs, {len(french)} French and {len(english)} English words", flush=True)
    forward = align(sources, targets, len(english))
    backward = align(targets, sources, len(french))
    found: dict[int, list[tuple[float, int]]] = {}
    for key, p in forward.items():
        f, e = divmod(key, len(english))
        q = backward.get(e * len(french) + f, 0.0)
        if f and e and (p * q) ** 0.5 > 0.06:
            found.setdefault(f, []).append((p * q, e))
    lines = []
    for f in sorted(found, key=lambda k: french[k]):
        best = [english[e] for _, e in sorted(found[f], reverse=True)[: args.most]]
        lines.append(f"{french[f]}\t{' '.join(best)}\n")
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print(f"{len(lines)} words, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
