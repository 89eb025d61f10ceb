"""Both engines give the same translations of the bundled model, in float32, and score them alike."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

from abrege.engines import Decoding, Engine, Runtime, load_engine
from abrege.engines.ctranslate2 import CTranslate2Engine
from abrege.generation import Tokenizer
from abrege.models import find_card, model_folder, on_disk
from abrege.models.convert import converted
from abrege.text.normalization import for_model

FOLDER = model_folder(find_card("small", "translate"))
HOME = {name: os.environ.get(name) for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME")}  # before conftest moves them
NEAR = 0.02  # nats a piece: hypotheses that differ by less may change places by rounding


@pytest.fixture(scope="module")
def segments() -> list[list[str]]:
    """60 sentences of stories that were never trained on, as pieces."""
    lines = (Path(__file__).parents[1] / "data" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    tokenizer = Tokenizer(FOLDER)
    return [tokenizer.encode(for_model(s)) for line in lines for s in json.loads(line)["fr"]][:60]


@pytest.fixture(scope="module")
def ctranslate2(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return CTranslate2Engine(converted(FOLDER, "float32"), 1, "float32")


@pytest.fixture(scope="module")
def transformers() -> Engine:
    return load_engine(FOLDER, Runtime(engine="transformers", device="cpu", threads=1))


@pytest.mark.parametrize(("beam", "most"), [(1, 0), (4, 3)])
def test_both_engines_give_the_same_pieces(
    ctranslate2: Engine, transformers: Engine, segments: list[list[str]], beam: int, most: int
) -> None:
    pairs = [
        (a[0], b[0])
        for a, b in zip(*(e.generate(segments, Decoding(beam=beam)) for e in (ctranslate2, transformers)), strict=True)
    ]
    for a, b in pairs:
        assert a.score == pytest.approx(b.score, abs=1e-3 if a.pieces == b.pieces else NEAR)
    assert sum(a.pieces != b.pieces for a, b in pairs) <= most


def test_both_give_the_same_n_best_in_the_same_order(
    ctranslate2: Engine, transformers: Engine, segments: list[list[str]]
) -> None:
    decoding = Decoding(beam=4, hypotheses=4)
    same = 0
    for a, b in zip(*(e.generate(segments[:12], decoding) for e in (ctranslate2, transformers)), strict=True):
        same += [h.pieces for h in a] == [h.pieces for h in b]
        assert [h.score for h in b] == sorted((h.score for h in b), reverse=True)
    assert same >= 9


@pytest.mark.parametrize(
    "decoding",
    [
        Decoding(beam=1, repetition_penalty=1.2, no_repeat=3),
        Decoding(beam=1, longest=0.1),
        Decoding(beam=4, longest=0.1),
        Decoding(beam=4, length_penalty=0.6),
    ],
    ids=["penalties", "short", "short beams", "length penalty"],
)
def test_both_keep_to_the_same_limits(
    ctranslate2: Engine, transformers: Engine, segments: list[list[str]], decoding: Decoding
) -> None:
    some = segments[:10]
    pairs = [
        (a[0], b[0])
        for a, b in zip(ctranslate2.generate(some, decoding), transformers.generate(some, decoding), strict=True)
    ]
    assert sum(a.pieces == b.pieces for a, b in pairs) >= 9
    for a, b in pairs:
        assert a.score == pytest.approx(b.score, abs=NEAR)


@pytest.mark.parametrize("beam", [1, 4])
def test_in_transformers_too_a_translation_does_not_depend_on_its_neighbours(
    transformers: Engine, segments: list[list[str]], beam: int
) -> None:
    some, decoding = segments[:16], Decoding(beam=beam, hypotheses=min(beam, 2))
    alone = [transformers.generate([s], decoding)[0] for s in some]
    order = list(range(len(some))) * 2
    random.Random(3).shuffle(order)
    for k, found in zip(order, transformers.generate([some[k] for k in order], decoding), strict=True):
        assert [h.pieces for h in found] == [h.pieces for h in alone[k]]


def test_no_segments_give_no_hypotheses(transformers: Engine) -> None:
    assert transformers.generate([], Decoding()) == []


def test_opus_mt_too_gives_the_same_pieces_with_both_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the user has pulled, if anything; converting takes a minute and 300 MB of the cache."""
    for variable, value in HOME.items():
        monkeypatch.setenv(variable, value) if value else monkeypatch.delenv(variable)
    card = find_card("opus-mt-fr-en", "translate")
    if not on_disk(card):
        pytest.skip("opus-mt-fr-en is not on disk; to have it, type: abrege models pull opus-mt-fr-en")
    folder = model_folder(card)
    tokenizer = Tokenizer(folder)
    lines = (Path(__file__).parents[1] / "data" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    segments = [tokenizer.encode(for_model(s)) for line in lines for s in json.loads(line)["fr"]][:20]
    engines = [load_engine(folder, Runtime(name, "cpu", "float32", 1)) for name in ("ctranslate2", "transformers")]
    for beam, most in ((1, 0), (4, 1)):
        found = [[h[0].pieces for h in engine.generate(segments, Decoding(beam=beam))] for engine in engines]
        assert sum(a != b for a, b in zip(*found, strict=True)) <= most
