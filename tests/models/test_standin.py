"""A model of random weights with the exact shape of opus-mt-fr-en goes the whole way, from the hub to both engines."""

from __future__ import annotations

import json
import random
import shutil
import struct
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from abrege.engines import Decoding, Runtime, load_engine
from abrege.generation import Tokenizer
from abrege.models import find_card, model_folder, on_disk
from abrege.models.convert import converted

ENTRIES, SIDE = 59_514, 32_000  # of vocab.json, and of each sentencepiece model with its three control pieces
SHARED = 2 * (SIDE - 3) - (ENTRIES - 3)
PAD = ENTRIES - 1
TEXTS = ["Le maire de la ville a voté lundi.", "Un œuf, 12,5 % et « zwölf » 🎉", ">>nothing<< is a tag here", "la"]


def sentencepiece_model(pieces: list[str]) -> bytes:
    """A unigram model, in the wire format of sentencepiece_model.proto: the control pieces, then these."""

    def field(number: int, data: bytes) -> bytes:
        return bytes([number << 3 | 2]) + varint(len(data)) + data

    def varint(value: int) -> bytes:
        return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + varint(value >> 7)

    kinds = [("<unk>", 2), ("<s>", 3), ("</s>", 3), *((piece, 1) for piece in pieces)]
    scores = [-1.0 - len(pieces[0]) * 0.1 - k / 4000 for k in range(len(kinds))]
    model = b"".join(
        field(1, field(1, piece.encode()) + b"\x15" + struct.pack("<f", score) + b"\x18" + bytes([kind]))
        for (piece, kind), score in zip(kinds, scores, strict=True)
    )
    return model + field(2, b"\x18\x01" + b"\x20" + varint(len(kinds)))


def vocabularies() -> tuple[list[str], list[str]]:
    """Made-up pieces of both languages, 32,000 on each side with the control pieces, letters and words among them."""
    letters = [*"▁abcdefghijklmnopqrstuvwxyzéèàôùçLU0123456789.,%«»<>-", "▁la", "▁de", "▁ville", "▁maire", "oté"]
    syllables = [a + b for a, b in product("bcdfglmnprstv", ("a", "e", "i", "o", "ou", "an"))]
    made = ["▁" * (k % 2) + "".join(word) for k, word in enumerate(product(syllables, syllables, "rstn"))]
    made += ["".join(word) for word in product(syllables, "xyz", syllables)]
    made = list(dict.fromkeys(piece for piece in made if piece not in letters))
    made += [f"▁{k}{piece}" for k, piece in product("123", made)]
    random.Random(3).shuffle(made)
    shared, own = made[: SHARED - len(letters)], SIDE - 3 - SHARED
    rest = made[len(shared) : len(shared) + 2 * own]
    assert len(rest) == 2 * own
    return [*letters, *shared, *rest[:own]], [*letters, *shared, *rest[own:]]


