"""models.txt: what a line may hold, and how a name that is none is answered."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.errors import ModelError, UsageError
from abrege.models import ModelCard, find_card, load_cards, model_folder, on_disk, parse_cards
from abrege.models.registry import format_card, record, user_models_txt

LINE = "tiny translate hf:someone/tiny 0123456789abcdef0123456789abcdef01234567 MIT 12 config.json=" + "a" * 64

WHEEL_LINE = f"tiny summarize pypi:x 1.0 MIT 12 x-1.0.whl={'a' * 64} x.gguf={'a' * 64}"


def test_a_line_is_read_and_comments_are_not() -> None:
    (card,) = parse_cards(f"# a comment\n\n{LINE}  # another\n")
    assert (card.name, card.tasks, card.origin, card.licence, card.size) == (
        "tiny",
        ("translate",),
        "hf:someone/tiny",
        "MIT",
        12,
    )
    assert card.files == {"config.json": "a" * 64}


@pytest.mark.parametrize(
    "line",
    [
        "tiny translate bundled",
        LINE.replace("translate", "dance"),
        LINE.replace("a" * 64, "a" * 63),
        LINE.replace(" 12 ", " twelve "),
        LINE.replace("tiny", "../tiny", 1),
        LINE.replace("tiny", "auto", 1),
        LINE.replace("hf:", "ftp:"),
        LINE.replace("0123456789abcdef0123456789abcdef01234567", "main"),
        LINE.replace("config.json", "../config.json"),
        LINE.replace("config.json", "/etc/config.json"),
        LINE.replace("config.json", "modeling.py"),
        LINE.replace("config.json", "model.whl"),
        f"{LINE} model.whl={'a' * 64}",
        LINE.replace("hf:someone/tiny", "hf:../tiny"),
        LINE.replace("hf:someone/tiny", "BUNDLED"),
        LINE.replace("hf:someone/tiny 0123456789abcdef0123456789abcdef01234567", "bundled ../../docs"),
        WHEEL_LINE.replace(" 1.0 ", " 1/../../../docs "),
        WHEEL_LINE.replace(" 1.0 ", " main "),
        WHEEL_LINE.replace("pypi:x", "pypi:-x"),
        WHEEL_LINE.replace("pypi:x", "pypi:.."),
        WHEEL_LINE.replace("pypi:x", "pypi:x/y"),
        WHEEL_LINE.replace("x-1.0.whl", "config.json"),
        WHEEL_LINE.rpartition(" ")[0],
        f"{WHEEL_LINE} y-1.0.whl={'a' * 64}",
        f"{LINE} pytorch_model.bin=unverified",
        f"{LINE}\n{LINE}",
    ],
)
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(ModelError, match="line ") as caught:
        parse_cards(line)
    assert "\n" not in str(caught.value)


def test_the_bundled_files_are_those_of_models_txt() -> None:
    small = find_card("small", "translate")
    assert on_disk(small)
    for name, expected in small.files.items():
        assert hashlib.sha256((model_folder(small) / name).read_bytes()).hexdigest() == expected, name


def test_every_task_has_a_model_on_disk() -> None:
    for task in ("translate", "summarize"):
        assert any(task in card.tasks and on_disk(card) for card in load_cards())


def test_the_nearest_name_is_suggested() -> None:
    with pytest.raises(UsageError, match="did you mean 'opus-mt-fr-en'"):
        find_card("opus-mt-fren", "translate")


def test_a_model_of_another_task_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot translate"):
        find_card("t5-small", "translate")


def test_a_model_that_is_not_on_disk_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="type: abrege models pull opus-mt-fr-en"):
        model_folder(find_card("opus-mt-fr-en", "translate"))


_words = st.text("abcXYZ019", min_size=1, max_size=8)
_hashes = st.sampled_from(["unverified", "a" * 64, "0123456789abcdef" * 4])


@settings(derandomize=True, deadline=None)
@given(
    _words,
    st.sampled_from([("translate",), ("summarize",), ("translate", "summarize")]),
    st.sampled_from([("hf:a/b-c.d", "0" * 40), ("pypi:x", "1.2.3"), ("pypi:x-Y.z_1", "1!2.3rc1"), ("bundled", "1")]),
    st.none() | st.integers(0, 10**12),
    st.dictionaries(_words.map(lambda w: f"{w}.json"), _hashes, min_size=1, max_size=4),
)
def test_a_card_that_is_written_is_read_back(
    name: str, tasks: tuple[str, ...], source: tuple[str, str], size: int | None, files: dict[str, str]
) -> None:
    wheel = {"x.whl": "a" * 64} if source[0].startswith("pypi:") else {}
    card = ModelCard(name, tasks, *source, "MIT", size, {**files, **wheel})
    assert parse_cards(format_card(card)) == [card]


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Makes another list the one that abrege comes with."""

    def put(text: str) -> None:
        (tmp_path / "shipped.txt").write_text(text, encoding="utf-8")

    monkeypatch.setattr("abrege.models.registry.models_txt", lambda: tmp_path / "shipped.txt")
    return put


