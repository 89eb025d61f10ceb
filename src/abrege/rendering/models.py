"""Cards of models, and what was done with them, in; tables, lines or JSON out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abrege.models import ModelCard

if TYPE_CHECKING:
    from abrege.models.pull import Pulled, Verified


def size(number_of_bytes: int | None) -> str:
    """Bytes as a person reads them: "41 MB", "1.6 GB", "?"."""
    if number_of_bytes is None:
        return "?"
    if number_of_bytes < 1e6:
        return f"{number_of_bytes / 1e3:.0f} kB"
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
    return _json([{**_card(card), "on_disk": there} for card, there in rows])


def render_pulled(pulled: Pulled) -> str:
    """One line: the model, its files, and where they are."""
    return f"{pulled.card.name}: {_files(len(pulled.card.kept))} verified, in {pulled.folder}\n"


def recorded_note(pulled: Pulled) -> list[str]:
    """What a person should know of files whose hashes nobody had measured before; nothing where there are none."""
    if not pulled.recorded:
        return []
    return [
        f"nobody had measured {', '.join(pulled.recorded)} of {pulled.card.name!r} before; "
        f"what came now is recorded in {pulled.list}, and will be expected from now on"
    ]


def pulled_to_json(done: Sequence[Pulled]) -> str:
    """A list of models that are on disk now."""
    return _json(
        [{**_card(p.card), "on_disk": True, "path": str(p.folder), "recorded": list(p.recorded)} for p in done]
    )


def render_verified(found: Sequence[Verified]) -> str:
    """One line for each model, and one for each file or conversion of it that is wrong."""
    lines = []
    for one in found:
        count = len(one.files) + len(one.converted)
        lines.append(f"{one.name}: {f'{len(one.wrong)} of {count} wrong' if one.wrong else f'{_files(count)} ok'}")
        bad = [(name, state) for name, state in one.files.items() if state != "ok"]
        lines += ["; ".join([f"  {name} is {state}", *one.moved.get(name, "").splitlines()]) for name, state in bad]
        lines += [f"  {path} is wrong; it was deleted" for path, state in one.converted.items() if state != "ok"]
    return "".join(f"{line}\n" for line in lines)


def verified_to_json(found: Sequence[Verified]) -> str:
    """A list of models with the state of each file."""
    return _json(
        [
            {
                "name": one.name,
                "path": str(one.folder),
                "ok": not one.wrong,
                "files": one.files,
                "converted": {str(path): state for path, state in one.converted.items()},
            }
            for one in found
        ]
    )


def path_to_json(card: ModelCard, folder: Path) -> str:
    """A model with its folder and the path of each file."""
    files = {name: str(folder / name) for name in card.kept}
    return _json({"name": card.name, "path": str(folder), "files": files})


def removed_to_json(card: ModelCard, there: bool) -> str:
    """A model, and whether there was anything to remove."""
    return _json({"name": card.name, "removed": there})


def pinned_to_json(card: ModelCard) -> str:
    """A model with all that its line says."""
    return _json(_card(card))


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _card(card: ModelCard) -> dict[str, Any]:
    return {
        "name": card.name,
        "tasks": list(card.tasks),
        "origin": card.origin,
        "revision": card.revision,
        "licence": card.licence,
        "bytes": card.size,
        "files": card.files,
    }


def _json(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
