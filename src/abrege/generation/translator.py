"""Segments and a task in, English out: plan, decode, choose a hypothesis, decode again what is not good, assemble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from abrege.article import Finding, Status
from abrege.engines import Decoding, Engine, Hypothesis
from abrege.fidelity.coverage import uncovered_words
from abrege.fidelity.loops import check_loops
from abrege.fidelity.numbers import check_numbers
from abrege.generation.finishing import (
    end_mark,
    final_stop,
    first_capital,
    first_letter,
    french_titles,
    quotation_marks,
)
from abrege.generation.masking import complete, unmask
from abrege.generation.planning import Literal, Part, Unit, in_fragments, in_halves, plan, with_numbers_kept
from abrege.generation.tokenizer import Tokenizer
from abrege.text.casing import restore_capitals
from abrege.text.normalization import for_model
from abrege.text.numbers import english_numbers

POSITIONS = 512
LONGEST_INPUT = 110  # pieces: beyond the sentences it was trained on a model drops clauses, so longer ones are split

# Nats that a hypothesis loses for each word of its source without a counterpart, and gains for each word that it has
# (benchmarks/RESULTS.md): what a model leaves out costs it nothing, so it leaves out too much.
UNCOVERED, WORD = 1.0, 0.2
_SHORT = 20  # pieces: what is no longer is not split to get its numbers right

SHORTEN, TITLE, SUM = ">>short<<", ">>title<<", ">>sum<<"


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of one segment.

    Attributes:
        target: the text.
        status: "translated", "kept" (no word in it), "repaired" or "looped".
        score: mean log-probability of a piece over what the model translated; None where nothing was.
        findings: what the checks still doubt.
    """

    target: str
    status: Status
    score: float | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    target: str
    score: float
    broken: bool
    loops: bool
    wrong: int
    utility: float
    mended: bool = False

    @property
    def faults(self) -> tuple[bool, bool, int]:
        """What makes a candidate worse than another whatever its score: lost placeholders, a loop, wrong numbers."""
        return self.broken, self.loops, self.wrong


