"""A sentence and a shorter version of it in, what the cut broke out.

There is no parser here. Each rule looks at the words that were cut, and at their neighbours that were kept; in doubt it
objects, since there is always the whole sentence to fall back on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from abrege.article import Sentence
from abrege.fidelity.coverage import english_words
from abrege.fidelity.words import listed
from abrege.summarization.alignment import Cut, Token, akin
from abrege.summarization.verbs import AUXILIARIES, SUBJECTS, finite, verbs

_PREPOSITIONS = listed(
    """of to from in at by with for on against about over under between among without during through into onto toward
    towards since until before after despite within around across behind near as like than per via"""
)
_DETERMINERS = listed("a an the this that these those his her its their our my your some any no every each")
_FIRST_PERSON = listed("i me my mine we us our ours myself ourselves")
_SUBORDINATORS = listed("who which that whose where when while because if although though whether unless")
_OPENERS = listed("if when while because although though unless as since before after until whether that which who")
_RELATIVES = listed("who which that where")
_SOME = listed("a an some several many")  # « a hundred residents who live there » are a hundred residents
_CLAUSES = listed(
    "who which that whose where when while because although and but , ; “ ("
)  # how one that may go begins
# What is said changes with these, so they may not be cut from a word that is kept; hedges may not be cut at all.
_OPERATORS = listed(
    """not no never without neither nor none cannot only nearly almost about around roughly unless if less more fewer
    than would could may might must should against hardly barely except least most half first last what how why
    whether although because"""
)
_HEDGES = listed("according reportedly allegedly supposedly ago until once former formerly")
_MAY_BE_ADDED = listed('a an the this that is are was were has have had be been will and . , ” “ "')
_LATER = listed("later earlier afterward afterwards meanwhile then thereafter subsequently respectively")
_WHOLES = listed("them it these those which whom")
_MAY_END = listed("it them him her away up down out off back over together again too all alone said says")
_AT_END = listed(  # what may follow, in the whole sentence, the last word that is kept
    """and but or while whereas when because since although though so yet by in on at for from of during after before
    until under over among between through across as monday tuesday wednesday thursday friday saturday sunday yesterday
    today tomorrow last next this according including thanks following if"""
)
_PARTICIPLES = listed("held made led built sold given taken known born found seen set written run brought kept spent")


def broken(sentence: Sentence, text: str) -> str:
    """What a cut broke first, in a word for a person who reads a log; "" where nothing is seen to be broken."""
    cut = Cut(sentence, text)
    return next((name for name, rule in _RULES.items() if rule(cut)), "")


def _adds_or_moves(cut: Cut) -> bool:
    """A word that the sentence has not, or has elsewhere; a word of content that it has fewer times."""
    added = (token for j, token in enumerate(cut.short) if j not in cut.place)
    if any(token.content or token.text not in _MAY_BE_ADDED for token in added):
        return True
    mine, whole = ([t.text for t in side if t.content] for side in (cut.short, cut.whole))
    return any(sum(akin(w, o) for o in mine) > max(1, sum(akin(w, o) for o in whole)) for w in set(mine))


def _misspells(cut: Cut) -> bool:
    """A word that neither the sentence has nor the lexicon knows."""
    known = {token.text for token in cut.whole} | english_words()
    return any(t.content and t.text[0].isalpha() and t.text not in known for t in cut.short)


def _ends_early(cut: Cut) -> bool:
    """The last word needs what followed it: an object, an infinitive, a noun."""
    last = max((j for j, t in enumerate(cut.short) if t.word), default=-1)
    if last not in cut.place or not (cut.short[last].content or cut.short[last].text in _MAY_END):
        return True
    rest = cut.whole[cut.place[last] + 1 :]
    if not any(t.word for t in rest):
        return False
    word, following = cut.short[last], rest[0].text
    participle = following.endswith("ed") or following in _PARTICIPLES
    described = participle and len(rest) > 1 and rest[1].text in _PREPOSITIONS  # a bid submitted on Monday
    told = following in _RELATIVES and any(t.readings or t.text in _SOME for t in cut.short[max(last - 3, 0) : last])
    if rest[0].word and following not in _AT_END and not (described or told):
        return True
    if word.readings:
        return following == "of"
    if following in _PREPOSITIONS and word.text.endswith("ed"):
        passive = any(t.text in AUXILIARIES for t in cut.short[max(last - 2, 0) : last])
        return not (passive or _inside(cut.short))  # or what follows a quotation: “…,” the mayor replied
    return following in _PREPOSITIONS and word.text.endswith("ing")


def _loses_head(cut: Cut) -> bool:
    """« The rejection of the offer » is no offer: what a preposition ties to a word that was cut may not stay alone.

    A phrase may go that stands between another one and what both are tied to: « opened on Monday in Lyon ».
    """
    before_j = before_i = -1
    found = set(finite(cut.whole))
    for j, i in cut.anchors:
        gap = cut.whole[before_i + 1 : i]
        lost = [k for k, token in enumerate(gap) if token.content]
        tail = [t.text for t in gap[lost[-1] + 1 if lost else 0 :]]
        tail = tail[max((k + 1 for k, text in enumerate(tail) if not text[0].isalnum()), default=0) :]
        tied, mine = _PREPOSITIONS.intersection(tail), {t.text for t in cut.short[before_j + 1 : j]}
        kept = tied & mine
        if not lost and tied - kept:
            return True
        head = _PREPOSITIONS.intersection(t.text for t in gap[: lost[0]]) if lost else set[str]()
        if (
            head - mine and not gap[lost[-1] + 1 :] and i not in found
        ):  # « applicable to public algorithms » without « to »
            return True
        if lost and tied:
            between = kept and head and before_i >= 0
            if not between or (kept == {"of"} and "of" not in head) or (kept == {"to"} and "from" in head):
                return True
        before_j, before_i = j, i
    return False


def _loses_clause(cut: Cut) -> bool:
    """« The relatives ask why the camera recorded nothing » without « ask why the camera »: a verb and its subject."""
    found = set(finite(cut.whole))
    for (_, i), (_, after) in _inner(cut):
        gap, following = cut.whole[i + 1 : after], cut.whole[after]
        if any(t.text in {";", ":"} for t in gap) and (gap[0].text != ";" or following.word):
            return True
        if found.intersection(range(i + 1, after)):
            whole = gap[0].text in _CLAUSES and (gap[-1].text in {",", ")"} or not following.word)
            goes_on = after in found or following.text in _AT_END or following.text.endswith("ed")
            if not whole or (following.word and not goes_on):
                return True
    colon = next((i for i in cut.kept if cut.whole[i].text == ":"), len(cut.whole))
    return any(cut.whole[i].content and i not in cut.kept for i in range(colon, len(cut.whole)))


def _loses_object(cut: Cut) -> bool:
    """« It devotes a study to the region » without « a study »."""
    found = set(finite(cut.whole))
    for (j, i), (_, after) in _inner(cut):
        verb, following = cut.short[j], cut.whole[i + 1]
        infinitive = j > 0 and cut.short[j - 1].text == "to" and verb.text in verbs()
        acts = infinitive or verb.text.endswith("ing") or (i in found and verb.text not in AUXILIARIES)
        lost = any(t.content for t in cut.whole[i + 1 : after])
        if acts and lost and (following.text in _DETERMINERS or following.readings):
            return True
    return False


def _inner(cut: Cut) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Neighbours in the shorter version between which something was cut, but for the mark at its end."""
    last = max((j for j in cut.place if cut.short[j].word), default=-1)
    kept = [(j, i) for j, i in cut.place.items() if j <= last]
    return [(one, other) for one, other in pairwise(kept) if other[1] > one[1] + 1]


