"""Clean pairs in, a sentencepiece model and packed ids out: several encodings of each source, variants by rule, other tasks.

The result is `data.npz`: `pieces` (all ids, one after the other, each text with its `</s>`), and for each row of the
training set where its source and its target begin and how long they are, its weight in the trunk and in the branch, and
the number of its source text (rows of one pair share it).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece as spm

from abrege.text.normalization import for_model
from augment import PLACEHOLDERS, augmented, english_form, name_pool

TAGS = (">>short<<", ">>title<<", ">>sum<<")
LONGEST, LONGEST_STORY = 120, 230


def rewriter() -> Callable[[str], str]:
    from abrege.text.numbers import english_numbers

    return english_numbers


def read_pairs(path: Path, start: int = 0, stop: int | None = None) -> list[tuple[str, str]]:
    """Lines start to stop of SOURCE.tsv, the numbers of the French in English form as the tool will write them."""
    rewrite, pairs = rewriter(), []
    for line in path.read_text(encoding="utf-8").split("\n")[start:stop]:
        source, _, target = line.partition("\t")
        if target:
            pairs.append(english_form(source, target, rewrite))
    return pairs


def train_vocabulary(folder: Path, weights: dict[str, dict[str, float]], pieces: int, model: Path) -> None:
    """A joint unigram model with byte fallback, split digits, the signs of currency, the tags and the placeholders."""
    rng, text = random.Random(1), folder / "sentencepiece.txt"
    with text.open("w", encoding="utf-8") as out:
        for path in sorted(folder.glob("*.tsv")):
            share = min(1.0, weights.get(path.stem, weights["other"])["trunk"] * 0.5)
            for pair in read_pairs(path):
                if rng.random() < share:
                    out.write("\n".join(pair) + "\n")
    spm.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(model.with_suffix("")), vocab_size=pieces, model_type="unigram",
        character_coverage=0.9998, required_chars="$€£¥%&@#+=*/°–—…œŒæÉÈÀÇÊÎÔ[]|~_", byte_fallback=True, split_digits=True,
        eos_id=0, unk_id=1, pad_id=-1, bos_id=-1, user_defined_symbols=[*TAGS, *PLACEHOLDERS],
        input_sentence_size=600_000, shuffle_input_sentence=True, num_threads=2, minloglevel=1,
    )  # fmt: skip
    text.unlink()


def tasks(path: Path) -> list[tuple[str, str, str]]:
    """(tag, source, target) of every shortened sentence, headline and summary; the source French, and English too."""
    rewrite, rows = rewriter(), []

    def add(tag: str, french: str, english: str, target: object) -> None:
        if isinstance(target, str) and target.strip():
            rows.extend((tag, for_model(s), for_model(target)) for s in (rewrite(for_model(french)), english))

    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        french, english, short = record["fr"], record["en"], record.get("short")
        if isinstance(french, str):
            add(">>short<<", french, english, short)
            continue
        if isinstance(short, str):  # several sentences in one
            add(">>short<<", " ".join(french), " ".join(english), short)
            continue
        for sentence in zip(french, english, short, strict=True) if isinstance(short, list) else ():
            add(">>short<<", *sentence)
        for n in (2, 4):
            add(">>title<<", " ".join(french[:n]), " ".join(english[:n]), record.get("title"))
        add(">>sum<<", " ".join(french[:5]), " ".join(english[:5]), record.get("summary"))
    return rows


class Packer:
    """Collects rows; `arrays` gives them as what data.npz holds."""

    TYPES = (np.int64, np.int32, np.int64, np.int32, np.float32, np.float32, np.int32)
    COLUMNS = ("source", "source_length", "target", "target_length", "trunk", "branch", "text")

    def __init__(self) -> None:
        self.pieces: list[int] = []
        self.rows: list[tuple[int, int, int, int, float, float, int]] = []
        self.texts = 0

    def text(self, ids: list[int]) -> tuple[int, int]:
        start = len(self.pieces)
        self.pieces += ids
        self.pieces.append(0)
        return start, len(ids) + 1

    def add(
        self, sources: list[list[int]], target: list[int], trunk: float, branch: float, longest: int = LONGEST
    ) -> None:
        """One pair whose source may be encoded in several ways, which share its weight."""
        sources = [s for s in sources if 1 <= len(s) <= longest]
        if not sources or not 1 <= len(target) <= LONGEST:
            return
        t = self.text(target)
        for source in sources:
            self.rows.append((*self.text(source), *t, trunk / len(sources), branch / len(sources), self.texts))
        self.texts += 1

    def arrays(self) -> dict[str, np.ndarray]:
        columns = zip(*self.rows, strict=True) if self.rows else [()] * len(self.COLUMNS)
        arrays = {n: np.array(c, t) for n, c, t in zip(self.COLUMNS, columns, self.TYPES, strict=True)}
        return arrays | {"pieces": np.array(self.pieces, np.int16)}


def merged(parts: list[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """Several packers' arrays as one."""
    length = texts = 0
    for part in parts:
        part["source"], part["target"], part["text"] = (
            part["source"] + length,
            part["target"] + length,
            part["text"] + texts,
        )
        length += len(part["pieces"])
        texts = int(part["text"].max()) + 1 if len(part["text"]) else texts
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


