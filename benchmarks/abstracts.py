"""Stories with summaries in, Markdown tables out: every abstractive preset on disk against the first sentences.

Needs `pip install 'abrege[bench]'`. A story is a line of JSON with `fr` (French sentences), `title_fr` and `summary`.
Nothing is trained on it. Every row is compared with the first words of the stories, as many as its summaries have.
Numbers and names count as unsupported by the check that the guards use, so what they let pass is what stands marked, or
what a translation already has.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from measuring import table
from rouge import ROUGE, gain, scores

import abrege
from abrege.article import Article, Block, Sentence, SummarySentence
from abrege.engines import DEFAULT_RUNTIME
from abrege.fidelity import unsupported
from abrege.generation.translator import SUM
from abrege.models import choose_model, load_cards, on_disk
from abrege.models.convert import kind_of
from abrege.summarization import DEFAULT_METHOD, EXTRACTIVE
from abrege.summarization.abstractive import WRITERS, write
from abrege.summarization.selection import candidates, english, headline, take
from abrege.summarization.shortening import Wish
from abrege.text.sentences import split_sentences
from abrege.translation import load_translator

LENGTHS = ((3, None), (None, 60))
FAST = "small"


@dataclass(frozen=True, eq=False)
class Story:
    """A story as abrege reads and translates it, and the summary that a person wrote."""

    article: Article
    wish: Wish
    reference: str


@dataclass(frozen=True)
class Written:
    """A summary: its sentences, each with the ids that it rests on, and the seconds that it took."""

    sentences: Sequence[SummarySentence]
    seconds: float = 0.0

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.sentences)


def read_stories(path: Path, count: int) -> list[Story]:
    """The first stories of a file, translated with the bundled model."""
    stories = []
    for line in path.read_text(encoding="utf-8").splitlines()[:count]:
        row = json.loads(line)
        body = tuple(Sentence(f"2.{k}", text) for k, text in enumerate(row["fr"], 1))
        blocks = (Block("title", (Sentence("1.1", row["title_fr"]),)), Block("paragraph", body, gap=1))
        article = abrege.translate(Article(blocks), model=FAST)
        pool = candidates(article)
        ranked = import_module(EXTRACTIVE[DEFAULT_METHOD]).rank([english(s) for s in pool], headline(article))
        stories.append(Story(article, Wish(pool, ranked, None, None), row["summary"]))
    return stories


def picked(story: Story, wish: Wish, ranked: Sequence[int]) -> list[Sentence]:
    texts = [english(s) for s in story.wish.pool]
    return [story.wish.pool[k] for k in take(ranked, texts, wish.sentences, wish.words)]


def as_read(sentences: Sequence[Sentence]) -> Written:
    return Written([SummarySentence(english(s), (s.id,), s.findings) for s in sentences])


def lead(story: Story, words: int) -> str:
    """The first words of a story."""
    return " ".join(" ".join(map(english, story.wish.pool)).split()[:words])


def guarded(story: Story, wish: Wish, preset: str) -> Written:
    start = time.perf_counter()
    sentences = write(story.article, wish, preset, DEFAULT_RUNTIME)
    return Written(sentences, time.perf_counter() - start)


def unguarded(story: Story, wish: Wish, preset: str) -> Written:
    """What the model writes first, whatever it says."""
    module = import_module(WRITERS[kind_of(choose_model(preset, "summarize"))])
    chosen = picked(story, wish, wish.ranked)
    if hasattr(module, "proposer"):
        found = module.proposer(preset, DEFAULT_RUNTIME)(chosen)
        pairs = zip(chosen, found, strict=True)
        return Written([SummarySentence(texts[0] if texts else english(s), (s.id,)) for s, texts in pairs])
    text = module.drafted(module.engine_of(preset, DEFAULT_RUNTIME), [english(s) for s in wish.pool])[0]
    ids = tuple(s.id for s in wish.pool)
    return Written([SummarySentence(sentence, ids) for sentence in split_sentences(text, "en")])


def by_sum(story: Story, wish: Wish) -> Written:
    """The first hypothesis of the task `>>sum<<` for each picked sentence together with the one after it."""
    pool = story.wish.pool
    places = [pool.index(s) for s in picked(story, wish, wish.ranked)]
    groups = [pool[k : k + 2] for k in places if k - 1 not in places]
    found = load_translator(FAST).rewrite(SUM, [" ".join(s.source for s in group) for group in groups])
    return Written(
        [SummarySentence(texts[0], tuple(s.id for s in g)) for g, texts in zip(groups, found, strict=True) if texts]
    )


def row(name: str, stories: Sequence[Story], summaries: Sequence[Written]) -> list[str]:
    """Means; and what the mean of the three is above that of as many words from the beginning of each story."""
    lengths = [len(s.text.split()) for s in summaries]
    found = scores((story.reference, s.text) for story, s in zip(stories, summaries, strict=True))
    base = scores((story.reference, lead(story, n)) for story, n in zip(stories, lengths, strict=True))
    sentences = statistics.mean(len(s.sentences) for s in summaries)
    cells = [name, f"{sentences:.1f}", f"{statistics.mean(lengths):.0f}"]
    return [*cells, *(f"{mean:.1f}" for mean in found.mean(axis=0)), gain(found.mean(axis=1), base.mean(axis=1))]


def doubts(stories: Sequence[Story], summaries: Sequence[Written]) -> str:
    """Numbers and names per 100 summaries that the French of the sentences they rest on does not support."""
    total = 0
    for story, summary in zip(stories, summaries, strict=True):
        source = {s.id: s.source for s in story.wish.pool}
        total += sum(len(unsupported([source[k] for k in s.ids], s.text)) for s in summary.sentences)
    return f"{100 * total / len(stories):.0f}"


def translated(stories: Sequence[Story], summaries: Sequence[Written]) -> str:
    """The share of sentences that stand as the translation has them."""
    own = [{english(s) for s in story.wish.pool} for story in stories]
    stand = [s.text in texts for texts, summary in zip(own, summaries, strict=True) for s in summary.sentences]
    return f"{statistics.mean(stand):.0%}"


def report(stories: Sequence[Story], preset: str) -> None:
    """Print the tables of one preset."""
    fidelity = []
    for sentences, words in LENGTHS:
        asked = f"--sentences {sentences}" if words is None else f"--words {words}"
        wishes = [replace(story.wish, sentences=sentences, words=words) for story in stories]
        both = list(zip(stories, wishes, strict=True))
        guarded(*both[0], preset)  # which loads the model
        final = [guarded(story, wish, preset) for story, wish in both]
        first = [unguarded(story, wish, preset) for story, wish in both]
        as_many = [as_read(story.wish.pool[: len(s.sentences)]) for story, s in zip(stories, final, strict=True)]
        rows = [
            row("lead, as many sentences", stories, as_many),
            row(f"{DEFAULT_METHOD}, as picked", stories, [as_read(picked(s, w, w.ranked)) for s, w in both]),
            row(f"{preset}, unguarded", stories, first),
            row(preset, stories, final),
        ]
        if preset == FAST:
            rows.insert(3, row("`>>sum<<`, unguarded", stories, [by_sum(s, w) for s, w in both]))
        print(f"\n`{preset}`, {len(stories)} stories, `{asked}`; mean of the three to as many first words, 95 %\n")
        print(table(["summary", "sentences", "words", *ROUGE.values(), "to lead"], rows))
        seconds = statistics.mean(s.seconds for s in final)
        cells = [asked, doubts(stories, first), doubts(stories, final), translated(stories, final), f"{seconds:.2f}"]
        fidelity.append(cells)
    print(f"\n`{preset}`: unsupported numbers and names per 100 summaries; seconds without reading and translating\n")
    head = ["length", "before the guards", "after", "sentences as translated", "seconds an article"]
    print(table(head, fidelity))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, help="a file with a story in JSON a line")
    parser.add_argument("--count", type=int, default=93, help="stories that a bundled preset is measured on")
    parser.add_argument("--slow-count", type=int, default=30, help="stories that the others are measured on")
    args = parser.parse_args()
    stories = read_stories(args.stories, max(args.count, args.slow_count))
    for card in load_cards():
        if "summarize" in card.tasks and on_disk(card):
            report(stories[: args.count if card.name == FAST else args.slow_count], card.name)


if __name__ == "__main__":
    main()
