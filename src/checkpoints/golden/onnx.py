"""Writes the golden files of the ONNX reader into onnx/.

    python onnx.py [--packages FOLDER]

Needs torch, transformers, onnx, onnxruntime and onnx_ir (written with torch 2.13, transformers 5.18, onnxruntime 1.30).

Each folder is a repository as published for transformers.js: config.json, the weights as model.safetensors, and
onnx/model*.onnx. `optimum-*` are exported as Optimum does it: by PyTorch's TorchScript exporter, then rounded by
onnxruntime's own quantisers. `builder` has the graph that onnxruntime-genai's builder writes, made by hand with its names.
`expected.golden.json`: token ids, and the logits of the last position as onnxruntime computes them from each file.
"""

import argparse
import json
import pathlib
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--packages", help="a folder of Python packages to use besides the installed ones")
if packages := parser.parse_args().packages:
    sys.path.append(packages)
# The script is called as the package is.
sys.path = [path for path in sys.path if pathlib.Path(path or ".").resolve() != pathlib.Path(__file__).parent.resolve()]

import numpy as np
import onnx
import onnxruntime as ort
import torch
import transformers
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, matmul_nbits_quantizer, quantize_dynamic
from onnxruntime.transformers.float16 import convert_float_to_float16

OUT = pathlib.Path(__file__).parent / "onnx"
BASE = dict(vocab_size=64, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1, max_position_embeddings=64, bos_token_id=1, eos_token_id=2)
CASES = {
    "optimum-llama": transformers.LlamaConfig(**BASE, head_dim=16, tie_word_embeddings=True, rms_norm_eps=1e-5),
    "optimum-qwen2": transformers.Qwen2Config(**BASE, tie_word_embeddings=False),
    "optimum-gpt2": transformers.GPT2Config(vocab_size=64, n_embd=32, n_layer=2, n_head=2, n_positions=64, bos_token_id=1, eos_token_id=2),
}
IDS = torch.randint(3, 64, (1, 12), generator=torch.Generator().manual_seed(5))


