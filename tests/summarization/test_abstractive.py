"""Abstractive summaries of whole articles, by the bundled model and, where it is on disk, by SmolLM2."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import abrege
from abrege.article import Article
from abrege.models import find_card, on_disk
from abrege.models.convert import conversions
from abrege.models.receipts import of
from abrege.summarization.joining import repeats
from abrege.summarization.people import people
from abrege.summarization.writers import instruct

Run = Callable[..., Any]
PLACES = {variable: os.environ.get(variable) for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME")}  # before a test moves


@pytest.fixture(scope="module")
def article() -> Article:
    samples = Path(__file__).parents[2] / "samples"
    return abrege.translate(abrege.read(samples / "rachat-openai.fr.txt"), model="small")


def words(text: str) -> set[str]:
    return {word.strip(".,;:!?()“”\"'").lower() for word in text.split()}


def check(article: Article, summary: abrege.Summary) -> None:
    known = {s.id: str(s.target) for block in article.blocks for s in block.sentences}
    names = {name.lower() for name in people(article).values()}
    texts = [s.text for s in summary.sentences]
    for k, sentence in enumerate(summary.sentences):
        assert sentence.text[-1] in ".!?”"
        assert words(sentence.text) <= words(" ".join(known[i] for i in sentence.ids)) | names
        assert not any(repeats(sentence.text, other) for other in texts[:k])
    order = [list(known).index(s.ids[0]) for s in summary.sentences]
    assert order == sorted(order)


def test_every_word_is_one_of_the_sentences_that_a_sentence_names(article: Article) -> None:
    summary = abrege.summarize(article, "abstractive", sentences=6, model="small")
    check(article, summary)
    english = {s.target for block in article.blocks for s in block.sentences}
    assert len(summary.sentences) == 6
    assert any(s.text not in english for s in summary.sentences)


def test_a_limit_of_words_is_kept(article: Article) -> None:
    summary = abrege.summarize(article, "abstractive", words=40, model="small")
    assert 20 <= len(" ".join(s.text for s in summary.sentences).split()) <= 40


def test_an_english_article_is_shortened_too() -> None:
    text = "The town council, which met on Monday, closed the old swimming pool for good. A dog barked at everybody."
    summary = abrege.summarize(abrege.read(text.encode(), lang="en"), "abstractive", sentences=1, model="small")
    assert summary.sentences[0].ids == ("1.1",)
    assert len(summary.sentences[0].text) < len(text.split(". ")[0])


def test_what_writes_is_chosen_by_an_option_or_the_environment(
    abrege: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["summarize", samples / "mairie-bref.fr.txt", "--method", "abstractive", "--sentences", 2]
    result = abrege(*command, "--json", "--model", "small")
    assert result.code == 0
    assert [len(s["ids"]) for s in json.loads(result.out)["sentences"]] == [1, 1]
    monkeypatch.setenv("XDG_DATA_HOME", "/nowhere")
    message = "the model 'smollm2-135m' is not on disk; to fetch it, type: abrege models pull smollm2-135m"
    for options, variables in ((["--model", "smollm2-135m"], {}), ([], {"ABREGE_SUMMARY_MODEL": "smollm2-135m"})):
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            result = abrege(*command, *options)
        assert (result.code, result.out) == (1, "")
        assert message in result.err


def test_digits_that_a_sentence_has_not_are_banned_and_turns_are_well_formed() -> None:
    asked: dict[str, Any] = {}

    class Engine:
        def complete(self, shared: str, prompts: Any, beam: int, end: Any) -> list[list[Any]]:
            asked.update(shared=shared, prompts=prompts, end=end)
            return [["It cost $5. And so on", "No end"]]

    ask, shown = instruct.SHOWN[0]
    engine: Any = Engine()
    assert instruct._asked(engine, ask, shown, ["It cost 15 euros."]) == [["It cost $5.", ""]]
    assert asked["prompts"][0].banned == "02346789"
    assert asked["prompts"][0].text.endswith("It cost 15 euros.<|im_end|>\n<|im_start|>assistant\n")
    assert asked["shared"].count("<|im_start|>") == asked["shared"].count("<|im_end|>") == 1 + 2 * len(shown)


def _smollm2() -> str:
    """Why SmolLM2 cannot be tested here; "" if it can."""
    card = find_card("smollm2-135m")
    receipt = of(card)
    if not on_disk(card) or receipt is None:
        return "smollm2-135m is not on disk; abrege models pull smollm2-135m"
    if not conversions({name: seen.sha256 for name, seen in receipt.files.items()}):
        return "smollm2-135m was not used yet, and to convert it takes half a minute"
    return ""


@pytest.mark.skipif(bool(_smollm2()), reason=_smollm2())
def test_smollm2_writes_a_summary(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, place in PLACES.items():
        monkeypatch.delenv(variable)
        if place is not None:
            monkeypatch.setenv(variable, place)
    summary = abrege.summarize(article, "abstractive", sentences=1, summary_model="smollm2-135m")
    check(article, summary)
    assert summary.signature.startswith("abstractive by smollm2-135m@")
    assert ", beam 4 | abrege " in summary.signature