def _moves_number(cut: Cut) -> bool:
    """A number before another noun than its own; « 12 swimming pools » may become « 12 pools »."""
    return any(
        cut.short[j].readings and after_j == j + 1 and not all(t.content for t in cut.whole[i + 1 : after_i])
        for (j, i), (after_j, after_i) in pairwise(cut.anchors)
    )


def _loses_operator(cut: Cut) -> bool:
    """A negation, a condition or a limit whose word is kept, or any hedge."""
    mine = {t.text for t in cut.short}
    for i, token in enumerate(cut.whole):
        if token.text in mine:
            continue
        if token.text in _HEDGES:
            return True
        if token.text in _OPERATORS or token.text.endswith("n't"):
            following = cut.next_content(i, 4)
            if following is None or following in cut.kept:
                return True
    return False


def _loses_subject(cut: Cut) -> bool:
    """« he has criticised » without « he », « which should allow » without « which »."""
    lost = (i for i, token in enumerate(cut.whole) if token.text in SUBJECTS and i not in cut.kept)
    return any(cut.next_content(i, 3) in cut.kept for i in lost)


def _counts_from_nothing(cut: Cut) -> bool:
    """« three years later » without the year, « half of them » without what they are."""
    counts = any(t.text in _LATER for t in cut.short)
    if counts and any(t.readings and i not in cut.kept for i, t in enumerate(cut.whole)):
        return True
    texts = [t.text for t in cut.whole]
    parts = (i for i in cut.kept if texts[i + 1 : i + 2] == ["of"] and {*texts[i + 2 : i + 3]} & _WHOLES)
    return any(max((k for k in range(i) if cut.whole[k].word), default=i) not in cut.kept for i in parts)


