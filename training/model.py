"""The model: a small Llama whose parameters carry the names of transformers' LlamaForCausalLM.

Written out here because training wants dropout and attention that stays inside a document, which
the library's class does not offer; `test_training.py` checks that both give equal logits.
Shapes: ids [B, S], residual [B, S, H], queries [B, A, S, D], keys [B, K, S, D], logits [B, S, V].
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from settings import END_ID, ModelShape


class RMSNorm(nn.Module):
    def __init__(self, width: int, eps: float):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(width)), eps

    def forward(self, x: Tensor) -> Tensor:
        return F.rms_norm(x.float(), (x.shape[-1],), self.weight, self.eps)


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions (Su et al., 2021) in the half-split layout of Llama; x [B, heads, S, D]."""
    left, right = x.chunk(2, dim=-1)
    return x * cos + torch.cat((-right, left), dim=-1) * sin


class Attention(nn.Module):
    def __init__(self, s: ModelShape):
        super().__init__()
        self.shape = s
        self.q_proj = nn.Linear(s.width, s.heads * s.head_size, bias=False)
        self.k_proj = nn.Linear(s.width, s.key_heads * s.head_size, bias=False)
        self.v_proj = nn.Linear(s.width, s.key_heads * s.head_size, bias=False)
        self.o_proj = nn.Linear(s.heads * s.head_size, s.width, bias=False)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor) -> Tensor:
        B, S, _ = x.shape
        split = lambda y: y.view(B, S, -1, self.shape.head_size).transpose(1, 2)
        q, k, v = split(self.q_proj(x)), split(self.k_proj(x)), split(self.v_proj(x))
        q, k = rotate(q, cos, sin).to(v.dtype), rotate(k, cos, sin).to(v.dtype)
        repeat = self.shape.heads // self.shape.key_heads
        k, v = k.repeat_interleave(repeat, dim=1), v.repeat_interleave(repeat, dim=1)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.o_proj(y.transpose(1, 2).reshape(B, S, -1))


class FeedForward(nn.Module):
    def __init__(self, s: ModelShape):
        super().__init__()
        self.gate_proj = nn.Linear(s.width, s.feed_forward, bias=False)
        self.up_proj = nn.Linear(s.width, s.feed_forward, bias=False)
        self.down_proj = nn.Linear(s.feed_forward, s.width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Layer(nn.Module):
    def __init__(self, s: ModelShape):
        super().__init__()
        self.input_layernorm = RMSNorm(s.width, s.norm_eps)
        self.self_attn = Attention(s)
        self.post_attention_layernorm = RMSNorm(s.width, s.norm_eps)
        self.mlp = FeedForward(s)
        self.dropout = 0.0

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor) -> Tensor:
        drop = lambda y: F.dropout(y, self.dropout, self.training)
        x = x + drop(self.self_attn(self.input_layernorm(x), cos, sin, mask))
        return x + drop(self.mlp(self.post_attention_layernorm(x)))


class Decoder(nn.Module):
    def __init__(self, s: ModelShape):
        super().__init__()
        self.embed_tokens = nn.Embedding(s.vocabulary, s.width)
        self.layers = nn.ModuleList(Layer(s) for _ in range(s.layers))
        self.norm = RMSNorm(s.width, s.norm_eps)
        self.dropout = 0.0


class Llama(nn.Module):
    """`forward(ids [B, S])` gives logits [B, S, V]; position i predicts token i + 1."""

    def __init__(self, shape: ModelShape):
        super().__init__()
        self.shape, self.model = shape, Decoder(shape)
        powers = torch.arange(0, shape.head_size, 2) / shape.head_size
        angles = torch.outer(torch.arange(shape.context), shape.rope_theta**-powers)
        angles = torch.cat((angles, angles), dim=-1)  # [S, D]
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)
        for name, p in self.named_parameters():
            if p.dim() == 2:
                inner = name.endswith(("o_proj.weight", "down_proj.weight"))
                nn.init.normal_(p, std=0.02 / (2 * shape.layers) ** 0.5 if inner else 0.02)

    def set_dropout(self, share: float) -> None:
        """Share of the embedding's and the blocks' outputs that training sets to zero."""
        for part in (self.model, *self.model.layers):
            part.dropout = share

    def forward(self, ids: Tensor, after=lambda layer, x: x) -> Tensor:
        """`after(i, residual)` may change the residual after layer i, as a steering hook does."""
        S = ids.shape[1]
        document = (ids == END_ID).cumsum(1)  # a document starts at its END token
        same = document[:, :, None] == document[:, None, :]
        mask = (same & torch.ones(S, S, dtype=torch.bool).tril())[:, None]  # [B, 1, S, S]
        m = self.model
        x = F.dropout(m.embed_tokens(ids), m.dropout, self.training)
        for i, layer in enumerate(m.layers):
            x = after(i, layer(x, self.cos[:S], self.sin[:S], mask))
        return F.linear(m.norm(x), m.embed_tokens.weight)


def parameter_count(model: nn.Module) -> int:
    return sum(p.numel() for p in model.parameters())
