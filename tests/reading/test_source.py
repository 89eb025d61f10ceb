"""Files, bytes and streams become articles, or one sentence that says why not."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from abrege.errors import InputError
from abrege.reading import LineStream, read, read_bytes

FRENCH = "Le maire de la ville a dit qu'il ne viendrait pas.\n"


def test_a_path_bytes_and_a_stream_give_the_same_blocks(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(FRENCH, encoding="utf-8")
    from_path, from_bytes, from_stream = read(file), read(FRENCH.encode()), read(io.BytesIO(FRENCH.encode()))
    assert from_path.blocks == from_bytes.blocks == from_stream.blocks
    assert (from_path.path, from_bytes.path, from_stream.path) == (str(file), None, None)
    assert read(str(file)) == from_path


def test_an_open_file_keeps_its_path_and_standard_input_has_none(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(FRENCH, encoding="utf-8")
    with file.open("rb") as stream:
        assert read(stream).path == str(file)
    assert read(FRENCH.encode(), path=str(file)).path == str(file)
    assert read(FRENCH.encode(), path="-").path is None


def test_notes_of_the_reader_are_the_articles(tmp_path: Path) -> None:
    article = read("Été à la plage, dîner à la mer, au ".encode() + b"caf\xe9.")
    assert len(article.notes) == 1


@pytest.mark.parametrize("value", ["Bonjour", "Le maire a dit non. Il ne viendra pas.", "mot " * 200, "", "a\x00b"])
def test_a_text_given_as_a_file_name_is_told_how_to_pipe_it(value: str) -> None:
    with pytest.raises(InputError) as raised:
        read(value)
    message = str(raised.value)
    assert message.endswith("no such file; to translate a text, pipe it: echo … | abrege translate")
    assert len(message) < 140 and "\n" not in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"articel\.txt.*no such file"):
        read(tmp_path / "articel.txt")


def test_a_file_in_a_file_is_no_such_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "a.txt" / "b.txt")


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_bytes(tmp_path)


@pytest.mark.parametrize(
    "problem, said",
    [
        (PermissionError(13, "Permission denied"), "permissions"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_an_unreadable_file_is_named(monkeypatch: pytest.MonkeyPatch, problem: OSError, said: str) -> None:
    def fail(self: Path, mode: str) -> io.BytesIO:
        raise problem

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(InputError, match=rf"article\.txt.*{said}"):
        read("article.txt")


def test_messages_about_content_name_the_file(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match=r"article\.txt is a PDF document"):
        read(file)


def test_an_unknown_ending_is_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "article.unknown"
    file.write_text("<p>" + FRENCH, encoding="utf-8")
    assert read(file).blocks[0].sentences[0].source.startswith("<p>")


@pytest.mark.parametrize(
    "data, segments",
    [
        (b"un\ndeux\n", ["un", "deux"]),
        (b"un\ndeux", ["un", "deux"]),
        (b"un\r\n\r\ndeux\r\n", ["un", "", "deux"]),
        (b"\nun\n\n", ["", "un", ""]),
        (b"un\rdeux\r", ["un", "deux"]),
        ("un\u2028deux\x0btrois\u0085\n".encode(), ["un deux trois…"]),
        (b"\n\n", ["", ""]),
        (b"\xef\xbb\xbfun\n", ["un"]),
        (b"- un\n  suite\n", ["- un", "  suite"]),
    ],
)
def test_one_segment_a_line(data: bytes, segments: list[str]) -> None:
    assert list(LineStream(io.BytesIO(data))) == segments


def test_no_segments_at_all_is_empty_input() -> None:
    with pytest.raises(InputError, match="empty"):
        LineStream(io.BytesIO(b""))


def test_long_lines_and_many_of_them_come_out_whole() -> None:
    segments = [f"phrase {k} " + "très " * (k % 50) + "longue" for k in range(3000)] + ["mot " * 50_000 + "fin"]
    stream = LineStream(io.BytesIO("\r\n".join(segments).encode()))
    assert list(stream) == segments
    assert stream.notes == ()
