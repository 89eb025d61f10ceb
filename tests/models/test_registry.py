"""models.txt: what a line may hold, and how a name that is none is answered."""

from __future__ import annotations

import hashlib

import pytest

from abrege.errors import ModelError, UsageError
from abrege.models import find_card, load_cards, model_folder, on_disk, parse_cards

LINE = "tiny translate hf:someone/tiny 0123456789abcdef0123456789abcdef01234567 MIT 12 config.json=" + "a" * 64


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
        f"{LINE}\n{LINE}",
    ],
)
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(ModelError, match="line "):
        parse_cards(line)


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
    with pytest.raises(ModelError, match="--model small"):
        model_folder(find_card("opus-mt-fr-en", "translate"))
