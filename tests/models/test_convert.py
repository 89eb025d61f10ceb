"""Any MarianMT folder runs in both engines; what CTranslate2 needs is made once, and what is no model is named."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import abrege as library
from abrege.engines import Decoding, Runtime, load_engine
from abrege.errors import AbregeError, ModelError, UsageError
from abrege.generation import Tokenizer
from abrege.models import choose_model, folder_card, model_folder
from abrege.models.convert import cache_folder, converted, intact
from abrege.translation import rewriting_model


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return cache_folder()


def test_both_engines_give_the_same_pieces(tiny: Path, french: list[str]) -> None:
    tokenizer = Tokenizer(tiny)
    assert tokenizer.placeholders == ()
    texts = [*french, "zwölf 🎉 œufs", "la"]
    segments = [tokenizer.encode(t, tag) for t in texts for tag in ("", ">>eng<<")]
    assert segments[1][0] == ">>eng<<"
    found = [
        load_engine(tiny, Runtime(engine, "cpu", "float32", 1)).generate(segments, Decoding(beam=1, longest=1.0))
        for engine in ("ctranslate2", "transformers")
    ]
    for a, b in zip(*found, strict=True):
        assert a[0].pieces == b[0].pieces
        assert a[0].score == pytest.approx(b[0].score, abs=1e-3)


def test_an_article_is_translated_with_a_folder(tiny: Path, french: list[str]) -> None:
    article = library.translate(library.read("\n".join(french).encode(), lang="fr"), model=str(tiny), beam=1)
    assert all(s.target for b in article.blocks for s in b.sentences)
    assert f"opus-tiny@{folder_card(tiny).revision} | ctranslate2 int8_float32 | beam 1" in article.signature


def test_a_model_that_only_translates_leaves_the_rewriting_to_another(tiny: Path) -> None:
    assert folder_card(tiny).tasks == ("translate",)
    assert rewriting_model(str(tiny)) == "small"
    assert rewriting_model("auto") == "auto"
    bundled = str(model_folder(choose_model("small", "translate")))
    assert rewriting_model(bundled) == bundled


def test_a_model_is_converted_once(tiny: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = converted(tiny, "int8_float32")
    assert (first / "model.bin").is_file()
    monkeypatch.setitem(sys.modules, "ctranslate2.converters", None)
    moved = shutil.copytree(tiny, tmp_path / "moved")
    assert converted(tiny, "int8_float32") == converted(moved, "int8_float32") == first
    assert [p.name for p in cache.iterdir()] == [first.name]


def test_a_terminal_is_told_and_nothing_else(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for terminal, quantization in ((True, "float32"), (False, "int8_float32")):
        stderr = io.StringIO()
        monkeypatch.setattr(stderr, "isatty", lambda terminal=terminal: terminal)
        monkeypatch.setattr(sys, "stderr", stderr)
        converted(tiny, quantization)
        assert ("converting" in stderr.getvalue()) == terminal
        assert "\n" not in stderr.getvalue()


def test_another_quantization_and_other_weights_are_converted_apart(tiny: Path, tmp_path: Path) -> None:
    changed = shutil.copytree(tiny, tmp_path / "changed")
    data = bytearray((changed / "model.safetensors").read_bytes())
    data[-1] ^= 1
    (changed / "model.safetensors").write_bytes(data)
    places = {converted(tiny, "int8_float32"), converted(tiny, "float32"), converted(changed, "float32")}
    assert len(places) == 3


def test_the_bundled_model_is_never_converted(cache: Path) -> None:
    for compute_type in ("", "float32"):
        load_engine(model_folder(choose_model("small", "translate")), Runtime(device="cpu", compute_type=compute_type))
    assert not cache.exists()


def test_a_conversion_that_is_not_whole_is_made_again(tiny: Path, cache: Path) -> None:
    place = converted(tiny, "float32")
    data = (place / "model.bin").read_bytes()
    for damage in (
        lambda: (place / "model.bin").write_bytes(data[:-1]),
        lambda: (place / "shared_vocabulary.json").unlink(),
        lambda: (shutil.rmtree(place), place.mkdir()),
    ):
        damage()
        assert converted(tiny, "float32") == place
        assert (place / "model.bin").read_bytes() == data and intact(place)
    assert [p.name for p in cache.iterdir()] == [place.name]


def test_what_was_converted_from_a_folder_is_verified_and_removed(tiny: Path, cache: Path, abrege: Any) -> None:
    nothing = abrege("models", "verify", tiny)
    assert nothing.code == 1 and "nothing is converted" in nothing.err
    place = converted(tiny, "float32")
    assert abrege("models", "verify", tiny).out == "opus-tiny: 1 file ok\n"
    (place / "model.bin").write_bytes(b"broken")
    broken = abrege("models", "verify", tiny)
    assert broken.code == 1 and f"{place} is wrong" in broken.out and "made again" in broken.err
    assert not place.exists()
    converted(tiny, "float32")
    for what in ("what was converted is removed", "nothing is converted"):
        assert abrege("models", "remove", tiny).out == f"{tiny}: {what}; the folder stays\n"
        assert list(cache.iterdir()) == [] and (tiny / "model.safetensors").is_file()
    assert abrege("models", "path", tiny).out == f"{tiny}\n"
    assert "is a folder" in abrege("models", "pull", tiny).err


def test_processes_that_convert_at_once_do_not_hurt_each_other(tiny: Path, cache: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom abrege.engines import Decoding, load_engine\n"
        "print(load_engine(Path(sys.argv[1])).generate([['</s>']], Decoding(beam=1)))"
    )
    command = [sys.executable, "-c", code, str(tiny)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], answers
    assert answers[0][0] == answers[1][0]
    assert [err for _, err in answers] == ["", ""]
    assert len(list(cache.iterdir())) == 1


def test_a_place_that_is_taken_meanwhile_is_used(tiny: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = converted(tiny, "float32")
    hidden = other.rename(cache.parent / "hidden")

    def convert(folder: Path, out: Path, quantization: str) -> None:
        shutil.copytree(hidden, other)  # as another process would
        shutil.copytree(hidden, out)

    monkeypatch.setattr("abrege.models.convert._convert", convert)
    assert converted(tiny, "float32") == other
    assert [p.name for p in cache.iterdir()] == [other.name]


def test_a_conversion_that_fails_leaves_nothing(tiny: Path, cache: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(tiny, tmp_path / "broken")
    (broken / "model.safetensors").write_bytes(b"no weights")
    for engine in ("ctranslate2", "transformers"):
        with pytest.raises(ModelError, match="broken cannot be") as caught:
            load_engine(broken, Runtime(engine, "cpu"))
        assert "\n" not in str(caught.value)
    assert list(cache.iterdir()) == []


def test_a_cache_that_cannot_be_written_to_is_named(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(ModelError, match="cannot be kept in"):
        converted(tiny, "float32")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda f: (f / "vocab.json").unlink(), "vocab.json is missing"),
        (lambda f: [(f / n).unlink() for n in ("source.spm", "target.spm")], "source.spm, target.spm are missing"),
        (lambda f: (f / "model.safetensors").rename(f / "pytorch_model.bin"), "may run code"),
        (lambda f: (f / "config.json").write_text('{"model_type": "bart"}'), "cannot translate"),
        (lambda f: (f / "config.json").write_text('{"model_type": "bert"}'), "'bert'"),
        (lambda f: (f / "config.json").write_text("[]"), "no configuration"),
        (shutil.rmtree, "there is no folder"),
    ],
)
def test_a_folder_that_is_no_model_is_answered_with_one_sentence(
    tiny: Path, tmp_path: Path, change: Callable[[Path], Any], named: str
) -> None:
    folder = shutil.copytree(tiny, tmp_path / "model")
    change(folder)
    with pytest.raises(AbregeError, match=named) as caught:
        choose_model(str(folder), "translate")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("where", ["first", "target_vocab.json"])
def test_a_vocabulary_that_ctranslate2_cannot_run_names_the_other_engine(
    tiny: Path, tmp_path: Path, where: str
) -> None:
    folder = shutil.copytree(tiny, tmp_path / "model")
    vocabulary = json.loads((folder / "vocab.json").read_text())
    if where == "first":
        vocabulary["<pad>"] = 0
        (folder / "vocab.json").write_text(json.dumps(vocabulary))
    else:
        (folder / where).write_text("{}")
    with pytest.raises(ModelError, match="--engine transformers"):
        converted(folder, "float32")


def test_a_name_of_models_txt_goes_before_a_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small").mkdir()
    (tmp_path / "mine").mkdir()
    assert choose_model("small", "translate").origin == "bundled"
    for name in ("./small", "mine"):
        with pytest.raises(ModelError, match="missing"):
            choose_model(name, "translate")
    with pytest.raises(UsageError, match="no model is called"):
        choose_model("yours", "translate")