def test_the_users_list_fills_in_what_nobody_had_measured_and_nothing_else(shipped: Callable[[str], None]) -> None:
    shipped(f"{LINE.replace(' 12 ', ' ? ')} vocab.json=unverified merges.txt=unverified")
    own = LINE.replace("a" * 64, "b" * 64) + f" vocab.json={'c' * 64} other.json={'d' * 64}"
    record(parse_cards(own)[0])
    (card,) = load_cards()
    assert card.files == {"config.json": "a" * 64, "vocab.json": "c" * 64, "merges.txt": "unverified"}
    assert card.size == 12


@pytest.mark.parametrize(("old", "new"), [("01234567 MIT", "76543210 MIT"), ("hf:someone", "hf:another")])
def test_another_model_of_the_users_does_not_take_a_shipped_name(
    shipped: Callable[[str], None], old: str, new: str
) -> None:
    shipped(f"{LINE} vocab.json=unverified")
    record(parse_cards(f"{LINE.replace(old, new)} vocab.json={'c' * 64}")[0])
    (card,) = load_cards()
    assert card.unverified == ("vocab.json",)


def test_the_users_models_stand_after_the_shipped_ones_and_once(shipped: Callable[[str], None]) -> None:
    shipped(LINE)
    mine = parse_cards(LINE.replace("tiny", "mine", 1))[0]
    for _ in range(2):
        assert record(mine) == user_models_txt()
    assert [card.name for card in load_cards()] == ["tiny", "mine"]


def test_a_list_that_is_a_link_is_written_where_it_leads_and_keeps_its_mode(tmp_path: Path) -> None:
    mine = parse_cards(LINE.replace("tiny", "mine", 1))[0]
    mask = os.umask(0o022)
    try:
        assert record(mine).stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(mask)
    kept = user_models_txt().rename(tmp_path / "kept.txt")
    user_models_txt().symlink_to(kept)
    kept.chmod(0o640)
    record(replace(mine, name="other"))
    assert user_models_txt().is_symlink()
    assert kept.read_text().count("hf:") == 2
    assert kept.stat().st_mode & 0o777 == 0o640


def test_a_list_with_a_byte_order_mark_is_read_and_written(shipped: Callable[[str], None]) -> None:
    shipped("")
    user_models_txt().parent.mkdir(parents=True)
    user_models_txt().write_text(LINE, encoding="utf-8-sig")
    (card,) = load_cards()
    record(replace(card, licence="BSD"))
    assert [c.licence for c in load_cards()] == ["BSD"]


def test_a_list_that_cannot_be_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    assert [card.name for card in load_cards() if on_disk(card)] == ["small"]


@pytest.mark.parametrize("kind", ["a folder", "not UTF-8"])
def test_a_list_that_cannot_be_read_is_named_once(kind: str) -> None:
    if kind == "a folder":
        user_models_txt().mkdir(parents=True)
    else:
        user_models_txt().parent.mkdir(parents=True)
        user_models_txt().write_bytes(b"\xff")
    with pytest.raises(ModelError, match="move it away") as caught:
        load_cards()
    assert str(caught.value).count(str(user_models_txt())) == 1


def test_a_mistake_in_the_users_list_is_named_with_its_place() -> None:
    user_models_txt().parent.mkdir(parents=True)
    user_models_txt().write_text("# mine\nsomething\n")
    with pytest.raises(ModelError, match=r"abrege/models\.txt, line 2"):
        load_cards()
