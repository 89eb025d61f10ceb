"""Sentences of newstest2013 in; how far CTranslate2 in float32, transformers and int8 agree, out."""

from __future__ import annotations

import tempfile

from measuring import THREADS, Settings, small_model, table, worker
from scoring import bleu_and_chrf

HEADING = "The same answer from each engine"
COMPARED = 200
BEAMS = (1, 4)


def measure(settings: Settings) -> str:
    """One table: shares of the same tokens, scores of those that differ, BLEU of int8 and float32."""
    threads = max(THREADS)
    sources = settings.side("newstest2013.fr")
    references = settings.side("newstest2013.en")[: settings.scored]
    rows = []
    # the cache is for the conversion to float32
    with tempfile.TemporaryDirectory() as cache, worker(threads, {"XDG_CACHE_HOME": cache}) as pool:
        for beam in BEAMS:
            same, farthest = pool.submit(compare, sources[:COMPARED], beam, threads).result()
            rows.append(
                [
                    f"float32 CTranslate2 against transformers, beam {beam}",
                    f"{same / COMPARED:.1%} of {COMPARED} sentences have the same tokens",
                    f"scores within {farthest:.4f} nats a token",
                ]
            )
        for precision in ("int8", "float32"):
            targets = pool.submit(translate, sources[: settings.scored], precision, threads).result()
            bleu, chrf = bleu_and_chrf(targets, references)
            rows.append([f"{precision}, abrege as a whole, beam 4", f"{bleu:.2f} BLEU", f"{chrf:.2f} chrF"])
    note = (
        f"Bundled model, newstest2013; BLEU on the first {len(references)} sentences. CTranslate2's float32 is "
        "converted from the checkpoint, not from int8. Scores are compared in every sentence, where the tokens differ "
        "too: a small difference there is a near tie. Deterministic, so measured once."
    )
    return f"{note}\n\n{table(['compared', '', ''], rows)}"


def compare(sources: list[str], beam: int, threads: int) -> tuple[int, float]:
    """How many sentences get the same tokens of both engines, and how far apart their scores are at most."""
    from abrege.engines import Decoding, Runtime, load_engine
    from abrege.engines.ctranslate2 import CTranslate2Engine
    from abrege.generation import Tokenizer
    from abrege.models.convert import converted
    from abrege.text.normalization import for_model

    folder = small_model()
    tokenizer = Tokenizer(folder)
    segments = [tokenizer.encode(for_model(s)) for s in sources]
    engines = (
        CTranslate2Engine(converted(folder, "float32"), threads, "float32"),
        load_engine(folder, Runtime("transformers", "cpu", threads=threads)),
    )
    firsts = [[found[0] for found in engine.generate(segments, Decoding(beam=beam))] for engine in engines]
    pairs = list(zip(*firsts, strict=True))
    return sum(a.pieces == b.pieces for a, b in pairs), max(abs(a.score - b.score) for a, b in pairs)


def translate(sources: list[str], precision: str, threads: int) -> list[str]:
    """abrege's translations with CTranslate2 in int8, as the bundled model ships, or in float32."""
    from abrege.engines.ctranslate2 import CTranslate2Engine
    from abrege.generation import Tokenizer, Translator
    from abrege.models.convert import converted
    from abrege.translation import translate_lines

    folder = small_model()
    engine = (
        CTranslate2Engine(folder / "ct2", threads)
        if precision == "int8"
        else CTranslate2Engine(converted(folder, "float32"), threads, "float32")
    )
    return [t.target for t in translate_lines(sources, Translator(engine, Tokenizer(folder)))]
