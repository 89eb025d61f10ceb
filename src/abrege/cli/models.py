"""`abrege models`: what there is, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abrege.cli import common
from abrege.errors import ModelError, nearest

if TYPE_CHECKING:
    from abrege.models import ModelCard


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


@models.command("list")
@common.json_option
def list_(as_json: bool) -> None:
    """List them, as `abrege models` does."""
    _list(as_json)


def _list(as_json: bool) -> None:
    from abrege import rendering
    from abrege.models import load_cards, on_disk

    rows = [(card, on_disk(card)) for card in load_cards()]
    common.write(rendering.models_to_json(rows) if as_json else rendering.render_models(rows), None)


@models.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@common.json_option
def pull(names: tuple[str, ...], as_json: bool) -> None:
    """Fetch models, check every file, and keep them: `large` is one for each task.

    What is on disk already is not fetched again.
    """
    from abrege.models.pull import pull as fetch
    from abrege.models.registry import PRESETS
    from abrege.rendering import models as rendering

    names = tuple(dict.fromkeys(one for name in names for one in PRESETS.get(name, {"": name}).values()))
    cards = [_card(name) for name in names]  # a misspelt one is answered before anything is fetched
    done = []
    for card in cards:
        pulled = fetch(card)
        done.append(pulled)
        if not as_json:
            common.write(rendering.render_pulled(pulled), None)
        common.tell(rendering.recorded_note(pulled))
    if as_json:
        common.write(rendering.pulled_to_json(done), None)


@models.command()
@click.argument("name", required=False)
@common.json_option
def verify(name: str | None, as_json: bool) -> None:
    """Hash every file of a model, or of all that are on disk, with what was converted from them.

    A wrong file is moved away and never used; a wrong conversion is deleted, and made again when it is needed.
    """
    from abrege.models import load_cards
    from abrege.models.pull import present
    from abrege.models.pull import verify as hash_again
    from abrege.rendering import models as rendering

    cards = [_card(name)] if name else [card for card in load_cards() if present(card)]
    found = [hash_again(card) for card in cards]
    common.write(rendering.verified_to_json(found) if as_json else rendering.render_verified(found), None)
    wrong = [card for card, one in zip(cards, found, strict=True) if one.wrong]
    if wrong:
        mend = [f"abrege models pull {c.name}" if c.origin != "bundled" else "install abrege again" for c in wrong]
        raise ModelError(f"{', '.join(c.name for c in wrong)}: not what models.txt pins; {'; '.join(mend)}")


@models.command()
@click.argument("name")
@common.json_option
def path(name: str, as_json: bool) -> None:
    """Print the folder of a model that is on disk."""
    from abrege.models import model_folder
    from abrege.rendering import models as rendering

    card = _card(name)
    folder = model_folder(card)
    common.write(rendering.path_to_json(card, folder) if as_json else f"{folder}\n", None)


@models.command()
@click.argument("name")
@common.json_option
def remove(name: str, as_json: bool) -> None:
    """Delete a model's files, and what was converted from them.

    What comes from the Hugging Face hub lies in the cache of huggingface_hub, and is gone for other programs too.
    """
    from abrege.models.pull import remove as delete
    from abrege.rendering import models as rendering

    card = _card(name)
    there = delete(card)
    said = f"{card.name}: removed\n" if there else f"{card.name}: was not on disk\n"
    common.write(rendering.removed_to_json(card, there) if as_json else said, None)


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


def _card(name: str) -> ModelCard:
    """The card of a name, or of a repository that is pinned under another name."""
    from abrege.models import find_card, load_cards

    return next((card for card in load_cards() if card.origin == f"hf:{name}"), None) or find_card(name)
