"""An evaluation set in, how often the checks accuse human translations and how often they catch a spoilt one out.

Each spoilt translation has one thing wrong: a number changed, a name swapped for one of another pair, a negation struck
out or put in, a quotation mark left out, a third of the sentence cut, or the French left as it is. The tables go to
standard output.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from abrege.fidelity import check_pair, unsupported
from abrege.translation import load_translator, translate_lines

SEED = 1
Pair = tuple[str, str]
Spoil = Callable[[Pair, random.Random], str | None]

KINDS = ("number", "name", "date", "currency", "negation", "quotation", "language", "loop", "length")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = re.compile(r"[A-ZÀ-Þ][\w'’-]*\w(?: [A-ZÀ-Þ][\w'’-]*\w)*")
_BEGINS = re.compile(r"(?:^|[.!?:…;*])[\s\"“”«»‘'’(—–\[-]*$")
_CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber)\b"
)
_NEGATION = re.compile(r" not\b|n['’]t\b| never\b")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might)\b(?! not|n['’]t)"
)


def read_sets(folder: Path) -> dict[str, list[Pair]]:
    """The sets, by name, as lists of source and reference."""
    news = read_pairs(folder, "newstest2013")
    stories = [json.loads(line) for line in (folder / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
    return {
        "newstest2013, 1-500": news[:500],
        "newstest2013, 501-3000": news[500:],
        "flores-dev": read_pairs(folder, "flores-dev"),
        "stories": [pair for story in stories for pair in zip(story["fr"], story["en"], strict=True)],
    }


def read_pairs(folder: Path, name: str) -> list[Pair]:
    sides = [(folder / f"{name}.{lang}").read_text(encoding="utf-8").splitlines() for lang in ("fr", "en")]
    return list(zip(*sides, strict=True))


def names_of(pairs: Sequence[Pair]) -> list[list[tuple[int, int]]]:
    """The spans of the names in each English side: runs of capitals inside a sentence, of words never written small."""
    small = {word for _, english in pairs for word in _WORD.findall(english) if word[0].islower()}
    return [
        [
            match.span()
            for match in _NAMES.finditer(english)
            if not _BEGINS.search(english, 0, match.start())
            and not _CALENDAR.search(match[0])
            and not any(word.lower() in small or len(word) < 2 for word in _WORD.findall(match[0]))
        ]
        for _, english in pairs
    ]


def number_changed(pair: Pair, chance: random.Random) -> str | None:
    """The English with other digits in one of its figures."""
    figures = list(_FIGURE.finditer(pair[1]))
    if not figures:
        return None
    chosen = chance.choice(figures)
    while True:
        other = re.sub(r"\d", lambda _: str(chance.randint(0, 9)), chosen[0])
        if other != chosen[0] and other[0] != "0":
            return pair[1][: chosen.start()] + other + pair[1][chosen.end() :]


def name_swapped(pairs: Sequence[Pair]) -> Spoil:
    """A way to spoil a translation: one of its names becomes a name of another pair that neither text has."""
    spans = dict(zip(pairs, names_of(pairs), strict=True))
    names = [english[a:b] for (_, english), found in spans.items() for a, b in found]

    def spoil(pair: Pair, chance: random.Random) -> str | None:
        if not spans[pair]:
            return None
        start, end = chance.choice(spans[pair])
        both = " ".join(pair).lower()
        other = next(name for name in iter(lambda: chance.choice(names), None) if name.lower() not in both)
        return pair[1][:start] + other + pair[1][end:]

    return spoil


def negation_lost(pair: Pair, chance: random.Random) -> str | None:
    """The English without its only negation, where the French has one."""
    if not re.search(r"\b(?:ne|n['’]).*\b(?:pas|jamais)\b", pair[0]) or len(_NEGATION.findall(pair[1])) != 1:
        return None
    return _NEGATION.sub("", pair[1])


def negation_added(pair: Pair, chance: random.Random) -> str | None:
    """The English with "not" behind its first auxiliary, where neither side denies."""
    denies = _NEGATION.search(pair[1]) or re.search(r"\b(?:ne|n['’]|pas|sans|non)\b", pair[0])
    return None if denies or not _AUXILIARY.search(pair[1]) else _AUXILIARY.sub(r"\g<0> not", pair[1], count=1)


def mark_dropped(pair: Pair, chance: random.Random) -> str | None:
    """The English without the last of its quotation marks, where it has two."""
    marks = [k for k, character in enumerate(pair[1]) if character in '"“”']
    return pair[1][: marks[1]] + pair[1][marks[1] + 1 :] if len(marks) == 2 else None


def third_cut(pair: Pair, chance: random.Random) -> str | None:
    """The English without a third of its words, from anywhere, where it has twelve or more."""
    words = pair[1].split()
    size = len(words) // 3
    first = chance.randint(0, len(words) - size) if len(words) >= 12 else 0
    return " ".join(words[:first] + words[first + size :]) if len(words) >= 12 else None


def untranslated(pair: Pair, chance: random.Random) -> str | None:
    """The French."""
    return pair[0]


def accused(pairs: Sequence[Pair]) -> Counter[str]:
    """In how many pairs each kind of finding stands, and, as "any", one of any kind but coverage."""
    counts: Counter[str] = Counter()
    for source, target in pairs:
        kinds = {finding.kind for finding in check_pair(source, target)}
        counts.update(kinds)
        counts["any"] += bool(kinds - {"coverage"})
    return counts


def caught(pairs: Sequence[Pair], spoil: Spoil, kinds: set[str]) -> tuple[int, int]:
    """How many spoilt translations have a finding of these kinds that the sound one lacks, and how many there are."""
    chance = random.Random(SEED)
    hits = total = 0
    for source, target in pairs:
        spoilt = spoil((source, target), chance)
        if spoilt is not None:
            before, after = (
                Counter(f.kind for f in check_pair(source, text) if f.kind in kinds) for text in (target, spoilt)
            )
            hits, total = hits + bool(after - before), total + 1
    return hits, total


def summaries(folder: Path) -> Iterator[tuple[str, ...]]:
    """Rows on `unsupported`: summaries against the French sentences that they sum up, as written and spoilt."""
    stories = [json.loads(line) for line in (folder / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
    pairs = [("\n".join(story["fr"]), story["summary"]) for story in stories]
    shorts = [(fr, short) for story in stories for fr, short in zip(story["fr"], story["short"], strict=True)]
    for name, texts in (("summary, whole story", pairs), ("shortened sentence, its source", shorts)):
        flagged = sum(bool(unsupported(source.split("\n"), english)) for source, english in texts)
        row = [name, share(flagged, len(texts))]
        for spoil in (number_changed, name_swapped(texts)):
            chance = random.Random(SEED)
            spoilt = [(source, bad) for source, english in texts if (bad := spoil((source, english), chance))]
            row.append(share(sum(bool(unsupported(source.split("\n"), bad)) for source, bad in spoilt), len(spoilt)))
        yield tuple(row)


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} of {whole}" if whole else "none"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path, help="folder with newstest2013, flores-dev (.fr, .en) and stories.jsonl")
    parser.add_argument("--translate", type=int, default=200, metavar="N", help="pairs to translate and check (200)")
    parser.add_argument("--model", default="small")
    args = parser.parse_args()
    sets = read_sets(args.eval)

    print("Human translations that the checks accuse:\n")
    counts = {name: accused(pairs) for name, pairs in sets.items()}
    rows = [
        [label, *(f"{counts[name][kind] / len(pairs):.1%}" for name, pairs in sets.items())]
        for kind, label in (
            *((kind, kind) for kind in KINDS),
            ("any", "all of these"),
            ("coverage", "coverage (a hint)"),
        )
    ]
    print(table(["", *(f"{name} ({len(pairs)})" for name, pairs in sets.items())], rows))

    print("Spoilt translations that they catch:\n")
    ways: list[tuple[str, Callable[[Sequence[Pair]], Spoil], set[str]]] = [
        ("a number changed", lambda pairs: number_changed, {"number"}),
        ("a name swapped", name_swapped, {"name"}),
        ("a negation struck out", lambda pairs: negation_lost, {"negation"}),
        ("a negation put in", lambda pairs: negation_added, {"negation"}),
        ("a quotation mark left out", lambda pairs: mark_dropped, {"quotation"}),
        ("left in French", lambda pairs: untranslated, {"language"}),
        ("a third cut, by any check", lambda pairs: third_cut, set(KINDS)),
        ("a third cut, by coverage", lambda pairs: third_cut, {"coverage"}),
    ]
    rows = [
        [label, *(share(*caught(pairs, way(pairs), kinds)) for pairs in sets.values())] for label, way, kinds in ways
    ]
    print(table(["", *sets], rows))

    print("English against what it sums up (`unsupported`):\n")
    print(
        table(
            ["", "accused as written", "a number changed: caught", "a name swapped: caught"], list(summaries(args.eval))
        )
    )

    pairs = sets["newstest2013, 1-500"][: args.translate]
    done = translate_lines([source for source, _ in pairs], load_translator(args.model))
    counts = {"": accused([(source, t.target) for (source, _), t in zip(pairs, done, strict=True)])}
    print(f"What the model `{args.model}` makes of the first {len(pairs)} of newstest2013, pairs with a finding:\n")
    print(table(["finding", "pairs"], [[kind, str(counts[""][kind])] for kind in (*KINDS, "any", "coverage")]))


if __name__ == "__main__":
    main()
