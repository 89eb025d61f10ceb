"""An English sentence in, whether it can be read without the text around it out."""

from __future__ import annotations

import re

_FEWEST = 7  # words of a sentence that tells something
_BACK = r"(?:he|she|they|his|her|their|him|them|its|this|that|these|those|then|such|both|the (?:latter|former))"
_DATE = r"(?:\w+day|week|weekend|month|year|morning|summer|fall|autumn|winter|spring)"
_LINK = (
    r"(?:in|on|at|for|with|by|from|since|until|after|before|despite|to|under|of|as|like|without|through|according to"
    r"|because of|thanks to)"
)
_LEANING = re.compile(
    r"\W*(?:but|and|or|nor|yet|so|however|therefore|thus|hence|moreover|furthermore|besides|meanwhile|nevertheless"
    r"|nonetheless|otherwise|indeed|likewise|similarly|consequently|accordingly|instead|in addition(?! to)|as a result"
    r"|(?:it|that|this) is (?:to say|why|how|also|therefore|thus)|in other words|in short"
    r"|for (?:example|instance)|on the (?:contrary|other hand)|in (?:return|contrast)"
    r"|it(?! (?:is|was|takes?|took|will take|seems|appears|remains|costs?)\b)"
    rf"|(?:{_LINK} (?:\w+ )?)?{_BACK}(?! {_DATE}\b)"
    rf"|(?:like|unlike|as|for|according to) [^,.:;]{{1,60}}, (?:this|these|those) (?!{_DATE}\b))\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"[^\"“«(\[].*[.…][\"”»’')\]]*", re.DOTALL)
_CONTACT = re.compile(r"://|www\.|@|(?:\d[ .-]?){9}")  # an address or a telephone number
_END = re.compile(r"[.!?…][\"”»’')\]]*$")


def ends(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_END.search(text))


def leans(text: str) -> bool:
    """Whether a sentence begins with what points back to the one before: "But", "It has", "In this case", "As X, this".

    "It took four hours to" and "On that Monday" do not. Signs in front of the first word, an emoji say, do not count.
    """
    return bool(_LEANING.match(text))


def reads_badly(text: str) -> bool:
    """Whether a sentence tells little, wherever it stands.

    That is a quotation or a piece of one, a question, an exclamation, a lead-in that ends with a colon, a fragment
    without a full stop, a sentence of fewer than seven words, or one that tells where to write or to call.
    """
    whole = text.count("“") == text.count("”") and text.count('"') % 2 == 0
    statement = _STATEMENT.fullmatch(text.strip())
    return not (whole and statement) or len(text.split()) < _FEWEST or bool(_CONTACT.search(text))
