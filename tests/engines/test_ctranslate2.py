"""The default engine, with the bundled model."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from abrege.engines import Decoding, Runtime, load_engine
from abrege.engines.ctranslate2 import CTranslate2Engine
from abrege.errors import ModelError, UsageError
from abrege.generation import Translator
from abrege.models import find_card, model_folder

FOLDER = model_folder(find_card("small", "translate"))
SENTENCES = [
    "Bonjour.",
    "Le chat dort.",
    "Le conseil municipal a voté lundi soir la fermeture de la piscine.",
    "Il pleut.",
    "Elle a déclaré que la réunion, prévue de longue date, n'aurait pas lieu avant le mois de juin.",
    "Où est la gare ?",
    "Les électeurs sont appelés aux urnes dimanche.",
    "Le prix du pain a augmenté de 3% en un an.",
]


@pytest.mark.parametrize("beam", [1, 4])
def test_a_translation_does_not_depend_on_its_neighbours(translator: Translator, beam: int) -> None:
    segments = [translator.tokenizer.encode(s) for s in SENTENCES]
    decoding = Decoding(beam=beam, hypotheses=beam)
    alone = [translator.engine.generate([s], decoding)[0] for s in segments]
    rng = random.Random(3)
    for size in (1, 2, 3, 7, 16, 33, 64):
        order = rng.choices(range(len(segments)), k=size)
        for k, found in zip(order, translator.engine.generate([segments[k] for k in order], decoding), strict=True):
            assert [h.pieces for h in found] == [h.pieces for h in alone[k]]


def test_hypotheses_come_best_first(translator: Translator) -> None:
    (found,) = translator.engine.generate([translator.tokenizer.encode(SENTENCES[2])], Decoding(beam=4, hypotheses=4))
    assert len({h.pieces for h in found}) == 4
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)
    assert all(h.score <= 0 for h in found)


def test_no_segments_give_no_hypotheses(translator: Translator) -> None:
    assert translator.engine.generate([], Decoding()) == []


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(UsageError, match="'marian'"):
        load_engine(FOLDER, Runtime(engine="marian"))


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="--model"):
        load_engine(tmp_path)


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        CTranslate2Engine(tmp_path)


def test_a_conversion_that_lies_beside_a_folders_weights_is_not_run_for_them(tmp_path: Path) -> None:
    for name in ("config.json", "vocab.json", "source.spm", "target.spm"):
        shutil.copy(FOLDER / name, tmp_path)
    shutil.copytree(FOLDER / "ct2", tmp_path / "ct2")
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="cannot be converted"):
        load_engine(tmp_path, Runtime(device="cpu"))


@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
@pytest.mark.parametrize(
    ("wish", "named"),
    [({"device": "tpu"}, "'tpu'"), ({"compute_type": "int3"}, "'int3'"), ({"device": "cuda"}, "CUDA")],
)
def test_a_runtime_that_is_not_to_be_had_is_named(
    monkeypatch: pytest.MonkeyPatch, engine: str, wish: dict[str, str], named: str
) -> None:
    import ctranslate2
    import torch

    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(UsageError, match=named):
        load_engine(FOLDER, Runtime(engine=engine, **wish))


def test_a_device_that_does_not_work_gives_way_to_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctranslate2

    count, supported = ctranslate2.get_cuda_device_count(), ctranslate2.get_supported_compute_types
    if count:
        pytest.skip("there is a CUDA device here, and it may work")
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    monkeypatch.setattr(
        ctranslate2, "get_supported_compute_types", lambda d: {"float16"} if d == "cuda" else supported(d)
    )
    assert load_engine(FOLDER).precision == "int8_float32"


def test_the_compute_type_is_the_precision() -> None:
    assert load_engine(FOLDER).precision == "int8_float32"
    other = load_engine(FOLDER, Runtime(compute_type="float32", device="cpu")).precision
    assert other == "float32 on the weights as shipped"


@pytest.mark.parametrize("beam", [1, 4])
def test_a_score_is_the_mean_whatever_the_length_penalty(translator: Translator, beam: int) -> None:
    segment = translator.tokenizer.encode(SENTENCES[1])
    found = [
        translator.engine.generate([segment], Decoding(beam=beam, length_penalty=p, longest=longest))[0][0]
        for longest in (2.5, -0.9)  # -0.9: three pieces for a source of eight, so that none ends
        for p in (1.0, 0.5, 2.0)
    ]
    for first, *others in (found[:3], found[3:]):
        for other in others:
            if other.pieces == first.pieces:
                assert other.score == pytest.approx(first.score, abs=1e-4)
    assert len(found[3].pieces) == 3 < len(found[0].pieces)
