"""A French source and an English target in, the negation that only one of them has out.

Only a sentence that denies against one that does not is reported: English denies in many ways (fail, unable, hardly),
and each of them answers for « ne … pas ».
"""

from __future__ import annotations

import re

from abrege.article import Finding
from abrege.text.patterns import lazy

# Two negations make none: « ne manquera pas de », « n'est pas sans », « n'a pas tort ».
_DENYING_VERB = r"(?:manqu|tard|cess|arrêt|empêch|oubli|ignor|dout|hésit|exclu)\w*"
_IN_CLAUSE = r"(?:(?!\bque\b|\bqu['’]|[.;:!?»]).)"
_SECOND_WORD = "|".join(
    (
        rf"pas(?! (?:que|seulement|uniquement|moins|sans|rares?|tort|impossible|inutile|(?:de )?{_DENYING_VERB})\b)",
        r"(?<!de )(?<!au )(?<!en )(?<!non )plus(?! (?:tard|ou)\b|[^.;:!?]{0,40}\bqu[e'’])",
        r"jamais(?! (?:\w+ )?(?:aussi|autant|si|plus|mieux)\b)",
        r"rien|personne|aucune?|guère|nullement|ni",
    )
)
_INFINITIVE = r"(?:[ls]['’]|se |les? |la |y |en |lui |leur )*\w+(?:er|ir|oir|dre|tre|vre|ire)\b"
_FRENCH = lazy(
    rf"\b(?:ne\s|n['’])(?!(?:\w+['’\s])?{_DENYING_VERB}|en (?:fini|peu|pouv)){_IN_CLAUSE}{{1,60}}?"
    rf"\b(?:{_SECOND_WORD})\b(?! non plus\b)|"
    r"\b(?:aucune?|rien|jamais|personne|nul|nulle|ni)\b[^.;:!?]{0,40}?\b(?:ne(?=\s)|n['’])|"
    rf"(?<!pas )\bsans (?!{_DENYING_VERB}|compter|parler|attendre){_INFINITIVE}",
    re.IGNORECASE,
)
_ENGLISH = lazy(
    r"\b(?:(?<!care )(?<!careful )not(?! (?:only|just|merely|simply|far|bad|long|until|least|all)\b)|never|none|"
    r"nothing|nobody|nowhere|neither|nor|cannot|"
    r"no(?!\. ?\d| (?:\d|doubt|matter|longer|less|more|other|fewer|higher|later|lower|sooner)\b))\b|n['’]t\b",
    re.IGNORECASE,
)


def _any_of(listed: str) -> re.Pattern[str]:
    """A pattern of words; "-" at the end of one stands for any ending, "_" for a space."""
    words = "|".join(word.removesuffix("-") + r"\w*" * word.endswith("-") for word in listed.split())
    return lazy(rf"\b(?:{words.replace('_', ' ')})\b|\bn['’]|n['’]t\b", re.IGNORECASE)


# What answers for the negation of the other language: words that deny, and those that translators deny with.
_ENGLISH_ANSWERS = _any_of(
    r"""not never none nothing nobody nowhere neither nor cannot no without hardly barely scarcely seldom rarely
    only few fewer little(?!_by) less than against too_\w+_(?:to|for) hard difficult- fail- unable inab- ceas- stop-
    quit refus- declin- avoid- prevent- lack- miss- remain- still exempt- free imposs- improb- imperf- impat- improp-
    incap- insuf- inade- incorr- incompl- inacc- inconcl- ineff- un(?!der|it|i[vqo]|cle|til)\w- disagr- dislik- disapp-
    disall- dishon- disreg- disabl- misunder- mistak- mislead- \w{3,}less \w{3,}lessly non- anti- deny denied denies
    denying denial neglect- absen- ignor- except unless until exclud- forbid- prohibit- ban bans banned reject- devoid
    called_off cancel- laps- skip- out_of worst"""
)
_FRENCH_ANSWERS = _any_of(
    r"""ne pas jamais rien personne aucun- ni non- sans nul- guère peu rarement loin évit- empêch- interdi- défens-
    manqu- refus- absten- absen- exempt- échéant imposs- impati- improb- incap- inutil- inacc- insuff- inadm- indiff-
    inconce- incomp- introuv- priv[eé]- mal hors faute sauf ignor- importe égal sinon dépourvu- défaut plutôt quelqu-
    trop contre quand difficult- exclu- censur- ennu- renon- affranch- dispens- gard- étrang- morte n not no never
    nothing without cannot"""
)


def check_negation(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "negation": a « ne … pas » that nothing in the English answers (`source_span`), or the other way round.

    Questions are not judged: French asks « n'est-ce pas », English may not.
    """
    if source.rstrip(' »"”').endswith("?"):
        return ()
    denied = _FRENCH.search(source)
    if denied and not _ENGLISH_ANSWERS.search(target):
        return (Finding("negation", denied.span(), None, f"a negation, for « {denied[0]} »"),)
    denies = _ENGLISH.search(target)
    if denies and not _FRENCH_ANSWERS.search(source):
        return (Finding("negation", None, denies.span(), "no negation"),)
    return ()
