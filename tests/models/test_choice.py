"""What a person may say for a model: names, presets, repositories and folders, one for each task."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from abrege.errors import ModelError, UsageError
from abrege.models import choose_model, find_card, receipts
from abrege.models.choice import for_each_task


@pytest.fixture
def bart(tmp_path: Path) -> str:
    folder = tmp_path / "my-bart"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "bart"}')
    return str(folder)


def put_on_disk(name: str, folder: Path) -> None:
    """Let a model of the shipped list count as on disk, its files empty."""
    card = find_card(name)
    folder.mkdir(parents=True)
    for file in card.kept:
        (folder / file).write_text("")
    receipts.write(card, folder, card.kept)


def test_presets_have_a_model_for_each_task() -> None:
    assert choose_model("large", "translate").name == "opus-mt-fr-en"
    assert "distilbart" in choose_model("large", "summarize").name
    assert {choose_model("small", task).name for task in ("translate", "summarize")} == {"small"}


def test_auto_translates_with_the_best_on_disk_and_summarises_with_the_small_one(tmp_path: Path) -> None:
    assert choose_model("auto", "translate").name == "small"
    put_on_disk("opus-mt-fr-en", tmp_path / "fr-en")
    put_on_disk("bart-large-cnn", tmp_path / "bart")
    assert choose_model("auto", "translate").name == "opus-mt-fr-en"
    assert choose_model("auto", "summarize").name == "small"
    put_on_disk("opus-mt-tc-big-fr-en", tmp_path / "big")
    assert choose_model("auto", "translate").name == "opus-mt-tc-big-fr-en"
    (tmp_path / "big" / "vocab.json").write_text("another")
    assert choose_model("auto", "translate").name == "opus-mt-fr-en"


def test_a_repository_is_the_model_that_is_pinned_of_it() -> None:
    assert choose_model("Helsinki-NLP/opus-mt-fr-en", "translate").name == "opus-mt-fr-en"
    with pytest.raises(UsageError, match="cannot translate"):
        choose_model("google-t5/t5-small", "translate")
    with pytest.raises(UsageError, match="type: abrege models pin Helsinki-NLP/opus-mt-fr-ro --add"):
        choose_model("Helsinki-NLP/opus-mt-fr-ro", "translate")


def test_a_folder_goes_before_a_repository_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "google-t5" / "t5-small").mkdir(parents=True)
    with pytest.raises(ModelError, match="missing"):
        choose_model("google-t5/t5-small", "summarize")
    for path in ("./x", "../x/y", "/no/such/folder", "a/b/c"):
        with pytest.raises(ModelError, match="there is no folder"):
            choose_model(path, "translate")


def test_each_of_several_models_serves_its_task(tiny: Path, bart: str) -> None:
    assert for_each_task([]) == {}
    assert for_each_task(["opus-mt-fr-en"]) == {"translate": "opus-mt-fr-en"}
    assert for_each_task([bart, str(tiny)]) == {"translate": str(tiny), "summarize": bart}
    assert for_each_task(["large", "t5-small"]) == {"translate": "large", "summarize": "t5-small"}
    for both in ("small", "auto", "large"):
        assert for_each_task([both]) == {"translate": both, "summarize": both}
    for two in (["small", "large"], ["t5-small", "smollm2-135m"]):
        with pytest.raises(UsageError, match=f"{two[0]} and {two[1]}"):
            for_each_task(two)


def test_a_folder_serves_the_task_that_its_configuration_tells(bart: str, tiny: Path) -> None:
    assert choose_model(bart, "summarize").tasks == ("summarize",)
    with pytest.raises(UsageError, match="cannot translate"):
        choose_model(bart, "translate")
    Path(bart, "config.json").write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(ModelError, match="'bert'"):
        choose_model(bart, "summarize")


def test_the_environment_names_a_model_for_a_task_that_no_option_serves(abrege: Any, monkeypatch: Any) -> None:
    text = "Le conseil municipal a voté lundi soir.\n"
    monkeypatch.setenv("ABREGE_MODEL", "opus-mt-fr-en")
    for command in ("translate", "summarize", "digest"):
        assert "'opus-mt-fr-en' is not on disk" in abrege(command, stdin=text).err
        assert abrege(command, "--model", "small", stdin=text).code == 0
    monkeypatch.setenv("ABREGE_MODEL", "small")
    monkeypatch.setenv("ABREGE_SUMMARY_MODEL", "t5-small")
    assert abrege("summarize", "--method", "lead", stdin=text).code == 0
    assert "'t5-small' is not on disk" in abrege("digest", stdin=text).err
    monkeypatch.setenv("ABREGE_SUMMARY_MODEL", "opus-mt-fr-en")
    failed = abrege("digest", stdin=text)
    assert failed.code == 2
    assert failed.err.startswith("abrege: ABREGE_SUMMARY_MODEL: the model 'opus-mt-fr-en' cannot summarize")
