"""What is printed: blocks where they stood, wrapped for terminals only."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.article import Article, Block, BlockKind, Digest, Finding, Sentence, Summary, SummarySentence
from abrege.rendering import render_digest, render_summary, render_translation


def block(
    *targets: str | None, kind: BlockKind = "paragraph", prefix: str = "", gap: int = 0, source: str = "source"
) -> Block:
    sentences = tuple(Sentence(f"1.{n}", source, target) for n, target in enumerate(targets, 1))
    return Block(kind, sentences, prefix, gap)


ARTICLE = Article(
    (
        block("It rains.", "It snows.", kind="standfirst"),
        block("The weather", kind="title"),
        block("Rain", kind="item", prefix="  - ", gap=2),
        block("Yes.", kind="quotation", prefix="> "),
        block(None, kind="code", prefix="    ", source="pip  install x"),
    )
)


def test_prefixes_gaps_and_code_come_out_where_they_stood() -> None:
    assert render_translation(ARTICLE) == (
        "It rains. It snows.\nThe weather\n\n\n  - Rain\n> Yes.\n    pip  install x\n"
    )


def test_what_has_no_english_is_printed_as_it_was_read() -> None:
    assert render_translation(Article((block(None, "Two.", source="Un."),))) == "Un. Two.\n"


def test_nothing_is_wrapped_without_a_width() -> None:
    assert render_translation(Article((block("word " * 100 + "end."),))).count("\n") == 1


def test_a_terminal_gets_lines_that_fit_and_hang_under_the_text() -> None:
    article = Article((block("one two three four five six", kind="item", prefix="- "),))
    assert render_translation(article, 20) == "- one two three four\n  five six\n"


def test_a_wrapped_reply_bears_its_mark_on_every_line() -> None:
    article = Article((block("one two three four five six", kind="quotation", prefix="> "),))
    assert render_translation(article, 20) == "> one two three four\n> five six\n"


def test_code_and_fitting_figures_are_not_wrapped() -> None:
    code = Article((block(None, kind="code", source="pip install " + "x " * 40 + "y"),))
    assert render_translation(code, 40).count("\n") == 1
    assert render_translation(Article((block("12.5   13.5"),)), 40) == "12.5   13.5\n"


def test_a_summary_is_a_paragraph_and_doubts_are_marked_in_front() -> None:
    doubted = SummarySentence("It snows.", ("1.2",), (Finding("number"),))
    summary = Summary("lead", (SummarySentence("It rains.", ("1.1",)), doubted), notes=("short",))
    assert render_summary(summary) == "It rains. [?] It snows.\n"
    assert render_summary(Summary("lead", ())) == ""


def test_a_digest_has_a_title_the_translation_and_the_summaries() -> None:
    lexrank = Summary("lexrank", (SummarySentence("It rains.", ("1.1",)),), notes=("a note",))
    abstractive = Summary("abstractive", (SummarySentence("Rain and snow.", ("1.1", "1.2")),))
    assert render_digest(Digest(ARTICLE, "The weather", False, (lexrank, abstractive))) == (
        "The weather\n===========\n\n"
        "Translation\n-----------\nIt rains. It snows.\n\n\n  - Rain\n> Yes.\n    pip  install x\n\n"
        "Extractive summary (lexrank)\n----------------------------\nIt rains.\n\n"
        "Abstractive summary\n-------------------\nRain and snow.\n"
    )


def test_long_paragraphs_line_under_line_get_air_in_a_digest_and_items_do_not() -> None:
    items = block("a", kind="item"), block("b", kind="item")
    article = Article((block("Rain. " * 20), block("Snow", kind="heading"), *items))
    shown = render_digest(Digest(article, "", False, ())).split("\n", 2)[2]
    assert shown == f"{'Rain. ' * 20}\n\nSnow\n\na\nb\n"


def test_a_made_title_says_so_and_no_title_is_none() -> None:
    article = Article((block("It rains."),))
    assert render_digest(Digest(article, "Rain", True, ())).startswith("Rain [title made from the text]\n====")
    assert render_digest(Digest(article, "", False, ())) == "Translation\n-----------\nIt rains.\n"


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1), min_size=1),
    st.sampled_from(["", "- ", "> ", "    ", "\t* "]),
    st.none() | st.integers(1, 60),
)
def test_wrapping_loses_nothing(targets: list[str], prefix: str, width: int | None) -> None:
    text = render_translation(Article((block(*targets, prefix=prefix),)), width)
    bare = "".join(text.split()).replace(">", "")
    assert bare == "".join((prefix + "".join(targets)).split()).replace(">", "")
    assert text.endswith("\n")
