"""A MarianMT model with the task `>>short<<`: each picked sentence is shortened, straight from its own language.

Its task `>>sum<<`, for several sentences at once, is not used: it measured worse (benchmarks/RESULTS.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

from abrege.article import Sentence, SummarySentence
from abrege.engines import Engine, Runtime
from abrege.generation import SHORTEN
from abrege.summarization.selection import english
from abrege.summarization.shortening import Propose, Wish, shortened
from abrege.translation import load_translator

BEAM = 8  # 4 leaves more sentences without a sound form, 12 is no better


def write(wish: Wish, model: str, runtime: Runtime) -> list[SummarySentence]:
    """A summary by a MarianMT model."""
    return shortened(wish, proposer(model, runtime))


def engine_of(model: str, runtime: Runtime) -> Engine:
    """What runs the model."""
    return load_translator(model, BEAM, runtime, "summarize").engine


def proposer(model: str, runtime: Runtime) -> Propose:
    """What gives each sentence its shorter forms.

    The model reads a sentence in French, and once more in the English of its translation: what it makes of the one is
    often sound where the other is not.
    """
    translator = load_translator(model, BEAM, runtime, "summarize")

    def propose(sentences: Sequence[Sentence]) -> list[list[str]]:
        found = translator.rewrite(SHORTEN, [text for s in sentences for text in (s.source, english(s))])
        return [
            [text for text in chain(*zip_longest(*found[k : k + 2])) if text is not None]
            for k in range(0, len(found), 2)
        ]

    return propose
