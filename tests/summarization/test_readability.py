"""Which sentences can be read without the text around them."""

from __future__ import annotations

import pytest

from abrege.summarization.readability import leans, reads_badly


@pytest.mark.parametrize(
    "text",
    [
        "But he did not say when.",
        "However, the mayor disagrees.",
        "It has been closed for a year.",
        "These figures surprised everyone.",
        "Until then, nothing prevents a higher offer.",
        "In this case, the court decides.",
        "According to her, the pool is empty.",
        "For example, the pool is empty.",
        "📍 In this sense, the law is a good one.",
        "It is to say that the pool is empty.",
        "Like many others, this law is old.",
    ],
)
def test_what_points_back_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that he would not resign.",
        "It took four hours to reach the village.",
        "This Monday, the pool closed.",
        "Like every year, this Monday the pool closed.",
        "On that Friday the pool closed.",
        "In addition to the pool, the library closed.",
        "Italy and Sofia are far apart.",
        "Buttons were found in the pool.",
    ],
)
def test_what_stands_alone_does_not_lean(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("“We lost everything that we had,” says the mayor of the town.", "begins with a quotation"),
        ("We lost everything that we had in the fire.”", "ends a quotation"),
        ("Who will pay for the new roof of the school?", "asks"),
        ("We tell you everything that we know about it!", "exclaims"),
        ("The head of the company answered with a counteroffer:", "leads in"),
        ("What the council said about the pool", "is no sentence"),
        ("He left.", "is short"),
        ("For employees, the essential is elsewhere.", "is short, too"),
        ("For any other question, write to mairie@lyon.example before noon.", "has an address"),
        ("For any other question, call 0 800 06 66 66 before noon.", "has a telephone number"),
    ],
)
def test_what_tells_little_reads_badly(text: str, why: str) -> None:
    assert reads_badly(text), why


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the swimming pool on Monday.",
        "The mayor called the offer a “supposed proposal” on Monday.",
        "The mayor said: “We will close the pool.”",
        "The bid of 97,400,000,000 dollars (a record) was refused at 7:12 a.m.",
        "xAI, which makes a chatbot, lags behind its rivals…",
    ],
)
def test_a_statement_reads_well(text: str) -> None:
    assert not reads_badly(text)
