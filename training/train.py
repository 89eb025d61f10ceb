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
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TextIO, TypeVar

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from model import DecoderLayer, EncoderLayer, Shape, Translator

EOS = 0
T = TypeVar("T")


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
    """Draws rows by weight, sorts them by length within a pool and yields batches of row numbers, for ever.

    Pool k depends on the seed and k alone, so that a run can go on where it was.
    """

    def __init__(
        self, data: dict[str, np.ndarray], weight: np.ndarray, tokens: int, seed: int, size: int = 60_000
    ) -> None:
        self.tokens, self.seed, self.size = tokens, seed, size
        self.s, self.t = data["source_length"], data["target_length"]
        self.cumulative = np.cumsum(weight.astype(np.float64))

    def pool(self, k: int) -> list[np.ndarray]:
        """The batches of one pool, shuffled; each has at most `tokens` positions on either side, padding counted."""
        r, n = np.random.default_rng((self.seed, k)), self.size
        rows = np.searchsorted(self.cumulative, (np.arange(n) + r.random(n)) * (self.cumulative[-1] / n))
        rows = np.minimum(rows, len(self.s) - 1)
        longest = np.maximum(self.s[rows], self.t[rows])
        rows = rows[np.lexsort((r.random(len(rows)), self.t[rows] + self.s[rows], (longest + 7) // 8))]
        length = (np.maximum(self.s[rows], self.t[rows]) + 7) // 8 * 8
        batches, start, most = [], 0, 0
        for end in range(len(rows)):
            if max(most, length[end]) * (end + 1 - start) > self.tokens:
                batches.append(rows[start:end])
                start, most = end, 0
            most = max(most, length[end])
        batches.append(rows[start:])
        batches = [b for b in batches if len(b) > 1]  # a batch of one would be compiled apart
        return [batches[b] for b in r.permutation(len(batches))]

    def stream(self, start: tuple[int, int] = (0, 0)) -> Iterator[tuple[tuple[int, int], np.ndarray]]:
        """Batches from a place on (pool, batch in the pool), each with the place of the next one."""
        k, first = start
        while True:
            batches = self.pool(k)
            for b in range(first, len(batches)):
                yield ((k, b + 1) if b + 1 < len(batches) else (k + 1, 0)), batches[b]
            k, first = k + 1, 0


def ahead(items: Iterator[T], depth: int = 100) -> Iterator[T]:
    """The same items, made in advance by a thread that starts with the first of them."""
    q: queue.Queue[T] = queue.Queue(depth)

    def fill() -> None:
        for item in items:
            q.put(item)

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


def taught(logits: Tensor, target: Tensor, smoothing: float, teacher: Tensor, share: float) -> Tensor:
    """As `cross_entropy`, a share of it against a teacher's distribution [n, pieces] (Hinton et al. 2015)."""
    soft = -(torch.softmax(teacher.float(), -1) * torch.log_softmax(logits.float(), -1)).sum()
    return (1 - share) * cross_entropy(logits, target, smoothing) + share * soft


def loss_of(
    model: Translator, source: Tensor, target: Tensor, smoothing: float, head: Callable[..., Tensor] = cross_entropy
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


def load_model(path: Path, device: str) -> Translator:
    """A model that `save_weights` saved, in the shape that is saved with it, ready to be used."""
    from safetensors import safe_open

    with safe_open(path, "pt") as file:
        shape = Shape(**json.loads(file.metadata()["shape"]))
    model = Translator(shape)
    load_weights(model, path)
    return model.to(device).eval()


def save_weights(model: Translator, averaged: dict[str, Tensor] | None, path: Path) -> None:
    """float32 weights under Marian's names, with the shape as metadata; the averaged ones where there are any."""
    from safetensors.torch import save_file

    state = {k: (averaged or {}).get(k, v).detach().float().cpu().contiguous() for k, v in model.state_dict().items()}
    part = path.with_suffix(".part")
    save_file(state, part, {"shape": json.dumps(model.shape.as_dict())})
    part.replace(path)


class Run:
    """A model in training with all that a later run needs to go on: optimizers, averages, place in the data."""

    def __init__(self, args: argparse.Namespace, shape: Shape, device: str) -> None:
        self.args, self.device = args, device
        self.model = Translator(shape).to(device)
        if args.init:
            load_weights(self.model, args.init)
        self.model.train()
        named = list(self.model.named_parameters())
        self.names, self.params = [n for n, _ in named], [p for _, p in named]
        matrices = [p for n, p in named if p.dim() == 2 and "shared" not in n]
        others = [p for n, p in named if p.dim() != 2 or "shared" in n]
        self.optimizers = [
            Muon(matrices, args.muon),
            torch.optim.AdamW(others, args.adam, (0.9, 0.98), 1e-9, weight_decay=0.0, fused=True),
        ]
        self.averaged = {n: p.detach().clone() for n, p in named}
        self.step = self.tokens = 0
        self.places = {"trunk": (0, 0), "branch": (0, 0)}
        self.head, self.taught = cross_entropy, taught
        self.teacher = load_model(args.teacher, device) if args.teacher else None

    def compile(self) -> None:
        """Compile a layer of each kind and the loss, once for all layers and shapes."""
        EncoderLayer.forward = torch.compile(EncoderLayer.forward, dynamic=True)  # type: ignore[method-assign]
        DecoderLayer.forward = torch.compile(DecoderLayer.forward, dynamic=True)  # type: ignore[method-assign]
        self.head, self.taught = (torch.compile(f, dynamic=True) for f in (cross_entropy, taught))

    def loss(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Mean loss of a target piece, and how many there are."""
        head: Callable[..., Tensor] = self.head
        with torch.autocast(self.device, torch.bfloat16):
            if self.teacher is not None:
                with torch.no_grad():
                    wanted = self.teacher.logits(self.teacher(source, target)[target != self.model.shape.pad])
                head = partial(self.taught, teacher=wanted, share=self.args.share)
            total, n = loss_of(self.model, source, target, self.args.smoothing, head)
        return total / n, n

    def learn(self, source: Tensor, target: Tensor, rate: float) -> tuple[Tensor, Tensor]:
        """One step at a share of the full rates; the loss before it and the number of target pieces, still on the device."""
        for optimizer, full in zip(self.optimizers, (self.args.muon, self.args.adam), strict=True):
            for group in optimizer.param_groups:
                group["lr"] = full * rate
        loss, n = self.loss(source, target)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.params, 1.0)
        self.model.model.shared.weight.grad[self.model.shape.pad] = 0
        for optimizer in self.optimizers:
            optimizer.step()
        self.model.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % 5 == 0:
            keep = min(self.args.average**5, self.step / (self.step + 50.0))
            torch._foreach_lerp_([self.averaged[n] for n in self.names], [p.detach() for p in self.params], 1 - keep)
        return loss.detach(), n

    @torch.no_grad()
    def evaluate_average(self, sets: dict[str, list[tuple[list[int], list[int]]]]) -> dict[str, object]:
        own = [p.clone() for p in self.params]
        torch._foreach_copy_(self.params, [self.averaged[n] for n in self.names])
        result = evaluate(self.model, sets, self.device)
        torch._foreach_copy_(self.params, own)
        return result

    def save(self, path: Path) -> None:
        part = path.with_suffix(".part")
        state = {"model": self.model.state_dict(), "optimizers": [o.state_dict() for o in self.optimizers]}
        state |= {"averaged": self.averaged, "step": self.step, "tokens": self.tokens, "places": self.places}
        state |= {"random": torch.get_rng_state(), "cuda": torch.cuda.get_rng_state_all()}
        torch.save(state, part)
        part.replace(path)

    def load(self, path: Path) -> None:
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"], strict=False)
        for optimizer, own in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(own)
        self.averaged, self.step, self.tokens = state["averaged"], state["step"], state["tokens"]
        self.places = {name: tuple(place) for name, place in state["places"].items()}
        torch.set_rng_state(state["random"].cpu())
        torch.cuda.set_rng_state_all([r.cpu() for r in state["cuda"]])


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a = parser.add_argument
    a("data", type=Path, help="folder with data.npz and joint.model")
    a("out", type=Path, help="folder for model.safetensors, trunk.safetensors, state.pt and log.jsonl")
    a("--more", type=Path, action="append", default=[], help="a further .npz file of rows: what distill.py wrote")
    a("--seconds", type=float, default=600, help="length of this run")
    a(
        "--steps",
        type=int,
        default=0,
        help="length in steps, those before --resume counted; then --seconds does not count",
    )
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
    a("--branch", type=float, default=0.4, help="last share of the run, in which the rate falls to zero; 0 for a trunk")
    a("--average", type=float, default=0.999, help="decay of the averaged weights, a step")
    a("--init", type=Path, help="weights to begin from, model.safetensors; the optimizer is warmed up again")
    a("--teacher", type=Path, help="weights of a model with the same vocabulary, whose distribution is learnt as well")
    a("--share", type=float, default=0.6, help="share of the loss that is measured against the teacher")
    a("--resume", action="store_true", help="go on from OUT/state.pt where there is one")
    a("--eval", type=Path, help="folder of NAME.fr and NAME.en to evaluate on")
    a("--eval-every", type=float, default=120, help="seconds")
    a("--eval-limit", type=int, default=300)
    a("--patience", type=float, default=180, help="seconds after which a dead encoder ends the run")
    a("--compile", action="store_true")
    a("--threads", type=int, default=0)
    a("--seed", type=int, default=1)
    return parser.parse_args()


def is_dead(line: dict[str, object]) -> bool:
    """Whether an evaluation shows an encoder whose positions are all equal, or a decoder that looks at all of them alike."""
    entropies = line.get("entropies")
    if not isinstance(entropies, list):
        return False
    return float(str(line["spread"])) < 0.01 or min(entropies) > float(str(line["uniform"])) - 0.1


def main() -> None:
    args = parsed()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.backends.cuda.matmul.allow_tf32 = True
    args.out.mkdir(parents=True, exist_ok=True)

    import sentencepiece as spm
    from tqdm import tqdm

    pieces = spm.SentencePieceProcessor(model_file=str(args.data / "joint.model")).vocab_size()
    data = load_rows([args.data / "data.npz", *args.more])
    layers = args.encoder_layers, args.decoder_layers
    run = Run(args, Shape(pieces, args.width, *layers, args.heads, args.ffn, args.pre_norm, args.dropout), device)
    state = args.out / "state.pt"
    if args.resume and state.exists():
        run.load(state)
    size = sum(p.numel() for p in run.params) / 1e6
    print(f"{size:.2f} M parameters, {len(data['source'])} rows, {device}", flush=True)
    sets = development(args.eval, args.data / "joint.model", args.eval_limit) if args.eval else {}
    rows = Rows(data, device, run.model.shape.pad)
    streams = {
        name: ahead(Batches(data, data[name], args.tokens, args.seed).stream(place))
        for name, place in run.places.items()
    }
    if args.compile:  # before the clock starts
        run.compile()
        for batch in Batches(data, data["trunk"], args.tokens, args.seed).pool(0)[:3]:
            run.loss(*rows.batch(batch))[0].backward()
            run.model.zero_grad(set_to_none=True)
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    smooth, counted = torch.zeros((), device=device), torch.zeros((), dtype=torch.long, device=device)
    begin = last = time.monotonic()
    branched, first, earlier = False, run.step, run.tokens

    def report(log: TextIO, final: bool = False) -> dict[str, object]:
        run.tokens, elapsed = earlier + int(counted.item()), time.monotonic() - begin
        line: dict[str, object] = {"seconds": round(elapsed), "step": run.step, "Mtokens": round(run.tokens / 1e6, 2)}
        line |= {"per_second": round(counted.item() / max(elapsed, 1)), "loss": round(smooth.item(), 4)}
        line |= evaluate(run.model, sets, device)
        line |= {"averaged": run.evaluate_average(sets)} if final else {}
        log.write(json.dumps(line) + "\n")
        log.flush()
        tqdm.write(json.dumps(line))
        return line

    bar = tqdm(total=args.steps or round(args.seconds), unit="step" if args.steps else "s", disable=None)
    with bar, (args.out / "log.jsonl").open("a", encoding="utf-8") as log:
        while not stopped:
            elapsed = time.monotonic() - begin
            done = run.step / args.steps if args.steps else elapsed / args.seconds
            bar.update((run.step if args.steps else int(elapsed)) - bar.n)
            if done >= 1:
                break
            fall = min(1.0, (1 - done) / args.branch) if args.branch else 1.0
            if fall < 1 and not branched:
                branched = True
                save_weights(run.model, None, args.out / "trunk.safetensors")
            name = "branch" if fall < 1 else "trunk"
            run.places[name], batch = next(streams[name])
            loss, n = run.learn(*rows.batch(batch), min(1.0, (run.step + 1) / args.warmup) * fall)
            counted += n
            smooth.lerp_(loss, max(0.02, 1 / (run.step - first)))
            if time.monotonic() - last > args.eval_every:
                line = report(log)
                if time.monotonic() - begin > args.patience and is_dead(line):
                    sys.exit("the encoder is dead: all its positions are equal; lower --muon or lengthen --warmup")
                run.save(state)
                last = time.monotonic()
        report(log, final=True)
    run.save(state)
    save_weights(run.model, run.averaged, args.out / "model.safetensors")


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
    for part in parts[1:]:  # further targets take over part of the weight of their texts
        if "rescale" in part:
            for weight in (data["trunk"], data["branch"]):
                weight[: len(part["rescale"])] *= part["rescale"]
    return data


if __name__ == "__main__":
    main()
