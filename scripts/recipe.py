"""Runs a merge recipe on whole models and measures the result; with a grid, every layer swap of it, in parallel.

    python recipe.py merge.yml --texts held-out.txt                 one merge with mergekit, then bits per byte
    python recipe.py merge.yml --texts held-out.txt --grid 3 --workers 2
                                                                    bottom and top from 0 to 3 layers, on Ray where it is
                                                                    installed, else on local processes
    python recipe.py merge.yml --texts held-out.txt --grid 3 --address auto
                                                                    the same on a running Ray cluster (`auto` or host:port);
                                                                    models must be names of the hub or paths that all nodes see

Merging is done by `mergekit-yaml` where it is installed. Without it linear and passthrough recipes, with ranges, filters and
gradients, are merged here (--plain does so anyway). Needs torch, transformers, safetensors and PyYAML.
"""

import argparse
import json
import math
import multiprocessing
import pathlib
import shutil
import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor

import torch
import yaml
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM, AutoTokenizer


def value_at(setting, name, depth, default):
    """A parameter for one tensor: a number, a gradient over the slice, or filters of which the first match wins."""
    if setting is None:
        return default
    if not isinstance(setting, list):
        return setting
    if all(isinstance(entry, dict) for entry in setting):
        for entry in setting:
            if entry.get("filter", "*") == "*" or entry["filter"] in name:
                return value_at(entry["value"], name, depth, default)
        return default
    position = depth * (len(setting) - 1)
    left = int(position)
    right = min(left + 1, len(setting) - 1)
    return setting[left] + (position - left) * (setting[right] - setting[left])


def merge_plain(recipe, folder_of, out):
    """Linear and passthrough recipes with slices, as mergekit defines them, in float32."""
    if recipe["merge_method"] not in ("linear", "passthrough"):
        raise SystemExit(f"--plain does not do {recipe['merge_method']}; install mergekit for it.")
    slices = recipe.get("slices")
    names = [source["model"] for part in (slices or [{"sources": recipe["models"]}]) for source in part["sources"]]
    folders = {name: folder_of(name) for name in dict.fromkeys(names)}
    weights = {name: load_file(folder / "model.safetensors") for name, folder in folders.items()}
    first = folders[names[0]]
    config = json.loads((first / "config.json").read_text())
    layers = config["num_hidden_layers"]
    if slices is None:
        slices = [{"sources": [{**source, "layer_range": [0, layers]} for source in recipe["models"]]}]
    merged, position = {}, 0

    def put(name, part, read, depth):
        total, norm = 0, 0
        for source, tensor in zip(part["sources"], read):
            level = [holder.get("parameters") or {} for holder in (source, part, recipe)]
            key = "weight" if recipe["merge_method"] == "linear" else "scale"
            setting = next((values[key] for values in level if value_at(values.get(key), name, depth, None) is not None), 1)
            weight = value_at(setting, name, depth, 1)
            total = total + weight * weights[source["model"]][tensor].float()
            norm += weight
        merged[name] = (total / norm if recipe["merge_method"] == "linear" else total).to(
            weights[part["sources"][0]["model"]][read[0]].dtype
        )

    for part in slices:
        begins = [source["layer_range"][0] for source in part["sources"]]
        length = part["sources"][0]["layer_range"][1] - begins[0]
        for index in range(length):
            depth = index / (length - 1) if length > 1 else 1.0
            prefix = f"model.layers.{begins[0] + index}."
            for name in [name for name in weights[part["sources"][0]["model"]] if name.startswith(prefix)]:
                rest = name[len(prefix) :]
                read = [f"model.layers.{begin + index}.{rest}" for begin in begins]
                put(f"model.layers.{position}.{rest}", part, read, depth)
            position += 1
    for name in weights[names[0]]:
        if ".layers." not in name:
            part = slices[0] if "embed" in name else slices[-1]
            put(name, part, [name] * len(part["sources"]), 0.0)
    out.mkdir(parents=True, exist_ok=True)
    for file in first.iterdir():
        if file.suffix == ".json":
            shutil.copy(file, out)
    (out / "config.json").write_text(json.dumps({**config, "num_hidden_layers": position}))
    save_file(merged, out / "model.safetensors", {"format": "pt"})


