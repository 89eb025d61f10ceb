"""The tokens of an English sentence in, the places of its finite verbs out, by lists and neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from abrege.fidelity.coverage import lexicon
from abrege.summarization.alignment import Token
from abrege.text.lists import listed

SUBJECTS = listed("he she it they we i you who which there")
AUXILIARIES = listed(
    "is are was were am be been being has have had having get gets got not isn't aren't wasn't weren't hasn't haven't"
)
_FINITE = listed(
    """is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't
    didn't will would can could may might must shall should won't wouldn't can't couldn't shouldn't cannot

    i'm it's he's she's we're they're you're we've they've i've i'll we'll

    says takes makes gets comes goes gives becomes keeps puts

    said told made took gave went came saw got found left lost won paid sold bought brought thought taught caught
    sought fought held kept felt met led sent spent built lent bent stood understood became began rose fell grew knew
    threw drew flew wrote drove rode broke spoke chose stole froze wore tore swore swam sang rang drank ran sat hit
    cut put set let shut cost hurt quit read laid meant dealt heard hid slid shot lit fled bled fed bred struck stuck
    shook forgot overcame undertook withdrew forbade ate sank hung dug spun bore"""
)
_BEFORE_NOUN = listed("a an the its their our my your of at to with for by")  # the cost, a cut; to set
_AFTER_VERB = listed(
    """a an the this that these those his her its their our my your him them it us me to how why whether what in on at
    for from with by as into about above below between around behind against no not more less up out off down over back
    all every each some any"""
)


@cache
def verbs() -> frozenset[str]:
    """English words that translate a French infinitive."""
    return frozenset(
        translation
        for word, translations in lexicon().items()
        if word.endswith(("er", "ir", "re"))
        for translation in translations.split()
    )


def finite(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of what is surely, or in such a place probably, a finite verb.

    Besides the forms of the list: a word in -ed after a noun; one in -s after a noun, and one as the dictionary has it
    after a plural or a pronoun, if some French verb translates it so and an object or a preposition follows.
    """
    for k, token in enumerate(tokens):
        inflected = k and token.content and not token.readings and (_is_past(tokens, k) or _is_present(tokens, k))
        if inflected or (token.text in _FINITE and not (k and tokens[k - 1].text in _BEFORE_NOUN)):
            yield k


def _is_past(tokens: Sequence[Token], k: int) -> bool:
    auxiliary = any(token.text in AUXILIARIES for token in tokens[max(k - 2, 0) : k])
    verbal = tokens[k].text.endswith("ed") and "-" not in tokens[k].text  # false-bottomed
    return verbal and _may_be_subject(tokens[k - 1]) and not auxiliary


def _is_present(tokens: Sequence[Token], k: int) -> bool:
    word, before = tokens[k].text, tokens[k - 1]
    after = tokens[k + 1] if k + 1 < len(tokens) else Token(".", False)
    governs = after.text in _AFTER_VERB or bool(after.readings)
    if word.endswith("s"):
        clause = _may_be_subject(before) or before.text in {",", ")"}
        known = bool({word[:-1], word[:-2], word[:-3] + "y"} & verbs()) or after.text == "to"
        return clause and known and (governs or after.text.endswith("ly"))
    plural = before.text in SUBJECTS or (before.content and before.text.endswith("s"))
    return plural and word in verbs() and governs


def _may_be_subject(token: Token) -> bool:
    noun = token.content and not token.readings
    return noun or token.text in SUBJECTS or token.text in {"also", "that"}
