"""The tokens of an English sentence in, the runs of them without which it stays whole and true out.

There is no parser here. A run may go only if it is of a kind that is known to do no harm, one function each; whatever
is of none of them stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from abrege.summarization.alignment import Token
from abrege.summarization.gaps import DENIALS, DETERMINERS, POSSESSIVES, PREPOSITIONS, SHARES, SUBORDINATORS, Gap
from abrege.summarization.times import DAYS, TIMES, is_time
from abrege.summarization.verbs import SUBJECTS, finite, verbs
from abrege.text.lists import listed

# What denies, makes conditions or hedges changes the rest of its sentence, and never goes.
_NEVER = listed(
    """not no never without neither nor none nobody nothing nowhere cannot except excluding unless if whether provided
    instead or least condition conditions presentation subject reportedly allegedly supposedly apparently seemingly
    exception exceptions exempt exempted barring according ago until once former formerly per such : ? ! “ ” " « » *"""
)
# The first letters of words that take back what the rest of the sentence says.
_TAKEN_BACK = (
    *("deny", "deni", "withdr", "retract", "rejected", "annul", "acquit", "cancel", "disqualif", "overturn", "refut"),
    *("revok", "disprov", "false", "untrue"),
)
_LINKS = listed(
    """however moreover furthermore besides meanwhile indeed finally thus therefore nevertheless nonetheless now but and
    so yet also then hence consequently"""
) | {
    *("in addition", "as a result", "in fact", "of course", "in turn", "for example", "for instance", "in particular"),
    *("on the other hand", "for his part", "for her part", "for its part", "for their part"),
}
_JOINING = listed("and but so yet now also then")
_CONCEDING = listed("while whereas although though because")
_RELATIVES = listed("who which whose where")
_FOCUS = listed("especially particularly notably mainly even")
_LIMITED = listed("all every each any only")
_UNLIKE = listed("long soon if though")  # as long as, as if
_OPINIONS = listed(
    """view views opinion eyes theory principle case event absence return exchange general practice part perspective
    words consent novel film legend"""
)
_SEEMING = listed("seem seems seemed appear appears appeared looks looked")
_OPENING = listed("worth about almost less more nearly some than still already always often usually")
_PLANS = listed(
    """can will shall should would could may might must going aims aiming calls calling due expected planned scheduled
    set place"""
)
_SAYING = listed(
    """say said report believe think thought estimate warn claim argue note explain announce reply retort insist assure
    answer confirm acknowledge recall"""
)
_MAY_END = listed("it them him her me us there here up down out off back over together again too all alone away ) ”")


