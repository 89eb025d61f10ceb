"""A paragraph in French or English comes in, its sentences go out; a sentence too long for the model is cut up.

The rules look at each full stop, question mark, exclamation mark and ellipsis, at the word before it and at what comes
after it. They are written for French newspapers: titles before names, « quotations », bracketed asides, spaces before
exclamation marks, and a space that is missing after a full stop.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from abrege.article import Language
from abrege.text.lists import listed
from abrege.text.patterns import lazy

# Abbreviations that a name or a noun always follows, as they are printed: « Me Dupont » is a lawyer, "call me." is not.
_BEFORE_A_NAME = listed(
    """M MM Mr Mrs Ms Messrs Mme Mmes Mlle Mlles Mgr Me Dr Drs Pr Prs Prof Vve St Ste Sts Stes Cdt Cne Capt Col Gal Gén
    Gen Lt Sgt Adj Cpl Maj Rev Rév Hon hon Sen Sén Rep Gov Pres Supt Det Pvt Mt Ch Ph Th Chr Cl Sté Ets Éts cf Cf e.g
    i.e c.-à-d vs"""
)
# Abbreviations that may also end a sentence: they do before a word that begins sentences (« Inc. Le groupe … »).
_BEFORE_ANYTHING = listed(
    """ex éd édit ed eds trad dir coll coord réf rédac sq sqq suiv suppl al ibid ibidem id loc cit av ap apr approx resp
    boul bd bld blvd ave rd rte imp fbg apt bât dép dépt dept univ inst acad inc corp ltd co cie bros jr sr assoc soc
    gouv parl préf dept govt auj anc nat int intl cant arr circ"""
)
# Abbreviations only before a figure (« art. 12 », « vol. II »); else they are words: « le monde de l'art. Les … ».
_BEFORE_A_FIGURE = listed(
    """art vol chap fig no nos nn n° num tél tel fax h hab max min moy env sect sec par § ann app bull col doc fasc liv
    lig tab tabl tit ver approx ca"""
)
_MONTHS = listed("janv jan févr fév feb mar avr apr juil jul juill aug sept sep oct nov déc dec")
# What follows « 5 p.m. » inside a sentence.
_AFTER_AN_HOUR = lazy(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|(?:[A-Z]\w+ )?[Tt]ime\b")
_ARTICLES = listed("Le La Les L' Un Une Des Du De D' The A An")
# Words that begin a sentence far more often than a name; an ambiguous abbreviation before one ends its sentence.
_OPENING_WORDS = listed(
    """Il Elle Ils Elles On Nous Vous Je J' Tu C' Ce Cet Cette Ces Ça Cela Ceci Mon Ma Mes Ton Ta Tes Son Sa Ses Notre
    Nos Votre Vos Leur Leurs Mais Puis Or Car Donc Et Ou Où Ni Si S' Quand Lorsque Lorsqu' Comme Dans En Au Aux À Avec
    Sans Sous Sur Pour Par Selon Depuis Pendant Durant Après Avant Chez Entre Vers Contre Malgré Ainsi Alors Aussi
    Toutefois Cependant Pourtant Néanmoins Enfin Ensuite Parmi Plusieurs Chaque Quelques Certains Certaines Tous Toutes
    Tout Aucun Aucune Qui Que Qu' Quel Quelle Quels Quelles Pourquoi Comment Combien Voici Voilà Ici Là Hier Demain
    Aujourd'hui Ne N' Y Celui Celle Ceux Celles Bref Certes Dès Désormais Deux Trois Quatre Cinq Rien Personne Jamais
    Toujours Encore Même Quant Lors Jusqu' Afin Grâce Face Résultat Bien Oui Non
    He She It They We You I This That These Those His Her Its Their My Our Your There Here When While If But And So Yet
    In On At By For From With Without After Before As What Who Why How Where Which Not No Yes Then However Although
    Since Until During Meanwhile Today Yesterday Some Many Most Both Each Every"""
)
# « le plan B. », « vitamine C. », « taille M. »: a capital after one of these is no initial.
_LETTERED = listed(
    """plan vitamine vitamines groupe groupes poule hépatite hépatites option options classe catégorie point points
    ligne série section annexe zone bloc appartement bâtiment immeuble tour escalier phase niveau ligue division taille
    type types lettre lettres note produit permis programme article variante solution étape quai terminal porte hall
    génération virus grippe volet partie class group letter vitamin"""
)
_SHORT_WORDS_WITHOUT_VOWEL = listed("svp stp mdr ptdr rdv hm hmm mmm pff pfff psst brr chut grr")
_NAMES_WITH_A_MARK = frozenset({"Yahoo", "Jeopardy"})

# A run of marks that may end a sentence, then what closes with it: quotation marks, brackets, marks of footnotes.
_END = lazy(
    r"(?P<marks>[.!?…]+(?:\s?[!?…]+|(?:\s\.){2,})*)"
    r"(?P<closing>(?:\s*»|\s?”|\s?\[(?:\d{1,3}|[a-z]|note\s\d{1,3})\]|[)\]*_†‡¹²³⁰⁴-⁹]|\(\d{1,2}\)|['’](?=[\s»”)\]]|$))*)"
)
_CODE = lazy(r"(?<![\w`])`(?!\s)[^`]+(?<!\s)`(?![\w`])")
_BLANK_LINE = lazy(r"\n[^\S\n]*\n\s*")
_OPENING_MARKS = "«“‘\"'’([{¿¡*_—–-"
_CLOSING_MARKS = "»”)]"
_ELISION = lazy(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’](?=\w)", re.IGNORECASE)
_FIRST_WORD = lazy(r"[^\W\d_]+(?:['’]hui|['’])?")
_INITIALS = lazy(r"[^\W\d_](?:\.?-?[^\W\d_])*")
# A small letter (but no word such as « y », « à »), or short groups of letters as in « a.s.b.l. ».
_LETTERS = lazy(r"[b-xz]|[^\W\d_]{1,2}(?:\.-?[^\W\d_]{1,2})+")
_FIGURE = lazy(r"\d|[IVXLCM]+(?:er|re|e)?\b(?!['’])|[A-Z](?:\.|\b(?!['’]))|[Pp]remi|n[°º]")
_ENUMERATOR = lazy(r"[\W_]*(?:\d{1,3}|[^\W\d_]|[IVXL]{1,5}|\d{1,2}(?:\.\d{1,2})+)")
_GLUED_NEXT = lazy(r"[«“(]?\s?[^\W\d_](?:[^\W\d_]+|['’][^\W\d_]+)(?=[\s,;:!?…»”)’'-]|\.(?:\s|\.|$)|$)")
_ADDRESS = lazy(r"https?://|www\.|[@#][^\W\d_]", re.IGNORECASE)
_NOT_PROSE = lazy(r"[/\\@_=<>{}$`.]")
_VOWEL = lazy("[aeiouyœæ]")
_LONGEST_ASIDE = 250
_LONGEST_LOOK_BACK = 300


@dataclass(frozen=True, slots=True)
class _Stop:
    """What stands around a full stop.

    Attributes:
        word: the word before it, without an elided article or an opening mark: « l'art. » gives "art".
        previous: the word before that.
        opens: the word after it begins sentences far more often than a name.
        opens_or_article: that, or an article, which names begin with as well (« Le Pen »).
        quoted: a quotation begins after it.
        hour: what comes after it may follow an hour of the day, as in "5 p.m. Monday".
        figure: a figure, a Roman numeral or a single capital comes after it.
        digit: a digit comes after it.
    """

    word: str
    previous: str
    opens: bool
    opens_or_article: bool
    quoted: bool
    hour: bool
    figure: bool
    digit: bool


def split_sentences(text: str, lang: Language = "fr") -> list[str]:
    """The sentences of one paragraph, in order, without the space around them.

    Nothing is lost: put together, the sentences are the text but for white space. A mark that closes a quotation or a
    bracket, and the mark of a footnote, stay with the sentence that they close. A blank line always parts sentences.

    Args:
        text: one paragraph; a line end counts as a space.
        lang: its language. The abbreviations of both languages are known in both.
    """
    sentences: list[str] = []
    for paragraph in _BLANK_LINE.split(text):
        sentences += _split_paragraph(paragraph, lang)
    return sentences


def _split_paragraph(text: str, lang: Language) -> list[str]:
    told = curl_quotes(text)
    asides = _asides(told)
    lower_case_only = not any(map(str.isupper, text))
    cuts = [0]
    code = [span.span() for span in _CODE.finditer(told)]
    for end in _END.finditer(told):
        if not _span_around(code, end.start()) and _ends_sentence(told, cuts[-1], end, lang, asides, lower_case_only):
            cuts.append(end.end())
    if len(cuts) > 1 and not _has_word(text[cuts[-1] :]):
        cuts.pop()  # an emoji or a row of stars at the end is no sentence of its own
    pieces = (text[start:stop].strip() for start, stop in zip(cuts, [*cuts[1:], len(text)], strict=True))
    return [piece for piece in pieces if piece]


def _ends_sentence(
    text: str, start: int, end: re.Match[str], lang: Language, asides: list[tuple[int, int]], lower_case_only: bool
) -> bool:
    """Whether the sentence that began at `start` ends with the marks that `end` found."""
    marks, closing = end["marks"], end["closing"]
    after = _skip_space(text, end.end())
    before = text[max(start, end.start() - _LONGEST_LOOK_BACK) : end.start()].rstrip()
    if after == len(text) or not _has_word(before):
        return False
    if before[-1] in "«“([":  # « ? », (!), […]: the mark is spoken of, or stands for what was left out
        return False
    if after == end.end():
        return _lacks_space(before, text, after, marks)
    kind, opened = _beginning(text, after)
    if kind == "none":
        return False
    if kind == "lower" and not (marks == "." and not closing and (opened or lower_case_only)):
        return False
    if kind != "upper" and marks.endswith(("…", "..")):
        return False
    stop = _around(before, text, after)
    if marks == "!" and stop.word in _NAMES_WITH_A_MARK:
        return stop.opens_or_article
    abbreviated = marks == "." and before[-1] not in _CLOSING_MARKS and _is_abbreviation(stop, lang)

    aside = _span_around(asides, end.start())
    if aside and aside[0] > start and _has_word(text[start : aside[0]]):
        if end.end() < aside[1]:
            return not abbreviated and aside[1] - aside[0] > _LONGEST_ASIDE
        # The marks end a bracket inside the sentence: « (enfin !) Paul … », « (pommes, poires, etc.) Puis … ».
        if marks != "." or abbreviated or stop.word == "etc":
            return stop.opens_or_article
    if marks == "." and (_ENUMERATOR.fullmatch(before) or (stop.previous.endswith(":") and stop.word.isdecimal())):
        return False
    return not abbreviated


def _is_abbreviation(stop: _Stop, lang: Language) -> bool:
    """Whether a full stop belongs to an abbreviation, and the sentence goes on after it."""
    word, low = stop.word, stop.word.lower()
    if not word or low == "etc":
        return False
    if _INITIALS.fullmatch(word) and ("." in word or len(word) == 1) and word.upper() == word:
        return _is_initial(stop, lang)
    if word in _BEFORE_A_NAME:
        return not (word in ("St", "vs") and stop.opens)
    if low in _MONTHS:
        if low in ("sept", "mar"):  # also words, « ils étaient sept »
            return stop.digit or (stop.previous[:1].isdigit() and not stop.opens_or_article)
        return not stop.opens_or_article
    if low in ("a.m", "p.m"):
        return stop.hour
    if low in _BEFORE_A_FIGURE and stop.figure:
        return True
    if low in _BEFORE_ANYTHING:
        return not stop.opens_or_article
    if _LETTERS.fullmatch(low):
        return not (stop.opens_or_article or (stop.previous[-1:].isdigit() and not stop.digit))
    if 2 <= len(word) <= 4 and word.isalpha() and not word[1:].isupper() and not _VOWEL.search(_bare(low)):
        # What has no vowel is an abbreviation that the lists above lack, or a unit after its figure.
        return not (stop.opens_or_article or stop.previous[-1:].isdigit() or low in _SHORT_WORDS_WITHOUT_VOWEL)
    return False


def _is_initial(stop: _Stop, lang: Language) -> bool:
    """Whether capitals with full stops go on: « J. K. Rowling », « F. Hollande », « av. J.-C. », « S.A.R.L. »."""
    if len(stop.word) == 1:
        if stop.previous.lower() in _LETTERED or stop.previous[-1:].isdigit() or stop.previous.endswith("°"):
            return False
        if stop.word == "M":
            return True
        if lang == "en" and stop.word == "I":
            return False
        if stop.word in "IVX" and stop.previous[:1].isupper():  # « Henri V. Le roi … »
            return not stop.opens_or_article
        return not stop.opens
    if "-" in stop.word and stop.word != "J.-C":
        return not stop.opens
    return not (stop.opens_or_article or stop.quoted)


def _around(before: str, text: str, after: int) -> _Stop:
    """What stands before the marks that follow `before`, and at `after`."""
    words = before[-120:].split()
    word = words[-1].lstrip(_OPENING_MARKS) if words else ""
    if elided := _ELISION.match(word):
        word = word[elided.end() :].lstrip(_OPENING_MARKS)
    previous = words[-2].lstrip(_OPENING_MARKS) if len(words) > 1 else ""
    if (elided := _ELISION.match(previous)) is not None:
        previous = previous[elided.end() :]
    quoted = text[after] in "«“"
    found = _FIRST_WORD.match(text, _skip_space(text, after + 1) if quoted else after)
    first = found[0].replace("’", "'") if found else ""
    if first[-1:] == "'" and len(first) > 2 and first not in ("Qu'", "Jusqu'", "Lorsqu'"):
        first = first[:-1]
    initial = found is not None and text[found.end() : found.end() + 1] == "."
    opens = first in _OPENING_WORDS and not initial
    opens_or_article = opens or (first in _ARTICLES and not initial and not quoted)
    return _Stop(
        word=word,
        previous=previous,
        opens=opens,
        opens_or_article=opens_or_article,
        quoted=quoted,
        hour=bool(_AFTER_AN_HOUR.match(text, after)),
        figure=not opens_or_article and bool(_FIGURE.match(text, after)),
        digit=text[after].isdecimal(),
    )


def _beginning(text: str, position: int) -> tuple[str, bool]:
    """What comes at a position, behind opening marks, dashes and emoji, and whether a quotation opens there.

    It is "upper" (a capital, or a letter of a script without capitals), "lower", "digit", "sign" (a currency, a
    handle, an address) or "none".
    """
    opened = False
    for index in range(position, min(position + 40, len(text))):
        character = text[index]
        if character.isdecimal():
            return "digit", opened
        if _ADDRESS.match(text, index) or character in "$€£§@#":
            return "sign", opened
        if character.isalpha():
            if character.islower():
                # « iPhone », « eBay » begin sentences as they are.
                return "upper" if text[index + 1 : index + 2].isupper() else "lower", opened
            return "upper", opened
        opened = opened or character in "«“"
        passed = character.isspace() or character in _OPENING_MARKS or character in "….•\ufe0f\u200d"
        if not passed and unicodedata.category(character) not in ("So", "Sk", "Ps", "Pi", "Pd", "Sm"):
            return "none", opened
    return "none", opened


def _lacks_space(before: str, text: str, after: int, marks: str) -> bool:
    """Whether a space is missing at `after`: between a word of small letters and a capital, as in « mardi.Les »."""
    last = before[-120:].split()[-1].rstrip("»”)]*")
    token = re.split("['’(«“-]", last)[-1]
    if len(token) < 3 or not (token.isalpha() and token.islower()):
        return False
    if marks == "." and any(token in known for known in (_BEFORE_ANYTHING, _BEFORE_A_FIGURE, _MONTHS, {"etc"})):
        return False
    if _NOT_PROSE.search(last):
        return False
    following = _GLUED_NEXT.match(text, after)
    if following is None:
        return False
    letters = following[0].lstrip("«“( \u00a0\u202f")
    return letters[0].isupper() and letters[1:].islower()


def curl_quotes(text: str) -> str:
    """The text with straight quotation marks curled by what stands around them (“ opens, ” closes), for reading.

    Every character keeps its place; a mark of inches stays straight.
    """
    if '"' not in text:
        return text
    characters = list(text)
    is_open = False
    for index, character in enumerate(text):
        if character != '"':
            continue
        left = text[index - 1] if index else " "
        right = text[index + 1] if index + 1 < len(text) else " "
        if left.isdecimal() and not is_open:
            continue  # inches
        may_open = left.isspace() or left in "([«'’-—–"
        may_close = right.isspace() or right in ".,;:!?…)]»"
        is_open = may_open if may_open != may_close else not is_open
        characters[index] = "“" if is_open else "”"
    return "".join(characters)


def _asides(text: str) -> list[tuple[int, int]]:
    """The outermost pairs of brackets, each from its opening mark to behind its closing mark, in order."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for bracket in re.finditer(r"[()\[\]]", text):
        if bracket[0] in "([":
            opened.append(bracket.start())
        elif opened:
            first = opened.pop()
            while pairs and pairs[-1][0] > first:
                pairs.pop()
            pairs.append((first, bracket.end()))
    return pairs