@pytest.fixture(scope="module")
def standin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The files of the stand-in, as Helsinki-NLP publishes them."""
    import torch
    from safetensors.torch import save_file
    from transformers import MarianConfig, MarianMTModel

    folder = tmp_path_factory.mktemp("opus-mt-fr-en")
    sides = vocabularies()
    for name, pieces in zip(("source.spm", "target.spm"), sides, strict=True):
        (folder / name).write_bytes(sentencepiece_model(pieces))
    pieces = ["</s>", "<unk>", *dict.fromkeys(sides[0] + sides[1]), "<pad>"]
    assert len(pieces) == ENTRIES
    (folder / "vocab.json").write_text(json.dumps({piece: k for k, piece in enumerate(pieces)}), encoding="utf-8")
    shape = {
        "architectures": ["MarianMTModel"],
        "model_type": "marian",
        "vocab_size": ENTRIES,
        "decoder_vocab_size": ENTRIES,
        "d_model": 512,
        "encoder_layers": 6,
        "decoder_layers": 6,
        "encoder_attention_heads": 8,
        "decoder_attention_heads": 8,
        "encoder_ffn_dim": 2048,
        "decoder_ffn_dim": 2048,
        "activation_function": "swish",
        "static_position_embeddings": True,
        "max_position_embeddings": 512,
        "scale_embedding": True,
        "share_encoder_decoder_embeddings": True,
        "tie_word_embeddings": True,
        "normalize_before": False,
        "normalize_embedding": False,
        "add_final_layer_norm": False,
        "is_encoder_decoder": True,
        "bos_token_id": 0,
        "eos_token_id": 0,
        "forced_eos_token_id": 0,
        "pad_token_id": PAD,
        "decoder_start_token_id": PAD,
        "bad_words_ids": [[PAD]],
        "max_length": 512,
        "num_beams": 6,
    }
    (folder / "config.json").write_text(json.dumps(shape), encoding="utf-8")
    search = ("bad_words_ids", "max_length", "num_beams", "pad_token_id", "eos_token_id", "decoder_start_token_id")
    (folder / "generation_config.json").write_text(json.dumps({k: shape[k] for k in search}), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"target_lang": "eng", "source_lang": "fra"}', encoding="utf-8")
    torch.manual_seed(11)
    model = MarianMTModel(
        MarianConfig(**{k: v for k, v in shape.items() if k not in ("max_length", "num_beams")}, init_std=0.06)
    )
    weights = {k: v for k, v in model.state_dict().items() if k not in model.all_tied_weights_keys}
    weights["final_logits_bias"] = 0.3 * torch.randn(1, ENTRIES)
    weights["model.shared.weight"][PAD] = 0
    save_file({k: v.contiguous() for k, v in weights.items()}, folder / "model.safetensors", {"format": "pt"})
    yield folder
    shutil.rmtree(folder)


def test_it_is_pulled_verified_converted_and_both_engines_give_the_same(
    home: Any, hub: Any, standin: Path, line: Callable[..., str]
) -> None:
    files = {path.name: path for path in standin.iterdir()}
    assert files["model.safetensors"].stat().st_size == pytest.approx(300_803_608, rel=1e-4)
    hub.add("Helsinki-NLP/stand-in", files)
    home.write_list(line("standin", files, "Helsinki-NLP/stand-in"))
    hub.cut["model.safetensors"] = 150_000_000  # a file of this size is taken up where the connection broke
    assert home.run("models", "pull", "standin").returncode == 0
    assert any(asked.startswith("bytes=1") for _, _, asked in hub.requests)
    assert home.run("models", "verify", "standin").stdout == "standin: 7 files ok\n"
    card = find_card("standin")
    assert on_disk(card)
    folder = model_folder(card)
    tokenizer = Tokenizer(folder)
    segments = [tokenizer.encode(text) for text in TEXTS]
    decoding = Decoding(beam=1, longest=1.0, no_repeat=1)  # else tied embeddings of random weights say one piece only
    found = [
        load_engine(folder, Runtime(engine, "cpu", "float32", 1)).generate(segments, decoding)
        for engine in ("ctranslate2", "transformers")
    ]
    for a, b in zip(*found, strict=True):
        assert a[0].pieces == b[0].pieces and len(a[0].pieces) > 10
        assert "<pad>" not in a[0].pieces
        assert a[0].score == pytest.approx(b[0].score, abs=1e-3)
    assert converted(folder, "float32").is_dir()
    assert home.run("models", "remove", "standin").returncode == 0
    assert not converted_files(home)


def converted_files(home: Any) -> list[str]:
    return [path for path in home.files() if path.startswith(("cache", "hf/hub/models"))]


@pytest.mark.filterwarnings("ignore:Recommended")
def test_pieces_have_the_ids_that_transformers_gives_them(standin: Path, tiny: Path) -> None:
    """Both with a vocabulary for each side; the tiny one has tags, as opus-mt-tc-big has."""
    from transformers import MarianTokenizer

    for folder, tags in ((standin, [""]), (tiny, ["", ">>eng<<", ">>fra<<"])):
        own, theirs = Tokenizer(folder), MarianTokenizer.from_pretrained(folder)
        ids = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        for tag in tags:
            for text in ["Le maire de la ville a voté lundi.", "Un œuf, 12,5 % et « zwölf » 🎉", "la", "  a   b "]:
                found = [ids.get(piece, ids["<unk>"]) for piece in own.encode(text, tag)]
                assert found == theirs(f"{tag} {text}" if tag else text).input_ids
                assert own.length(text) == len(found) - bool(tag)
        target = [own._target.id_to_piece(k) for k in range(3, 30)]
        assert own.decode(target) == theirs.decode(theirs.convert_tokens_to_ids(target), use_source_tokenizer=False)
