"""Pinning a repository of the hub: its line for models.txt, and the model on disk with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from abrege.models import choose_model, find_card, on_disk, parse_cards

OTHER = "f" * 40
BART: dict[str, Any] = {
    "config.json": b'{"model_type": "bart"}',
    "merges.txt": b"merges",
    "vocab.json": b"{}",
    "pytorch_model.bin": b"a pickle",
    "pytorch_model.bin.index.json": b"{}",
    "README.md": b"unused",
    "onnx/model.onnx": b"unused",
}


@pytest.fixture
def marian(tiny: Path) -> dict[str, Any]:
    return {path.name: path.read_bytes() for path in tiny.iterdir() if path.suffix != ".vocab"}


def test_the_line_that_is_printed_can_be_added(home: Any, hub: Any, marian: dict[str, Any]) -> None:
    hub.add("them/opus", {**marian, "README.md": b"unused", "pytorch_model.bin": b"a pickle"})
    done = home.run("models", "pin", "them/opus")
    assert (done.returncode, done.stderr) == (0, "")
    (card,) = parse_cards(done.stdout)
    assert (card.name, card.tasks, card.origin) == ("opus", ("translate",), "hf:them/opus")
    assert (len(card.revision), card.licence) == (40, "MIT")
    assert set(card.files) == set(marian) and card.unverified == ()
    assert card.size == sum(len(content) for content in marian.values())
    assert not (home.data / "models.txt").exists()
    home.write_list(done.stdout)
    asked = len(hub.requests)
    assert home.run("models", "pull", "them/opus").returncode == 0
    assert len(hub.requests) == asked  # what was hashed is kept
    assert on_disk(choose_model("them/opus", "translate"))


def test_a_branch_is_pinned_to_its_commit_and_added(home: Any, hub: Any, marian: dict[str, Any]) -> None:
    hub.add("them/opus", {"config.json": b"{}"})
    hub.add("them/opus", marian, OTHER, branch="refs/pr/7")
    done = home.run("models", "pin", "them/opus@refs/pr/7", "--add", "--name", "mine", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["revision"] == find_card("mine").revision == OTHER
    assert on_disk(find_card("mine"))
    assert str(home.data / "models.txt") in done.stderr
    assert home.run("models", "pin", "them/opus@nothing").stderr.count("no such revision") == 1


def test_a_pickle_is_pinned_where_there_is_nothing_else_and_said(home: Any, hub: Any) -> None:
    hub.add("them/bart", BART)
    done = home.run("models", "pin", "them/bart")
    assert done.returncode == 0
    (card,) = parse_cards(done.stdout)
    assert card.tasks == ("summarize",)
    assert set(card.files) == {"config.json", "merges.txt", "vocab.json", "pytorch_model.bin"}
    assert "weights_only=True" in done.stderr


def test_what_is_not_run_is_refused_before_its_weights_are_fetched(home: Any, hub: Any, marian: dict[str, Any]) -> None:
    hub.add("them/bert", {"config.json": b'{"model_type": "bert"}', "model.safetensors": b"weights"})
    hub.add("them/old", {"config.json": b'{"model_type": "marian"}', "pytorch_model.bin": b"a pickle"})
    hub.add("them/many", {"a.gguf": b"1", "b.gguf": b"2"})
    for repository, named in (
        ("them/bert", "'bert'"),
        ("them/old", "no model.safetensors"),
        ("them/many", "--file: a.gguf, b.gguf"),
        ("them/none", "no such repository"),
    ):
        failed = home.run("models", "pin", repository)
        assert (failed.returncode, failed.stdout) == (1, "")
        assert named in failed.stderr
        assert failed.stderr.count("\n") == 1
    assert not {"model.safetensors", "pytorch_model.bin", "a.gguf"} & set(hub.fetched())
    chosen = home.run("models", "pin", "them/many", "--file", "b.gguf")
    assert list(parse_cards(chosen.stdout)[0].files) == ["b.gguf"]


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["them/opus", "--name", "auto"], "'auto'"),
        (["them/opus", "--name", "two words"], "'two words'"),
        (["them/opus", "--name", ""], "--name"),
        (["them/opus", "--file", "README.md"], "--file is 'README.md'"),
        (["them/opus", "--file", "../config.json"], "--file is '../config.json'"),
        (["them/large"], "--name"),
        (["./opus"], "OWNER/NAME"),
    ],
)
def test_what_cannot_stand_on_a_line_is_refused_before_anything_is_asked(
    home: Any, hub: Any, args: list[str], named: str
) -> None:
    failed = home.run("models", "pin", *args)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert named in failed.stderr
    assert failed.stderr.count("\n") == 1
    assert hub.requests == []


def test_a_file_that_is_not_what_the_hub_lists_is_not_pinned(home: Any, hub: Any, marian: dict[str, Any]) -> None:
    hub.add("them/opus", marian)
    hub.corrupted.add("source.spm")
    failed = home.run("models", "pin", "them/opus", "--add")
    assert failed.returncode == 1
    assert "source.spm is not the file that the hub lists" in failed.stderr
    assert not (home.data / "models.txt").exists()


def test_a_name_that_another_model_has_is_refused(
    home: Any, hub: Any, marian: dict[str, Any], line: Callable[..., str]
) -> None:
    hub.add("them/small", marian)
    hub.add("you/mine", marian)
    home.write_list(line("mine", {"config.json": b"{}"}, "them/mine"))
    for repository in ("them/small", "you/mine"):
        failed = home.run("models", "pin", repository)
        assert failed.returncode == 2
        assert "--name" in failed.stderr
