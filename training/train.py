"""Packed ids in, a trained model out: warm-up, a constant rate (the trunk), a fall to zero (the branch); CPU or GPU.

Matrices are trained with Muon (Jordan et al. 2024: momentum, orthogonalised by Newton-Schulz), the rest with AdamW.
Every evaluation prints a line of JSON: seconds, target tokens, loss, nats a piece on the development sets, the spread of
the encoder's output over positions and the entropy of each cross-attention head. A post-norm encoder can die (all
positions equal, all heads uniform) while the loss still falls: such a run is stopped.
"""

from __future__ import annotations

import argparse
import json
import math
import queue
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from model import DecoderLayer, EncoderLayer, Shape, Translator

EOS = 0


class Muon(torch.optim.Optimizer):
    """Orthogonalised momentum for matrices; those of one shape are orthogonalised together."""

    def __init__(
        self, params: list[torch.nn.Parameter], lr: float, momentum: float = 0.95, decay: float = 0.01
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "decay": decay})

    @staticmethod
    def orthogonal(g: Tensor) -> Tensor:
        """[n, rows, columns] -> the nearest semi-orthogonal matrices, by five Newton-Schulz steps in bfloat16."""
        x = g.bfloat16()
        if wide := x.size(1) > x.size(2):
            x = x.mT
        x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
        for _ in range(5):
            a = x @ x.mT
            x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
        return x.mT if wide else x

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        for group in self.param_groups:
            shapes: dict[torch.Size, list[torch.nn.Parameter]] = {}
            for p in group["params"]:
                shapes.setdefault(p.shape, []).append(p)
            for shape, params in shapes.items():
                grads = torch.stack([p.grad for p in params])
                state = self.state[params[0]]
                if "momentum" not in state:
                    state["momentum"] = torch.zeros_like(grads)
                state["momentum"].lerp_(grads, 1 - group["momentum"])
                update = self.orthogonal(grads.lerp(state["momentum"], group["momentum"])).to(grads.dtype)
                scale = group["lr"] * max(1.0, shape[0] / shape[1]) ** 0.5
                torch._foreach_mul_(params, 1 - group["lr"] * group["decay"])
                torch._foreach_add_(params, list(update.unbind()), alpha=-scale)


