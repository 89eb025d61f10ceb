"""An evaluation set in, how faithful its translations are out: numbers, names, loops, cut outputs, guards off and on.

"Before" is the model's first hypothesis for the sentence as it stands; "after" is what abrege prints.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from abrege.fidelity import check_loops, check_numbers
from abrege.text.normalization import for_model
from abrege.text.quantities import find_numbers
from abrege.text.sentences import split_sentences
from abrege.translation import load_translator, translate_lines

_NAME = re.compile(r"(?<![.!?:«\"] )(?<!^)\b[A-ZÀ-Þ][\w'’-]*[\w]")
_DIGIT = re.compile(r"\d")


def first_hypotheses(lines: list[str], model: str) -> list[str]:
    """What the model says first, sentence by sentence, without any of the tool's rules."""
    translator = load_translator(model)
    sentences = [[for_model(s) for s in split_sentences(line)] for line in lines]
    flat = [translator.tokenizer.encode(s) for segment in sentences for s in segment]
    found = iter(translator.engine.generate(flat, translator.decoding))
    return [" ".join(translator.tokenizer.decode(next(found)[0].pieces) for _ in segment) for segment in sentences]


def measure(sources: list[str], references: list[str], targets: list[str]) -> dict[str, str]:
    """Shares, as text: figures kept, names kept that the reference keeps, looping outputs, cut outputs."""
    numbers = kept_numbers = names = kept_names = loops = cut = 0
    for source, reference, target in zip(sources, references, targets, strict=True):
        figures = sum(bool(_DIGIT.search(source, n.start, n.end)) for n in find_numbers(source, "fr"))
        missing = sum(f.source_span is not None for f in check_numbers(source, target))
        numbers, kept_numbers = numbers + figures, kept_numbers + max(figures - missing, 0)
        own = [n for n in _NAME.findall(source) if re.search(rf"\b{re.escape(n)}\b", reference)]
        names += len(own)
        kept_names += sum(bool(re.search(rf"\b{re.escape(n)}\b", target)) for n in own)
        loops += bool(check_loops(source, target))
        cut += len(target.split()) < 0.45 * len(source.split()) and len(source.split()) > 5
    return {
        "numbers kept": f"{kept_numbers / numbers:.1%} of {numbers}",
        "names kept": f"{kept_names / names:.1%} of {names}",
        "looping": f"{loops / len(sources):.1%}",
        "empty or cut": f"{cut / len(sources):.1%}",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path, help="folder with newstest2013.fr and newstest2013.en")
    parser.add_argument("--limit", type=int, default=500)
    parser.add_argument("--model", default="small")
    args = parser.parse_args()
    sources, references = (
        (args.eval / f"newstest2013.{x}").read_text(encoding="utf-8").splitlines()[: args.limit] for x in ("fr", "en")
    )
    before = measure(sources, references, first_hypotheses(sources, args.model))
    after = measure(sources, references, [t.target for t in translate_lines(sources, load_translator(args.model))])
    print(f"| first {args.limit} of newstest2013 | before the guards | after |\n|---|---|---|")
    for row in before:
        print(f"| {row} | {before[row]} | {after[row]} |")


if __name__ == "__main__":
    main()
