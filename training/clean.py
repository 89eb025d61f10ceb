"""Parallel corpora in, clean pairs out: what is wrong, doubled, or close to an evaluation set is dropped and counted."""

from __future__ import annotations

import argparse
import collections
import json
import lzma
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from abrege.text.normalization import for_model

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_FRENCH = frozenset(
    [
        "le",
        "la",
        "les",
        "des",
        "du",
        "un",
        "une",
        "et",
        "est",
        "dans",
        "que",
        "qui",
        "pour",
        "pas",
        "sur",
        "au",
        "aux",
        "ce",
        "cette",
        "il",
        "elle",
        "nous",
        "vous",
        "ne",
        "se",
    ]
)
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "that",
        "for",
        "it",
        "with",
        "on",
        "as",
        "was",
        "are",
        "be",
        "this",
        "by",
        "at",
        "from",
        "not",
        "you",
        "have",
        "or",
        "we",
        "he",
    ]
)


def read_tsv(path: Path) -> Iterator[tuple[str, str]]:
    """French and English of each line of an xz-compressed TSV; lines with fewer than two fields are skipped."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2:
                yield fields[0], fields[1]


def written_pairs(record: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The translations that one record of composed text holds: sentences, and the headline where it has both."""
    source, target = record["fr"], record["en"]
    if isinstance(source, str):
        yield source, str(target)
        return
    assert isinstance(source, list) and isinstance(target, list)
    yield from zip(source, target, strict=True)
    if record.get("title_fr"):
        yield str(record["title_fr"]), str(record["title"])


def fault(source: str, target: str) -> str | None:
    """Why a pair is not fit for training, or None."""
    if not any(map(str.isalpha, source)) or not any(map(str.isalpha, target)):
        return "no letters"
    french, english = _WORD.findall(source.lower()), _WORD.findall(target.lower())
    if len(french) > 110 or len(english) > 110:
        return "too long"
    if max(len(french), len(english)) > 7 and not 0.4 < (len(english) + 1) / (len(french) + 1) < 2.2:
        return "lengths"
    if len(french) > 4 and source == target:
        return "untranslated"
    if len(french) > 7:
        if sum(w in _ENGLISH for w in french) > sum(w in _FRENCH for w in french) + 1:
            return "source not French"
        if sum(w in _FRENCH for w in english) > sum(w in _ENGLISH for w in english) + 1:
            return "target not English"
        a, b = set(_DIGITS.findall(source)), set(_DIGITS.findall(target))
        if len(a ^ b) > 2 and not a & b:
            return "numbers"
    if sum(unicodedata.category(c)[0] in "SC" for c in source + target) > 0.3 * len(source + target):
        return "signs"
    return None


def ngrams(text: str, n: int = 8) -> Iterator[tuple[str, ...]]:
    """All runs of n words, in lower case."""
    words = _WORD.findall(text.lower())
    return zip(*(words[k:] for k in range(n)), strict=False)


def held_out(folder: Path) -> set[tuple[str, ...]]:
    """The 8-grams of every evaluation text in a folder, either language, one segment a line or one story a line of JSON."""
    grams: set[tuple[str, ...]] = set()
    for path in sorted(folder.iterdir()):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line) if path.suffix == ".jsonl" else {"fr": [line]}
            for value in record.values():
                for text in value if isinstance(value, list) else [value]:
                    if isinstance(text, str):
                        grams.update(ngrams(for_model(text)))
    return grams


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of SOURCE.tsv.xz files: French, tab, English")
    parser.add_argument("out", type=Path, help="folder to write SOURCE.tsv files and tasks.jsonl to")
    parser.add_argument("--written", type=Path, action="append", default=[], help="folder of composed *.jsonl files")
    parser.add_argument("--eval", type=Path, required=True, help="folder of evaluation sets to keep apart from")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    apart = held_out(args.eval)
    seen: set[int] = set()
    sources: dict[str, list[tuple[str, str]]] = {}
    records: list[dict[str, object]] = []
    for path in sorted(p for folder in args.written for p in folder.glob("*.jsonl")):
        records += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    sources["written"] = [pair for record in records for pair in written_pairs(record)]
    for name, path in [(p.name.removesuffix(".tsv.xz"), p) for p in sorted(args.corpus.glob("*.tsv.xz"))]:
        sources[name] = list(read_tsv(path))
    for name, pairs in sources.items():
        dropped: collections.Counter[str] = collections.Counter()
        with (args.out / f"{name}.tsv").open("w", encoding="utf-8") as out:
            for source, target in pairs:
                source, target = for_model(source), for_model(target)
                key = hash((source.lower(), target.lower()))
                if key in seen:
                    dropped["doubled"] += 1
                    continue
                seen.add(key)
                why = fault(source, target) if name != "written" else None
                if why is None and not (apart.isdisjoint(ngrams(source)) and apart.isdisjoint(ngrams(target))):
                    why = "evaluation"
                if why:
                    dropped[why] += 1
                else:
                    out.write(f"{source}\t{target}\n")
        print(name, len(pairs), dict(dropped), file=sys.stderr, flush=True)
    with (args.out / "tasks.jsonl").open("w", encoding="utf-8") as out:
        for record in records:
            if {"short", "summary", "title"} & record.keys():
                texts = [t for v in record.values() for t in (v if isinstance(v, list) else [v]) if isinstance(t, str)]
                if all(apart.isdisjoint(ngrams(for_model(t))) for t in texts):
                    out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
