"""An article in, the same article with its English out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from abrege import __version__
from abrege.article import Article, Sentence
from abrege.engines import Decoding, load_engine
from abrege.generation import Tokenizer, Translation, Translator
from abrege.models import ModelCard, find_card, load_cards, model_folder, on_disk
from abrege.text.normalization import clean
from abrege.text.sentences import split_sentences

DEFAULT_ENGINE = "ctranslate2"
BEAM = 4


def choose_model(name: str, task: str) -> ModelCard:
    """The card of a model by its name; "auto" is the first in models.txt that does the task and is on disk.

    Raises:
        UsageError: there is no such model, or it does another task.
        ModelError: no model for the task is on disk.
    """
    if name == "auto":
        for card in load_cards():
            if task in card.tasks and on_disk(card):
                return card
        name = "small"
    return find_card(name, task)


@lru_cache(maxsize=2)
def load_translator(
    model: str = "auto", engine: str = DEFAULT_ENGINE, beam: int = BEAM, threads: int = 0
) -> Translator:
    """The translator of a model, loaded once in a process.

    Raises:
        UsageError: no model or engine is called that.
        ModelError: the model's files are missing or broken.
    """
    folder = model_folder(choose_model(model, "translate"))
    return Translator(load_engine(engine, folder, threads), Tokenizer(folder), Decoding(beam=beam, hypotheses=beam))


def signature(model: str = "auto", engine: str = DEFAULT_ENGINE, beam: int = BEAM) -> str:
    """How a translation is made, in one line: tool, model and revision, engine, precision, beam."""
    card = choose_model(model, "translate")
    precision = load_translator(model, engine, beam).engine.precision
    return f"abrege {__version__} | {card.name}@{card.revision} | {engine} {precision} | beam {beam}"


def translate(
    article: Article, model: str = "auto", engine: str = DEFAULT_ENGINE, beam: int = BEAM, threads: int = 0
) -> Article:
    """The article with the English of every sentence.

    English sentences and code keep their text (status "kept"). An article that is all English is returned with a note
    that says so, and no model is loaded.

    Args:
        model: a name in models.txt, or "auto".
        engine: "ctranslate2".
        beam: hypotheses followed in the search; 1 is fastest, 4 is what the figures are measured with.
        threads: threads of the engine; 0 lets it choose.

    Raises:
        UsageError, ModelError: the model or the engine cannot be had.
    """
    todo = [s for b in article.blocks if b.kind != "code" for s in b.sentences if s.lang == "fr"]
    done: dict[str, Translation] = {}
    made_by = ""
    if todo:
        translator = load_translator(model, engine, beam, threads)
        made_by = signature(model, engine, beam)
        done = dict(zip((s.id for s in todo), translator.translate([s.source for s in todo]), strict=True))
    blocks = tuple(
        replace(block, sentences=tuple(_completed(s, done.get(s.id)) for s in block.sentences))
        for block in article.blocks
    )
    notes = [*article.notes]
    if article.lang == "en" and not todo:
        notes.append("the text is in English already; it is printed as it is (--lang fr translates it all the same)")
    looped = [s.id for block in blocks for s in block.sentences if s.status == "looped"]
    if looped:
        notes.append(
            f"the translation of {_several(looped, 'sentence')} repeats itself or runs away; read the French there"
        )
    return replace(article, blocks=blocks, notes=tuple(notes), signature=made_by)


def translate_lines(lines: Sequence[str], translator: Translator) -> list[str]:
    """One English segment for each French one; several sentences stay one line, an empty line stays empty."""
    sentences = [split_sentences(clean(line).strip()) for line in lines]
    done = iter(translator.translate([s for segment in sentences for s in segment]))
    return [" ".join(next(done).target for _ in segment) for segment in sentences]


def _completed(sentence: Sentence, translation: Translation | None) -> Sentence:
    if translation is None:
        return replace(sentence, target=sentence.source, status="kept")
    return replace(
        sentence,
        target=translation.target,
        status=translation.status,
        score=translation.score,
        findings=translation.findings,
    )


def _several(ids: Sequence[str], noun: str) -> str:
    shown = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
    return f"{noun} {shown}" if len(ids) == 1 else f"{len(ids)} {noun}s ({shown})"
