"""Translations and references in, BLEU and chrF out."""

from __future__ import annotations

# as in training/score.py: references differ in them
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def bleu_and_chrf(targets: list[str], references: list[str]) -> tuple[float, float]:
    """sacrebleu's BLEU and chrF2 of a set, curly quotation marks and apostrophes made straight on both sides."""
    import sacrebleu

    straight = [t.translate(STRAIGHT) for t in targets], [[r.translate(STRAIGHT) for r in references]]
    return sacrebleu.corpus_bleu(*straight).score, sacrebleu.corpus_chrf(*straight).score
