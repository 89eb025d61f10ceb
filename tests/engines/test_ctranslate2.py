"""The default engine, with the bundled model."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from abrege.engines import Decoding, load_engine
from abrege.errors import ModelError, UsageError
from abrege.generation import Translator
from abrege.models import find_card, model_folder

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
    for copies in (1, 3, 8):
        order = [k for k in range(len(segments)) for _ in range(copies)]
        rng.shuffle(order)
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
        load_engine("marian", model_folder(find_card("small", "translate")))


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="--model"):
        load_engine("ctranslate2", tmp_path)


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "ct2").mkdir()
    (tmp_path / "ct2" / "model.bin").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_engine("ctranslate2", tmp_path)