def _has_no_verb(cut: Cut) -> bool:
    """No clause of its own: a fragment, or a subordinate clause alone."""
    texts = [t.text for t in cut.short]
    found = list(finite(cut.short))
    subordinate = sum(one in _SUBORDINATORS and other != "of" for one, other in pairwise([*texts, ""]))
    if len(found) <= subordinate:
        return True
    last = max((k for k, text in enumerate(texts) if text in {"but", "while", "whereas", "because", ";"}), default=-1)
    if found[-1] < last and texts[last + 1 : last + 2] != ["of"]:
        return True
    return texts[0] in _OPENERS and "," not in texts


def _puts_words_in_mouths(cut: Cut) -> bool:
    """What was quoted is stated; nobody says it any more; or people speak of themselves outside a quotation."""
    quoted, mine = _inside(cut.whole), _inside(cut.short)
    spoken = [j for j, i in cut.anchors if i in quoted]
    if (mine and not quoted) or any(j not in mine for j in spoken):
        return True
    said, saying = (sum(t.content for i, t in enumerate(cut.whole) if (i in quoted) is side) for side in (True, False))
    begins = cut.whole[0].text in {"“", '"'}
    if quoted and not spoken and (begins or said >= saying):
        return True
    if spoken and saying and len(spoken) == len(cut.anchors):
        return True
    theirs, own = (
        {t.text.partition("'")[0] for k, t in enumerate(tokens) if k not in inside} & _FIRST_PERSON
        for tokens, inside in ((cut.short, mine), (cut.whole, quoted))
    )
    return bool(theirs - own)


def _inside(tokens: Sequence[Token]) -> set[int]:
    """The places between quotation marks."""
    found, opened = set[int](), False
    for k, token in enumerate(tokens):
        if token.text == "“" or (token.text == '"' and not opened):
            opened = True
        elif token.text in ("”", '"'):
            opened = False
        elif opened:
            found.add(k)
    return found


_RULES: dict[str, Callable[[Cut], bool]] = {
    "words": _adds_or_moves,
    "spelling": _misspells,
    "end": _ends_early,
    "head": _loses_head,
    "clause": _loses_clause,
    "object": _loses_object,
    "number": _moves_number,
    "operator": _loses_operator,
    "subject": _loses_subject,
    "date": _counts_from_nothing,
    "verb": _has_no_verb,
    "speaker": _puts_words_in_mouths,
}
