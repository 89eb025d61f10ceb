"""The Transformer that is trained: Marian's own layout (so that transformers loads its weights unchanged), and a pre-norm
variant for teachers, with one forward pass for training and one beam search for distillation.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True)
class Shape:
    """Sizes of a model. `pieces` counts sentencepiece's ids; `<pad>` is one more, the last."""

    pieces: int = 8000
    width: int = 320
    encoder_layers: int = 6
    decoder_layers: int = 2
    heads: int = 5
    ffn: int = 1280
    pre_norm: bool = False
    dropout: float = 0.1

    @property
    def pad(self) -> int:
        return self.pieces

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def positions(length: int, width: int) -> Tensor:
    """Sinusoidal positions [length, width] (Vaswani et al. 2017), sines in the first half, as Marian has them."""
    angle = torch.arange(length)[:, None] * torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    return torch.cat([angle.sin(), angle.cos()], 1)


class Attention(nn.Module):
    """Multi-head attention with Marian's parameter names."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = (nn.Linear(width, width) for _ in range(4))

    def split(self, x: Tensor) -> Tensor:
        """[batch, length, width] -> [batch, heads, length, width / heads]."""
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, x: Tensor, memory: Tensor, bias: Tensor | None, causal: bool = False) -> Tensor:
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(memory)), self.split(self.v_proj(memory))
        out = F.scaled_dot_product_attention(q, k, v, attn_mask=bias, is_causal=causal)
        return self.out_proj(out.transpose(1, 2).flatten(2))

    def attend(self, x: Tensor, k: Tensor, v: Tensor, bias: Tensor | None) -> Tensor:
        """Attention of x [batch, length, width] over keys and values that are split already."""
        out = F.scaled_dot_product_attention(self.split(self.q_proj(x)), k, v, attn_mask=bias)
        return self.out_proj(out.transpose(1, 2).flatten(2))


class EncoderLayer(nn.Module):
    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.pre_norm, self.dropout = s.pre_norm, s.dropout
        self.self_attn, self.self_attn_layer_norm = Attention(s.width, s.heads), nn.LayerNorm(s.width)
        self.fc1, self.fc2 = nn.Linear(s.width, s.ffn), nn.Linear(s.ffn, s.width)
        self.final_layer_norm = nn.LayerNorm(s.width)

    def drop(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.dropout, self.training)

    def feed(self, x: Tensor) -> Tensor:
        return self.fc2(F.relu(self.fc1(x)))

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        if self.pre_norm:
            y = self.self_attn_layer_norm(x)
            x = x + self.drop(self.self_attn(y, y, bias))
            return x + self.drop(self.feed(self.final_layer_norm(x)))
        x = self.self_attn_layer_norm(x + self.drop(self.self_attn(x, x, bias)))
        return self.final_layer_norm(x + self.drop(self.feed(x)))


class DecoderLayer(EncoderLayer):
    def __init__(self, s: Shape) -> None:
        super().__init__(s)
        self.encoder_attn, self.encoder_attn_layer_norm = Attention(s.width, s.heads), nn.LayerNorm(s.width)

    def forward(self, x: Tensor, memory: Tensor, bias: Tensor) -> Tensor:  # type: ignore[override]
        if self.pre_norm:
            y = self.self_attn_layer_norm(x)
            x = x + self.drop(self.self_attn(y, y, None, causal=True))
            x = x + self.drop(self.encoder_attn(self.encoder_attn_layer_norm(x), memory, bias))
            return x + self.drop(self.feed(self.final_layer_norm(x)))
        x = self.self_attn_layer_norm(x + self.drop(self.self_attn(x, x, None, causal=True)))
        x = self.encoder_attn_layer_norm(x + self.drop(self.encoder_attn(x, memory, bias)))
        return self.final_layer_norm(x + self.drop(self.feed(x)))

    def step(
        self, x: Tensor, past: tuple[Tensor, Tensor], memory: tuple[Tensor, Tensor], bias: Tensor, beam: int
    ) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        """One position of rows = batch * beam hypotheses: x [rows, 1, width] -> the same, and the longer past.

        The keys and values of the source are kept once a sentence: its hypotheses attend as positions of one row.
        """

        def own(y: Tensor) -> Tensor:
            nonlocal past
            a = self.self_attn
            past = (torch.cat([past[0], a.split(a.k_proj(y))], 2), torch.cat([past[1], a.split(a.v_proj(y))], 2))
            return a.attend(y, *past, None)

        def cross(y: Tensor) -> Tensor:
            return self.encoder_attn.attend(y.view(-1, beam, y.size(-1)), *memory, bias).view_as(y)

        if self.pre_norm:
            x = x + own(self.self_attn_layer_norm(x))
            x = x + cross(self.encoder_attn_layer_norm(x))
            return x + self.feed(self.final_layer_norm(x)), past
        x = self.self_attn_layer_norm(x + own(x))
        x = self.encoder_attn_layer_norm(x + cross(x))
        return self.final_layer_norm(x + self.feed(x)), past


class Stack(nn.Module):
    """An encoder's or a decoder's layers, with a last layer norm where they are pre-norm."""

    def __init__(self, s: Shape, layers: int, kind: type[EncoderLayer]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(kind(s) for _ in range(layers))
        self.layer_norm = nn.LayerNorm(s.width) if s.pre_norm else nn.Identity()


class Body(nn.Module):
    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.shared = nn.Embedding(s.pieces + 1, s.width)
        self.encoder, self.decoder = Stack(s, s.encoder_layers, EncoderLayer), Stack(s, s.decoder_layers, DecoderLayer)


class Translator(nn.Module):
    """Source ids to target ids; the names of its parameters are those of transformers' MarianMTModel."""

    def __init__(self, shape: Shape, branch: float = 0.2) -> None:
        """Xavier weights; a post-norm model's self-attention and feed-forward branches start at `branch` of their size.

        Post-norm encoders die where the branches outgrow the residual early: every position becomes the same vector.
        """
        super().__init__()
        self.shape, self.model = shape, Body(shape)
        self.register_buffer("positions", positions(1024, shape.width), persistent=False)
        for name, p in self.named_parameters():
            if p.dim() == 2 and "shared" not in name:
                nn.init.xavier_uniform_(p)
                if name.endswith(("out_proj.weight", "fc2.weight")) and "encoder_attn" not in name:
                    layers = shape.encoder_layers if "encoder." in name else shape.decoder_layers
                    p.data.mul_((2 * layers) ** -0.5 if shape.pre_norm else branch)
            elif name.endswith("bias"):
                nn.init.zeros_(p)
        nn.init.normal_(self.model.shared.weight, std=shape.width**-0.5)
        self.model.shared.weight.data[shape.pad] = 0

    def embed(self, ids: Tensor, start: int = 0) -> Tensor:
        x = F.embedding(ids, self.model.shared.weight) * self.shape.width**0.5
        x = x + self.positions[start : start + ids.size(1)].to(x.dtype)
        return F.dropout(x, self.shape.dropout, self.training)

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """source [batch, length] -> hidden states [batch, length, width] and the bias that hides padding."""
        x = self.embed(source)
        bias = torch.zeros(source.shape, dtype=x.dtype, device=x.device).masked_fill(source == self.shape.pad, -1e4)
        bias = bias[:, None, None, :].expand(-1, 1, source.size(1), -1)
        for layer in self.model.encoder.layers:
            x = layer(x, bias)
        return self.model.encoder.layer_norm(x), bias

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """source [batch, m], target [batch, n] with `</s>` at the ends -> hidden states [batch, n, width] before the softmax."""
        memory, bias = self.encode(source)
        given = F.pad(target[:, :-1], (1, 0), value=self.shape.pad)
        x = self.embed(given)
        bias = bias[:, :, :1].expand(-1, -1, given.size(1), -1)
        for layer in self.model.decoder.layers:
            x = layer(x, memory, bias)
        return self.model.decoder.layer_norm(x)

    def logits(self, hidden: Tensor) -> Tensor:
        """[..., width] -> [..., pieces]; padding has no logit."""
        return F.linear(hidden, self.model.shared.weight[: self.shape.pad])

    @torch.no_grad()
    def beam_search(
        self, source: Tensor, beam: int, longest: int, length_penalty: float = 1.0
    ) -> tuple[Tensor, Tensor]:
        """The best hypothesis of each source: ids [batch, n] with `</s>` and padding at the end, and scores [batch].

        A finished hypothesis stays in its beam with its sum of log-probabilities; the best by sum / length ** penalty wins.
        Sentences whose whole beam is finished leave the batch every eighth step.
        """
        pad, eos, batch, device = self.shape.pad, 0, source.size(0), source.device
        memory, bias = self.encode(source)
        bias = bias[:, :, :1]
        cross = [
            (
                layer.encoder_attn.split(layer.encoder_attn.k_proj(memory)),
                layer.encoder_attn.split(layer.encoder_attn.v_proj(memory)),
            )
            for layer in self.model.decoder.layers
        ]
        heads, depth = self.shape.heads, self.shape.width // self.shape.heads
        past = [tuple(memory.new_zeros(batch * beam, heads, 0, depth) for _ in "kv") for _ in cross]
        ids = torch.full((batch, beam, longest + 1), pad, device=device)
        sums = torch.full((batch, beam), -1e9, device=device)
        sums[:, 0] = 0
        done = torch.zeros(batch, beam, dtype=torch.bool, device=device)
        best, score = torch.full((batch, longest), pad, device=device), torch.full((batch,), -1e9, device=device)
        who = torch.arange(batch, device=device)

        def settle(rows: Tensor) -> None:
            length = (ids[rows, :, 1:] != pad).sum(-1).clamp(min=1)
            value = torch.where(done[rows], sums[rows], sums[rows] - 1e3) / length**length_penalty
            top = value.argmax(1)
            best[who[rows]] = ids[rows, top, 1:]
            score[who[rows]] = value.gather(1, top[:, None])[:, 0].float()

        for n in range(longest):
            live = ids.size(0)
            x = self.embed(ids[:, :, n].reshape(-1, 1), n)
            for k, layer in enumerate(self.model.decoder.layers):
                x, past[k] = layer.step(x, past[k], cross[k], bias.expand(-1, -1, beam, -1), beam)
            logp = torch.log_softmax(self.logits(self.model.decoder.layer_norm(x))[:, 0].float(), -1).view(
                live, beam, -1
            )
            logp = logp.masked_fill(done[:, :, None], -1e9)
            logp[:, :, eos] = torch.where(done, 0.0, logp[:, :, eos])  # a finished beam goes on with a silent </s>
            sums, flat = (sums[:, :, None] + logp).view(live, -1).topk(beam)
            parent, token = flat // logp.size(-1), flat % logp.size(-1)
            done = done.gather(1, parent)
            ids = ids.gather(1, parent[:, :, None].expand(-1, -1, ids.size(2)))
            ids[:, :, n + 1] = torch.where(done, pad, token)
            done = done | (token == eos)
            rows = (torch.arange(live, device=device)[:, None] * beam + parent).view(-1)
            past = [tuple(c.index_select(0, rows) for c in p) for p in past]
            if n % 8 == 7 or n == longest - 1:
                over = done.all(1) if n < longest - 1 else torch.ones_like(done[:, 0])
                if bool(over.any()):
                    settle(over.nonzero()[:, 0])
                    keep = (~over).nonzero()[:, 0]
                    if not len(keep):
                        break
                    ids, sums, done, who, bias = ids[keep], sums[keep], done[keep], who[keep], bias[keep]
                    rows = (keep[:, None] * beam + torch.arange(beam, device=device)).view(-1)
                    past = [tuple(c.index_select(0, rows) for c in p) for p in past]
                    cross = [tuple(c.index_select(0, keep) for c in p) for p in cross]
        return best, score
