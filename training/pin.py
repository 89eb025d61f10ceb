"""A folder of the bundled model in, its line in models.txt out: size and the sha256 of every file."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from abrege.models import load_cards
from abrege.models.registry import models_txt


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the model, its name the folder's")
    parser.add_argument("--revision", help="the version of the weights; by default the one that stands there")
    args = parser.parse_args()
    card = next(c for c in load_cards() if c.name == args.folder.resolve().name)
    files = sorted(p for p in args.folder.rglob("*") if p.is_file() and p.suffix != ".md")
    fields = [card.name, ",".join(card.tasks), card.origin, args.revision or card.revision, card.licence]
    fields.append(str(sum(p.stat().st_size for p in files)))
    fields += [f"{p.relative_to(args.folder)}={hashlib.sha256(p.read_bytes()).hexdigest()}" for p in files]
    lines = models_txt().read_text(encoding="utf-8").splitlines()
    lines = ["  ".join(fields) if line.split()[:1] == [card.name] else line for line in lines]
    models_txt().write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
