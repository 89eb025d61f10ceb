"""`abrege models`: what there is, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from abrege.cli import common
from abrege.errors import ModelError, UsageError, nearest

if TYPE_CHECKING:
    from abrege.models import ModelCard

T = TypeVar("T")


class _Actions(click.Group):
    """Suggests the nearest action for one that is none."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(f"models knows no action {args[0]!r}; {nearest(args[0], self.commands, 0.5)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Actions, invoke_without_command=True)
@common.json_option
@click.pass_context
def models(ctx: click.Context, as_json: bool) -> None:
    """List the models that abrege can use: name, tasks, size, licence, and whether it is on disk.

    Nothing is downloaded unless `pull` or `pin` is typed; what is on disk is used without a connection.
    """
    if ctx.invoked_subcommand is None:
        _list(as_json)
    elif as_json:
        ctx.default_map = {ctx.invoked_subcommand: {"as_json": True}}


@models.command("list")
@common.json_option
def list_(as_json: bool) -> None:
    """List them, as `abrege models` does."""
    _list(as_json)


def _list(as_json: bool) -> None:
    from abrege import rendering
    from abrege.models import load_cards, on_disk
    from abrege.models.registry import ignored_cards, user_models_txt

    rows = [(card, on_disk(card)) for card in load_cards()]
    common.write(rendering.models_to_json(rows) if as_json else rendering.render_models(rows), None)
    common.tell(
        f"{user_models_txt()} has {card.name!r} as {card.origin} at {card.revision}, which does not count: "
        "abrege comes with another model of that name; give yours a name of its own"
        for card in ignored_cards()
    )


@models.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@common.json_option
def pull(names: tuple[str, ...], as_json: bool) -> None:
    """Fetch models, check every file, and keep them: `large` is one for each task.

    What is on disk already is not fetched again.
    """
    from abrege.models.pull import Pulled
    from abrege.models.pull import pull as fetch
    from abrege.rendering import models as rendering

    def get(card: ModelCard) -> Pulled:
        pulled = fetch(card)
        if not as_json:
            common.write(rendering.render_pulled(pulled), None)
        common.tell(rendering.recorded_note(pulled))
        return pulled

    cards = [card for name in names for card in _cards(name)]  # a misspelt one is answered before anything is fetched
    folder = next((card for card in cards if _is_folder(card)), None)
    if folder:
        raise UsageError(f"{folder.origin.removeprefix('folder:')} is a folder and there already; name it with --model")
    done, failed = _each({card.name: card for card in cards}.values(), get)
    if as_json:
        common.write(rendering.pulled_to_json(done), None)
    _fail(failed)


@models.command()
@click.argument("name", required=False)
@common.json_option
def verify(name: str | None, as_json: bool) -> None:
    """Hash every file of a model, or of all that are on disk, with what was converted from them.

    A wrong file is moved away and never used; a wrong conversion is deleted, and made again when it is needed. Of a
    folder with a model of your own there are only conversions to verify.
    """
    from abrege.models import load_cards
    from abrege.models.pull import Verified, present
    from abrege.models.pull import verify as hash_again
    from abrege.rendering import models as rendering

    def hashed(card: ModelCard) -> Verified:
        one = hash_again(card)
        if not one.files and not one.converted:
            raise ModelError(
                f"{one.folder}: nothing is converted from it yet, and models.txt has no hashes for a folder"
            )
        return one

    cards = _cards(name) if name else [card for card in load_cards() if present(card)]
    found, failed = _each(cards, hashed)
    if found:
        common.write(rendering.verified_to_json(found) if as_json else rendering.render_verified(found), None)
    bundled = {card.name for card in cards if card.origin == "bundled"}
    wrong = [one.name for one in found if set(one.files.values()) - {"ok"}]
    if wrong:
        mend = [f"abrege models pull {one}" if one not in bundled else "install abrege again" for one in wrong]
        failed.append(ModelError(f"{', '.join(wrong)}: not what models.txt pins; {'; '.join(mend)}"))
    broken = [one.name for one in found if one.wrong and one.name not in wrong]
    if broken:
        failed.append(ModelError(f"{', '.join(broken)}: the conversion was broken; it is made again at the next use"))
    _fail(failed)


