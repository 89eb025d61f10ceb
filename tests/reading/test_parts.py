"""Long texts are read in parts: nothing is lost, blocks are those of the whole, and no more is read than is needed."""

from __future__ import annotations

import io
import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abrege.errors import InputError
from abrege.reading import BlockStream, parts, read
from abrege.reading.parts import Parts

SENTENCES = (
    "Le maire de la ville a dit qu'il ne viendrait pas à la réunion de jeudi.",
    "Les pompiers ont éteint l'incendie vers 20 h, sans faire de blessé.",
    "« Nous attendons encore une réponse », a répondu la ministre !",
    "Le train de Marseille est arrivé avec deux heures de retard…",
)


SIZE = 4096


@pytest.fixture(autouse=True)
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds for parts of 64 KiB holds for shorter ones, sooner."""
    for name, size in (("SIZE", SIZE), ("PART", SIZE // 4), ("_STEP", SIZE // 8)):
        monkeypatch.setattr(parts, name, size)


class Trickle(io.RawIOBase):
    """A stream that gives a few bytes at a time and counts them, as a slow pipe does."""

    def __init__(self, data: bytes, most: int) -> None:
        self.rest, self.most, self.given = io.BytesIO(data), most, 0

    def read(self, size: int = -1) -> bytes:
        data = self.rest.read(min(size, self.most))
        self.given += len(data)
        return data


def long_text(paragraphs: int, between: str = "\n\n", seed: int = 1) -> str:
    r = random.Random(seed)
    return between.join(" ".join(r.choices(SENTENCES, k=r.randint(1, 6))) for _ in range(paragraphs)) + "\n"


@given(
    st.lists(st.sampled_from([*SENTENCES, "Titre sans point", "- un point de liste", "```", "12 345", "", " "])),
    st.integers(1, 400),
)
@settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_short_text_is_read_as_a_whole_however_it_trickles_in(lines: list[str], most: int) -> None:
    data = ("Voici le début.\n" + "\n".join(lines)).encode()
    assert tuple(BlockStream(Trickle(data, most))) == read(data).blocks


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n", "\n\n## Un intertitre\n\n"], ids=repr)
def test_the_blocks_of_a_long_text_are_those_of_the_whole(between: str) -> None:
    data = long_text(120, between).encode()
    assert len(data) > 4 * SIZE
    assert tuple(BlockStream(io.BytesIO(data))) == read(data).blocks


def test_a_heading_is_not_parted_from_the_paragraph_that_makes_it_one() -> None:
    data = "".join(f"L'intertitre numéro {k}\n\n{SENTENCES[k % 4]}\n\n\n" for k in range(300)).encode()
    assert tuple(BlockStream(io.BytesIO(data))) == read(data).blocks


def test_code_between_fences_is_not_cut() -> None:
    fenced = "```\n" + "print('Fini.')\n\n" * 300 + "```\n\n"
    data = (long_text(40) + "\n" + fenced + long_text(40)).encode()
    assert tuple(BlockStream(io.BytesIO(data))) == read(data).blocks


@given(st.integers(0, 10**6), st.sampled_from(["\n\n", "\n", " ", "\n  \n"]), st.sampled_from([".", "", ","]))
@settings(derandomize=True, deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_character_is_lost_between_parts(seed: int, between: str, end: str) -> None:
    r = random.Random(seed)
    text = between.join(f"mot{k} " * r.randint(1, 30) + "fin" + end for k in range(600))
    parts = list(Parts(io.BytesIO(text.encode())))
    assert "".join(parts) == text
    assert len(parts) > 1 or between == " "


def test_no_more_is_read_than_what_a_block_needs() -> None:
    source = Trickle(long_text(600).encode(), 4096)
    assert next(iter(BlockStream(source))).sentences[0].source in SENTENCES
    assert source.given <= SIZE + 1


def test_a_list_of_words_is_read_in_parts_too() -> None:
    source = Trickle("\n".join(f"mot {k}" for k in range(9000)).encode(), 4096)
    assert next(iter(BlockStream(source, lang="fr"))).sentences[0].source == "mot 0"
    assert source.given <= 12 * SIZE


def test_a_stream_that_does_not_wait_is_waited_for() -> None:
    class Reluctant(Trickle):
        def read(self, size: int = -1) -> bytes | None:  # type: ignore[override]
            self.most ^= 1  # every other time there is nothing yet
            return super().read(size) if self.most % 2 else None

    data = b"Le maire a dit non.\n\nLa ministre aussi.\n"
    assert tuple(BlockStream(Reluctant(data, 6))) == read(data).blocks


def test_a_failure_while_reading_is_an_error_of_the_input() -> None:
    class Failing(Trickle):
        def read(self, size: int = -1) -> bytes:
            if self.given > 2 * SIZE:
                raise OSError(5, "Input/output error")
            return super().read(size)

    with pytest.raises(InputError, match=r"a\.txt cannot be read: Input/output error"):
        list(BlockStream(Failing(long_text(600).encode(), 4096), path="a.txt"))


def test_later_bytes_that_are_not_utf8_are_read_as_cp1252_and_counted() -> None:
    data = b"Le maire a dit non. Il est midi.\n\n" * 300 + "L'été à la plage.\n".encode("cp1252")
    stream = BlockStream(io.BytesIO(data))
    assert [*stream][-1].sentences[0].source == "L'été à la plage."
    assert "3 bytes are not UTF-8" in stream.notes[0]


def test_a_text_that_goes_on_in_utf8_after_cp1252_gets_a_note_with_the_line() -> None:
    head = "L'été à la plage, le maire a dit non.\n\n".encode("cp1252") * 400
    stream = BlockStream(io.BytesIO(head + "L'été à la plage.\n\n".encode() * 800))
    blocks = list(stream)
    assert len(blocks) == 1200
    assert len(stream.notes) == 1
    line = int(re.search(r"from about line (\d+) on the text looks like UTF-8", stream.notes[0])[1])  # type: ignore[index]
    assert 801 <= line < 801 + SIZE / 18


def test_a_text_that_goes_on_in_another_language_gets_a_note_with_the_block() -> None:
    german = "Der Bürgermeister hat gesagt, dass er am Donnerstag nicht zu der Sitzung kommen wird.\n\n"
    stream = BlockStream(io.BytesIO((long_text(50) + "\n" + german * 150).encode()))
    assert stream.lang == "fr"
    assert len(list(stream)) == 200
    assert len(stream.notes) == 1 and "the text is in German, unlike its beginning" in stream.notes[0]


def test_a_given_language_is_not_doubted() -> None:
    stream = BlockStream(
        io.BytesIO((long_text(50) + "\n" + "The mayor said that he would not come.\n\n" * 300).encode()), "fr"
    )
    assert list(stream)[-1].sentences[0].lang == "en"
    assert stream.notes == ()


@pytest.mark.parametrize("data", [b" \n\t\n", b"\n" * 30_000])
def test_a_blank_stream_holds_no_text(data: bytes) -> None:
    with pytest.raises(InputError, match="holds no text"):
        BlockStream(io.BytesIO(data))


def test_text_after_much_blank_space_is_found() -> None:
    stream = BlockStream(io.BytesIO(b"\n" * 30_000 + b"Le maire a dit qu'il ne viendrait pas.\n"))
    assert [b.gap for b in stream] == [30_000]
