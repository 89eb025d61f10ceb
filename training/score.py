"""Evaluation sets in, BLEU and chrF of `abrege translate --lines` out, with sacrebleu's signatures.

Curly quotation marks and apostrophes are made straight on both sides before scoring, since references differ in them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def read_set(path: Path) -> tuple[list[str], list[str]]:
    """Sources and references of NAME.fr with NAME.en beside it, or of the sentences of stories in NAME.jsonl."""
    if path.suffix == ".jsonl":
        stories = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [s for story in stories for s in story["fr"]], [t for story in stories for t in story["en"]]
    sources, references = (p.read_text(encoding="utf-8").splitlines() for p in (path, path.with_suffix(".en")))
    return sources, references


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with NAME.fr and NAME.en, or NAME.jsonl")
    parser.add_argument("--limit", type=int, help="only the first N segments of each set")
    parser.add_argument("--out", type=Path, help="folder to write the translations to")
    parser.add_argument("options", nargs="*", help="further options of abrege translate, after --")
    args = parser.parse_args()
    import sacrebleu

    for path in sorted([*args.folder.glob("*.fr"), *args.folder.glob("*.jsonl")]):
        sources, references = (side[: args.limit] for side in read_set(path))
        command = [sys.executable, "-m", "abrege", "translate", "--lines", *args.options]
        run = subprocess.run(
            command, input="\n".join(sources) + "\n", capture_output=True, text=True, check=True, encoding="utf-8"
        )
        hypotheses = run.stdout.removesuffix("\n").split("\n")
        assert len(hypotheses) == len(sources), (len(hypotheses), len(sources))
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            (args.out / f"{path.stem}.en").write_text(run.stdout, encoding="utf-8")
        straight = [h.translate(STRAIGHT) for h in hypotheses], [[r.translate(STRAIGHT) for r in references]]
        bleu, chrf = sacrebleu.corpus_bleu(*straight), sacrebleu.corpus_chrf(*straight)
        print(f"{path.stem}: {len(sources)} segments, BLEU {bleu.score:.1f}, chrF {chrf.score:.1f}", flush=True)


if __name__ == "__main__":
    main()
