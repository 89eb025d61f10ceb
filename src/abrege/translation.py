"""An article in, the same article with its English out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import cast

from abrege import __version__
from abrege.article import Article, Sentence, Status
from abrege.engines import DEFAULT_RUNTIME, Decoding, Runtime, load_engine
from abrege.generation import Tokenizer, Translation, Translator
from abrege.models import ModelCard, find_card, folder_card, is_folder, load_cards, model_folder, on_disk
from abrege.text.normalization import clean
from abrege.text.sentences import split_sentences

BEAM = 4
IN_ENGLISH = "the text is in English already; it is printed as it is (--lang fr translates it all the same)"


def choose_model(name: str, task: str) -> ModelCard:
    """The card of a model by its name, or by the path of a folder with a MarianMT model.

    "auto" is the first in models.txt that does the task and is on disk. A name of models.txt goes before a folder that
    is called the same; `./NAME` is that folder.

    Raises:
        UsageError: there is no such model, or it does another task.
        ModelError: no model for the task is on disk, or the folder holds none.
    """
    if name == "auto":
        for card in load_cards():
            if task in card.tasks and on_disk(card):
                return card
        name = "small"
    if is_folder(name) and all(card.name != name for card in load_cards()):
        return folder_card(Path(name))
    return find_card(name, task)


def rewriting_model(model: str) -> str:
    """The name of the model that shortens and writes titles: the one given where it can, else the first that can."""
    can = "summarize" in choose_model(model, "translate").tasks
    return model if can else choose_model("auto", "summarize").name


def load_translator(model: str = "auto", beam: int = BEAM, runtime: Runtime = DEFAULT_RUNTIME) -> Translator:
    """The translator of a model, loaded once in a process.

    Args:
        model: a name in models.txt, the path of a MarianMT folder, or "auto".

    Raises:
        UsageError: no model or engine is called that, or the engine has no such device or compute type.
        ModelError: the model's files are missing or broken.
    """
    return _loaded(model_folder(choose_model(model, "translate")), beam, runtime)


@lru_cache(maxsize=2)
def _loaded(folder: Path, beam: int, runtime: Runtime) -> Translator:
    return Translator(load_engine(folder, runtime), Tokenizer(folder), Decoding(beam=beam, hypotheses=beam))


def signature(model: str = "auto", beam: int = BEAM, runtime: Runtime = DEFAULT_RUNTIME) -> str:
    """How a translation is made, in one line: tool, model and revision, engine, precision, beam."""
    card = choose_model(model, "translate")
    precision = load_translator(model, beam, runtime).engine.precision
    return f"abrege {__version__} | {card.name}@{card.revision} | {runtime.engine} {precision} | beam {beam}"


def translate(article: Article, model: str = "auto", beam: int = BEAM, runtime: Runtime = DEFAULT_RUNTIME) -> Article:
    """The article with the English of every sentence.

    English sentences and code keep their text (status "kept"). An article that is all English is returned with a note
    that says so, and no model is loaded.

    Args:
        model: a name in models.txt, the path of a MarianMT folder, or "auto".
        beam: hypotheses followed in the search; 1 is fastest, 4 is what the figures are measured with.
        runtime: engine, device, compute type and threads.

    Raises:
        UsageError, ModelError: the model or the engine cannot be had.
    """
    todo = [s for b in article.blocks if b.kind != "code" for s in b.sentences if s.lang == "fr"]
    done: dict[str, Translation] = {}
    made_by = ""
    if todo:
        translator = load_translator(model, beam, runtime)
        made_by = signature(model, beam, runtime)
        done = dict(zip((s.id for s in todo), translator.translate([s.source for s in todo]), strict=True))
    blocks = tuple(
        replace(block, sentences=tuple(_completed(s, done.get(s.id)) for s in block.sentences))
        for block in article.blocks
    )
    notes = [*article.notes]
    if article.lang == "en" and not todo:
        notes.append(IN_ENGLISH)
    looped = [s.id for block in blocks for s in block.sentences if s.status == "looped"]
    notes += loop_note(looped, "sentence")
    return replace(article, blocks=blocks, notes=tuple(notes), signature=made_by)


def translate_lines(lines: Sequence[str], translator: Translator) -> list[Translation]:
    """The English of each French segment; several sentences stay one segment, an empty one stays empty.

    The status of a segment is "looped" if that of one of its sentences is, and its findings are theirs.
    """
    sentences = [split_sentences(clean(line).strip()) for line in lines]
    done = iter(translator.translate([s for segment in sentences for s in segment]))
    return [_joined([next(done) for _ in segment]) for segment in sentences]


def loop_note(places: Sequence[str], noun: str) -> list[str]:
    """The note on translations that loop, at places such as "3.2"; none where there are none."""
    if not places:
        return []
    return [f"the translation of {_several(places, noun)} repeats itself or runs away; read the French there"]


def _joined(translations: Sequence[Translation]) -> Translation:
    statuses = [t.status for t in translations]
    status = next((s for s in ("looped", "repaired", "translated") if s in statuses), "kept")
    findings = tuple(finding for t in translations for finding in t.findings)
    return Translation(" ".join(t.target for t in translations), cast(Status, status), None, findings)


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
