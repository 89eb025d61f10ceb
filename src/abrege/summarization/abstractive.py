"""The sentences that an extractive step picked in, each in fewer English words out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from abrege.article import Sentence, SummarySentence
from abrege.fidelity import check_loops, unsupported_names
from abrege.fidelity.coverage import lexicon
from abrege.fidelity.numbers import check_numbers
from abrege.generation import SHORTEN, Translator
from abrege.summarization.selection import english

_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?…][\"”’')\]]*$")


def new_words(sentence: Sentence, text: str) -> list[str]:
    """The words of five letters or more of a shortened sentence that neither its translation nor the lexicon supports.

    The lexicon supports every English word that translates a word of the French; forms that share five letters are one.
    """
    table = lexicon()
    stems = {w[:5] for w in _WORD.findall(english(sentence).lower())}
    stems |= {t[:5] for w in _WORD.findall(sentence.source.lower()) for t in table.get(w, "").split()}
    return [w for w in _WORD.findall(text.lower()) if len(w) >= 5 and w[:5] not in stems]


def miscast(sentence: Sentence, text: str) -> bool:
    """Whether a name of the sentence stands in the text in other letters: openAI for OpenAI."""
    own = {w for w in _WORD.findall(english(sentence)) if not w.islower()}
    lower = {w.lower() for w in own}
    inner = _WORD.findall(text)[1:]
    return any(w.lower() in lower and w not in own for w in inner)


def sound(sentence: Sentence, text: str) -> bool:
    """Whether a shortened sentence ends as one, is shorter, does not loop, and has no new number, name or word."""
    plain = english(sentence)
    if not _END.search(text) or len(text.split()) < 3 or len(text.split()) > len(plain.split()):
        return False
    if new_words(sentence, text) or check_loops(plain, text) or miscast(sentence, text):
        return False
    if unsupported_names(text, sentence.source, plain):
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
