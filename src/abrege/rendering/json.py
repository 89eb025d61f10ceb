"""An article, a summary or a digest in, JSON with a fixed order of keys out; and an article back from its JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, get_args

from abrege.article import Article, Block, BlockKind, Digest, Finding, Language, Sentence, Status, Summary
from abrege.errors import InputError
from abrege.rendering.plain import english

_SCORE_DIGITS = 4
_Item = TypeVar("_Item")


def article_to_json(article: Article) -> str:
    """The article as JSON, indented by two, with a line end at its end. The keys, in their order:

    - title: in English, in French before translation, null if the article has none; lang; signature; notes; path
      (null for standard input);
    - blocks: kind, prefix, gap, sentences of each;
    - sentences: id, source, target (null before translation), lang, status, score (natural logarithm a piece, rounded
      to 4 digits, or null), findings;
    - findings: kind, source_span, target_span ([start, end] in characters, or null), expected.
    """
    return _dumped(_article(article))


def summary_to_json(summary: Summary) -> str:
    """The summary as JSON: method, sentences (text, ids, findings), notes, signature."""
    return _dumped(_summary(summary))


def digest_to_json(digest: Digest) -> str:
    """The digest as JSON: title ("" if there is none), title_made, summaries, article; see the other two functions."""
    return _dumped(
        {
            "title": digest.title,
            "title_made": digest.title_made,
            "summaries": [_summary(summary) for summary in digest.summaries],
            "article": _article(digest.article),
        }
    )


def article_from_json(text: str) -> Article:
    """The article that `article_to_json` wrote. Keys it does not know are ignored, and the title is made of the blocks.

    Raises:
        InputError: the text is no JSON, or no article.
    """
    try:
        value = json.loads(text)
    except ValueError as problem:
        raise InputError(f"this is no JSON: {problem}") from problem
    try:
        return Article(
            blocks=_many(value["blocks"], _read_block),
            lang=_one_of(value["lang"], Language),
            path=None if value["path"] is None else _string(value["path"]),
            notes=_many(value["notes"], _string),
            signature=_string(value["signature"]),
        )
    except KeyError as problem:
        raise InputError(f"this JSON is no article of abrege: it lacks the key {problem}") from problem
    except (TypeError, ValueError) as problem:
        raise InputError(f"this JSON is no article of abrege: {problem}") from problem


def _dumped(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _article(article: Article) -> dict[str, Any]:
    return {
        "title": _title(article),
        "lang": article.lang,
        "signature": article.signature,
        "notes": list(article.notes),
        "path": article.path,
        "blocks": [_block(block) for block in article.blocks],
    }


def _title(article: Article) -> str | None:
    return next((english(block) for block in article.blocks if block.kind == "title"), None)


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "prefix": block.prefix,
        "gap": block.gap,
        "sentences": [_sentence(sentence) for sentence in block.sentences],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "source": sentence.source,
        "target": sentence.target,
        "lang": sentence.lang,
        "status": sentence.status,
        "score": _score(sentence.score),
        "findings": [_finding(finding) for finding in sentence.findings],
    }


def _score(score: float | None) -> float | None:
    """JSON knows no infinity; a hypothesis that a model held impossible has no score."""
    return None if score is None or not math.isfinite(score) else round(float(score), _SCORE_DIGITS)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "source_span": finding.source_span and list(finding.source_span),
        "target_span": finding.target_span and list(finding.target_span),
        "expected": finding.expected,
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "method": summary.method,
        "sentences": [
            {
                "text": sentence.text,
                "ids": list(sentence.ids),
                "findings": [_finding(finding) for finding in sentence.findings],
            }
            for sentence in summary.sentences
        ],
        "notes": list(summary.notes),
        "signature": summary.signature,
    }


def _read_block(value: Any) -> Block:
    return Block(
        kind=_one_of(value["kind"], BlockKind),
        sentences=_many(value["sentences"], _read_sentence),
        prefix=_string(value["prefix"]),
        gap=_whole(value["gap"]),
    )


def _read_sentence(value: Any) -> Sentence:
    return Sentence(
        id=_string(value["id"]),
        source=_string(value["source"]),
        target=None if value["target"] is None else _string(value["target"]),
        lang=_one_of(value["lang"], Language),
        status=_one_of(value["status"], Status),
        score=None if value["score"] is None else float(value["score"]),
        findings=_many(value["findings"], _read_finding),
    )


def _read_finding(value: Any) -> Finding:
    return Finding(
        kind=_string(value["kind"]),
        source_span=_span(value["source_span"]),
        target_span=_span(value["target_span"]),
        expected=_string(value["expected"]),
    )


def _span(value: Any) -> tuple[int, int] | None:
    if value is None:
        return None
    start, end = _many(value, _whole)
    return start, end


def _many(value: Any, read: Callable[[Any], _Item]) -> tuple[_Item, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise TypeError(f"a list is wanted, not {value!r:.40}")
    return tuple(read(item) for item in value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text is wanted, not {value!r:.40}")
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"a whole number is wanted, not {value!r:.40}")
    return value


def _one_of(value: Any, allowed: Any) -> Any:
    if value not in get_args(allowed):
        raise ValueError(f"{value!r:.40} is none of {', '.join(get_args(allowed))}")
    return value
