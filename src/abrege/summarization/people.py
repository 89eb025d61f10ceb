"""A translated article in, the people out whom a summary may call by first name and surname, then by the surname."""

from __future__ import annotations

import re

from abrege.article import Article
from abrege.fidelity.exonyms import is_plain_english, is_plain_french
from abrege.summarization.selection import english

_NAME = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’-]*"
_PAIR = re.compile(rf"(?<![\w’'-])({_NAME}) ({_NAME})(?![\w-])")
TITLES = frozenset(["M", "Mr", "Mrs", "Ms", "Mme", "Mlle", "Dr", "Me", "President", "Minister"])
_APART = ("code", "boilerplate", "title", "heading")  # where a surname may stand alone before it is explained
_TITLED = r"\b(?:M\.|MM\.|Mmes?|Mlle|Me|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) "
_ROLE = (
    r"(?:PDG|patron(?:ne)?|(?:co)?fondat(?:eur|rice)|président|direct(?:eur|rice)|maire|ministre|député|sénat(?:eur|rice)"
    r"|avocat|porte-parole|professeur|CEO|(?:co)?founder|president|mayor|minister|senator|lawyer|spokes|professor)"
)


def people(article: Article) -> dict[str, str]:
    """Surname -> first name, of those whom the article names by both and by the surname alone, and never otherwise.

    Two people of one surname are not among them, nor is what may be no person, such as a club or a firm with the name
    of its town, or of its founder: both words must be names in either language, stand side by side in the source and in
    the English before the surname stands alone outside headings, and be said of somebody (`_is_person`).
    """
    sentences = [s for block in article.blocks if block.kind not in _APART for s in block.sentences]
    source, target = " \n".join(s.source for s in sentences), " \n".join(map(english, sentences))
    firsts: dict[str, set[str]] = {}
    for text in (source, target):
        for first, last in _PAIR.findall(text):
            last = last.removesuffix("'s").removesuffix("’s")
            if first not in TITLES and not is_plain_french(first) and not is_plain_english(first):
                firsts.setdefault(last, set()).add(first)
    found = {}
    for last, names in firsts.items():
        first = next(iter(names))
        alone = re.search(rf"(?<!{re.escape(first)} )(?<![\w’'-]){re.escape(last)}(?![\w-])", source)
        early = alone and alone.start() < source.find(f"{first} {last}")
        both = all(re.search(rf"(?<!\w){re.escape(first)} {re.escape(last)}\b", text) for text in (source, target))
        known = len(names) == 1 and alone and both and not (early or is_plain_french(last))
        if known and _is_person(first, last, f"{source}\n{target}"):
            found[last] = first
    return found


def _is_person(first: str, last: str, text: str) -> bool:
    """Whether a name has a title, an age or a profession, and never a French article, nor is anything in or at it.

    That somebody speaks is no sign: firms do, too.
    """
    name = rf"(?:{re.escape(first)} )?{re.escape(last)}\b"
    article = rf"\b(?:[Ll]es?|[Ll]a|[Dd]u|[Aa]ux?) {name}|\b[Ll]['’]{name}"
    place = rf"\b(?:[Àà]|[Ee]n|[Ii]n|[Aa]t|[Nn]ear) {re.escape(last)}\b(?!['’]s)"
    signs = (
        rf"{_TITLED}{name}",
        rf"{name},? \(?(?:aged )?\d\d(?: ans|,|\)| years)",
        rf"{name}, (?:\w+[ -]){{0,3}}{_ROLE}",
        rf"{_ROLE}e?,? {name}",
    )
    return not re.search(f"{article}|{place}", text) and any(re.search(sign, text) for sign in signs)
