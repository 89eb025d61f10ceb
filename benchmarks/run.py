"""Evaluation sets in, abrege side by side with what a user would take instead out: sections of RESULTS.md, rewritten.

    python benchmarks/run.py EVAL [--repeats 5] [--only SECTION …]

Linux only. The machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import compileall
import time
from pathlib import Path

import beams
import cold_start
import memory
import parity
import short_list
import stages
import throughput
from measuring import HERE, Settings, circumstances, replace_section, wrapped

import abrege

SECTIONS = {
    "cold-start": cold_start,
    "throughput": throughput,
    "memory": memory,
    "stages": stages,
    "parity": parity,
    "short-list": short_list,
    "beams": beams,
}
SAMPLE = HERE.parent / "samples" / "rachat-openai.fr.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path, help="folder with newstest2013.fr, flores-dev.fr and their .en")
    parser.add_argument("--repeats", type=int, default=5, metavar="N", help="rounds of each comparison")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, metavar="SECTION", help=f"of {', '.join(SECTIONS)}")
    parser.add_argument(
        "--article", type=Path, action="append", default=[], help="a further article, from a cold start"
    )
    parser.add_argument("--sentences", type=int, default=256, metavar="N", help="how many throughput is measured with")
    parser.add_argument("--slow-sentences", type=int, default=24, metavar="N", help="of those, for plain transformers")
    parser.add_argument("--scored", type=int, default=1000, metavar="N", help="of each set, where BLEU is wanted")
    parser.add_argument("--results", type=Path, default=HERE / "RESULTS.md", help="the file to write to")
    args = parser.parse_args()
    settings = Settings(
        args.eval, (SAMPLE, *args.article), args.repeats, args.sentences, args.slow_sentences, args.scored
    )
    compileall.compile_dir(Path(abrege.__file__).parent, quiet=1)  # as pip does when it installs
    for name in args.only or SECTIONS:
        section = SECTIONS[name]
        start = time.perf_counter()
        figures = section.measure(settings)
        body = wrapped(f"`benchmarks/run.py EVAL --only {name}`. {circumstances(args.repeats)}\n\n{figures}")
        replace_section(args.results, section.HEADING, body)
        print(f"## {section.HEADING} ({time.perf_counter() - start:.0f} s)\n\n{body}\n", flush=True)


if __name__ == "__main__":
    main()
