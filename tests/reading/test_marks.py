"""What stands before a text on its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.reading.marks import Line, take_apart


def one(raw: str) -> Line:
    return take_apart([raw])[0]


@pytest.mark.parametrize(
    "raw, prefix, kind",
    [
        ("- pain", "- ", "bullet"),
        ("* pain", "* ", "bullet"),
        ("• pain", "• ", "bullet"),
        ("•pain", "•", "bullet"),
        ("♦ pain", "♦ ", "bullet"),
        ("–\u00a0pain", "– ", "bullet"),
        ("  - pain", "  - ", "bullet"),
        ("\t• pain", "\t• ", "bullet"),
        ("☐ pain", "☐ ", "bullet"),
        ("✓ Gratuit", "✓ ", "bullet"),
        ("✔️ Gratuit", "✔️ ", "bullet"),
        ("- [x] fait", "- [x] ", "bullet"),
        ("→ Suite", "→ ", "bullet"),
        ("- 12,5 %", "- ", "bullet"),
        ("1. Pourquoi", "1. ", "number"),
        ("12) Pourquoi", "12) ", "number"),
        ("(3) Pourquoi", "(3) ", "number"),
        ("[3] Pourquoi", "[3] ", "number"),
        ("1/ Pourquoi", "1/ ", "number"),
        ("1°) Pourquoi", "1°) ", "number"),
        ("2.1 Contexte", "2.1 ", "number"),
        ("2.1.3. Contexte", "2.1.3. ", "number"),
        ("a) pain", "a) ", "number"),
        ("(a) pain", "(a) ", "number"),
        ("B) pain", "B) ", "number"),
        ("iv. pain", "iv. ", "number"),
        ("(ii) pain", "(ii) ", "number"),
        ("III. Pain", "III. ", "number"),
        ("II - Pain", "II - ", "number"),
        ("— Bonjour, dit-il", "— ", "dialogue"),
        ("—Bonjour, dit-il", "—", "dialogue"),
        ("-Bonjour, dit-il", "-", "dialogue"),
        ("--Bonjour, dit-il", "--", "dialogue"),
        ("🔴 En direct", "🔴 ", "sign"),
        ("✅ Fait", "✅ ", "bullet"),
        ("1️⃣ Premier", "1️⃣ ", "sign"),
        ("- 🎉 Fête", "- 🎉 ", "bullet"),
        ("> oui", "> ", ""),
        (">> oui", ">> ", ""),
        ("> > - oui", "> > - ", "bullet"),
        ("    retrait", "    ", ""),
    ],
)
def test_marks_stand_apart_from_the_text(raw: str, prefix: str, kind: str) -> None:
    line = one(raw)
    assert (line.prefix, line.kind) == (prefix, kind)


@pytest.mark.parametrize(
    "raw",
    [
        "2024. Une année",
        "12. mars",
        "12. 03. 2024",
        "1,5 million",
        "1.5 million",
        "3-1, 6-4",
        "-5 degrés",
        "-----",
        "***",
        "* * *",
        "— — —",
        "1. 25",
        "V. Hugo",
        "A. Dupont, maire",
        "p. 12",
        "M. Durand",
        "vi",
        "10 % des voix",
        "14 h 30",
        "Il y a - dit-on - un problème",
        "#budget",
        "« Non »",
    ],
)
def test_what_only_looks_like_a_mark_is_text(raw: str) -> None:
    assert one(raw).prefix == ""


@pytest.mark.parametrize(
    "first, second, marks",
    [
        ("A. Premier", "B. Second", ["A. ", "B. "]),
        ("I. Premier", "II. Second", ["I. ", "II. "]),
        ("IV. Quatre", "V. Cinq", ["IV. ", "V. "]),
        ("1° Premier", "2° Second", ["1° ", "2° "]),
        ("1 - Premier", "2 - Second", ["1 - ", "2 - "]),
        ("A. Dupont", "V. Hugo", ["", ""]),
    ],
)
def test_a_doubtful_mark_is_one_beside_its_neighbour(first: str, second: str, marks: list[str]) -> None:
    assert [line.mark for line in take_apart([first, "", second]) if line.text] == marks


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text(st.sampled_from(" \t>-—*•1a.)(iIv°[]xA✓🔴️é\u00a0")), max_size=3))
def test_reply_indent_mark_and_text_are_the_line(raws: list[str]) -> None:
    for raw, line in zip(raws, take_apart(raws), strict=True):
        assert line.reply + line.indent + line.mark + line.text == raw.rstrip()


def test_a_letter_before_a_colon_speaks_and_marks_nothing() -> None:
    assert [line.mark for line in take_apart(["Q. : Et vous ?", "R. : Moi aussi."])] == ["", ""]