@dataclass(frozen=True)
class Job:
    """Some lines of one source, to be encoded by one process."""

    path: Path
    start: int
    stop: int
    model: Path
    encodings: int
    variants: float
    names: list[str]
    trunk: float
    branch: float


def encode_job(job: Job) -> dict[str, np.ndarray]:
    sp, rng, packer = (
        spm.SentencePieceProcessor(model_file=str(job.model)),
        random.Random(f"{job.path.name} {job.start}"),
        Packer(),
    )
    spm.set_random_generator_seed(job.start + 1)
    pairs = read_pairs(job.path, job.start, job.stop)
    sources = [p[0] for p in pairs]
    encoded = [sp.encode(sources)]
    encoded += [sp.encode(sources, enable_sampling=True, alpha=0.2, nbest_size=-1) for _ in range(job.encodings - 1)]
    for k, target in enumerate(sp.encode([p[1] for p in pairs])):
        packer.add([e[k] for e in encoded], target, job.trunk, job.branch)
    variants = []
    for k, pair in enumerate(pairs):
        if rng.random() < job.variants:
            variants.append(augmented(pair, pairs[k + 1] if k + 1 < len(pairs) else None, rng, job.names))
    variants = [v for v in variants if v]
    for source, target in zip(*(sp.encode([v[side] for v in variants]) for side in (0, 1)), strict=True):
        packer.add([source], target, 0.5 * job.trunk, 0.5 * job.branch)
    return packer.arrays()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path, help="folder that clean.py wrote")
    parser.add_argument(
        "out", type=Path, help="folder for joint.model and data.npz; a joint.model that lies there is kept"
    )
    parser.add_argument("--pieces", type=int, default=8000)
    parser.add_argument(
        "--encodings", type=int, default=3, help="ways to cut each source into pieces, the first the best"
    )
    parser.add_argument("--variants", type=float, default=0.35, help="share of pairs to make a variant of, by rule")
    parser.add_argument("--processes", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--vocabulary-only", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    weights = tomllib.loads(Path(__file__).with_name("weights.toml").read_text())
    model = args.out / "joint.model"
    if not model.exists():
        train_vocabulary(args.clean, weights, args.pieces, model)
    if args.vocabulary_only:
        return
    sp = spm.SentencePieceProcessor(model_file=str(model))
    paths = sorted(args.clean.glob("*.tsv"), key=lambda p: -p.stat().st_size)
    names = name_pool([tuple(line.split("\t")) for p in paths if p.stem in ("written", "wmt_news_2008_2012", "ud_pud", "europarl_sample")
                       for line in p.read_text(encoding="utf-8").splitlines()])  # fmt: skip
    print(len(names), "names", flush=True)
    jobs, step = [], 12_000
    for path in paths:
        w = weights.get(path.stem, weights["other"])
        share = args.variants if w["trunk"] > 0.25 else args.variants / 3
        for start in range(0, path.read_bytes().count(b"\n"), step):
            jobs.append(Job(path, start, start + step, model, args.encodings, share, names, w["trunk"], w["branch"]))
    packer = Packer()
    for tag, source, target in tasks(args.clean / "tasks.jsonl"):
        w = weights[tag.strip("<>")]
        packer.add(
            [[sp.piece_to_id(tag), *sp.encode(source)]], sp.encode(target), w["trunk"], w["branch"], LONGEST_STORY
        )
    with multiprocessing.Pool(args.processes) as pool:
        data = merged([*pool.imap(encode_job, jobs), packer.arrays()])
    np.savez(args.out / "data.npz", **data)
    target = (data["target_length"] * data["trunk"]).sum()
    print(
        f"{len(data['source'])} rows, {len(data['pieces']) / 1e6:.1f} M pieces; a weighted epoch: {target / 1e6:.2f} M target pieces"
    )


if __name__ == "__main__":
    main()