def bits_per_byte(folder, texts):
    """Sum of bits over sum of UTF-8 bytes, the first token of a text not counted where nothing stands before it."""
    model, tokenizer = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32), AutoTokenizer.from_pretrained(folder)
    bits, size = 0.0, 0
    with torch.no_grad():
        for text in texts:
            begin = [tokenizer.bos_token_id] if tokenizer.bos_token_id is not None else []
            ids = torch.tensor([begin + tokenizer(text, add_special_tokens=False)["input_ids"]])
            logits = model(ids).logits[0, :-1].log_softmax(-1)
            bits -= logits.gather(1, ids[0, 1:, None]).sum().item() / math.log(2)
            size += len(text.encode())
    return bits / size


def swap(recipe, bottom, top, layers):
    """The recipe's first two models, the second at the lowest and highest layers, embeddings, norm and head averaged."""
    sources = (recipe.get("models") or recipe["slices"][0]["sources"])[:2]
    a, b = (source["model"] for source in sources)
    shares = [1 if layer < bottom or layer >= layers - top else 0 for layer in range(layers)]
    outer = [{"filter": name, "value": 0.5} for name in ("embed_tokens", "model.norm", "lm_head")]
    return {
        "merge_method": "linear",
        "slices": [
            {
                "sources": [
                    {"model": model, "layer_range": [layer, layer + 1], "parameters": {"weight": [*outer, {"value": weight}]}}
                    for model, weight in ((a, 1 - share), (b, share))
                ]
            }
            for layer, share in enumerate(shares)
        ],
    }


def run(job):
    recipe, texts, models, plain = job
    out = pathlib.Path(tempfile.mkdtemp())
    try:
        if plain:
            merge_plain(recipe, lambda name: pathlib.Path(models) / name if models else pathlib.Path(name), out)
        else:
            (out / "recipe.yml").write_text(yaml.safe_dump(recipe))
            subprocess.run(["mergekit-yaml", str(out / "recipe.yml"), str(out), "--lazy-unpickle"], check=True)
        return bits_per_byte(out, texts)
    finally:
        shutil.rmtree(out)


def in_parallel(jobs, workers, address=None):
    """The jobs' values in their order: on the Ray cluster at `address`, on a local one of so many workers, or on processes."""
    try:
        import ray
    except ImportError:
        if address:
            raise SystemExit(f"A cluster at {address} needs Ray: pip install ray.") from None
        print(f"ray is not installed: {workers} local processes")
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
            return list(pool.map(run, jobs))
    ray.init(address=address) if address else ray.init(address="local", num_cpus=workers, include_dashboard=False)
    try:
        remote = ray.remote(run)
        return ray.get([remote.remote(job) for job in jobs])
    finally:
        ray.shutdown()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe")
    parser.add_argument("--texts", required=True, help="one held-out text a line")
    parser.add_argument("--models", help="folder in which the recipe's models lie by name")
    parser.add_argument("--plain", action="store_true", help="merge without mergekit")
    parser.add_argument("--grid", type=int, help="try every swap of up to so many layers at each end")
    parser.add_argument("--workers", type=int, default=2, help="of a local run")
    parser.add_argument("--address", help="of a running Ray cluster")
    options = parser.parse_args()
    recipe = yaml.safe_load(pathlib.Path(options.recipe).read_text())
    texts = [line for line in pathlib.Path(options.texts).read_text().splitlines() if line.strip()]
    plain = options.plain or shutil.which("mergekit-yaml") is None
    if options.grid is None:
        print(f"{run((recipe, texts, options.models, plain)):.4f} bits per byte")
        return
    first = (recipe.get("models") or recipe["slices"][0]["sources"])[0]["model"]
    folder = pathlib.Path(options.models) / first if options.models else pathlib.Path(first)
    layers = json.loads((folder / "config.json").read_text())["num_hidden_layers"]
    points = [(bottom, top) for bottom in range(options.grid + 1) for top in range(options.grid + 1)]
    development, held_out = texts[0::2], texts[1::2]
    jobs = [(swap(recipe, *point, layers), development, options.models, plain) for point in points]
    values = in_parallel(jobs, options.workers, options.address)
    for (bottom, top), value in zip(points, values):
        print(f"bottom {bottom} top {top}: {value:.4f}")
    best = points[values.index(min(values))]
    print(f"best bottom {best[0]} top {best[1]}; held out {run((swap(recipe, *best, layers), held_out, options.models, plain)):.4f}")


if __name__ == "__main__":
    main()
