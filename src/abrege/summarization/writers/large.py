"""BART or T5: the whole English article is read, in chunks where it is long, and summed up; each sentence is judged.

A chunk ends where a sentence ends, and what is made of the chunks is summed up once more, so nothing is cut off at the
1,024 pieces that BART reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from abrege.article import Sentence, SummarySentence
from abrege.engines import Runtime
from abrege.engines.seq2seq import Seq2SeqEngine, load
from abrege.fidelity import check_loops
from abrege.summarization.guards import doubts, rests_on
from abrege.summarization.joining import repeats
from abrege.summarization.readability import ends
from abrege.summarization.selection import english, take
from abrege.summarization.shortening import Wish
from abrege.summarization.writers import folder_of
from abrege.text.sentences import split_sentences

BEAM = 4

_Draft = Sequence[tuple[str, list[Sentence]]]


def write(wish: Wish, model: str, runtime: Runtime) -> list[SummarySentence]:
    """A summary by a BART or T5 model."""
    texts = [english(s) for s in wish.pool]
    written = judged(wish, [split_sentences(text, "en") for text in drafted(engine_of(model, runtime), texts)])
    kept = take(range(len(written)), [s.text for s in written], wish.sentences, wish.words)
    return [written[k] for k in kept]


def engine_of(model: str, runtime: Runtime) -> Seq2SeqEngine:
    """What runs the model."""
    return load(folder_of(model, runtime), runtime)


def drafted(engine: Seq2SeqEngine, texts: Sequence[str]) -> list[str]:
    """Summaries of sentences of any length together, best first.

    What does not fit the model's positions is summed up chunk by chunk, until it fits or gets no shorter.
    """
    texts = list(texts)
    while True:
        parts = list(chunks(texts, engine.length, engine.settings.positions))
        found = engine.summarize([" ".join(part) for part in parts], BEAM)
        if len(parts) == 1:
            return found[0]
        shorter = [s for drafts in found for s in split_sentences(drafts[0], "en")]
        if engine.length(" ".join(shorter)) >= engine.length(" ".join(texts)):
            return [" ".join(shorter)]
        texts = shorter


def chunks(texts: Sequence[str], length: Callable[[str], int], most: int) -> Iterator[list[str]]:
    """Sentences in runs that have at most so many pieces each; a longer sentence is split between words."""
    part: list[str] = []
    for text in texts:
        for piece in _split(text, length, most):
            if part and length(" ".join([*part, piece])) > most:
                yield part
                part = []
            part.append(piece)
    if part:
        yield part


def _split(text: str, length: Callable[[str], int], most: int) -> Iterator[str]:
    words = text.split()
    if length(text) <= most or len(words) < 2:
        yield text
        return
    for half in (words[: len(words) // 2], words[len(words) // 2 :]):
        yield from _split(" ".join(half), length, most)


def judged(wish: Wish, drafts: Sequence[Sequence[str]]) -> list[SummarySentence]:
    """The sentences of the draft of which the fewest are unsupported, in the article's order, each of those replaced.

    In its place stands a sentence of another draft about the same, or else the article's own. Where no sentence of any
    draft can stand, the article's best ranked ones do.

    Args:
        drafts: the sentences of each, the best draft first.
    """
    pool = list(wish.pool)
    based = [[(text, _basis(text, pool)) for text in draft] for draft in drafts]
    if not any(basis for draft in based for _, basis in draft):
        picked = take(wish.ranked, [english(s) for s in pool], wish.sentences, wish.words)
        return [_sentence(english(pool[k]), [pool[k]]) for k in picked]
    best = min(based, key=lambda draft: (not draft, sum(not basis for _, basis in draft)))
    found: dict[str, list[Sentence]] = {}
    for text, basis in best:
        for stands, sources in [(text, basis)] if basis else _instead(text, wish, based):
            if not any(repeats(stands, other) for other in found):
                found[stands] = sources
                break
    return [_sentence(text, basis) for text, basis in sorted(found.items(), key=lambda pair: pool.index(pair[1][0]))]


def _instead(text: str, wish: Wish, based: Sequence[_Draft]) -> Iterator[tuple[str, list[Sentence]]]:
    """What may stand in the place of an unsupported sentence, the best first."""
    about = rests_on(text, wish.pool)
    yield from ((other, basis) for draft in based for other, basis in draft if any(s in about for s in basis))
    yield from ((english(s), [s]) for s in (*about, *(wish.pool[k] for k in wish.ranked)))


def _sentence(text: str, basis: Sequence[Sentence]) -> SummarySentence:
    return SummarySentence(text, tuple(s.id for s in basis), doubts(text, basis))


def _basis(text: str, pool: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that one of a draft rests on; none if it has no end, loops, or says what they do not."""
    basis = rests_on(text, pool)
    if not basis or not ends(text) or len(text.split()) < 3:
        return []
    return [] if check_loops(" ".join(map(english, basis)), text) or doubts(text, basis) else basis
