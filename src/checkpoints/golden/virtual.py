"""Reference tensors for virtual.test.ts: two tiny llama-shaped state dicts and merges of them, by PyTorch in float32.

Formulas as in mergekit 0.1 (linear, slerp with the 0.9995 rule, gradients t = index / (n - 1)). Written apart from the
TypeScript on purpose. Run: python src/checkpoints/golden/virtual.py
"""

import json
import pathlib

import torch

LAYERS, WIDTH, MLP, VOCABULARY = 4, 4, 6, 5
SHAPES = {
    "model.embed_tokens.weight": (VOCABULARY, WIDTH),
    **{
        f"model.layers.{layer}.{part}": shape
        for layer in range(LAYERS)
        for part, shape in {
            "input_layernorm.weight": (WIDTH,),
            "self_attn.q_proj.weight": (WIDTH, WIDTH),
            "mlp.up_proj.weight": (MLP, WIDTH),
        }.items()
    },
    "model.norm.weight": (WIDTH,),
    "lm_head.weight": (VOCABULARY, WIDTH),
}


def checkpoint(seed, dtype):
    generator = torch.Generator().manual_seed(seed)
    return {name: torch.randn(shape, generator=generator).to(dtype) for name, shape in SHAPES.items()}


def slerp(t, a, b):
    a, b = a.float().flatten(), b.float().flatten()
    cosine = torch.dot(a / a.norm(), b / b.norm())
    if cosine.abs() > 0.9995:
        return (1 - t) * a + t * b
    angle = torch.acos(cosine)
    return (torch.sin((1 - t) * angle) * a + torch.sin(t * angle) * b) / torch.sin(angle)


def gradient(values, t):
    position = t * (len(values) - 1)
    left = int(position)
    right = min(left + 1, len(values) - 1)
    return values[left] + (position - left) * (values[right] - values[left])


def depth(name):
    parts = name.split(".")
    return int(parts[2]) / (LAYERS - 1) if parts[1] == "layers" else 0.0


def bits(tensor):
    kind = {torch.float32: torch.int32, torch.float16: torch.int16, torch.bfloat16: torch.int16}[tensor.dtype]
    return tensor.contiguous().view(kind).flatten().tolist()


def stored(tensors):
    return {name: bits(tensor) for name, tensor in tensors.items()}


def main():
    golden = {"shapes": {name: list(shape) for name, shape in SHAPES.items()}, "cases": {}}
    for label, dtype in {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}.items():
        a, b = checkpoint(1, dtype), checkpoint(2, dtype)
        weights = {name: gradient([0.9, 0.2], depth(name)) for name in SHAPES}
        arcs = {name: 0.5 if "norm" in name else gradient([0.1, 0.8, 0.3], depth(name)) for name in SHAPES}
        golden["cases"][label] = {
            "a": stored(a),
            "b": stored(b),
            # weights A: [0.9, 0.2] over the depth, B: 0.5
            "linear": stored(
                {
                    n: ((weights[n] * a[n].float() + 0.5 * b[n].float()) / (weights[n] + 0.5)).to(dtype)
                    for n in SHAPES
                }
            ),
            # t: 0.5 where the name contains "norm", else the gradient [0.1, 0.8, 0.3]
            "slerp": stored({n: slerp(arcs[n], a[n], b[n]).reshape(SHAPES[n]).to(dtype) for n in SHAPES}),
        }
    path = pathlib.Path(__file__).with_name("virtual.golden.json")
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
