"""A long text is translated block by block: as the whole would be, held in parts, with the notes at the end."""

from __future__ import annotations

import gc
import io
import tracemalloc
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import abrege
from abrege.engines import Decoding, Engine, Hypothesis
from abrege.generation import Translator
from abrege.reading import parts
from abrege.streaming import AT_ONCE, translate_segments


class EchoEngine(Engine):
    """Says every segment's own pieces again, at once."""

    name = precision = "echo"

    def search(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> Iterator[tuple[int, list[Hypothesis]]]:
        return ((k, [Hypothesis(tuple(segment[:-1]), -0.1)]) for k, segment in enumerate(segments))


@pytest.fixture
def echo(translator: Translator) -> Translator:
    return Translator(EchoEngine(), translator.tokenizer)


def texts(block: abrege.Block) -> object:
    return block.kind, block.prefix, block.gap, [replace(sentence, findings=()) for sentence in block.sentences]


def test_the_stream_gives_what_translate_gives(samples: Path) -> None:
    for path in sorted(samples.glob("*.txt")):
        whole = abrege.translate(abrege.read(path), "small")
        stream = abrege.translate_stream(path, "small")
        assert [texts(block) for block in stream] == [texts(block) for block in whole.blocks]
        assert (stream.notes, stream.signature, stream.lang) == (whole.notes, whole.signature, whole.lang)


def test_bytes_and_streams_are_sources_too(echo: Translator) -> None:
    data = b"Le maire a dit non.\n"
    assert list(abrege.translate_stream(data, translator=echo)) == list(
        abrege.translate_stream(io.BytesIO(data), translator=echo)
    )


def test_the_stream_is_an_iterator_that_closes_what_it_opened(tmp_path: Path, echo: Translator) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le maire a dit non.\n\nLa ministre a dit oui.\n")
    stream = abrege.translate_stream(path, translator=echo)
    assert next(stream).sentences[0].id == "1.1"
    assert [b.sentences[0].id for b in stream] == ["2.1"]
    assert list(stream) == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del stream
        gc.collect()


@pytest.mark.parametrize("wrong", [{"lang": "de"}, {"beam": 0}, {"runtime": abrege.Runtime(threads=-1)}], ids=str)
def test_wrong_arguments_are_named(wrong: dict[str, Any]) -> None:
    (name,) = wrong
    with pytest.raises(abrege.AbregeError, match="threads" if name == "runtime" else name):
        list(abrege.translate_stream(b"Le maire a dit non.", "small", **wrong))


def test_what_is_wrong_with_the_beginning_is_said_before_anything_is_translated(tmp_path: Path) -> None:
    with pytest.raises(abrege.AbregeError, match="no such file"):
        abrege.translate_stream(tmp_path / "missing.txt")
    with pytest.raises(abrege.AbregeError, match="is empty"):
        abrege.translate_stream(b"")


def test_an_english_text_comes_as_it_is_without_a_model() -> None:
    data = b"The mayor said that he would not come to the meeting on Thursday.\n" * 3
    stream = abrege.translate_stream(data, "small")
    assert {b.sentences[0].status for b in stream} == {"kept"}
    assert stream.signature == "" and "in English already" in stream.notes[0]


def test_a_long_text_is_never_held_whole(echo: Translator, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SIZE", "PART", "_STEP"):
        monkeypatch.setattr(parts, name, 4096)

    def peak(paragraphs: int) -> int:
        data = "Le train de Marseille est arrivé avec deux heures de retard.\n\n".encode() * paragraphs
        source = io.BytesIO(data)
        tracemalloc.start()
        count = sum(1 for _ in abrege.translate_stream(source, translator=echo))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == paragraphs
        return found

    peak(10)  # what is loaded once
    short, long = peak(300), peak(1200)
    assert long < 2 * short


def test_segments_come_one_by_one_and_in_order(echo: Translator) -> None:
    taken: list[int] = []

    def lines() -> Iterator[str]:
        for k in range(5 * AT_ONCE):
            taken.append(k)
            yield f"Le maire a dit {k}."

    done = translate_segments(lines(), echo)
    assert next(done).target == "Le maire a dit 0."
    assert len(taken) <= AT_ONCE + 1
    assert [t.target for t in done][-1] == f"Le maire a dit {5 * AT_ONCE - 1}."


def test_a_file_that_cannot_be_translated_leaves_the_old_output(abrege: Callable[..., Any], tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old\n")
    (tmp_path / "in.txt").write_bytes(b"\x00\x01\x02" * 50)
    assert abrege("translate", tmp_path / "in.txt", "-o", out).code == 1
    assert out.read_text() == "old\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.txt", "out.txt"]