class Logits(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        # The module's own names become the nodes' paths.
        for name, child in model.named_children():
            setattr(self, name, child)

    def forward(self, input_ids, attention_mask):
        inner = getattr(self, "model", None) or self.transformer
        return self.lm_head(inner(input_ids=input_ids, attention_mask=attention_mask, use_cache=False).last_hidden_state)


def random_model(config, seed):
    torch.manual_seed(seed)
    config._attn_implementation = "eager"
    model = transformers.AutoModelForCausalLM.from_config(config).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            # Gains of the layers stay alike: exporters then keep one constant for all of them.
            if "norm" not in name and "ln_" not in name:
                parameter.normal_(0, 0.3 if parameter.ndim == 1 else 1.0 if "embed" in name else 0.25)
    return model


def save(model, name):
    folder = OUT / name
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    return folder


def logits(path):
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feeds = {"input_ids": IDS.numpy()}
    for given in session.get_inputs():
        if given.name == "attention_mask":
            feeds[given.name] = np.ones((1, IDS.shape[1]), np.int64)
        elif given.name.startswith("past"):
            feeds[given.name] = np.zeros((1, 1, 0, 16), np.float32)
    values = session.run(["logits"], feeds)[0][0, -1].astype(np.float32)
    return [float(f"{v:.8g}") for v in values]


def quantised(source, target, **options):
    config = matmul_nbits_quantizer.DefaultWeightOnlyQuantConfig(block_size=32, is_symmetric=True, bits=4, **options)
    quantizer = matmul_nbits_quantizer.MatMulNBitsQuantizer(onnx.load(source), algo_config=config)
    quantizer.process()
    onnx.save(quantizer.model.model, target)


def halves(source, target):
    onnx.save(convert_float_to_float16(onnx.load(source), disable_shape_infer=True), target)


def optimum(name):
    model = random_model(CASES[name], 3)
    folder = save(model, name)
    plain = folder / "onnx" / "model.onnx"
    torch.onnx.export(
        Logits(model), (IDS, torch.ones_like(IDS)), str(plain), dynamo=False, opset_version=17,
        input_names=["input_ids", "attention_mask"], output_names=["logits"],
        dynamic_axes={name: {0: "batch_size", 1: "sequence_length"} for name in ("input_ids", "attention_mask")},
    )
    quantised(plain, folder / "onnx" / "model_q4.onnx")
    if name == "optimum-llama":
        halves(plain, folder / "onnx" / "model_fp16.onnx")
        halves(folder / "onnx" / "model_q4.onnx", folder / "onnx" / "model_q4f16.onnx")
        quantize_dynamic(plain, folder / "onnx" / "model_quantized.onnx", weight_type=QuantType.QUInt8, extra_options={"MatMulConstBOnly": True})
    write_expected(folder, model)


def write_expected(folder, model):
    expected = {path.name: logits(path) for path in sorted((folder / "onnx").glob("*.onnx"))}
    with torch.no_grad():
        reference = model(IDS, attention_mask=torch.ones_like(IDS)).logits[0, -1].numpy()
    print(folder.name, "torch against onnxruntime:", np.abs(reference - np.array(expected["model.onnx"])).max())
    (folder / "expected.golden.json").write_text(json.dumps({"ids": IDS[0].tolist(), "logits": expected}))


def builder():
    """The graph of onnxruntime-genai's builder: fused operators, packed q, k and v, data in a file of its own."""
    config = transformers.LlamaConfig(**BASE, head_dim=16, tie_word_embeddings=False, rms_norm_eps=1e-5)
    model = random_model(config, 4)
    folder = save(model, "builder")
    weights = {name: value.detach().numpy().astype(np.float32) for name, value in model.state_dict().items()}
    nodes, constants, inputs = [], [], [("input_ids", TensorProto.INT64, ["batch_size", "sequence_length"]), ("attention_mask", TensorProto.INT64, ["batch_size", "total_sequence_length"])]
    outputs = [("logits", TensorProto.FLOAT, ["batch_size", "sequence_length", 64])]

    def constant(name, values):
        constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(op, name, ins, outs, domain="", **attributes):
        nodes.append(helper.make_node(op, ins, outs, name=name, domain=domain, **attributes))

    def matmul(path, x, *tensors):
        name = f"{path[1:].replace('/', '.')}.weight"
        node("MatMul", path, [x, constant(name, np.concatenate([weights[tensor] for tensor in tensors]).T)], [f"{path}/output_0"])
        return f"{path}/output_0"

    positions = np.arange(64)[:, None] / 10000 ** (np.arange(0, 16, 2) / 16)
    constant("cos_cache", np.cos(positions).astype(np.float32))
    constant("sin_cache", np.sin(positions).astype(np.float32))
    node("ReduceSum", "/model/attn_mask_reformat/ReduceSum", ["attention_mask", constant("axis", np.array([1]))], ["mask_sum"], keepdims=0)
    node("Sub", "/model/attn_mask_reformat/Sub", ["mask_sum", constant("one", np.array([1]))], ["last"])
    node("Cast", "/model/attn_mask_reformat/Cast", ["last"], ["seqlens_k"], to=TensorProto.INT32)
    node("Shape", "/model/attn_mask_reformat/Shape", ["attention_mask"], ["mask_shape"])
    node("Gather", "/model/attn_mask_reformat/Gather", ["mask_shape", constant("second", np.array(1))], ["total"])
    node("Cast", "/model/attn_mask_reformat/Cast_1", ["total"], ["total_seq_len"], to=TensorProto.INT32)
    node("Gather", "/model/embed_tokens/Gather", [constant("model.embed_tokens.weight", weights["model.embed_tokens.weight"]), "input_ids"], ["residual"])
    node("SimplifiedLayerNormalization", "/model/layers.0/input_layernorm/LayerNorm", ["residual", constant("model.layers.0.input_layernorm.weight", weights["model.layers.0.input_layernorm.weight"])], ["normed"], epsilon=1e-5, stash_type=1)
    residual, normed = "residual", "normed"

    def skip_norm(path, x, gain):
        nonlocal residual, normed
        name = f"{path[1:].replace('/', '.').rsplit('.', 1)[0]}.weight"
        node("SkipSimplifiedLayerNormalization", path, [residual, x, constant(name, weights[gain])], [f"{path}/0", "", "", f"{path}/3"], "com.microsoft", epsilon=1e-5)
        residual, normed = f"{path}/3", f"{path}/0"

    for layer in range(2):
        hub = f"model.layers.{layer}"
        path = f"/model/layers.{layer}"
        qkv = matmul(f"{path}/attn/qkv_proj/MatMul", normed, *[f"{hub}.self_attn.{part}_proj.weight" for part in "qkv"])
        past = [f"past_key_values.{layer}.key", f"past_key_values.{layer}.value"]
        present = [f"present.{layer}.key", f"present.{layer}.value"]
        inputs.extend((name, TensorProto.FLOAT, ["batch_size", 1, "past_sequence_length", 16]) for name in past)
        outputs.extend((name, TensorProto.FLOAT, ["batch_size", 1, "total_sequence_length", 16]) for name in present)
        node("GroupQueryAttention", f"{path}/attn/GroupQueryAttention", [qkv, "", "", *past, "seqlens_k", "total_seq_len", "cos_cache", "sin_cache"], [f"{path}/attn/output_0", *present], "com.microsoft", num_heads=2, kv_num_heads=1, do_rotary=1)
        skip_norm(f"{path}/post_attention_layernorm/SkipLayerNorm", matmul(f"{path}/attn/o_proj/MatMul", f"{path}/attn/output_0", f"{hub}.self_attn.o_proj.weight"), f"{hub}.post_attention_layernorm.weight")
        gate = matmul(f"{path}/mlp/gate_proj/MatMul", normed, f"{hub}.mlp.gate_proj.weight")
        up = matmul(f"{path}/mlp/up_proj/MatMul", normed, f"{hub}.mlp.up_proj.weight")
        node("Sigmoid", f"{path}/mlp/act_fn/Sigmoid", [gate], [f"{path}/mlp/sigmoid"])
        node("Mul", f"{path}/mlp/act_fn/Mul", [gate, f"{path}/mlp/sigmoid"], [f"{path}/mlp/silu"])
        node("Mul", f"{path}/mlp/Mul", [f"{path}/mlp/silu", up], [f"{path}/mlp/post"])
        down = matmul(f"{path}/mlp/down_proj/MatMul", f"{path}/mlp/post", f"{hub}.mlp.down_proj.weight")
        following = "final_norm_layernorm" if layer == 1 else "input_layernorm"
        skip_norm(f"/model/layers.{layer + 1}/{following}/SkipLayerNorm", down, "model.norm.weight" if layer == 1 else f"model.layers.{layer + 1}.input_layernorm.weight")
    nodes.append(helper.make_node("MatMul", [normed, constant("lm_head.MatMul.weight", weights["lm_head.weight"].T)], ["logits"], name="/lm_head/MatMul"))
    info = lambda of: [helper.make_tensor_value_info(*each) for each in of]
    graph = helper.make_graph(nodes, "main_graph", info(inputs), info(outputs), constants)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)], ir_version=8)
    onnx.save(made, folder / "onnx" / "model.onnx", save_as_external_data=True, location="model.onnx_data", size_threshold=512)
    quantised(folder / "onnx" / "model.onnx", folder / "onnx" / "model_q4.onnx")
    write_expected(folder, model)


if __name__ == "__main__":
    for case in CASES:
        optimum(case)
    builder()
