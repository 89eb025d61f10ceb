"""An article in, the same article with its English out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import cast

from abrege import __version__
from abrege.article import Article, Block, Language, Sentence, Status
from abrege.engines import DEFAULT_RUNTIME, Decoding, Engine, Runtime, load_engine
from abrege.errors import UsageError
from abrege.fidelity import check_further
from abrege.generation import Tokenizer, Translation, Translator
from abrege.models import choose_model, model_folder
from abrege.text.normalization import clean
from abrege.text.sentences import split_sentences

BEAM = 4
IN_ENGLISH = "the text is in English already; it is printed as it is (--lang fr translates it all the same)"


def rewriting_model(model: str) -> str:
    """The name of the model that shortens and writes titles: the one given where it can, else the first that can."""
    can = "summarize" in choose_model(model, "translate").tasks
    return model if can else choose_model("auto", "summarize").name


def load_translator(
    model: str = "auto", beam: int = BEAM, runtime: Runtime = DEFAULT_RUNTIME, task: str = "translate"
) -> Translator:
    """The translator of a model, loaded once in a process.

    Args:
        model: what `choose_model` takes: "auto", a name in models.txt, or the path of a MarianMT folder, say.
        task: what it is wanted for, "translate" or "summarize".

    Raises:
        UsageError: no model or engine is called that, or the engine has no such device or compute type.
        ModelError: the model's files are missing or broken.
    """
    if beam < 1:
        raise UsageError(f"beam is {beam}, but at least 1 hypothesis must be followed")
    return _loaded(model_folder(choose_model(model, task)), beam, runtime)


@lru_cache(maxsize=2)
def _loaded(folder: Path, beam: int, runtime: Runtime) -> Translator:
    return Translator(*_model(folder, runtime), Decoding(beam=beam, hypotheses=beam))


@lru_cache(maxsize=2)
def _model(folder: Path, runtime: Runtime) -> tuple[Engine, Tokenizer]:
    """What all beams share: a digest translates with one and shortens with another."""
    return load_engine(folder, runtime), Tokenizer(folder)


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
        model: what `choose_model` takes.
        beam: hypotheses followed in the search; 1 is fastest, 4 is what the figures are measured with.
        runtime: engine, device, compute type and threads.

    Raises:
        UsageError, ModelError: the model or the engine cannot be had.
    """
    made_by = signature(model, beam, runtime) if next(french(article.blocks), None) else ""
    blocks = translate_blocks(article.blocks, load_translator(model, beam, runtime) if made_by else None)
    looped = [s.id for block in blocks for s in block.sentences if s.status == "looped"]
    notes = (*article.notes, *english_note(article.lang, bool(made_by)), *loop_note(looped, "sentence"))
    return replace(article, blocks=blocks, notes=notes, signature=made_by)


def french(blocks: Iterable[Block]) -> Iterator[Sentence]:
    """The sentences that are to be translated."""
    return (s for block in blocks if block.kind != "code" for s in block.sentences if s.lang == "fr")


def translate_blocks(blocks: Sequence[Block], translator: Translator | None, further: bool = True) -> tuple[Block, ...]:
    """The blocks with the English of their French sentences, if they have any; the others keep their text.

    `further` adds what the further checks find to the findings that came up in choosing the translation.
    """
    todo = list(french(blocks)) if translator else []
    targets = translator.translate([s.source for s in todo]) if translator else []
    done = dict(zip((s.id for s in todo), targets, strict=True))
    return tuple(
        replace(block, sentences=tuple(_completed(s, done.get(s.id), further) for s in block.sentences))
        for block in blocks
    )


def translate_lines(lines: Sequence[str], translator: Translator) -> list[Translation]:
    """The English of each French segment; several sentences stay one segment, an empty one stays empty.

    The status of a segment is "looped" if that of one of its sentences is, and its findings are theirs.
    """
    sentences = [split_sentences(clean(line).strip()) for line in lines]
    done = iter(translator.translate([s for segment in sentences for s in segment]))
    return [_joined([next(done) for _ in segment]) for segment in sentences]


def english_note(lang: Language, translated: bool) -> list[str]:
    """The note on a text in which there was nothing to translate."""
    return [IN_ENGLISH] if lang == "en" and not translated else []


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


def _completed(sentence: Sentence, translation: Translation | None, further: bool) -> Sentence:
    if translation is None:
        return replace(sentence, target=sentence.source, status="kept")
    target, findings = translation.target, translation.findings
    if further:
        findings += check_further(sentence.source, target, findings)
    return replace(sentence, target=target, status=translation.status, score=translation.score, findings=findings)


def _several(ids: Sequence[str], noun: str) -> str:
    shown = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
    return f"{noun} {shown}" if len(ids) == 1 else f"{len(ids)} {noun}s ({shown})"
