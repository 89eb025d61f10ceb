"""An instruction model such as SmolLM2: each picked sentence is shortened, from its English.

All that the model is told stands here. Asked for the summary of a whole article, a model of this size mixes up who did
what, which no check of numbers and names can see; so it gets one sentence at a time, after two that show how.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

from abrege.article import Sentence, SummarySentence
from abrege.engines import Runtime
from abrege.engines.causal import CausalEngine, Prompt, load
from abrege.errors import ModelError
from abrege.summarization.readability import ends
from abrege.summarization.selection import english
from abrege.summarization.shortening import Propose, Wish, shortened
from abrege.summarization.writers import folder_of
from abrege.text.sentences import split_sentences

BEAM = 4
SYSTEM = "You shorten news. You keep the facts, names and numbers of the text and add nothing."
# what a turn of the user looks like, and what the model is shown before: (sentence, shorter sentence)
SHOWN: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Shorten: {}",
        (
            (
                "The town hall of Arles, which had been closed for works since the spring of 2021, reopened its doors "
                "on Tuesday in front of some two hundred residents.",
                "The town hall of Arles, closed since 2021, reopened on Tuesday.",
            ),
            (
                "According to the union, nearly 4,500 employees of the group could lose their jobs by the end of the "
                "year, a figure that management refuses to confirm.",
                "According to the union, nearly 4,500 employees could lose their jobs by the end of the year.",
            ),
        ),
    ),
    (
        "In fewer words: {}",
        (
            (
                "The company, which was founded in 1987, announced on Thursday that it would close two of its five "
                "plants by the summer, most of whose workers are over 50.",
                "The company announced on Thursday that it would close two of its five plants.",
            ),
            (
                "“We had waited for this for ten years,” said the mayor, Jeanne Roux, who cut the ribbon herself.",
                "“We had waited for this for ten years,” said the mayor, Jeanne Roux.",
            ),
        ),
    ),
)
_BEGIN, _END = "<|im_start|>", "<|im_end|>"
_ENDS = (_END, "<|endoftext|>", "Ċ", "ĊĊ")  # Ċ is a line end as the vocabulary has it
_DIGITS = "0123456789"


def write(wish: Wish, model: str, runtime: Runtime) -> list[SummarySentence]:
    """A summary by an instruction model."""
    return shortened(wish, proposer(model, runtime))


def engine_of(model: str, runtime: Runtime) -> CausalEngine:
    """What runs the model."""
    return load(folder_of(model, runtime), runtime)


def proposer(model: str, runtime: Runtime) -> Propose:
    """What gives each sentence its shorter forms: those of each way of asking in turn, best first.

    Raises:
        ModelError: the model cannot be had, or does not know turns in the form of ChatML.
    """
    engine = engine_of(model, runtime)
    if not (engine.knows(_BEGIN) and engine.knows(_END)):
        raise ModelError(f"the model {model!r} does not know the marks {_BEGIN} and {_END} of a turn; name another")

    def propose(sentences: Sequence[Sentence]) -> list[list[str]]:
        ways = [_asked(engine, ask, shown, [english(s) for s in sentences]) for ask, shown in SHOWN]
        return [
            list(dict.fromkeys(text for text in chain(*zip_longest(*found)) if text))
            for found in zip(*ways, strict=True)
        ]

    return propose


def _asked(engine: CausalEngine, ask: str, shown: Sequence[tuple[str, str]], texts: Sequence[str]) -> list[list[str]]:
    before = _turn("system", SYSTEM) + "".join(
        _turn("user", ask.format(long)) + _turn("assistant", short) for long, short in shown
    )
    prompts = [
        Prompt(
            _turn("user", ask.format(text)) + f"{_BEGIN}assistant\n",
            longest=2 * len(text.split()) + 10,
            banned="".join(digit for digit in _DIGITS if digit not in text),
        )
        for text in texts
    ]
    return [[_first(text) for text in found] for found in engine.complete(before, prompts, BEAM, _ENDS)]


def _turn(role: str, text: str) -> str:
    return f"{_BEGIN}{role}\n{text}{_END}\n"


def _first(text: str) -> str:
    """The first sentence of what a model wrote; "" where it has none that ends."""
    first = next(iter(split_sentences(text, "en")), "")
    return first if ends(first) else ""
