"""JSON: stable keys, nothing lost on the way there and back."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.article import Article, Block, BlockKind, Digest, Finding, Sentence, Status, Summary, SummarySentence
from abrege.errors import InputError
from abrege.rendering import article_from_json, article_to_json, digest_to_json, summary_to_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SPAN = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))
FINDINGS = st.lists(st.builds(Finding, TEXT, SPAN, SPAN, TEXT), max_size=2).map(tuple)
SENTENCES = st.builds(
    Sentence,
    id=TEXT,
    source=TEXT,
    target=st.none() | TEXT,
    lang=st.sampled_from(["fr", "en"]),
    status=st.sampled_from(get_args(Status)),
    score=st.none() | st.floats(-50, 0).map(lambda score: round(score, 4)),
    findings=FINDINGS,
)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(get_args(BlockKind)),
    sentences=st.lists(SENTENCES, max_size=3).map(tuple),
    prefix=TEXT,
    gap=st.integers(0, 9),
)
ARTICLES = st.builds(
    Article,
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    lang=st.sampled_from(["fr", "en"]),
    path=st.none() | TEXT,
    notes=st.lists(TEXT, max_size=2).map(tuple),
    signature=TEXT,
)
ARTICLE = Article(
    (
        Block(
            "title",
            (
                Sentence(
                    "1.1", "L'été", "Summer", status="translated", score=-0.123456, findings=(Finding("x", (0, 1)),)
                ),
            ),
        ),
        Block("item", (Sentence("2.1", "pain"),), "- ", 1),
    ),
    path="été.txt",
    notes=("a note",),
    signature="abrege 0.1",
)


@settings(derandomize=True, deadline=None)
@given(ARTICLES)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    assert article_from_json(article_to_json(article)) == article


def test_keys_and_their_order() -> None:
    text = article_to_json(ARTICLE)
    value = json.loads(text)
    assert list(value) == ["title", "lang", "signature", "notes", "path", "blocks"]
    assert value["title"] == "Summer"
    assert list(value["blocks"][0]) == ["kind", "prefix", "gap", "sentences"]
    sentence = value["blocks"][0]["sentences"][0]
    assert list(sentence) == ["id", "source", "target", "lang", "status", "score", "findings"]
    assert sentence["score"] == -0.1235
    assert sentence["findings"] == [{"kind": "x", "source_span": [0, 1], "target_span": None, "expected": ""}]
    assert "L'été" in text and text.endswith("}\n") and text.startswith('{\n  "title"')


def test_an_article_without_title_or_english_says_null() -> None:
    value = json.loads(article_to_json(Article((Block("paragraph", (Sentence("1.1", "Un."),)),))))
    assert value["title"] is None and value["path"] is None
    assert value["blocks"][0]["sentences"][0]["target"] is None


def test_a_score_that_json_cannot_say_is_null() -> None:
    article = Article((Block("paragraph", (Sentence("1.1", "Un.", score=float("-inf")),)),))
    assert json.loads(article_to_json(article))["blocks"][0]["sentences"][0]["score"] is None


def test_a_summary_and_a_digest() -> None:
    summary = Summary("lead", (SummarySentence("Rain.", ("1.1", "1.2"), (Finding("name"),)),), ("short",), "abrege 0.1")
    value = json.loads(summary_to_json(summary))
    assert list(value) == ["method", "sentences", "notes", "signature"]
    assert list(value["sentences"][0]) == ["text", "ids", "findings"]
    assert value["sentences"][0]["ids"] == ["1.1", "1.2"]
    digest = json.loads(digest_to_json(Digest(ARTICLE, "Summer", False, (summary,))))
    assert list(digest) == ["title", "title_made", "summaries", "article"]
    assert digest["summaries"] == [value] and digest["article"] == json.loads(article_to_json(ARTICLE))


@pytest.mark.parametrize(
    "text, said",
    [
        ("Bonjour", "no JSON"),
        ("[]", "no article"),
        ("{}", "lacks the key 'blocks'"),
        (article_to_json(ARTICLE).replace('"item"', '"poem"'), "poem"),
        (article_to_json(ARTICLE).replace('"gap": 1', '"gap": "1"'), "whole number"),
        (article_to_json(ARTICLE).replace('"pain"', "null"), "a text is wanted"),
        (article_to_json(ARTICLE).replace("[\n    {", '["', 1), "no JSON"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as raised:
        article_from_json(text)
    assert "\n" not in str(raised.value)
