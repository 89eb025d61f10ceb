"""`abrege check`: what a person sees, what a script gets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
FRENCH = "Jean Morel a payé 1 200 euros à Londres lundi. Il n'est pas parti.\n"
GOOD = "Jean Morel paid 1,200 euros in London on Monday. He did not leave.\n"
BAD = "Jean Morel paid 1,300 euros in Paris on Monday. He did not leave.\n"


@pytest.fixture
def french(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return path


def test_a_faithful_translation_prints_nothing_and_says_so(abrege: Run, french: Path) -> None:
    result = abrege("check", french, "-", "--strict", stdin=GOOD)
    assert (result.code, result.out) == (0, "")
    assert "compared 2 sentences: no findings" in result.err


def test_each_finding_is_a_line_with_its_place_and_its_words(abrege: Run, french: Path) -> None:
    result = abrege("check", french, "-", stdin=BAD)
    assert result.code == 0
    assert result.out.splitlines() == [
        "1.1  number: « Jean Morel a payé [1 200] euros à Londres lundi. » -> "
        "“Jean Morel paid [1,300] euros in Paris on…”; expected 1 200",
        "1.1  name: « …a payé 1 200 euros à [Londres] lundi. » -> “…paid 1,300 euros in [Paris] on Monday.”; "
        "expected London",
    ]
    assert "2 findings (1 number, 1 name)" in result.err


def test_strict_exits_with_one(abrege: Run, french: Path) -> None:
    result = abrege("check", french, "-", "--strict", stdin=BAD)
    assert result.code == 1
    assert result.out.count("\n") == 2


def test_json_holds_the_pairs_and_the_spans(abrege: Run, french: Path) -> None:
    record = json.loads(abrege("check", french, "-", "--json", stdin=BAD).out)
    assert list(record) == ["faithful", "counts", "notes", "pairs"]
    assert (record["faithful"], record["counts"]) == (False, {"number": 1, "name": 1})
    first = record["pairs"][0]
    assert list(first) == ["unit", "id", "source", "target", "findings"]
    for finding in first["findings"]:
        assert list(finding) == ["kind", "source_span", "target_span", "expected"]
    start, end = first["findings"][-1]["target_span"]
    assert first["target"][start:end] == "Paris"


def test_lines_go_line_by_line(abrege: Run, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.fr", tmp_path / "a.en"
    ours.write_text("Il a 12 ans.\nIl vit\nà Rome.\n", encoding="utf-8")
    theirs.write_text("He is 12.\nHe lives\nin Paris.\n", encoding="utf-8")
    result = abrege("check", "--lines", ours, theirs)
    assert [line.split()[0] for line in result.out.splitlines()] == ["3"]
    theirs.write_text("He is 12.\n", encoding="utf-8")
    result = abrege("check", "--lines", ours, theirs)
    assert (result.code, result.out) == (1, "")
    assert "3 in the source, 1 in the target" in result.err


@pytest.mark.parametrize("options", [(), ("--lines",)])
def test_of_two_texts_the_one_that_is_empty_is_named(abrege: Run, french: Path, options: tuple[str, ...]) -> None:
    empty = french.with_name("empty.txt")
    empty.touch()
    assert "empty.txt is empty" in abrege("check", *options, french, empty).err
    assert "standard input is empty" in abrege("check", *options, french, "-", stdin="").err


def test_what_abrege_translates_pairs_up_with_its_source(abrege: Run, samples: Path) -> None:
    source = samples / "rachat-openai.fr.txt"
    result = abrege("check", source, "-", stdin=abrege("translate", source).out)
    assert result.code == 0
    assert "sentences: " in result.err
    assert "wholes" not in result.err


def test_mistakes_are_answered_in_one_sentence(abrege: Run, french: Path) -> None:
    result = abrege("check", "-", "-", stdin=GOOD)
    assert (result.code, result.out) == (2, "")
    assert "only one of the two" in result.err
    result = abrege("check", french, "nowhere.txt")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "nowhere.txt: no such file" in result.err
    result = abrege("check", "Il est parti hier soir.", french)
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "name the files of the texts" in result.err
    assert "translate" not in result.err
    assert abrege("check", french).code == 2


def test_a_text_in_the_wrong_place_is_seen(abrege: Run, french: Path) -> None:
    result = abrege("check", french, french)
    assert result.out.count("language: ") == 2
    result = abrege("check", "-", french, stdin="The mayor has left the town, and he will not be back before Monday.\n")
    assert "the source is in English" in result.err
