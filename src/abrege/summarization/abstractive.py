"""A translated article in, a summary that a model wrote out; one file a kind of model."""

from __future__ import annotations

from importlib import import_module

from abrege.article import Article, SummarySentence
from abrege.engines import Runtime
from abrege.models import choose_model
from abrege.models.convert import kind_of
from abrege.summarization.joining import introduced, people
from abrege.summarization.shortening import Wish

# kind of model -> the module whose `write(wish, model, runtime)` gives the sentences of a summary
WRITERS = {
    "marian": "abrege.summarization.writers.small",
    "llama": "abrege.summarization.writers.instruct",
    "bart": "abrege.summarization.writers.large",
    "t5": "abrege.summarization.writers.large",
}


def write(article: Article, wish: Wish, model: str, runtime: Runtime) -> tuple[SummarySentence, ...]:
    """The sentences of a summary by a model: each with the ids of those it rests on, and what is doubted about it.

    Args:
        model: what `choose_model` takes.

    Raises:
        ModelError: the model is not on disk, or cannot be converted or loaded.
        UsageError: the device is not there, or has no such compute type.
    """
    kind = kind_of(choose_model(model, "summarize"))
    written = import_module(WRITERS[kind]).write(wish, model, runtime)
    return tuple(introduced(written, people(article)))
