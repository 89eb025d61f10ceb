"""Bytes become text: which encoding is chosen, what is refused, and what a person is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.errors import InputError
from abrege.reading.encoding import decode

FRENCH = "Le maire a dit « non » à l’été – c’est œuvré.\n"
# What every encoding below can say, and what is no control character.
LETTERS = st.characters(codec="cp1252", exclude_categories=["Cc"]) | st.just("\n")
PRINTABLE = st.text(LETTERS, min_size=1).filter(lambda text: text.strip(" \xa0\xad\n") != "")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"], ids=str
)
def test_french_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == (FRENCH, ())


@pytest.mark.parametrize("mark, encoding", [(b"\xfe\xff", "utf-16-be"), (b"\x00\x00\xfe\xff", "utf-32-be")])
def test_big_endian_marks_are_read_and_removed(mark: bytes, encoding: str) -> None:
    assert decode(mark + FRENCH.encode(encoding)) == (FRENCH, ())


def test_a_small_a_with_grave_never_becomes_another_alphabets_letter() -> None:
    assert decode("Rendez-vous à midi".encode("cp1252"))[0] == "Rendez-vous à midi"


def test_one_odd_byte_in_utf8_is_read_as_cp1252_and_counted() -> None:
    text, notes = decode("Été à la plage, dîner ".encode() + b"caf\xe9\n")
    assert text == "Été à la plage, dîner café\n"
    assert len(notes) == 1 and "1 byte is not UTF-8" in notes[0]


def test_several_odd_bytes_are_counted_in_the_plural() -> None:
    _, notes = decode("éèêàùçîôû".encode() + b" \x93bien\x94")
    assert "2 bytes are not UTF-8" in notes[0]


def test_utf8_that_does_not_outnumber_the_odd_bytes_is_cp1252() -> None:
    text, notes = decode("é".encode() + b" \xe9")
    assert (text, notes) == ("Ã© é", ())


def test_a_utf8_mark_decides_whatever_the_bytes() -> None:
    text, notes = decode(b"\xef\xbb\xbfcaf\xe9 \xe0 midi")
    assert text == "café à midi" and "2 bytes" in notes[0]


def test_a_byte_that_cp1252_does_not_define_stays_visible() -> None:
    text, notes = decode(b"\xe0 midi \x81 pile")
    assert text == "à midi � pile" and "1 character could not be read" in notes[0]


def test_cp1252_that_passed_for_latin1_on_its_way_is_mended() -> None:
    assert decode("l\x92été\x85".encode())[0] == "l’été…"


@pytest.mark.parametrize(
    "before, after",
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\u2028b", "a\nb"),
        ("a\u2029b", "a\n\nb"),
        ("a\x0bb", "a\nb"),
        ("a\n\x0cb", "a\nb"),
        ("a\x0cb", "a\nb"),
        ("a\r\r\nb", "a\n\nb"),
    ],
)
def test_every_line_end_becomes_a_newline(before: str, after: str) -> None:
    assert decode(before.encode())[0] == after


@pytest.mark.parametrize(
    "data, what",
    [
        (b"%PDF-1.7\n\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "DOCX"),
        (b"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"PK\x03\x04\x14\x00a.txt", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00\x00", "gzip"),
        (b"{\\rtf1\\ansi Bonjour}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Office"),
        (b"\x00\x01\x02\x03" * 20, "binary"),
        (b"Bonjour\x00tout le monde", "binary"),
        (bytes(range(1, 32)) * 3, "binary"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_named_in_one_sentence(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as raised:
        decode(data, "lettre.txt")
    assert str(raised.value).startswith("lettre.txt is ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\u200b\n".encode()])
def test_empty_and_blank_input_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"empty|no text"):
        decode(data)


def test_a_few_control_characters_are_left_out_and_counted() -> None:
    text, notes = decode(b"Un mot de la fin du document imprim\xc3\xa9 hier soir par le service.\x1a\n")
    assert text.endswith("service.\n") and "1 control character was left out" in notes[0]


def test_the_colours_of_a_terminal_are_left_out() -> None:
    assert decode(b"Un \x1b[1;31mmot\x1b[0m rouge")[0] == "Un mot rouge"


@settings(derandomize=True, deadline=None)
@given(PRINTABLE, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_text_with_a_mark_comes_back_as_it_was(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, ())


@settings(derandomize=True, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused_in_one_sentence(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except InputError as problem:
        assert str(problem) and "\n" not in str(problem)
    else:
        assert text.strip() and "\r" not in text
        text.encode("utf-8")


def test_a_stray_zero_byte_in_a_long_text_is_left_out_and_counted() -> None:
    text = "Le maire a dit non à tous ceux qui le lui avaient demandé. "
    assert decode(text.encode() + b"\x00" + text.encode()) == (text * 2, ("1 control character was left out",))
