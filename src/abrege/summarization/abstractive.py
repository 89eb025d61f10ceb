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

    The lexicon supports every English word that translates a word of the French. Forms that share their first five
    letters are one word, of short words four: voted, votes.
    """
    table = lexicon()
    known = _WORD.findall(english(sentence).lower())
    known += [t for w in _WORD.findall(sentence.source.lower()) for t in table.get(w, "").split()]
    stems = {w[:n] for w in known for n in (4, 5)}
    return [w for w in _WORD.findall(text.lower()) if len(w) >= 5 and w[: 4 if len(w) <= 6 else 5] not in stems]


def miscast(sentence: Sentence, text: str) -> bool:
    """Whether a name of the sentence stands in the text in other letters: openAI for OpenAI."""
    own = {w for w in _WORD.findall(english(sentence)) if not w.islower()}
    lower = {w.lower() for w in own}
    inner = _WORD.findall(text)[1:]
    return any(w.lower() in lower and w not in own for w in inner)


def invents(sentence: Sentence, text: str) -> bool:
    """Whether an English text that rests on a sentence loops, or has a number, name or word that the sentence lacks."""
    plain = english(sentence)
    if new_words(sentence, text) or check_loops(plain, text) or miscast(sentence, text):
        return True
    if unsupported_names(text, sentence.source, plain):
        return True
    # a short text may leave numbers out, so only what it adds is at fault
    return any(f.source_span is None for f in check_numbers(plain, text, source_lang="en"))


def sound(sentence: Sentence, text: str) -> bool:
    """Whether a shortened sentence ends as one, is shorter, and invents nothing."""
    words = len(text.split())
    return bool(_END.search(text)) and 3 <= words <= len(english(sentence).split()) and not invents(sentence, text)


def shorten(sentences: Sequence[Sentence], translator: Translator) -> list[SummarySentence]:
    """Each sentence rewritten from its own language by the model's shortening task: its best sound hypothesis.

    Where no hypothesis is sound, the plain translation stands, with what the checks doubt about it.
    """
    hypotheses = translator.rewrite(SHORTEN, [s.source for s in sentences])
    written = []
    for sentence, found in zip(sentences, hypotheses, strict=True):
        best = next((h for h in found if sound(sentence, h)), None)
        written.append(
            SummarySentence(english(sentence), (sentence.id,), sentence.findings)
            if best is None
            else SummarySentence(best, (sentence.id,))
        )
    return written
