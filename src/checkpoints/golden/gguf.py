"""Writes the golden files of the GGUF reader into gguf/.

    python gguf.py [--packages FOLDER]

Needs numpy, torch, transformers, tokenizers and gguf (written with gguf 0.19, transformers 5.18).

`blocks.golden.json`: random blocks of each type and what gguf's own numpy code makes of them.
`{family}.gguf` and `{family}.golden.json`: a tiny random checkpoint, written with gguf's writer and names and changed as
llama.cpp's converter changes it; and what transformers' GGUF loader makes of that file: every tensor, greedy logits, and
the tokenizer's ids.
"""

import argparse
import base64
import json
import pathlib
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--packages", help="a folder of Python packages to use besides the installed ones")
if packages := parser.parse_args().packages:
    sys.path.append(packages)
# The script is called as the package is.
sys.path = [path for path in sys.path if pathlib.Path(path or ".").resolve() != pathlib.Path(__file__).parent.resolve()]

import gguf
import numpy as np
import torch
import transformers
from gguf import GGMLQuantizationType as Type
from gguf import quants
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

OUT = pathlib.Path(__file__).parent / "gguf"
TEXTS = ["The old man's 3 boats, 2024!", "Ärger über   Öl\n\tüçün", "गाँव के बाहर", "日本語 and emoji 👩‍👧", "<s>x</s>"]
TYPES = [Type.F16, Type.BF16, Type.Q8_0, Type.Q4_0, Type.Q4_1, Type.Q5_0, Type.Q4_K, Type.Q5_K, Type.Q6_K]
CORPUS = ["The old man walked to the river and looked at the water.", "Die Häuser sind über 300 Jahre alt, sagt man's.", "गाँव के बाहर एक कुआँ था।", "Su abuela guardaba 25 cartas."] * 4


def blocks():
    """Every scale is a small positive or negative half, every other byte random."""
    random = np.random.default_rng(7)
    golden = {}
    for kind in TYPES:
        block_size, block_bytes = gguf.GGML_QUANT_SIZES[kind]
        count = 3 if block_size > 1 else 16
        raw = random.integers(0, 256, (count, block_bytes), dtype=np.uint8)
        halves = {Type.Q4_1: [0, 2], Type.Q4_K: [0, 2], Type.Q5_K: [0, 2], Type.Q6_K: [208]}.get(kind, [0])
        if kind != Type.BF16:
            for at in halves:
                raw[:, at : at + 2] = random.normal(0, 0.1, (count, 1)).astype(np.float16).view(np.uint8)
        else:
            raw = random.normal(0, 1, (count, 1)).astype(np.float32).view(np.uint16)[:, 1:].copy().view(np.uint8)
        values = quants.dequantize(raw, kind).astype(np.float32)
        golden[kind.name] = {"bytes": base64.b64encode(raw.tobytes()).decode(), "values": [float(f"{v:.9g}") for v in values.flatten()]}
    (OUT / "blocks.golden.json").write_text(json.dumps(golden))


BASE = dict(hidden_size=64, intermediate_size=96, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=128, bos_token_id=1, eos_token_id=2)
ROPE3 = dict(rope_type="llama3", rope_theta=500000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=8192)
# family: (config, model class, settings, type of the matrices)
FAMILIES = {
    "llama": ("LlamaConfig", dict(BASE, tie_word_embeddings=False, rms_norm_eps=1e-5), Type.Q8_0),
    "qwen2": ("Qwen2Config", dict(BASE, tie_word_embeddings=True), Type.Q4_0),
    "qwen3": ("Qwen3Config", dict(BASE, head_dim=16, tie_word_embeddings=True), Type.Q8_0),
    "gemma2": ("Gemma2Config", dict(BASE, head_dim=16, query_pre_attn_scalar=16, sliding_window=32), Type.BF16),
    "gemma3": ("Gemma3TextConfig", dict(BASE, head_dim=16, query_pre_attn_scalar=16, sliding_window=32), Type.BF16),
    "phi3": ("Phi3Config", dict(BASE, tie_word_embeddings=False, pad_token_id=0), Type.Q4_1),
    "gpt2": ("GPT2Config", dict(n_embd=64, n_layer=2, n_head=4, n_inner=96, n_positions=128, bos_token_id=1, eos_token_id=2), Type.F16),
}


def bpe():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<unk>", "<s>", "</s>"]
    tokenizer.train_from_iterator(CORPUS, trainers.BpeTrainer(vocab_size=320, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    return tokenizer


def piece_bpe():
    """A SentencePiece-like vocabulary: byte pieces, then pieces by falling score."""
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>"))
    special = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)]
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.train_from_iterator(CORPUS, trainers.BpeTrainer(vocab_size=420, special_tokens=special))
    return json.loads(tokenizer.to_str())["model"]["vocab"]


