"""A translated article in, a summary that a model wrote out; one file a kind of model."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from abrege.article import Article, SummarySentence
from abrege.engines import Runtime
from abrege.models import choose_model
from abrege.models.convert import kind_of
from abrege.models.registry import ModelCard
from abrege.summarization.joining import introduced
from abrege.summarization.people import people
from abrege.summarization.shortening import Wish

# kind of model -> the module whose `write(wish, model, runtime)` gives the sentences of a summary, whose
# `engine_of(model, runtime)` writes them, and whose `BEAM` is how many hypotheses it follows
WRITERS = {
    "marian": "abrege.summarization.writers.small",
    "llama": "abrege.summarization.writers.instruct",
    "bart": "abrege.summarization.writers.large",
    "t5": "abrege.summarization.writers.large",
}


def check_model(model: str) -> None:
    """See that a model that is to write is there, before anything else is done.

    Raises:
        ModelError: it is not on disk.
        UsageError: there is no such model, or it does another task.
    """
    _writer(choose_model(model, "summarize"))


def write(article: Article, wish: Wish, model: str, runtime: Runtime) -> tuple[SummarySentence, ...]:
    """The sentences of a summary by a model: each with the ids of those it rests on, and what is doubted about it.

    Args:
        model: what `choose_model` takes.

    Raises:
        ModelError: the model is not on disk, or cannot be converted or loaded.
        UsageError: the device is not there, or has no such compute type.
    """
    written = _writer(choose_model(model, "summarize")).write(wish, model, runtime)
    return tuple(introduced(written, people(article), wish.words))


def made_by(model: str, runtime: Runtime) -> str:
    """What writes, in a word for a signature: model and revision, engine, precision, beam.

    Raises:
        ModelError, UsageError: as `write` does.
    """
    card = choose_model(model, "summarize")
    writer = _writer(card)
    engine = writer.engine_of(model, runtime)
    return f"{card.name}@{card.revision}, {engine.name} {engine.precision}, beam {writer.BEAM}"


def _writer(card: ModelCard) -> Any:
    return import_module(WRITERS[kind_of(card)])
