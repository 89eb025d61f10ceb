"""One French sentence a line in, one English one a line out, as the documentation of transformers shows it.

python benchmarks/plain_transformers.py MODEL_FOLDER THREADS BATCH < sentences
"""

from __future__ import annotations

import sys
from typing import Any

import torch
from transformers import MarianMTModel, MarianTokenizer


def load(folder: str, threads: int) -> tuple[Any, Any]:
    """The tokenizer and the model, in float32 (it is saved in float16, which is slower on a CPU)."""
    torch.set_num_threads(threads)
    return MarianTokenizer.from_pretrained(folder), MarianMTModel.from_pretrained(folder, dtype=torch.float32).eval()


def translate(tokenizer: Any, model: Any, sentences: list[str], beam: int = 4, batch: int = 8) -> list[str]:
    """The English of each sentence, in batches in the order of the text."""
    found: list[str] = []
    for start in range(0, len(sentences), batch):
        inputs = tokenizer(sentences[start : start + batch], return_tensors="pt", padding=True)
        with torch.inference_mode():
            found += tokenizer.batch_decode(model.generate(**inputs, num_beams=beam), skip_special_tokens=True)
    return found


def main() -> None:
    folder, threads, batch = sys.argv[1], *map(int, sys.argv[2:])
    tokenizer, model = load(folder, threads)
    for target in translate(tokenizer, model, [line.rstrip("\n") for line in sys.stdin], batch=batch):
        print(target)


if __name__ == "__main__":
    main()
