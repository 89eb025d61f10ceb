"""An English text in, its content words out: what every extractive method counts."""

from __future__ import annotations

import re

from abrege.text.lists import listed

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


# An apostrophe parts two words, so that the pieces of contractions (ll, re, ve, don, isn) stand here too.
STOP_WORDS = listed(
    """
    about above after again against ago all almost already also although always am among an and another any are aren as
    at away back be became because become been before began being below between both but by can could couldn did didn
    do does doesn doing don done down during each either else enough even ever every few first for from further get go
    going got had hadn has hasn have haven having he her here hers herself him himself his how however if in instead
    into is isn it its itself just last least less let like likely ll made make makes making many may me might mine more
    most much must my myself near neither never next no nor not now of off often on once one only onto or other others
    our ours out over own per perhaps put quite rather re really said same say saying says second several shall she
    should shouldn since so some still such take than that the their theirs them themselves then there therefore these
    they this those though three through thus to together too took toward towards two under until up upon us ve very was
    wasn we well went were weren what when where whether which while who whole whom whose why will with within without
    won would wouldn yes yet you your yours yourself
    """
)


def terms(text: str) -> list[str]:
    """The content words and figures of a text in their order, in small letters; addresses and single letters are none.

    They are not stemmed: on 1,505 stories of training/data neither Porter's stemmer nor a cut after five or six letters
    brought any method more than 0.01 points of ROUGE, and "textrank" lost 0.2 to 0.4.
    """
    words = _WORD.findall(_ADDRESS.sub(" ", text.lower()))
    return [word for word in words if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]