def _span_around(spans: list[tuple[int, int]], position: int) -> tuple[int, int] | None:
    index = bisect_right(spans, (position, position)) - 1
    return spans[index] if index >= 0 and position < spans[index][1] else None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _bare(text: str) -> str:
    """The text without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


# Where a long sentence may be cut, the better places first: behind a strong mark, before a conjunction behind a comma,
# behind a comma, before a word that begins a phrase, at a space. Never inside a number or before a mark that French
# sets apart by a space.
_JOINTS = (
    lazy(r"[;:](?=\s)\s+|(?<!\s)\s++(?=[—–]\s)"),
    lazy(
        r",\s+(?=(?:et|ou|mais|donc|or|ni|car|que|qui|dont|où|lorsque|lorsqu|quand|tandis|alors|puisque|puisqu|si|comme|"
        r"and|or|but|so|nor|which|who|whose|while|when|because|if|as|where)\b)",
        re.IGNORECASE,
    ),
    lazy(r",\s+"),
    lazy(
        r"(?<!\s)\s++(?=(?:et|ou|mais|car|que|qui|dont|où|pour|par|dans|avec|sans|sur|sous|chez|vers|entre|depuis|lorsque|quand|"
        r"and|or|but|that|which|who|for|by|with|without|from|because|when|while|where)\s)",
        re.IGNORECASE,
    ),
    lazy(r"(?<![«\d\s])\s++(?![»!?;:%€$£])|(?<=\d)\s++(?![\d»!?;:%€$£])"),
)
# What a worse place costs, as a share of the ideal length of a piece.
_COSTS = (0.0, 0.08, 0.14, 0.3, 0.45)


def split_long(text: str, limit: int, length: Callable[[str], int]) -> list[str]:
    """Cut a sentence into as few and as even pieces as fit, at its clause marks where it has some.

    Put together without anything between them, the pieces are the text: the space at a cut stays at the end of the
    piece before it. Only a piece of a single character (with its combining marks) may exceed the limit.

    Args:
        text: a sentence.
        limit: the greatest length of a piece.
        length: what `limit` counts, for example the number of the model's pieces; called once to thrice a piece.

    Raises:
        ValueError: the limit is less than 1.
    """
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    whole = length(text)
    if whole <= limit or len(text) < 2:
        return [text]
    joints = _joints(text)
    # The length up to a place is guessed between the places where it is known: at first, the two ends of the text.
    known = [(0, 0), (len(text), whole)]
    count = ceil(whole / limit)
    for more in (0, 0, 1):
        pieces = _cut(text, count + more, limit, joints, known)
        lengths = [length(piece) for piece in pieces]
        if max(lengths) <= limit or len(pieces) == 1:
            return pieces
        known = [(0, 0)]
        for piece, size in zip(pieces, lengths, strict=True):
            known.append((known[-1][0] + len(piece), known[-1][1] + size))
    return [part for piece in pieces for part in split_long(piece, limit, length)]


def _joints(text: str) -> list[tuple[int, float]]:
    """Where the text may be cut and what each place costs, in order."""
    costs: dict[int, float] = {}
    for pattern, cost in zip(_JOINTS, _COSTS, strict=True):
        for joint in pattern.finditer(text):
            costs.setdefault(joint.end(), cost)
    return sorted(costs.items())


def _cut(text: str, count: int, limit: int, joints: list[tuple[int, float]], known: list[tuple[int, int]]) -> list[str]:
    """The text in at most `count` pieces, as even as its joints let them be, by the guessed length."""
    pieces: list[str] = []
    start = 0
    for left in range(count, 1, -1):
        done = _length_up_to(start, known)
        rest = known[-1][1] - done
        # A place behind which more would be left than the other pieces can take is no good.
        first = done + max(rest / left * 0.3, rest - (left - 1) * limit)
        cut, lowest = 0, float("inf")
        for index in range(bisect_right(joints, (start, 2.0)), len(joints)):
            position, cost = joints[index]
            here = _length_up_to(position, known)
            if here > done + limit or position >= len(text):
                break
            cost += abs(here - done - rest / left) / (rest / left)
            if here >= first and cost < lowest:
                cut, lowest = position, cost
        if not cut:
            cut = _beside_combining(text, max(start + 1, _position_of(done + rest / left, known)))
        if cut >= len(text):
            break
        pieces.append(text[start:cut])
        start = cut
    return [*pieces, text[start:]]


def _length_up_to(position: int, known: list[tuple[int, int]]) -> float:
    index = max(1, bisect_left(known, (position, 0)))
    (left, before), (right, after) = known[index - 1], known[min(index, len(known) - 1)]
    return before + (after - before) * (position - left) / max(1, right - left)


def _position_of(size: float, known: list[tuple[int, int]]) -> int:
    for (left, before), (right, after) in pairwise(known):
        if size <= after:
            return left + int((right - left) * (size - before) / max(1, after - before))
    return known[-1][0]


def _beside_combining(text: str, position: int) -> int:
    """The first place from `position` on, at or after it, that is not inside a character with its combining marks."""
    while 0 < position < len(text) and _is_joined(text[position - 1], text[position]):
        position += 1
    return position


def _is_joined(left: str, right: str) -> bool:
    """Whether two characters are drawn as one: marks, joiners, skin tones, the two halves of a flag."""
    flag = "\U0001f1e6" <= left <= "\U0001f1ff" and "\U0001f1e6" <= right <= "\U0001f1ff"
    tone = "\U0001f3fb" <= right <= "\U0001f3ff"
    return flag or tone or "\u200d" in (left, right) or unicodedata.category(right).startswith("M")