@models.command()
@click.argument("name")
@common.json_option
def path(name: str, as_json: bool) -> None:
    """Print the folder of a model that is on disk."""
    from abrege.models import model_folder
    from abrege.rendering import models as rendering

    def found(card: ModelCard) -> str:
        folder = model_folder(card)
        return rendering.path_to_json(card, folder) if as_json else f"{folder}\n"

    texts, failed = _each(_cards(name), found)
    _write(texts, as_json)
    _fail(failed)


@models.command()
@click.argument("name")
@common.json_option
def remove(name: str, as_json: bool) -> None:
    """Delete a model's files, and what was converted from them.

    What comes from the Hugging Face hub lies in the cache of huggingface_hub, and is gone for other programs too. A
    folder with a model of your own stays; only what was converted from it goes.
    """
    from abrege.models.pull import remove as delete
    from abrege.models.pull import sharing
    from abrege.rendering import models as rendering

    def removed(card: ModelCard) -> str:
        others = sharing(card)
        there = delete(card)
        common.tell([f"the files of {card.name!r} stay, since {', '.join(others)} has the same"] if others else [])
        if as_json:
            return rendering.removed_to_json(card, there)
        if _is_folder(card):
            return f"{name}: {'what was converted is removed' if there else 'nothing is converted'}; the folder stays\n"
        return f"{card.name}: {'removed' if there else 'was not on disk'}\n"

    texts, failed = _each(_cards(name), removed)
    _write(texts, as_json)
    _fail(failed)


@models.command()
@click.argument("identifier", metavar="ID")
@click.option("--add", is_flag=True, help="Write the line to your own models.txt, too.")
@click.option("--name", metavar="NAME", help="What to call the model; by default what its repository is called.")
@click.option("--file", "files", multiple=True, metavar="FILE", help="A file to pin, where the choice would be wrong.")
@common.json_option
def pin(identifier: str, add: bool, name: str | None, files: tuple[str, ...], as_json: bool) -> None:
    """Fetch a repository of the Hugging Face hub, hash its files, and print its line for models.txt.

    ID is OWNER/NAME, or OWNER/NAME@REVISION with a commit, a branch or a tag.
    """
    from abrege.models import pin as pinning
    from abrege.models.registry import format_card
    from abrege.models.weights import PICKLE
    from abrege.rendering import models as rendering

    card = pinning.pin(identifier, name, files)
    common.write(rendering.pinned_to_json(card) if as_json else format_card(card) + "\n", None)
    if PICKLE in card.files:
        common.tell([f"its weights are in {PICKLE}, which is read with weights_only=True, so that it runs no code"])
    if add:
        common.tell([f"{card.name!r} stands in {pinning.add(card)} now, and is on disk"])


def _cards(name: str) -> list[ModelCard]:
    """The cards of a name, a preset, a repository that is pinned, or a folder."""
    from abrege.models.choice import cards_of

    return cards_of(name)


def _is_folder(card: ModelCard) -> bool:
    from abrege.models.store import FOLDER

    return card.origin.startswith(FOLDER)


def _each(cards: Iterable[ModelCard], act: Callable[[ModelCard], T]) -> tuple[list[T], list[ModelError]]:
    """What came of each card, and what went wrong with others."""
    done: list[T] = []
    failed: list[ModelError] = []
    for card in cards:
        try:
            done.append(act(card))
        except ModelError as error:
            failed.append(error)
    return done, failed


def _fail(errors: Sequence[ModelError]) -> None:
    """Fail where anything failed, with a line for each."""
    if errors:
        common.tell(str(error) for error in errors[:-1])
        raise errors[-1]


def _write(texts: Sequence[str], as_json: bool) -> None:
    """Texts one after another; several of JSON as a list."""
    if as_json and len(texts) > 1:
        texts = ["[\n", ",\n".join(text.rstrip("\n") for text in texts), "\n]\n"]
    common.write("".join(texts), None)
