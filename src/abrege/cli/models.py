"""`abrege models`."""

from __future__ import annotations

import click

from abrege.cli import common


@click.command()
@common.options(common.json_option)
def models(as_json: bool) -> None:
    """List the models that abrege can use: name, tasks, size, licence, and whether it is on disk."""
    from abrege import rendering
    from abrege.models import load_cards, on_disk

    rows = [(card, on_disk(card)) for card in load_cards()]
    common.write(rendering.models_to_json(rows) if as_json else rendering.render_models(rows), None)
