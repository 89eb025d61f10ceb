"""Several model.safetensors of one lineage in, the mean of their weights out (Wortsman et al. 2022, model soups)."""

from __future__ import annotations

import argparse
from pathlib import Path

from safetensors import safe_open
from safetensors.torch import load_file, save_file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the model.safetensors to write")
    parser.add_argument(
        "models", type=Path, nargs="+", help="what train.py wrote, the later from the earlier by --init"
    )
    parser.add_argument("--weights", type=float, nargs="+", help="of each model; by default all weigh the same")
    args = parser.parse_args()
    weights = args.weights or [1.0] * len(args.models)
    if len(weights) != len(args.models):
        parser.error(f"{len(weights)} weights for {len(args.models)} models; give one for each")
    states = [load_file(path) for path in args.models]
    for path, state in zip(args.models, states, strict=True):
        if {k: v.shape for k, v in state.items()} != {k: v.shape for k, v in states[0].items()}:
            parser.error(f"{path} is of another shape than {args.models[0]}")
    with safe_open(args.models[0], "pt") as file:
        metadata = file.metadata()
    shares = [weight / sum(weights) for weight in weights]
    mean = {name: sum(s * state[name].float() for s, state in zip(shares, states, strict=True)) for name in states[0]}
    args.out.parent.mkdir(parents=True, exist_ok=True)
    save_file(mean, args.out, metadata)


if __name__ == "__main__":
    main()