class Batches:
    """Draws rows by weight, sorts them by length within a pool and yields batches of row numbers, for ever."""

    def __init__(
        self, data: dict[str, np.ndarray], weight: np.ndarray, tokens: int, seed: int, pool: int = 60_000
    ) -> None:
        self.rng = np.random.default_rng(seed)
        self.tokens, self.pool = tokens, pool
        self.s, self.t = data["source_length"], data["target_length"]
        self.cumulative = np.cumsum(weight.astype(np.float64))

    def draw(self) -> list[np.ndarray]:
        """The batches of one pool, shuffled; each has at most `tokens` positions on either side, padding counted."""
        r = self.rng
        rows = np.searchsorted(
            self.cumulative, (np.arange(self.pool) + r.random(self.pool)) * (self.cumulative[-1] / self.pool)
        )
        rows = np.minimum(rows, len(self.s) - 1)
        longest = np.maximum(self.s[rows], self.t[rows])
        rows = rows[np.lexsort((r.random(len(rows)), self.t[rows] + self.s[rows], (longest + 7) // 8))]
        size = (np.maximum(self.s[rows], self.t[rows]) + 7) // 8 * 8
        batches, start, most = [], 0, 0
        for k in range(len(rows)):
            if max(most, size[k]) * (k + 1 - start) > self.tokens:
                batches.append(rows[start:k])
                start, most = k, 0
            most = max(most, size[k])
        batches.append(rows[start:])
        batches = [b for b in batches if len(b) > 1]  # a batch of one would be compiled apart
        return [batches[k] for k in r.permutation(len(batches))]

    def __iter__(self) -> Iterator[np.ndarray]:
        while True:
            yield from self.draw()


def ahead(batches: Iterator[np.ndarray], depth: int = 100) -> Iterator[np.ndarray]:
    """The same batches, made in advance by a thread that starts with the first of them."""
    q: queue.Queue[np.ndarray] = queue.Queue(depth)

    def fill() -> None:
        for b in batches:
            q.put(b)

    threading.Thread(target=fill, daemon=True).start()
    while True:
        yield q.get()


class Rows:
    """The packed training set on the device, and the tensors of a batch of its rows."""

    def __init__(self, data: dict[str, np.ndarray], device: str, pad: int) -> None:
        self.pad, self.device = pad, device
        self.pieces = torch.from_numpy(np.concatenate([data["pieces"], np.zeros(512, np.int16)])).to(device)
        self.column = {
            k: torch.from_numpy(data[k]).to(device) for k in ("source", "source_length", "target", "target_length")
        }
        self.lengths = {k: data[k] for k in ("source_length", "target_length")}

    def tensor(self, rows: Tensor, side: str, longest: int) -> Tensor:
        place = torch.arange(longest, device=self.device)[None]
        ids = self.pieces[self.column[side][rows][:, None] + place].long()
        return torch.where(place < self.column[f"{side}_length"][rows][:, None], ids, self.pad)

    def batch(self, rows: np.ndarray) -> tuple[Tensor, Tensor]:
        """source [n, m] and target [n, n'], padded to a multiple of 8."""
        m, n = (int(self.lengths[k][rows].max() + 7) // 8 * 8 for k in ("source_length", "target_length"))
        index = torch.from_numpy(rows).to(self.device, non_blocking=True)
        return self.tensor(index, "source", m), self.tensor(index, "target", n)


def cross_entropy(logits: Tensor, target: Tensor, smoothing: float) -> Tensor:
    """Label-smoothed cross entropy of logits [n, pieces], summed; written out, since autocast would copy them in float32."""
    chosen = logits.gather(1, target[:, None])[:, 0].float()
    loss = torch.logsumexp(logits.float(), -1) - (1 - smoothing) * chosen
    return (loss - smoothing * logits.mean(-1, dtype=torch.float32)).sum() if smoothing else loss.sum()


def loss_of(
    model: Translator, source: Tensor, target: Tensor, smoothing: float, head=cross_entropy
) -> tuple[Tensor, Tensor]:
    """The sum of the loss over target pieces, and how many there are."""
    hidden = model(source, target)
    real = target != model.shape.pad
    return head(model.logits(hidden[real]), target[real], smoothing), real.sum()


def development(folder: Path, model: Path, limit: int) -> dict[str, list[tuple[list[int], list[int]]]]:
    """The first `limit` pairs of each NAME.fr / NAME.en in a folder, as ids; for evaluation only."""
    import sentencepiece as spm

    from abrege.text.normalization import for_model
    from encode import english_form, rewriter

    sp, rewrite = spm.SentencePieceProcessor(model_file=str(model)), rewriter()
    sets = {}
    for path in sorted(folder.glob("*.fr")):
        pairs = zip(
            *(p.read_text(encoding="utf-8").splitlines()[:limit] for p in (path, path.with_suffix(".en"))), strict=True
        )
        sets[path.stem] = [
            ([*sp.encode(s), EOS], [*sp.encode(t), EOS])
            for s, t in (english_form(for_model(a), for_model(b), rewrite) for a, b in pairs)
        ]
    return sets


def padded(ids: list[list[int]], pad: int, device: str) -> Tensor:
    longest = max(map(len, ids))
    return torch.tensor([[*x, *[pad] * (longest - len(x))] for x in ids], device=device)


@torch.no_grad()
def evaluate(model: Translator, sets: dict[str, list[tuple[list[int], list[int]]]], device: str) -> dict[str, object]:
    """Nats a piece on each set, the spread of the encoder's output over positions, the entropy of each cross-attention head."""
    model.eval()
    torch.compiler.set_stance("force_eager")  # compiling once more for a few batches would cost more than it saves
    result: dict[str, object] = {}
    for name, pairs in sets.items():
        total = count = 0.0
        for k in range(0, len(pairs), 50):
            source, target = (padded([p[side] for p in pairs[k : k + 50]], model.shape.pad, device) for side in (0, 1))
            with torch.autocast(device, torch.bfloat16):
                loss, n = loss_of(model, source, target, 0.0)
            total, count = total + loss.item(), count + n.item()
        result[name] = round(total / count, 4)
    if sets:
        source, target = (padded([pairs[0][side]], model.shape.pad, device) for side in (0, 1))
        memory, bias = model.encode(source)
        result["spread"] = round(memory[0].float().std(0).mean().item(), 4)
        x, entropies = model.embed(F.pad(target[:, :-1], (1, 0), value=model.shape.pad)), []
        for layer in model.model.decoder.layers:
            a = layer.encoder_attn
            y = layer.encoder_attn_layer_norm(x) if model.shape.pre_norm else x
            w = torch.softmax(a.split(a.q_proj(y)) @ a.split(a.k_proj(memory)).mT * a.split(x).size(-1) ** -0.5, -1)
            entropies += [round(v, 2) for v in (-(w * (w + 1e-9).log()).sum(-1).mean(-1)[0]).tolist()]
            x = layer(x, memory, bias[:, :, :1].expand(-1, -1, x.size(1), -1))
        result["entropies"], result["uniform"] = entropies, round(math.log(source.size(1)), 2)
    model.train()
    torch.compiler.set_stance("default")
    return result


def load_weights(model: Translator, path: Path) -> None:
    from safetensors.torch import load_file

    state = {k: v for k, v in load_file(path).items() if k != "final_logits_bias"}
    missing, unknown = model.load_state_dict(state, strict=False)
    if missing or unknown:
        raise SystemExit(f"{path} does not fit: missing {missing[:3]}, unknown {unknown[:3]}")


def save_weights(model: Translator, averaged: dict[str, Tensor] | None, path: Path) -> None:
    """float32 weights under Marian's names, with the shape as metadata; the averaged ones where there are any."""
    from safetensors.torch import save_file

    state = {k: (averaged or {}).get(k, v).detach().float().cpu().contiguous() for k, v in model.state_dict().items()}
    part = path.with_suffix(".part")
    save_file(state, part, {"shape": json.dumps(model.shape.as_dict())})
    part.replace(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a = parser.add_argument
    a("data", type=Path, help="folder with data.npz and joint.model")
    a("out", type=Path, help="folder for model.safetensors, state.pt and log.jsonl")
    a(
        "--more",
        type=Path,
        action="append",
        default=[],
        help="further .npz files of rows, for example what distill.py wrote",
    )
    a("--seconds", type=float, default=600)
    a("--width", type=int, default=320)
    a("--encoder-layers", type=int, default=6)
    a("--decoder-layers", type=int, default=2)
    a("--heads", type=int, default=5)
    a("--ffn", type=int, default=1280)
    a("--pre-norm", action="store_true", help="for teachers; Marian's own layout is post-norm")
    a("--dropout", type=float, default=0.1)
    a("--smoothing", type=float, default=0.1)
    a("--tokens", type=int, default=4096, help="target or source positions in a batch, padding counted")
    a("--muon", type=float, default=0.005, help="rate of the matrices")
    a("--adam", type=float, default=0.001, help="rate of embeddings, norms and biases")
    a("--warmup", type=int, default=300, help="steps")
    a(
        "--branch",
        type=float,
        default=0.4,
        help="last share of the time, in which the rate falls to zero; 0 for a trunk",
    )
    a("--average", type=float, default=0.999, help="decay of the averaged weights, a step")
    a("--init", type=Path, help="weights to begin from, model.safetensors; the optimizer is warmed up again")
    a("--resume", action="store_true", help="go on from OUT/state.pt: weights, optimizer, averages, random numbers")
    a("--eval", type=Path, help="folder of NAME.fr and NAME.en to evaluate on")
    a("--eval-every", type=float, default=120, help="seconds")
    a("--patience", type=float, default=180, help="seconds after which a dead encoder ends the run")
    a("--eval-limit", type=int, default=300)
    a("--compile", action="store_true")
    a("--threads", type=int, default=0)
    a("--seed", type=int, default=1)
    args = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    args.out.mkdir(parents=True, exist_ok=True)

    import sentencepiece as spm

    pieces = spm.SentencePieceProcessor(model_file=str(args.data / "joint.model")).vocab_size()
    data = load_rows([args.data / "data.npz", *args.more])
    shape = Shape(
        pieces, args.width, args.encoder_layers, args.decoder_layers, args.heads, args.ffn, args.pre_norm, args.dropout
    )
    model = Translator(shape).to(device)
    if args.init:
        load_weights(model, args.init)
    model.train()
    print(
        f"{sum(p.numel() for p in model.parameters()) / 1e6:.2f} M parameters, {len(data['source'])} rows, {device}",
        flush=True,
    )
    matrices = [p for n, p in model.named_parameters() if p.dim() == 2 and "shared" not in n]
    others = [p for n, p in model.named_parameters() if p.dim() != 2 or "shared" in n]
    optimizers = [
        Muon(matrices, args.muon),
        torch.optim.AdamW(others, args.adam, (0.9, 0.98), 1e-9, weight_decay=0.0, fused=True),
    ]
    rates = [args.muon, args.adam]
    averaged = {n: p.detach().clone() for n, p in model.named_parameters()}
    sets = development(args.eval, args.data / "joint.model", args.eval_limit) if args.eval else {}
    step = tokens = 0
    state_path = args.out / "state.pt"
    if args.resume and state_path.exists():
        state = torch.load(state_path, map_location=device, weights_only=True)
        model.load_state_dict(state["model"], strict=False)
        for o, s in zip(optimizers, state["optimizers"], strict=True):
            o.load_state_dict(s)
        averaged, step, tokens = state["averaged"], state["step"], state["tokens"]
        torch.set_rng_state(state["rng"].cpu())
    head = cross_entropy
    if args.compile:
        EncoderLayer.forward = torch.compile(EncoderLayer.forward, dynamic=True)  # type: ignore[method-assign]
        DecoderLayer.forward = torch.compile(DecoderLayer.forward, dynamic=True)  # type: ignore[method-assign]
        head = torch.compile(cross_entropy, dynamic=True)

    rows = Rows(data, device, shape.pad)
    streams = {
        name: ahead(iter(Batches(data, data[name], args.tokens, args.seed + step))) for name in ("trunk", "branch")
    }
    stopped = branched = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    names, params = zip(*model.named_parameters(), strict=True)
    if args.compile:  # before the clock starts
        for _ in range(3):
            source, target = rows.batch(next(streams["trunk"]))
            with torch.autocast(device, torch.bfloat16):
                loss, n = loss_of(model, source, target, args.smoothing, head)
            (loss / n).backward()
            model.zero_grad(set_to_none=True)
    smooth = torch.zeros((), device=device)
    begin = last = time.monotonic()
    base = step
    log = (args.out / "log.jsonl").open("a", encoding="utf-8")
    counted = torch.zeros((), dtype=torch.long, device=device)

    def report(final: bool = False) -> dict[str, object]:
        elapsed = time.monotonic() - begin
        line: dict[str, object] = {
            "seconds": round(elapsed),
            "step": step,
            "Mtokens": round((tokens + counted.item()) / 1e6, 2),
        }
        line |= {"per_second": round(counted.item() / max(elapsed, 1)), "loss": round(smooth.item(), 4)} | evaluate(
            model, sets, device
        )
        if final:
            with torch.no_grad():
                own = [p.clone() for p in params]
                torch._foreach_copy_(list(params), [averaged[n] for n in names])
                line["averaged"] = evaluate(model, sets, device)
                torch._foreach_copy_(list(params), own)
        log.write(json.dumps(line) + "\n")
        log.flush()
        print(json.dumps(line), flush=True)
        return line

    while True:
        elapsed = time.monotonic() - begin
        done = elapsed / args.seconds
        if done >= 1 or stopped:
            break
        fall = min(1.0, (1 - done) / args.branch) if args.branch else 1.0
        rate = min(1.0, (step - base + 1) / args.warmup) * fall
        if fall < 1 and not branched:
            branched = True
            save_weights(model, None, args.out / "trunk.safetensors")
        for o, r in zip(optimizers, rates, strict=True):
            for group in o.param_groups:
                group["lr"] = r * rate
        source, target = rows.batch(next(streams["branch" if fall < 1 else "trunk"]))
        with torch.autocast(device, torch.bfloat16):
            loss, n = loss_of(model, source, target, args.smoothing, head)
        loss = loss / n
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        model.model.shared.weight.grad[shape.pad] = 0
        for o in optimizers:
            o.step()
        model.zero_grad(set_to_none=True)
        step += 1
        counted += n
        smooth.lerp_(loss.detach(), 0.02 if step - base > 50 else 1 / (step - base))
        if step % 5 == 0:
            keep = min(args.average**5, (step - base) / (step - base + 50.0))
            torch._foreach_lerp_([averaged[n] for n in names], [p.detach() for p in params], 1 - keep)
        if time.monotonic() - last > args.eval_every:
            line = report()
            entropies = line.get("entropies", [])
            dead = isinstance(entropies, list) and entropies and min(entropies) > float(str(line["uniform"])) - 0.1
            if sets and time.monotonic() - begin > args.patience and (float(str(line["spread"])) < 0.01 or dead):
                sys.exit("the encoder is dead: all its positions are equal; lower --muon or lengthen --warmup")
            if device == "cpu":
                keep_state(state_path, model, optimizers, averaged, step, tokens + int(counted.item()))
            last = time.monotonic()
    report(final=True)
    keep_state(state_path, model, optimizers, averaged, step, tokens + int(counted.item()))
    save_weights(model, averaged, args.out / "model.safetensors")


def keep_state(
    path: Path, model: Translator, optimizers: list, averaged: dict[str, Tensor], step: int, tokens: int
) -> None:
    part = path.with_suffix(".part")
    torch.save(
        {"model": model.state_dict(), "optimizers": [o.state_dict() for o in optimizers], "averaged": averaged, "step": step,
         "tokens": tokens, "rng": torch.get_rng_state()}, part)  # fmt: skip
    part.replace(path)


def load_rows(paths: list[Path]) -> dict[str, np.ndarray]:
    """Several files of rows as one; where rows of a later file have the text of earlier ones, they are further targets of it."""
    parts = [dict(np.load(p)) for p in paths]
    offset = 0
    for part in parts:
        for side in ("source", "target"):
            part[side] = part[side] + (0 if part.get("absolute") is not None and side == "source" else offset)
        offset += len(part["pieces"])
    keys = ("pieces", "source", "source_length", "target", "target_length", "trunk", "branch")
    data = {k: np.concatenate([p[k] for p in parts]) for k in keys}
    if (
        len(parts) > 1 and "rescale" in parts[1]
    ):  # distilled rows take over part of the weight of the rows they come from
        scale = np.concatenate([parts[1]["rescale"], *(np.ones(len(p["source"]), np.float32) for p in parts[1:])])
        data["trunk"], data["branch"] = data["trunk"] * scale, data["branch"] * scale
    return data


if __name__ == "__main__":
    main()
