"""Stories with summaries in, Markdown tables out: the extractive methods against sumy, and by ROUGE against lead.

Needs `pip install 'abrege[bench]'`. A story is a line of JSON with `en` (its English sentences), `title` and `summary`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from rouge import ROUGE, gain
from rouge import scores as rouge_scores

from abrege.summarization import EXTRACTIVE
from abrege.summarization.selection import take
from abrege.summarization.terms import terms

Rank = Callable[[Sequence[str], str], list[int]]
Pick = Callable[["Story"], list[int]]

SUMY = {"lexrank": "lex_rank.LexRankSummarizer", "textrank": "text_rank.TextRankSummarizer", "lsa": "lsa.LsaSummarizer"}
SENTENCES, WORDS = 3, 60
LENGTHS = ((1, None), (2, None), (SENTENCES, None), (None, 40), (None, WORDS))
JOINED, JOINED_SENTENCES = 10, 10  # a long article is so many stories, and its summary so many sentences
REPEATS = 5


@dataclass(frozen=True, eq=False)
class Story:
    """A story: its sentences, its title, the summary that a person wrote, and the French of the first two."""

    texts: tuple[str, ...]
    title: str
    summary: str
    french: tuple[str, ...] = ()
    french_title: str = ""


class Words:
    """What sumy asks of a tokenizer; its own needs data that has to be downloaded. Both sides count the same words."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(terms(text))


