"""Trained weights in, what abrege ships out: a MarianMT folder for transformers, and the same converted to CTranslate2 int8."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, help="model.safetensors that train.py wrote")
    parser.add_argument("vocabulary", type=Path, help="joint.model, the sentencepiece model of both sides")
    parser.add_argument("out", type=Path, help="folder to write the MarianMT model to, and its ct2/")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--length-penalty", type=float, default=1.0)
    parser.add_argument("--repetition-penalty", type=float, default=1.0)
    args = parser.parse_args()

    import sentencepiece as spm
    import torch
    from ctranslate2.converters import TransformersConverter
    from safetensors import safe_open
    from safetensors.torch import load_file
    from transformers import GenerationConfig, MarianConfig, MarianMTModel

    with safe_open(args.weights, "pt") as f:
        shape = json.loads(f.metadata()["shape"])
    if shape["pre_norm"]:
        raise SystemExit(
            f"{args.weights} is a pre-norm teacher, which MarianMT cannot hold; train a student without --pre-norm"
        )
    sp = spm.SentencePieceProcessor(model_file=str(args.vocabulary))
    pad, eos = sp.vocab_size(), sp.piece_to_id("</s>")
    assert pad == shape["pieces"] and eos == 0
    special = {"pad_token_id": pad, "eos_token_id": eos, "decoder_start_token_id": pad, "forced_eos_token_id": eos}
    config = MarianConfig(
        vocab_size=pad + 1, decoder_vocab_size=pad + 1, d_model=shape["width"], encoder_layers=shape["encoder_layers"],
        decoder_layers=shape["decoder_layers"], encoder_attention_heads=shape["heads"], decoder_attention_heads=shape["heads"],
        encoder_ffn_dim=shape["ffn"], decoder_ffn_dim=shape["ffn"], max_position_embeddings=512, activation_function="relu",
        dropout=shape["dropout"], attention_dropout=0.0, activation_dropout=0.0, scale_embedding=True,
        share_encoder_decoder_embeddings=True, tie_word_embeddings=True, **special,
    )  # fmt: skip
    model = MarianMTModel(config)
    state = load_file(args.weights)
    missing, unknown = model.load_state_dict(state, strict=False)
    left = [
        m
        for m in missing
        if not m.endswith(("embed_tokens.weight", "embed_positions.weight", "lm_head.weight", "final_logits_bias"))
    ]
    assert not left and not unknown, (left, unknown)
    model.tie_weights()
    with torch.no_grad():
        model.model.shared.weight[pad] = 0  # CTranslate2 starts decoding from zero
    model.half()
    model.generation_config = GenerationConfig(
        num_beams=args.beam, max_length=512, early_stopping=True, length_penalty=args.length_penalty,
        repetition_penalty=args.repetition_penalty, bad_words_ids=[[pad]], **special,
    )  # fmt: skip
    args.out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(args.out)
    for side in ("source.spm", "target.spm"):
        shutil.copyfile(args.vocabulary, args.out / side)
    vocabulary = {sp.id_to_piece(k): k for k in range(pad)} | {"<pad>": pad}
    (args.out / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    tokenizer = {
        "source_lang": "fr", "target_lang": "en", "tokenizer_class": "MarianTokenizer", "eos_token": "</s>", "unk_token": "<unk>",
        "pad_token": "<pad>", "model_max_length": 512, "separate_vocabs": False,
    }  # fmt: skip
    (args.out / "tokenizer_config.json").write_text(json.dumps(tokenizer, indent=1) + "\n", encoding="utf-8")
    TransformersConverter(str(args.out)).convert(str(args.out / "ct2"), quantization="int8_float32", force=True)
    for path in sorted(p for p in args.out.rglob("*") if p.is_file()):
        print(f"{path.relative_to(args.out)} {path.stat().st_size} {hashlib.sha256(path.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
