"""A run of tokens of an English sentence in, what stands in it and around it out: what `kinds` judges it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from abrege.summarization.alignment import Token
from abrege.summarization.verbs import AUXILIARIES, SUBJECTS, finite, verbs
from abrege.text.lists import listed

PREPOSITIONS = listed(
    """in on at since after during following despite amid for from by with near thanks because due under as including
    like than before until of to according throughout within around over through behind"""
)
DETERMINERS = listed(
    """a an the this these those his her its their our my your some several many one two three four five six ten every
    each"""
)
POSSESSIVES = listed("his her its their")
SUBORDINATORS = listed("while whereas although though because since after before as")
DENIALS = listed("not no never without neither nor none nobody nothing cannot hardly barely only")
# What speaks of all, of a share or of a rank is true of what the rest of its clause narrows it to, and of no more.
SHARES = DENIALS | listed(
    """all every each any both most least more less fewer first second third last half quarter majority average total
    number rate share record percent if unless when than compared twice times out among sole unique top"""
)
_NO_SUPERLATIVES = listed("west forest interest request protest arrest harvest contest honest modest guest")
_ADVERBS = listed("still also already now always often soon again even more usually")
_PARTICIPLES = listed(
    """held made led built sold given taken known born found seen set written run brought kept spent sent lost won paid
    stolen broken chosen forgotten hidden driven drawn thrown caught bought"""
)
_CLAUSES = listed("who which whose where that when")
_UNITS = listed("day days hour hours minute minutes week weeks month months year years moment")
_MARKS = frozenset(',;:()[]–—“”"«»')
_STOP = Token(".", False)


@dataclass(frozen=True)
class Gap:
    """A run of tokens of a sentence.

    Attributes:
        whole: the tokens of the sentence.
        verbs: the places of its finite verbs.
        start: the place of the first token of the run.
        end: the place after its last one.
    """

    whole: Sequence[Token]
    verbs: frozenset[int]
    start: int
    end: int

    @cached_property
    def texts(self) -> list[str]:
        """The tokens of the run."""
        return [token.text for token in self.whole[self.start : self.end]]

    def at(self, place: int) -> str:
        """The token at a place; "" before the sentence, and from the marks at its end on."""
        return self.whole[place].text if place >= 0 and not self._closes(place) else ""

    def _closes(self, place: int) -> bool:
        return not any(token.word for token in self.whole[place:])

    @property
    def before(self) -> str:
        """The token before the run."""
        return self.at(self.start - 1)

    @property
    def after(self) -> str:
        """The token after the run."""
        return self.at(self.end)

    @property
    def last(self) -> bool:
        """Whether the run ends a sentence, or the first of two that a mark joins, that has a verb before it."""
        ends = self._closes(self.end) or self.after in {";", ":"}
        return ends and not self.verbs.isdisjoint(range(self.clause, self.start))

    @property
    def clause(self) -> int:
        """Where the clause begins in which the run stands, as far as a mark tells."""
        ends = (
            k for k in range(self.start) if self.at(k) in {";", ":"} or (self.at(k), self.at(k + 1)) == (",", "and")
        )
        return max((k + 1 for k in ends), default=0)

    @property
    def part_before(self) -> range:
        """The places between the run and the mark before it."""
        place = self.start
        while place and self.whole[place - 1].text not in _MARKS:
            place -= 1
        return range(place, self.start)

    @property
    def has_verb(self) -> bool:
        """Whether the run has a finite verb."""
        return any(self.start <= k < self.end for k in self.verbs)

    @property
    def acts(self) -> bool:
        """Whether the run has a finite verb, but for a participle it begins with, or a clause inside it."""
        inner = next((k for k, text in enumerate(self.texts, self.start) if text in _CLAUSES), self.end)
        first = self.start + (self.texts[0] == ",")
        return any(self.start <= k < inner and not (k == first and self.is_participle(k)) for k in self.verbs)

    @property
    def after_noun(self) -> bool:
        """Whether what stands before the run is a noun, as far as one can see."""
        if not self.start:
            return False
        token = self.whole[self.start - 1]
        verbal = self.start - 1 in self.verbs or token.text.endswith(("ed", "ing")) or token.text in _PARTICIPLES
        adverb, infinitive = token.text.endswith("ly"), self.at(self.start - 2) == "to"
        return token.content and not (verbal or adverb or infinitive) and token.text not in _UNITS

    @property
    def goes_on(self) -> bool:
        """Whether without the run a finite verb follows what stands before it, maybe after an adverb."""
        rest = [*self.whole[: self.start], *self.whole[self.end :], _STOP, _STOP]
        found = set(finite(rest))
        place = self.start + (rest[self.start].text in _ADVERBS or rest[self.start].text.endswith("ly"))
        participle = rest[place].text.endswith("ed") and rest[place + 1].text in PREPOSITIONS
        return place in found and not (participle and len(found) > 1)

    def is_participle(self, place: int) -> bool:
        """Whether a phrase with a participle begins at a place: « killing four people », « led by a woman »."""
        if place + 1 >= self.end:
            return False
        word, following = self.whole[place], self.whole[place + 1].text
        if word.text.endswith("ed") or word.text in _PARTICIPLES:
            return following in PREPOSITIONS or following == "last" or following.endswith("day")
        stem = word.text.removesuffix("ing")
        acting = word.text != stem and not verbs().isdisjoint({stem, stem + "e", stem[:-1], word.text})
        return acting and following[0].isalnum() and following not in _CLAUSES | AUXILIARIES | {"and", "or"}

    def is_subject(self, place: int) -> bool:
        """Whether what begins at a place may be a subject."""
        if not self.at(place) or place in self.verbs:
            return False
        return self.whole[place].content or self.at(place) in SUBJECTS | DETERMINERS

    def is_clause(self, place: int) -> bool:
        """Whether a clause with a subject of its own, that is no pronoun, begins at a place of the run."""
        return (
            self.is_subject(place)
            and self.at(place) not in SUBJECTS
            and any(place < k < min(place + 8, self.end) for k in self.verbs)
        )

    def narrows(self, words: frozenset[str], marks: str = ";:") -> bool:
        """Whether one of these words, or for `SHARES` a rank or share in figures, stands around the run.

        Args:
            marks: how far to look.
        """
        first, last = self.start, self.end
        while first and self.whole[first - 1].text not in marks:
            first -= 1
        while last < len(self.whole) and self.whole[last].text not in marks:
            last += 1
        around = [*self.whole[first : self.start], *self.whole[self.end : last]]
        shares = words >= SHARES and (any(map(_ranks, around)) or _has_share(around))
        return shares or any(token.text in words or token.text.endswith("n't") for token in around)

    @property
    def is_cleft(self) -> bool:
        """« It was a student, Ann Roe, who traced the origin »: what seems to be told besides is what is told."""
        texts = [token.text for token in self.whole[: self.start]]
        return any(one in {"it", "this", "that", "he", "she"} and two in {"is", "was"} for one, two in pairwise(texts))

    @property
    def follows_whole_clause(self) -> bool:
        """Whether a finite verb stands between the run and the mark before it, and no preposition follows that."""
        before = self.part_before
        acting = [k for k in before if k in self.verbs or self.at(k) in AUXILIARIES]
        tied = (k + 1 for k in acting if self.at(k + 1) in PREPOSITIONS)
        return not self.verbs.isdisjoint(before) and all(self.at(k) == "to" and self.at(k + 1) in verbs() for k in tied)

    @property
    def follows_name(self) -> bool:
        """Whether a name alone begins the sentence, and a common noun the run: « Ann Roe, founder of A and B, »."""
        name, first = self.whole[: self.start], self.whole[self.start + (self.texts[0] == ",")]
        return 0 < len(name) <= 3 and all(token.capital for token in name) and not first.capital

    @property
    def follows_insertion(self) -> bool:
        """Whether the run follows another one between commas, or an item of a list: « Ann Roe, 36, the mayor, »."""
        return self.verbs.isdisjoint(self.part_before) and self.follows_open_comma

    @property
    def follows_open_comma(self) -> bool:
        """Whether a comma before the run is none of a pair, nor that of a phrase that comes before the subject."""
        head = range(self.clause, self.part_before.start)
        commas = sum(self.at(k) == "," for k in head)
        return bool(commas) and (commas - self.leads(self.clause)) % 2 == 1

    @property
    def follows_aside(self) -> bool:
        """Whether the run follows what is put in after a conjunction: « by the town and, if it agrees, by a loan »."""
        place = self.part_before.start
        return self.at(place - 1) == "," and self.at(place - 2) in {"and", "or", "but"}

    @property
    def is_name(self) -> bool:
        """Whether the run is nothing but a name: « Ann Roe », « Ludwig van Beethoven »."""
        named = [token for token in self.whole[self.start : self.end] if token.word and not token.readings]
        return bool(named) and named[0].capital and all(token.capital or len(token.text) <= 3 for token in named)

    @property
    def interrupts(self) -> bool:
        """Whether what stands between the run and the comma before it parts a subject from its verb.

        So it is where no verb stands before it and each earlier inserted phrase has both its commas.
        """
        before = self.part_before
        head = range(self.clause, max(before.start - 1, 0))
        if self.at(before.start - 1) != "," or not self.verbs.isdisjoint(head):
            return False
        commas = sum(self.at(k) == "," for k in head) - self.leads(head.start)
        return commas % 2 == 0

    def leads(self, place: int) -> bool:
        """Whether what begins at a place is no subject, but comes before one: « In May, », « Founded in 1998, »."""
        text = self.at(place)
        return text in PREPOSITIONS | SUBORDINATORS | {"last"} or text.endswith(("ed", "ing")) or text in _PARTICIPLES


def _has_share(tokens: Sequence[Token]) -> bool:
    """« one in six », whose figures are no year."""
    return any(one.text == "in" and two.readings and len(two.text) != 4 for one, two in pairwise(tokens))


def _ranks(token: Token) -> bool:
    """« 3 % », « 8th », « the largest »."""
    if token.readings:
        return token.text.endswith(("%", "percent", "th", "rd", "nd", "st"))
    return token.text.endswith("est") and len(token.text) > 4 and token.text not in _NO_SUPERLATIVES
