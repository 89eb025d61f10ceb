"""The sentences that an extractive step picked in, each in fewer English words out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from abrege.article import Sentence, SummarySentence
from abrege.fidelity import check_loops, unsupported_names
from abrege.fidelity.numbers import check_numbers
from abrege.generation import SHORTEN, Translator
from abrege.summarization.selection import english

_END = re.compile(r"[.!?…][\"”’')\]]*$")


def sound(sentence: Sentence, text: str) -> bool:
    """Whether a shortened sentence ends as one, is shorter, does not loop, and states no new number or name."""
    plain = english(sentence)
    if not _END.search(text) or len(text.split()) < 3 or len(text.split()) > len(plain.split()):
        return False
    if check_loops(plain, text) or unsupported_names(text, sentence.source, plain):
        return False
    # a short sentence may leave numbers out, so only what it adds is at fault
    return not any(f.source_span is None for f in check_numbers(plain, text, source_lang="en"))


def shorten(sentences: Sequence[Sentence], translator: Translator) -> list[SummarySentence]:
    """Each sentence rewritten from its own language by the model's shortening task: its best sound hypothesis.

    Where no hypothesis is sound, the plain translation stands.
    """
    hypotheses = translator.rewrite(SHORTEN, [s.source for s in sentences])
    return [
        SummarySentence(next((h for h in found if sound(s, h)), english(s)), (s.id,))
        for s, found in zip(sentences, hypotheses, strict=True)
    ]
