"""A French source and an English target in, the negation that only one of them has out.

Only a sentence that denies against one that does not is reported: English denies in many ways (fail, unable, hardly),
and each of them answers for « ne … pas ».
"""

from __future__ import annotations

import re

from abrege.article import Finding
from abrege.text.patterns import lazy

_IN_CLAUSE = r"(?:(?!\bque\b|\bqu['’]|[.;:!?»]).)"
_FRENCH = lazy(
    rf"\b(?:ne\s|n['’]){_IN_CLAUSE}{{1,60}}?\b(?:pas(?! (?:que|seulement|uniquement|moins|cess)\b)|jamais|rien|"
    r"personne|aucune?|guère|nullement)\b(?! non plus\b)|"
    r"\b(?:aucune?|rien|jamais|personne)\b[^.;:!?]{0,40}?\b(?:ne\s|n['’])",
    re.IGNORECASE,
)
_ENGLISH = lazy(
    r"\b(?:(?<!care )(?<!careful )not(?! (?:only|just|merely|simply|far|bad|long|until|least|all)\b)|never|none|"
    r"nothing|nobody|nowhere|neither|nor|cannot|"
    r"no(?! (?:doubt|matter|longer|less|more|other|fewer|higher|later|lower)\b)|without(?! saying\b))\b|n['’]t\b",
    re.IGNORECASE,
)


def _any_of(listed: str) -> re.Pattern[str]:
    """A pattern of words; "-" at the end of one stands for any ending."""
    words = "|".join(word.removesuffix("-") + r"\w*" * word.endswith("-") for word in listed.split())
    return lazy(rf"\b(?:{words})\b|\bn['’]|n['’]t\b", re.IGNORECASE)


# What answers for the negation of the other language: words that deny, and those that translators deny with.
_ENGLISH_ANSWERS = _any_of(
    r"""not never none nothing nobody nowhere neither nor cannot no without hardly barely scarcely seldom rarely only
    few fewer little less than too also against hard difficult- bad fail- unable inab- ceas- stop- refus- declin-
    avoid- prevent- lack- miss- remain- still exempt- free imposs- improb- imperf- impat- improp- incap- insuf- inade-
    incorr- incompl- inacc- ineff- un(?!der|it|i[vqo]|cle)\w- disagr- dislik- disapp- disall- dishon- disreg- disabl-
    misunder- mistak- mislead- \w{3,}less \w{3,}lessly non- anti- deny denied denies denying denial neglect- absen-
    ignor- except unless until exclud- forbid- prohibit- ban bans banned worst"""
)
_FRENCH_ANSWERS = _any_of(
    """ne pas jamais rien personne aucun- ni non- sans nul- guère peu rarement loin évit- empêch- interdi- défens-
    manqu- refus- absten- absen- exempt- échéant imposs- impati- improb- incap- inutil- inacc- insuff- inadm- indiff-
    inconce- incomp- priv[eé]- mal hors faute sauf ignor- importe égal sinon dépourvu- défaut plutôt quelqu- trop
    contre quand difficult- exclu- censur- ennu- renon- affranch- dispens- gard- étrang- morte n not no never nothing
    without cannot"""
)


def check_negation(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "negation": a « ne … pas » that nothing in the English answers (`source_span`), or the other way round.

    Questions are not judged: French asks « n'est-ce pas », English may not.
    """
    if source.rstrip(' »"”').endswith("?"):
        return ()
    denied = _FRENCH.search(source)
    if denied and not _ENGLISH_ANSWERS.search(target):
        return (Finding("negation", denied.span(), None, f"a negation, for « {denied[0].strip()} »"),)
    denies = _ENGLISH.search(target)
    if denies and not _FRENCH_ANSWERS.search(source):
        return (Finding("negation", None, denies.span(), "no negation"),)
    return ()
