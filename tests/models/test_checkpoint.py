"""The bundled checkpoint is what transformers calls MarianMT, and says there what it says in the tool."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from abrege.engines import Decoding
from abrege.engines.ctranslate2 import CTranslate2Engine
from abrege.generation import Tokenizer
from abrege.models import find_card, model_folder
from abrege.text.normalization import for_model

FOLDER = model_folder(find_card("small", "translate"))


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """50 sentences of stories that were never trained on, as the model reads them."""
    lines = (Path(__file__).parents[1] / "data" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    return [for_model(s) for line in lines for s in json.loads(line)["fr"]][:50]


@pytest.fixture(scope="module")
def marian() -> tuple[Any, Any]:
    from transformers import MarianMTModel, MarianTokenizer

    return MarianMTModel.from_pretrained(FOLDER).float().eval(), MarianTokenizer.from_pretrained(FOLDER)


def test_both_tokenizers_give_the_same_pieces(marian: tuple[Any, Any], sentences: list[str]) -> None:
    own = Tokenizer(FOLDER)
    for sentence in [*sentences, "<x1> et <x2> : 97.4% — €3,400 « œuvre » 🎉"]:
        assert own.encode(sentence) == [*marian[1].tokenize(sentence), "</s>"]
    tagged = marian[1].convert_ids_to_tokens(marian[1](">>short<< Il pleut.").input_ids)
    assert own.encode("Il pleut.", ">>short<<") == tagged


def test_both_give_the_same_translations(marian: tuple[Any, Any], sentences: list[str], tmp_path: Path) -> None:
    """Greedily and in float32, so that nothing but the checkpoint can differ; one near tie in 50 is forgiven."""
    import torch
    from ctranslate2.converters import TransformersConverter

    model, tokenizer = marian
    TransformersConverter(str(FOLDER)).convert(str(tmp_path / "ct2"), quantization="float32")
    own = Tokenizer(FOLDER)
    engine = CTranslate2Engine(tmp_path / "ct2", compute_type="float32")
    found = engine.generate([own.encode(s) for s in sentences], Decoding(beam=1))
    batch = tokenizer(sentences, return_tensors="pt", padding=True)
    with torch.inference_mode():
        ids = model.generate(**batch, num_beams=1, max_new_tokens=120)
    expected = tokenizer.batch_decode(ids, skip_special_tokens=True)
    same = [own.decode(f[0].pieces) == e.strip() for f, e in zip(found, expected, strict=True)]
    assert sum(same) >= 49


def test_the_padding_row_is_zero_and_never_generated(marian: tuple[Any, Any]) -> None:
    model = marian[0]
    pad = model.config.pad_token_id
    assert pad == model.config.vocab_size - 1
    assert float(model.model.shared.weight[pad].detach().abs().max()) == 0
    assert model.generation_config.bad_words_ids == [[pad]]
    assert model.generation_config.early_stopping is True