def read_stories(paths: Sequence[Path]) -> list[Story]:
    """The stories of some files, each once; lines of another kind are passed over."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    whole = [row for row in rows if "summary" in row and isinstance(row["en"], list)]
    return [
        Story(tuple(r["en"]), r["title"], r["summary"], tuple(r["fr"]), r.get("title_fr", ""))
        for r in {r["summary"]: r for r in whole}.values()
    ]


def translated(stories: Sequence[Story]) -> list[Story]:
    """The same stories in the English of the bundled model."""
    from abrege.translation import load_translator, translate_lines

    french = [line for story in stories for line in (*story.french, story.french_title)]
    lines = (line.target for line in translate_lines(french, load_translator("small")))
    return [replace(story, texts=tuple(next(lines) for _ in story.french), title=next(lines)) for story in stories]


def rank_of(method: str) -> Rank:
    return import_module(EXTRACTIVE[method]).rank  # type: ignore[no-any-return]


def by_abrege(method: str) -> Callable[[Sequence[str], int], list[int]]:
    """The best ranked sentences of a method, without the rules on what reads badly alone: sumy has none."""
    rank = rank_of(method)
    return lambda texts, count: sorted(rank(texts, "")[:count])


def by_sumy(method: str) -> Callable[[Sequence[str], int], list[int]]:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    module, name = SUMY[method].split(".")
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)()
    words = Words()

    def pick(texts: Sequence[str], count: int) -> list[int]:
        sentences = [Sentence(text, words) for text in texts]
        picked = {id(s) for s in summarizer(ObjectDocumentModel([Paragraph(sentences)]), count)}
        return [k for k, sentence in enumerate(sentences) if id(sentence) in picked]

    return pick


def seconds(pick: Callable[[Sequence[str], int], list[int]], articles: Sequence[Sequence[str]], count: int) -> float:
    start = time.perf_counter()
    for texts in articles:
        pick(texts, count)
    return (time.perf_counter() - start) / len(articles)


def against_sumy(stories: Sequence[Story]) -> str:
    """Agreement, and speed side by side: both in turn, the medians of five rounds."""
    short = [story.texts for story in stories]
    long = [sum(short[k : k + JOINED], ()) for k in range(0, len(short) - JOINED + 1, JOINED)]
    rows = [
        "| method | article | picked | the same as sumy | by chance | abrege, ms | sumy, ms | sumy / abrege |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for method in SUMY:
        ours, theirs = by_abrege(method), by_sumy(method)
        for name, articles, count in (("a story", short, SENTENCES), (f"{JOINED} stories", long, JOINED_SENTENCES)):
            same = statistics.mean(len({*ours(a, count)} & {*theirs(a, count)}) / min(count, len(a)) for a in articles)
            chance = statistics.mean(min(count, len(a)) / len(a) for a in articles)
            rounds = [(seconds(ours, articles, count), seconds(theirs, articles, count)) for _ in range(REPEATS)]
            mine, sumys = (1000 * statistics.median(side) for side in zip(*rounds, strict=True))
            ratio = statistics.median(b / a for a, b in rounds)
            size = statistics.mean(map(len, articles))
            agreement = f"| {method} | {name}, {size:.0f} sentences | {count} | {same:.0%} | {chance:.0%} "
            rows.append(agreement + f"| {mine:.2f} | {sumys:.2f} | {ratio:.1f} |")
    return "\n".join(rows)


def scores(stories: Sequence[Story], pick: Pick) -> Any:
    """F1 of ROUGE-1, 2 and L in points, an array of shape (stories, 3)."""
    return rouge_scores((story.summary, " ".join(story.texts[k] for k in pick(story))) for story in stories)


def rouge_table(stories: Sequence[Story], picks: dict[str, Pick]) -> str:
    """Means, and the differences to the first of them with 95 % of a paired bootstrap over stories."""
    head = " | ".join(f"{name} | to lead" for name in ROUGE.values())
    rows = [f"| method | words | {head} |", "|---|---|" + "---|" * 2 * len(ROUGE)]
    base = None
    for name, pick in picks.items():
        found = scores(stories, pick)
        base = found if base is None else base
        cells = [f"{statistics.mean(sum(len(s.texts[k].split()) for k in pick(s)) for s in stories):.0f}"]
        for kind in range(len(ROUGE)):
            cells += [f"{found[:, kind].mean():.1f}", gain(found[:, kind], base[:, kind])]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def lengths_table(stories: Sequence[Story]) -> str:
    """The mean of ROUGE-1, 2 and L of each method at each length."""
    rows = [
        "| method | " + " | ".join(length_name(*length) for length in LENGTHS) + " | mean |",
        "|---|" + "---|" * (len(LENGTHS) + 1),
    ]
    picks = [picks_of(*length, others=False) for length in LENGTHS]
    for method in picks[0]:
        means = [float(scores(stories, at_length[method]).mean()) for at_length in picks]
        rows.append(f"| {method} | " + " | ".join(f"{m:.1f}" for m in (*means, statistics.mean(means))) + " |")
    return "\n".join(rows)


def length_name(sentences: int | None, words: int | None) -> str:
    return f"--words {words}" if sentences is None else f"--sentences {sentences}"


def picks_of(sentences: int | None, words: int | None, others: bool = True) -> dict[str, Pick]:
    """What each method picks within a length, and what some picks are without the title or the rules of `take`."""

    def of(rank: Rank, title: bool = True) -> Pick:
        return lambda story: take(rank(story.texts, story.title if title else ""), story.texts, sentences, words)

    picks = {method: of(rank_of(method)) for method in EXTRACTIVE}
    picks |= {f"{method}, no title": of(rank_of(method), title=False) for method in ("centroid", "mmr")}
    if others and sentences is not None:
        for method in ("lead", "centroid"):
            rank = rank_of(method)
            picks[f"{method}, whatever reads badly"] = lambda story, rank=rank: sorted(
                rank(story.texts, story.title)[:sentences]
            )
        for method in SUMY:
            pick = by_sumy(method)
            picks[f"sumy's {method}"] = lambda story, pick=pick: pick(story.texts, sentences)
    return picks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, help="files with a story in JSON a line")
    parser.add_argument("--translated", action="store_true", help="sum up abrege's translation of their French")
    parser.add_argument("--rouge-only", action="store_true", help="leave sumy's speed out")
    args = parser.parse_args()
    stories = read_stories(args.stories)
    if args.translated:
        stories = translated(stories)
    if not args.rouge_only:
        print(f"{len(stories)} stories, the same English sentences and words on both sides:\n")
        print(against_sumy(stories))
    for length in ((SENTENCES, None), (None, WORDS)):
        print(f"\n{len(stories)} stories, `{length_name(*length)}`, F1 with stemming; to lead, with 95 % intervals:\n")
        print(rouge_table(stories, picks_of(*length)))
    print(f"\n{len(stories)} stories, the mean of ROUGE-1, 2 and L at five lengths:\n")
    print(lengths_table(stories))


if __name__ == "__main__":
    main()