def write_tokenizer(writer, family):
    if family in ("llama", "gemma2", "gemma3", "phi3"):
        vocab = sorted(piece_bpe().items(), key=lambda item: item[1])
        writer.add_tokenizer_model("llama")
        writer.add_token_list([token for token, _ in vocab])
        writer.add_token_scores([0.0 if i < 259 else float(259 - i) for i in range(len(vocab))])
        writer.add_token_types([2, 3, 3] + [6] * 256 + [1] * (len(vocab) - 259))
        writer.add_unk_token_id(0)
        writer.add_add_bos_token(True)
        if family.startswith("gemma"):
            writer.add_add_space_prefix(False)
    else:
        tokenizer = json.loads(bpe().to_str())
        vocab = sorted(tokenizer["model"]["vocab"].items(), key=lambda item: item[1])
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre("qwen2" if family.startswith("qwen") else "gpt-2")
        writer.add_token_list([token for token, _ in vocab])
        writer.add_token_types([3, 3, 3] + [1] * (len(vocab) - 3))
        writer.add_token_merges([" ".join(pair) for pair in tokenizer["model"]["merges"]])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template("{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}")
    return len(vocab)


def convert(family, name, tensor, config):
    """As convert_hf_to_gguf.py changes tensors."""
    if family == "llama" and name.endswith(("q_proj.weight", "k_proj.weight")):
        heads = config.num_attention_heads if "q_proj" in name else config.num_key_value_heads
        rows, columns = tensor.shape
        return tensor.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)
    if family.startswith("gemma") and name.endswith("norm.weight"):
        return tensor + 1
    if family == "gpt2" and name.endswith(".weight") and ".c_" in name:
        return tensor.T
    return tensor


def write(family):
    config_name, settings, kind = FAMILIES[family]
    torch.manual_seed(11)
    path = OUT / f"{family}.gguf"
    writer = gguf.GGUFWriter(str(path), family)
    vocabulary = write_tokenizer(writer, family)
    config = getattr(transformers, config_name)(vocab_size=vocabulary, **settings)
    model = transformers.AutoModelForCausalLM.from_config(config).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "norm" in name or "ln_" in name:
                parameter.uniform_(-0.3, 0.3) if family.startswith("gemma") else parameter.uniform_(0.5, 1.5)
            else:
                parameter.normal_(0, 0.3 if parameter.ndim == 1 else 0.15)
    writer.add_context_length(128)
    writer.add_embedding_length(64)
    writer.add_block_count(2)
    writer.add_feed_forward_length(96)
    writer.add_head_count(4)
    if family == "gpt2":
        writer.add_layer_norm_eps(1e-5)
    else:
        writer.add_head_count_kv(2)
        writer.add_layer_norm_rms_eps(config.rms_norm_eps)
        writer.add_rope_freq_base(10000.0)
        writer.add_rope_dimension_count(16)
    if settings.get("head_dim"):
        writer.add_key_length(16)
        writer.add_value_length(16)
    if "sliding_window" in settings:
        writer.add_sliding_window(settings["sliding_window"])
    names = gguf.get_tensor_name_map({value: key for key, value in gguf.MODEL_ARCH_NAMES.items()}[family], 2)
    for name, parameter in model.state_dict().items():
        if name == "lm_head.weight" and config.tie_word_embeddings or name.endswith((".attn.bias", "masked_bias")):
            continue
        values = np.ascontiguousarray(convert(family, name, parameter.numpy().astype(np.float32), config))
        own = names.get_name(name, try_suffixes=(".weight", ".bias"))
        stored = kind if values.ndim == 2 else Type.F32
        writer.add_tensor(own, quants.quantize(values, stored), raw_dtype=stored)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()

    # What transformers does not read from the file: Qwen 3's head size, Phi 3's padding.
    unread = {key: settings[key] for key in ("head_dim", "pad_token_id") if key in settings}
    loaded_config = transformers.AutoConfig.from_pretrained(OUT, gguf_file=path.name)
    for key, value in unread.items():
        setattr(loaded_config, key, value)
    loaded = transformers.AutoModelForCausalLM.from_pretrained(OUT, gguf_file=path.name, config=loaded_config, dtype=torch.float32).eval()
    ids = torch.randint(3, vocabulary, (1, 12), generator=torch.Generator().manual_seed(3))
    tensors = {}
    for name, values in loaded.state_dict().items():
        if name == "lm_head.weight" and config.tie_word_embeddings or name.endswith((".attn.bias", "masked_bias")):
            continue
        flat = values.float().flatten()
        tensors[name] = {"shape": list(values.shape), "values": [float(flat[i]) for i in range(0, flat.numel(), max(1, flat.numel() // 8))], "norm": float(flat.norm())}
    golden = {"tensors": tensors, "ids": ids[0].tolist()}
    if family in ("llama", "qwen2", "qwen3"):
        with torch.no_grad():
            golden["logits"] = [float(v) for v in loaded(ids).logits[0, -1]]
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(OUT, gguf_file=path.name)
        golden["texts"] = {text: tokenizer(text, add_special_tokens=False)["input_ids"] for text in TEXTS if "<s>" not in text or family in ("qwen2", "qwen3", "gpt2")}
    except Exception as error:
        print(family, "has no tokenizer in transformers:", repr(error)[:200])
    (OUT / f"{family}.golden.json").write_text(json.dumps(golden, ensure_ascii=False))


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    blocks()
    for family in FAMILIES:
        try:
            write(family)
        except Exception as error:
            import traceback
            traceback.print_exc()
            print("FAILED", family, error)