class Judge:
    """Tells which runs of a sentence may go.

    Args:
        whole: the tokens of an English sentence.
    """

    def __init__(self, whole: Sequence[Token]) -> None:
        self._whole, self._verbs = whole, frozenset(finite(whole))
        self._quoted = frozenset(_quoted(whole))
        self._known: dict[tuple[int, int], str] = {}

    def kind(self, start: int, end: int) -> str:
        """The kind of harmless run from a place up to another; "" where it is none."""
        if (start, end) not in self._known:
            gap = Gap(self._whole, self._verbs, start, end)
            never = ";" in gap.texts[1:] or any(map(_denies, gap.texts))
            free = not never and self._quoted.isdisjoint(range(start, end))
            self._known[start, end] = next((name for name, rule in _KINDS.items() if free and rule(gap)), "")
        return self._known[start, end]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The runs between two places that may go, the longest from each place on."""
        while start < end:
            stop = next((k for k in range(end, start, -1) if self.kind(start, k)), start)
            if stop > start:
                yield start, stop
            start = max(stop, start + 1)


def _denies(text: str) -> bool:
    return text in _NEVER or text.endswith("n't") or text.startswith(_TAKEN_BACK)


def _is_link(gap: Gap) -> bool:
    """« However, the mayor disagrees », « the mayor, however, disagrees »."""
    texts = gap.texts
    words = " ".join(text for text in texts if text != ",")
    if words not in _LINKS:
        return False
    if not gap.start:
        return texts[-1] == "," or gap.after in SUBJECTS | DETERMINERS or gap.whole[gap.end].capital
    object_follows = gap.whole[gap.start - 1].content and gap.is_subject(gap.end)
    if gap.follows_insertion:  # it shares its first comma: the men, led by Roe, however, were late
        return False
    return words not in _JOINING and texts[0] == texts[-1] == "," and (object_follows or gap.goes_on)


def _leads(gap: Gap) -> bool:
    """« On Monday, », « To save money, », « Founded in 1998, », « While the mayor agrees, »."""
    texts = gap.texts
    if gap.start or not gap.is_subject(gap.end):
        return False
    if is_time(gap.whole[: gap.end - (texts[-1] == ",")]):
        begins = texts[-1] == "," or gap.after in SUBJECTS | DETERMINERS or gap.whole[gap.end].capital
        return begins and not gap.narrows(DENIALS, ";:,")
    if texts[-1] != "," or texts.count(",") > 1 or gap.after in SUBJECTS | POSSESSIVES:
        return False
    if texts[0] in _CONCEDING or (texts[0] in {"since", "after", "before"} and gap.has_verb):
        return not gap.narrows(DENIALS, ";:,")
    if gap.acts or gap.narrows(SHARES) or not _OPINIONS.isdisjoint(texts):
        return False
    if texts[0] in DETERMINERS:
        return gap.whole[gap.end].capital and "and" not in texts and _is_one(gap)
    purpose_or_time = texts[0] in {"to", "after", "since", "following", "despite", "amid"}
    return purpose_or_time or (gap.is_participle(0) and _is_one(gap))


def _is_one(gap: Gap) -> bool:
    """Whether the subject after the run is one thing, and no list, of which the run would be the first item."""
    verb = next((k for k in range(gap.end, len(gap.whole)) if k in gap.verbs), gap.end)
    return verb > gap.end and {",", "and", "or"}.isdisjoint(t.text for t in gap.whole[gap.end : verb])


def _is_bracketed(gap: Gap) -> bool:
    """« the pool (built in 1962) closed »."""
    first, inner, last = gap.texts[0], gap.texts[1:-1], gap.texts[-1]
    if first + last == "()":
        texts = [token.text for token in gap.whole[: gap.start]]
        if texts.count("[") != texts.count("]"):  # of a link that is broken
            return False
        return gap.before not in {"", "]"} and "(" not in inner and ")" not in inner
    return first + last in {"––", "——"} and first not in inner and not gap.acts


def _is_inserted(gap: Gap) -> bool:
    """« Musk, who founded Tesla, left », « Ann Roe, 36, left », « the vote, held on Monday, was close »."""
    first, inner, last = gap.texts[0], gap.texts[1:-1], gap.texts[-1]
    if not (inner and first == last == ",") or "," in inner or gap.follows_insertion or gap.follows_aside:
        return False
    if not gap.start or not gap.whole[gap.start - 1].content or gap.after in {"and", "or", "nor"}:
        return False
    told = not _SAYING.isdisjoint(_stems([gap.after])) and not gap.verbs.isdisjoint(range(gap.clause, gap.start))
    if told or (gap.acts and inner[0] not in _RELATIVES):  # three died in the Alps, near Sion, announced the police
        return False
    if inner[0] in _RELATIVES:
        return gap.goes_on and not gap.is_cleft
    if _is_opinion(inner) or gap.is_name:
        return False
    if inner[0] in PREPOSITIONS or gap.is_participle(gap.start + 1):
        return gap.goes_on or gap.after in {"that", "to"}
    led = gap.leads(gap.part_before.start) or gap.before in TIMES  # then it is the subject: « in May, a man, »
    named = gap.whole[gap.start + 1].content or inner[0] in DETERMINERS | _OPENING
    follows_or_is_name = len(inner) > 1 and (gap.whole[gap.start - 1].capital or gap.whole[gap.start + 1].capital)
    told_more = gap.whole[gap.start + 1].readings or not (DETERMINERS | _OPENING).isdisjoint(inner[:1])
    tied = inner[0].endswith(("ed", "ly")) or not PREPOSITIONS.isdisjoint(inner)
    item = not (follows_or_is_name or told_more or tied)
    listed_inside = "and" in inner and not gap.follows_name
    return named and not (led or item or listed_inside or _says(inner)) and gap.goes_on


def _trails(gap: Gap) -> bool:
    """« …, which surprised all », « …, killing four people », « …, a third of its workforce »."""
    texts = gap.texts
    if texts[0] != "," or len(texts) < 2 or not gap.last or "but" in texts or _is_missed(gap) or gap.is_name:
        return False
    first = texts[1]
    if first in _RELATIVES:
        return not gap.is_cleft
    if first == "and":
        return (
            gap.is_clause(gap.start + 2)
            and not gap.follows_open_comma
            and not gap.narrows(_LIMITED)
            and _LIMITED.isdisjoint(texts)
        )
    if (first == "as" and not _UNLIKE.isdisjoint(texts[2:3])) or (first == "because" and gap.narrows(DENIALS, ";:,")):
        return False
    if _is_opinion(texts[1:]) or (first in _CONCEDING and gap.narrows(_SEEMING)):
        return False
    if first in SUBORDINATORS and gap.has_verb:
        return True
    if gap.acts:
        return False
    if gap.is_participle(gap.start + 1):
        acting = gap.at(gap.start + 2) in DETERMINERS or gap.whole[gap.start + 2].readings  # killing two men and a dog
        return bool(acting) or not (first.endswith("ing") and ("and" in texts or gap.follows_insertion))
    if "and" in texts:  # it may be a list
        return False
    named = (first in DETERMINERS or gap.whole[gap.start + 1].capital) and not _says(texts) and "," not in texts[1:]
    return first in PREPOSITIONS | SUBORDINATORS | _FOCUS or (named and gap.follows_whole_clause)


def _is_opinion(texts: Sequence[str]) -> bool:
    """Whether a phrase says for whom, or in what respect, the rest is true: « in theory », « as the firm claims »."""
    if texts[0] == "as":
        return not _SAYING.isdisjoint(_stems(texts))
    return texts[0] in PREPOSITIONS and (not _OPINIONS.isdisjoint(texts) or texts[-1] in {"now", "being", "moment"})


def _is_missed(gap: Gap) -> bool:
    """Whether what stands before a run that begins with a comma, and ends a sentence, is not whole without it."""
    texts, word, before = gap.texts, gap.whole[gap.start - 1], gap.part_before
    inner = [k for k, text in enumerate(texts) if k and text == ","]
    if gap.interrupts or gap.follows_aside or not (word.content or word.text in _MAY_END):
        return True
    if word.text.endswith("ly") and len(before) == 1:  # she speaks English and, recently, French
        return True
    if inner and (word.text in verbs() or gap.start - 1 in gap.verbs):  # which will ban, by 2028, all advertisements
        return True
    if gap.verbs.isdisjoint(before) and (gap.at(before.start - 2) in verbs() or before.start - 2 in gap.verbs):
        return True  # to rule, by two thirds, on the penalty
    goes_on = any(gap.start + k + 1 in gap.verbs for k in inner)  # Musk, who founded Tesla, left
    tied = any(texts[k + 1 : k + 2] == ["of"] and texts[k + 2 : k + 3] != ["which"] for k in (0, *inner))
    return goes_on or tied or any(not _SAYING.isdisjoint(_stems(texts[k:])) for k in inner)


def _says(texts: Sequence[str]) -> bool:
    """Whether a run ends as one that tells who says what the rest does: « the minister says », « analysts warn »."""
    if not PREPOSITIONS.isdisjoint(texts) or len(texts) == 1:
        return False
    stems = _stems(texts[-1:])
    return not _SAYING.isdisjoint(stems) or not verbs().isdisjoint(stems - {texts[-1]})


def _stems(texts: Sequence[str]) -> set[str]:
    """Words without the endings of a verb: says, claimed, announced, replies."""
    found = set(texts)
    for text in texts:
        found |= {text.removesuffix("s"), text.removesuffix("ed"), text.removesuffix("d")}
        if text.endswith("ies"):
            found.add(text[:-3] + "y")
    return found


def _is_coordinate(gap: Gap) -> bool:
    """« …; the mayor resigned », « … and resigned on Monday »."""
    if not gap.last:
        return False
    if gap.texts[0] == ";":
        limited = any(token.text in _LIMITED for token in gap.whole)
        return gap.is_clause(gap.start + 1) and not limited
    joined = gap.texts[0] == "and" and gap.start + 1 in gap.verbs and gap.after_noun
    return joined and not any(token.text == "," for token in gap.whole[: gap.start])  # or it ends a list


def _dates(gap: Gap) -> bool:
    """« on Monday », « last year », « in May 2015 », where nothing is planned for then."""
    if not gap.start or not is_time(gap.whole[gap.start : gap.end]):
        return False
    if gap.before in PREPOSITIONS | TIMES | {"and", "or", ","} or gap.after in TIMES | {
        "and",
        "or",
        "of",
        "to",
        "at",
        "-",
    }:
        return False
    if gap.after and gap.whole[gap.end].content and gap.end not in gap.verbs:
        return False
    within = not gap.after_noun and (not gap.after[:1].isalnum() or gap.end in gap.verbs)
    if within or (gap.whole[gap.start - 1].readings and not gap.goes_on):
        return False
    if gap.narrows(DENIALS | _PLANS, ";:,"):
        return False
    return not DAYS.isdisjoint(gap.texts) or not gap.narrows(SHARES)


def _gives_reason(gap: Gap) -> bool:
    """« … after the vote », « … because of the wind », at the end of the sentence."""
    first = gap.texts[0] in {"after", "following", "despite", "amid", "because", "thanks"}
    return first and gap.last and gap.after_noun and not gap.narrows(SHARES | _PLANS)


def _describes(gap: Gap) -> bool:
    """« a bid submitted by a group », « a hundred residents who came »: more about one thing, or about some."""
    if not gap.after_noun or gap.whole[gap.start - 1].readings or not {",", ";"}.isdisjoint(gap.texts):
        return False
    k = gap.start - 1
    while k > 0 and gap.whole[k].content and not gap.whole[k].readings:
        k -= 1
    counted = bool(gap.whole[k].readings) or gap.whole[k].text in {"a", "an", "several", "some"}
    if not counted or gap.at(k - 1) in {"is", "was", "are", "were", "be", ",", "and"} or gap.narrows(SHARES):
        return False
    first, second = gap.texts[0], gap.texts[1] if len(gap.texts) > 1 else ""
    inside = sum(gap.start < verb < gap.end for verb in gap.verbs)
    ends = gap.last and not gap.verbs.isdisjoint(range(gap.part_before.start, k))
    if first in {"who", "that", "which"}:
        return ends and inside == 1
    if inside or not gap.is_participle(gap.start) or (first.endswith("ing") and second in PREPOSITIONS):
        return False  # the last of these is a noun: a car bombing in May
    subject = gap.verbs.isdisjoint(range(gap.clause, k)) and second != "to"
    return ends or (subject and gap.end in gap.verbs and gap.goes_on)


_KINDS: dict[str, Callable[[Gap], bool]] = {
    "link": _is_link,
    "lead": _leads,
    "brackets": _is_bracketed,
    "inserted": _is_inserted,
    "trailing": _trails,
    "clause": _is_coordinate,
    "date": _dates,
    "reason": _gives_reason,
    "description": _describes,
}


def _quoted(whole: Sequence[Token]) -> Iterator[int]:
    """The places between quotation marks."""
    opened = False
    for k, token in enumerate(whole):
        if token.text in {"“", "”", '"'}:
            opened = token.text == "“" or (token.text == '"' and not opened)
        elif opened:
            yield k
