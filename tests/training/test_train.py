"""The training commands, run at a toy's size: they go through, and a run that was cut goes on as if it had not been."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from safetensors.numpy import load_file

TRAINING = Path(__file__).parents[2] / "training"
LAYERS = ["--encoder-layers", 2, "--decoder-layers", 1]
SHAPE = ["--width", 32, "--heads", 2, "--ffn", 64, *LAYERS, "--tokens", 300, "--warmup", 2, "--threads", 1]


def command(name: str, *args: object) -> str:
    run = subprocess.run(
        [sys.executable, TRAINING / f"{name}.py", *map(str, args)], capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of a few hundred pairs, cleaned and encoded with the bundled vocabulary."""
    folder = tmp_path_factory.mktemp("training")
    stories = (Path(__file__).parents[1] / "data" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    (folder / "written").mkdir()
    (folder / "written" / "stories.jsonl").write_text("\n".join(stories[2:]), encoding="utf-8")
    (folder / "apart").mkdir()
    (folder / "apart" / "dev.jsonl").write_text("\n".join(stories[:2]), encoding="utf-8")
    (folder / "corpus").mkdir()
    command("clean", folder / "corpus", folder / "clean", "--written", folder / "written", "--eval", folder / "apart")
    (folder / "data").mkdir()
    vocabulary = TRAINING.parent / "src" / "abrege" / "models" / "data" / "small" / "source.spm"
    (folder / "data" / "joint.model").write_bytes(vocabulary.read_bytes())
    assert "rows" in command("encode", folder / "clean", folder / "data", "--processes", 1)
    return folder


def test_what_is_kept_apart_is_not_trained_on(data: Path) -> None:
    story = json.loads((data / "apart" / "dev.jsonl").read_text(encoding="utf-8").splitlines()[0])
    clean = (data / "clean" / "written.tsv").read_text(encoding="utf-8")
    assert clean.count("\n") > 50
    assert not any(sentence in clean for sentence in story["en"] if len(sentence.split()) > 8)


def test_a_run_that_was_cut_goes_on_to_the_same_weights(data: Path) -> None:
    common = [*SHAPE, "--branch", 0, "--dropout", 0.1]
    command("train", data / "data", data / "whole", "--steps", 8, *common)
    command("train", data / "data", data / "parts", "--steps", 5, *common)
    command("train", data / "data", data / "parts", "--steps", 8, "--resume", *common)
    whole, parts = (load_file(data / name / "model.safetensors") for name in ("whole", "parts"))
    for name in whole:
        assert (whole[name] == parts[name]).all(), name
    last = json.loads((data / "parts" / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["step"] == 8 and last["Mtokens"] >= 0


def test_a_teacher_a_distilled_student_and_its_export_go_through(data: Path) -> None:
    pytest.importorskip("transformers")
    # a toy that learns its few pairs by heart, so that it surely knows how a translation ends
    rates = ["--muon", 0.02, "--adam", 0.01, "--dropout", 0, "--smoothing", 0, "--average", 0.9]
    command("train", data / "data", data / "teacher", "--steps", 400, "--pre-norm", *rates, *SHAPE)
    teacher, distilled = data / "teacher" / "model.safetensors", data / "distilled.npz"
    assert "texts" in command("distill", data / "data", teacher, distilled, "--beam", 2, "--batch", 200, "--seconds", 5)
    assert distilled.is_file()
    bundled, oracle = TRAINING.parent / "src" / "abrege" / "models" / "data" / "small", data / "oracle.npz"
    chosen = command("oracle", data / "data", bundled, oracle, "--beam", 2, "--processors", 1)
    assert float(chosen.split("has ")[1].split(" points")[0]) > 0
    both = ["--more", distilled, "--more", oracle, "--teacher", teacher]
    command("train", data / "data", data / "student", "--steps", 4, *both, *SHAPE)
    mean = data / "mean" / "model.safetensors"
    command("average", mean, data / "student" / "model.safetensors", data / "student" / "model.safetensors")
    assert (
        load_file(mean)["model.shared.weight"]
        == load_file(data / "student" / "model.safetensors")["model.shared.weight"]
    ).all()
    out = command("export", mean, data / "data" / "joint.model", data / "small")
    assert "ct2/model.bin" in out
    config = json.loads((data / "small" / "config.json").read_text(encoding="utf-8"))
    assert (config["d_model"], config["pad_token_id"], config["vocab_size"]) == (32, 8000, 8001)


def test_a_student_learns_its_teachers_distribution(data: Path) -> None:
    """Taught by the whole of it, and held to nothing else, it comes nearer to it than by the texts alone."""
    teacher = data / "teacher" / "model.safetensors"
    if not teacher.is_file():
        command("train", data / "data", data / "teacher", "--steps", 100, "--pre-norm", "--muon", 0.02, *SHAPE)
    common = ["--steps", 60, "--muon", 0.02, "--adam", 0.01, "--dropout", 0, "--smoothing", 0, "--branch", 0, *SHAPE]
    command("train", data / "data", data / "alone", *common)
    command("train", data / "data", data / "pupil", "--teacher", teacher, "--share", 1, *common)
    probe = (
        "import sys, numpy as np, torch; sys.path.insert(0, sys.argv[1]); from train import *;"
        "rows = Rows(load_rows([Path(sys.argv[2]) / 'data.npz']), 'cpu', 8000); s, t = rows.batch(np.arange(20));"
        "m = [load_model(Path(p), 'cpu') for p in sys.argv[3:]];"
        "p = [torch.log_softmax(x.logits(x(s, t))[t != 8000], -1) for x in m];"
        "print(*((p[0].exp() * (p[0] - q)).sum(-1).mean().item() for q in p[1:]))"
    )
    models = [teacher, data / "alone" / "model.safetensors", data / "pupil" / "model.safetensors"]
    arguments = [sys.executable, "-c", probe, TRAINING, data / "data", *models]
    run = subprocess.run(list(map(str, arguments)), capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-2000:]
    alone, pupil = map(float, run.stdout.split())
    assert pupil < alone
