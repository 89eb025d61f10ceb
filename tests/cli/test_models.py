"""`abrege models` and `--model`: what is listed, what is answered, and how a person hears of a better model."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from abrege.models import find_card, receipts
from abrege.models.registry import record

Run = Callable[..., Any]
TEXT = "Le conseil municipal a voté lundi soir.\n"


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))


def test_both_ways_to_list_say_the_same(abrege: Run) -> None:
    assert abrege("models").out == abrege("models", "list").out
    assert abrege("models", "--json").out == abrege("models", "list", "--json").out
    assert [m["name"] for m in json.loads(abrege("models", "--json").out) if m["on_disk"]] == ["small"]


def test_the_users_models_are_listed_after_the_others(abrege: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "abrege").mkdir(parents=True)
    line = f"mine translate hf:me/mine {'0' * 40} MIT 1000 config.json=unverified\n"
    (tmp_path / "data" / "abrege" / "models.txt").write_text(line)
    assert abrege("models").out.splitlines()[-1].split() == ["mine", "translate", "1", "kB", "MIT", "no"]
    (tmp_path / "data" / "abrege" / "models.txt").write_text(line.replace("0" * 40, "main"))
    failed = abrege("translate", stdin=TEXT)
    assert failed.code == 1
    assert "data/abrege/models.txt, line 1" in failed.err and "'main'" in failed.err


def test_the_bundled_model_can_be_verified_and_found_but_not_removed(abrege: Run) -> None:
    assert abrege("models", "verify").out == "small: 10 files ok\n"
    assert json.loads(abrege("models", "verify", "small", "--json").out)[0]["ok"] is True
    folder = Path(abrege("models", "path", "small").out.strip())
    assert (folder / "model.safetensors").is_file()
    found = json.loads(abrege("models", "path", "small", "--json").out)
    assert all(Path(path).is_file() for path in found["files"].values()) and found["path"] == str(folder)
    assert abrege("models", "pull", "small").out.startswith("small: 10 files verified")
    assert "part of abrege" in abrege("models", "remove", "small").err
    assert json.loads(abrege("models", "remove", "t5-small", "--json").out) == {"name": "t5-small", "removed": False}


@pytest.mark.parametrize(
    ("args", "code", "part"),
    [
        (["pul", "small"], 2, "'pull'"),
        (["pull"], 2, "NAME"),
        (["pull", "opus-mt-fr"], 2, "'opus-mt-fr-en'"),
        (["verify", "opus-mt-fr-en"], 1, "abrege models pull opus-mt-fr-en"),
        (["path", "opus-mt-fr-en"], 1, "abrege models pull opus-mt-fr-en"),
        (["pull", "them/theirs"], 2, "abrege models pin them/theirs --add"),
        (["path", "Helsinki-NLP/opus-mt-fr-en"], 1, "abrege models pull opus-mt-fr-en"),
        (["remove", "none"], 2, "abrege models lists them"),
        (["pin", "opus"], 2, "OWNER/NAME"),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(abrege: Run, args: list[str], code: int, part: str) -> None:
    result = abrege("models", *args)
    assert (result.code, result.out) == (code, "")
    assert part in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "code", "part"),
    [
        (["translate", "--model", "large"], 1, "abrege models pull opus-mt-fr-en"),
        (["translate", "--model", "t5-small"], 2, "cannot translate"),
        (["translate", "--model", "them/theirs"], 2, "abrege models pin them/theirs --add"),
        (["digest", "--model", "small", "--model", "distilbart-cnn-6-6"], 1, "abrege models pull distilbart-cnn-6-6"),
        (["summarize", "--model", "t5-small", "--model", "smollm2-135m"], 2, "two models to summarize"),
        (["summarize", "--model", "smal"], 2, "'small'"),
    ],
)
def test_a_model_that_cannot_be_had_is_answered_with_what_to_type(
    abrege: Run, args: list[str], code: int, part: str
) -> None:
    result = abrege(*args, stdin=TEXT)
    assert (result.code, result.out) == (code, "")
    assert part in result.err
    assert result.err.count("\n") == 1


def test_a_preset_means_a_model_for_each_task(abrege: Run, tmp_path: Path) -> None:
    card = find_card("opus-mt-fr-en")
    for name in card.kept:
        (tmp_path / name).write_text("")
    receipts.write(card, tmp_path, card.kept)
    path = abrege("models", "path", "large")
    assert (path.code, path.out) == (1, f"{tmp_path}\n") and "distilbart-cnn-12-6" in path.err
    found = abrege("models", "verify", "large")
    assert found.code == 1 and found.out.startswith("opus-mt-fr-en:") and "distilbart-cnn-12-6" in found.err
    removed = json.loads(abrege("models", "--json", "remove", "large").out)
    assert [(one["name"], one["removed"]) for one in removed] == [(card.name, True), ("distilbart-cnn-12-6", False)]


def test_a_line_that_does_not_count_is_said_once(abrege: Run, tmp_path: Path) -> None:
    card = find_card("t5-small")
    record(card)
    assert abrege("models").err == ""  # as a pull records it
    record(replace(card, revision="f" * 40))
    said = abrege("models").err
    assert said.count("\n") == 1 and "'t5-small'" in said and "f" * 40 in said
    assert abrege("translate", stdin=TEXT).err == ""


def on_a_terminal(*args: str) -> str:
    """What `abrege translate` says on a terminal, beside the translation."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "abrege", "translate", *args]
    run = subprocess.run(command, input=TEXT.encode(), stdout=subprocess.PIPE, stderr=theirs, timeout=60)
    os.close(theirs)
    assert run.returncode == 0 and b"council" in run.stdout
    try:
        return os.read(ours, 4096).decode()
    except OSError:  # nothing was written
        return ""
    finally:
        os.close(ours)


def test_a_terminal_is_told_of_a_better_model_once_a_day(abrege: Run, tmp_path: Path) -> None:
    assert abrege("translate", stdin=TEXT).err == ""  # no terminal
    assert on_a_terminal("--model", "small") == ""  # it was chosen
    told = on_a_terminal()
    assert told.count("\n") == 1 and "abrege models pull opus-mt-fr-en" in told
    assert on_a_terminal() == ""
    (stamp,) = (tmp_path / "cache" / "abrege").iterdir()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(stamp, (yesterday, yesterday))
    assert on_a_terminal() == told


def test_a_terminal_is_not_told_where_that_cannot_be_noted(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    assert on_a_terminal() == ""


def test_nobody_is_told_who_has_a_better_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from abrege.cli import common

    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert common.better_model("auto") != []
    card = find_card("opus-mt-fr-en")
    for name in card.kept:
        (tmp_path / name).write_text("")
    receipts.write(card, tmp_path, card.kept)
    (next((tmp_path / "cache" / "abrege").iterdir())).unlink()
    assert common.better_model("auto") == []


def test_listing_and_translating_import_no_hub() -> None:
    code = (
        "import sys\nfrom abrege.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print(sorted({'torch', 'transformers', 'huggingface_hub', 'tqdm'} & set(sys.modules)), file=sys.stderr)"
    )
    for args in (["models"], ["translate"]):
        run = subprocess.run(
            [sys.executable, "-c", code, *args], input=TEXT, capture_output=True, text=True, timeout=60
        )
        assert run.stderr == "[]\n"
