"""Cards of models in, a table or JSON out."""

from __future__ import annotations

import json
from collections.abc import Sequence

from abrege.models import ModelCard


def size(number_of_bytes: int | None) -> str:
    """Bytes as a person reads them: "41 MB", "1.6 GB", "?"."""
    if number_of_bytes is None:
        return "?"
    if number_of_bytes < 1e9:
        return f"{number_of_bytes / 1e6:.0f} MB"
    return f"{number_of_bytes / 1e9:.1f} GB"


def render_models(rows: Sequence[tuple[ModelCard, bool]]) -> str:
    """One model a line: name, tasks, size, licence, and whether it is on disk."""
    table = [("name", "tasks", "size", "licence", "on disk")]
    table += [(c.name, ", ".join(c.tasks), size(c.size), c.licence, "yes" if there else "no") for c, there in rows]
    widths = [max(len(row[k]) for row in table) for k in range(len(table[0]))]
    return "".join(
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() + "\n" for row in table
    )


def models_to_json(rows: Sequence[tuple[ModelCard, bool]]) -> str:
    """A list of models with all that models.txt says of them."""
    records = [
        {
            "name": card.name,
            "tasks": list(card.tasks),
            "origin": card.origin,
            "revision": card.revision,
            "licence": card.licence,
            "bytes": card.size,
            "files": card.files,
            "on_disk": there,
        }
        for card, there in rows
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