class Translator:
    """A model with its engine and its vocabulary."""

    def __init__(self, engine: Engine, tokenizer: Tokenizer, decoding: Decoding | None = None) -> None:
        """decoding: how to search; by default beam 4, its four hypotheses compared."""
        self.engine, self.tokenizer = engine, tokenizer
        self.decoding = decoding or Decoding(beam=4, hypotheses=4)

    def translate(self, sentences: Sequence[str]) -> list[Translation]:
        """The English of each French sentence, in order; what it gets does not depend on the others."""
        plans = [self._plan(sentence) for sentence in sentences]
        chosen = self._decode([part for parts in plans for part in parts if isinstance(part, Unit)])
        return [self._assemble(s, parts, chosen) for s, parts in zip(sentences, plans, strict=True)]

    def rewrite(self, tag: str, texts: Sequence[str]) -> list[list[str]]:
        """The hypotheses of another task (`SHORTEN`, `TITLE`, `SUM`) for each text, best first.

        Texts are French or English and no longer than the model's positions; longer ones get no hypothesis.

        Raises:
            ModelError: the model does not know the task.
        """
        pieces = [self.tokenizer.encode(english_numbers(for_model(text)), tag) for text in texts]
        fit = [k for k, p in enumerate(pieces) if len(p) <= POSITIONS]
        found: list[list[str]] = [[] for _ in texts]
        hypotheses = self.engine.generate(
            [pieces[k] for k in fit], replace(self.decoding, hypotheses=self.decoding.beam)
        )
        for k, ranked in zip(fit, hypotheses, strict=True):
            found[k] = [quotation_marks(texts[k], self.tokenizer.decode(h.pieces)) for h in ranked]
        return found

    def _plan(self, sentence: str) -> list[Part]:
        return plan(sentence, self.tokenizer.placeholders, LONGEST_INPUT, self.tokenizer.length)

    def _decode(self, units: Sequence[Unit]) -> dict[Unit, _Candidate]:
        """The best candidate of each unit; those with faults are decoded in other ways, and the best of all is kept."""
        best = self._best(list(dict.fromkeys(units)), self.decoding)

        def better(unit: Unit, candidate: _Candidate) -> None:
            if candidate.faults < best[unit].faults:
                best[unit] = replace(candidate, mended=True)

        other = replace(self.decoding, no_repeat=3, repetition_penalty=1.2)
        for unit, candidate in self._best([u for u, c in best.items() if c.loops], other).items():
            better(unit, candidate)
        masked = {u: with_numbers_kept(u, self.tokenizer.placeholders) for u, c in best.items() if c.wrong}
        kept = self._best([m for m in masked.values() if m], self.decoding)
        for unit, copy in masked.items():
            if copy:
                better(unit, kept[copy])
        for unit in [u for u, c in best.items() if (c.wrong or c.loops) and not u.masked.kept]:
            if self.tokenizer.length(unit.masked.text) > _SHORT:
                better(unit, self._joined(unit, in_halves(unit, self.tokenizer.length)))
        for unit in [u for u, c in best.items() if c.broken]:
            better(unit, self._joined(unit, in_fragments(unit)))
        return best

    def _joined(self, unit: Unit, parts: Sequence[Part]) -> _Candidate:
        """A unit as the parts it was split into, each decoded for itself."""
        pieces = self._decode([p for p in parts if isinstance(p, Unit)])
        target = "".join(p.text if isinstance(p, Literal) else pieces[p].target for p in parts)
        score = min((c.score for c in pieces.values()), default=0.0)
        loops, wrong = bool(check_loops(unit.source, target)), len(check_numbers(unit.source, target))
        return _Candidate(target, score, False, loops, wrong, 0.0)

    def _best(self, units: list[Unit], decoding: Decoding) -> dict[Unit, _Candidate]:
        if not units:
            return {}
        # candidates are made of the first hypotheses while the engine searches for the next
        found = self.engine.search([self.tokenizer.encode(u.masked.text) for u in units], decoding)
        return {
            units[k]: min((self._candidate(units[k], h) for h in ranked), key=lambda c: (c.faults, -c.utility))
            for k, ranked in found
        }

    def _candidate(self, unit: Unit, hypothesis: Hypothesis) -> _Candidate:
        raw = self.tokenizer.decode(hypothesis.pieces)
        target = unmask(raw, unit.masked)
        if unit.inner:
            target = first_letter(unit.source, target)
        if unit.capitals:
            target = restore_capitals(target)
        loops = bool(check_loops(unit.source, target)) or not target.strip()
        wrong = len(check_numbers(unit.source, target)) + (_open_brackets(target) and not _open_brackets(unit.source))
        lost = len(uncovered_words(unit.source, target))
        utility = hypothesis.score * (len(hypothesis.pieces) + 1) - UNCOVERED * lost + WORD * len(target.split())
        return _Candidate(target, hypothesis.score, not complete(raw, unit.masked), loops, wrong, utility)

    def _assemble(self, sentence: str, parts: Sequence[Part], chosen: dict[Unit, _Candidate]) -> Translation:
        target = "".join(part.text if isinstance(part, Literal) else chosen[part].target for part in parts)
        candidates = [chosen[part] for part in parts if isinstance(part, Unit)]
        if not candidates:
            return Translation(target, "kept")
        for finish in (french_titles, end_mark, final_stop, quotation_marks, first_capital):
            target = finish(sentence, target)
        findings = (*check_loops(sentence, target), *check_numbers(sentence, target))
        status: Status = "repaired" if any(c.mended for c in candidates) else "translated"
        status = "looped" if any(c.loops for c in candidates) else status
        score = sum(c.score for c in candidates) / len(candidates)
        return Translation(target, status, round(score, 4), findings)


def _open_brackets(text: str) -> bool:
    """Whether a bracket is opened and not closed, or the other way round."""
    return text.count("(") != text.count(")")
