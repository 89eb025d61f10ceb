"""Sentences and a setting in, the seconds of their translation out; called in worker processes, which stay loaded."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import Any

from measuring import small_model


def time_bare(
    sentences: list[str], workers: int, threads: int, beam: int, hypotheses: int = 1, batch: int = 0, folder: str = ""
) -> float:
    """CTranslate2's own translator, given the pieces; with a folder that holds a `vmap.txt`, that is used."""
    from bare_ctranslate2 import translate

    translator, pieces = _bare(folder or str(small_model()), workers, threads), _pieces(tuple(sentences))
    start = time.perf_counter()
    translate(translator, pieces, beam, hypotheses, batch, vmap=bool(folder))
    return time.perf_counter() - start


def time_transformers(sentences: list[str], threads: int, beam: int, batch: int) -> float:
    """MarianTokenizer and MarianMTModel.generate."""
    from plain_transformers import translate

    tokenizer, model = _transformers(threads)
    start = time.perf_counter()
    translate(tokenizer, model, sentences, beam, batch)
    return time.perf_counter() - start


def time_engine(sentences: list[str], threads: int, beam: int) -> float:
    """abrege's engine, given the pieces, with as many hypotheses as abrege asks for: all of the beam."""
    from abrege.engines import Decoding

    engine, pieces = _translator(threads, beam).engine, _pieces(tuple(sentences))
    start = time.perf_counter()
    engine.generate(pieces, Decoding(beam=beam, hypotheses=beam))
    return time.perf_counter() - start


def time_abrege(sentences: list[str], threads: int, beam: int) -> float:
    """abrege's translator, given the text."""
    translator = _translator(threads, beam)
    start = time.perf_counter()
    translator.translate(sentences)
    return time.perf_counter() - start


@lru_cache
def _bare(folder: str, workers: int, threads: int) -> Any:
    from bare_ctranslate2 import load

    return load(folder, workers, threads)


@lru_cache
def _transformers(threads: int) -> Any:
    from plain_transformers import load

    return load(str(small_model()), threads)


@lru_cache
def _translator(threads: int, beam: int) -> Any:
    from abrege.engines import Runtime
    from abrege.translation import load_translator

    return load_translator("small", beam, Runtime(device="cpu", threads=threads))


@lru_cache
def _pieces(sentences: tuple[str, ...]) -> list[list[str]]:
    from abrege.generation import Tokenizer
    from abrege.text.normalization import for_model

    tokenizer = Tokenizer(small_model())
    return [tokenizer.encode(for_model(s)) for s in sentences]
