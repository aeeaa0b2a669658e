import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { LabError } from "../../result";
import type { Checkpoint } from "../checkpoint";
import { chooseOpening } from "../choose";
import { toFloat32 } from "../dtype";
import { fileSource } from "../byte-source";
import { openFolder, type Folder } from "../folder";
import { readGraph } from "./graph";
import { dequantiseBlocks } from "./numbers";

const golden = fileURLToPath(new URL("../golden/onnx/", import.meta.url));
const repositories = readdirSync(golden);

function repository(name: string): Folder {
  const file = (path: string) => new File([readFileSync(`${golden}${name}/${path}`)], path);
  return {
    id: name,
    files: ["config.json", "model.safetensors", ...readdirSync(`${golden}${name}/onnx`).map((path) => `onnx/${path}`)],
    text: async (path) => (existsSync(`${golden}${name}/${path}`) ? await file(path).text() : undefined),
    bytes: (path) => fileSource(file(path)),
  };
}

async function open(name: string, file?: string): Promise<Checkpoint> {
  const folder = repository(name);
  return await openFolder(folder, chooseOpening(folder, file && `onnx/${file}`));
}

const values = async (checkpoint: Checkpoint, name: string) => toFloat32(await checkpoint.tensor(name));

describe.each(repositories)("%s", (name) => {
  test("f32: every tensor is the one in model.safetensors, to the bit", async () => {
    const [expected, found] = [await open(name), await open(name, "model.onnx")];
    expect([...found.tensors.keys()].toSorted()).toEqual([...expected.tensors.keys()].toSorted());
    for (const [tensor, { shape }] of expected.tensors) {
      expect(found.tensors.get(tensor)!.shape, tensor).toEqual(shape);
      expect(await values(found, tensor), tensor).toEqual(await values(expected, tensor));
    }
  });

  test("q4: the blocks stand for what each tensor is widened to, within half a step of the original", async () => {
    const [expected, found] = [await open(name), await open(name, "model_q4.onnx")];
    expect([...found.tensors.keys()].toSorted()).toEqual([...expected.tensors.keys()].toSorted());
    for (const [tensor, { blocks, shape }] of found.tensors) {
      const [original, widened] = [await values(expected, tensor), await values(found, tensor)];
      if (!blocks) {
        expect(widened, tensor).toEqual(original);
        continue;
      }
      const stored = await found.blocks!(tensor);
      expect(dequantiseBlocks(stored, shape as [number, number], blocks), tensor).toEqual(widened);
      // The end of the range opposite to the largest value is one step short.
      const steps = original.map((value, i) => Math.abs((value - widened[i]!) / stored.scales[Math.floor(i / 32)]!));
      expect(Math.max(...steps), tensor).toBeLessThanOrEqual(1.01);
    }
    expect([...found.tensors.values()].some(({ blocks }) => blocks?.bits === 4)).toBe(
      name !== "optimum-gpt2" || found.tensors.has("lm_head.weight"),
    );
  });
});

describe("the other precisions of one repository", () => {
  test("f16 halves every tensor, and q4f16 has the blocks of q4 with halved scales", async () => {
    const [expected, halves] = [await open("optimum-llama"), await open("optimum-llama", "model_fp16.onnx")];
    for (const tensor of expected.tensors.keys()) {
      expect(halves.tensors.get(tensor)!.type).toBe("F16");
      const [original, half] = [await values(expected, tensor), await values(halves, tensor)];
      const errors = original.map((value, i) => Math.abs(half[i]! - value) - 2 ** -11 * Math.abs(value));
      expect(Math.max(...errors)).toBeLessThanOrEqual(2 ** -25);
    }
    const [q4, q4f16] = [await open("optimum-llama", "model_q4.onnx"), await open("optimum-llama", "model_q4f16.onnx")];
    const tensor = "model.layers.1.mlp.up_proj.weight";
    const [a, b] = [await q4.blocks!(tensor), await q4f16.blocks!(tensor)];
    expect(b.codes).toEqual(a.codes);
    for (const [i, scale] of a.scales.entries()) expect(b.scales[i]! / scale).toBeCloseTo(1, 3);
  });

  test("q8 is widened: within a step of its column or tensor", async () => {
    const [expected, found] = [await open("optimum-llama"), await open("optimum-llama", "model_quantized.onnx")];
    expect([...found.tensors.keys()].toSorted()).toEqual([...expected.tensors.keys()].toSorted());
    for (const tensor of expected.tensors.keys()) {
      const [original, widened] = [await values(expected, tensor), await values(found, tensor)];
      const step = (Math.max(0, ...original) - Math.min(0, ...original)) / 255;
      const errors = original.map((value, i) => Math.abs(value - widened[i]!));
      expect(Math.max(...errors), tensor).toBeLessThanOrEqual(0.51 * step);
    }
  });

  test("by default a repository without safetensors opens with four bits", () => {
    const folder = repository("optimum-llama");
    const without = { ...folder, files: folder.files!.filter((file) => file !== "model.safetensors") };
    expect(chooseOpening(without).file).toBe("onnx/model_q4f16.onnx");
  });

  test("packed queries, keys and values come apart, also in blocks", async () => {
    const [whole, q4] = [await open("builder"), await open("builder", "model_q4.onnx")];
    const tensor = "model.layers.1.self_attn.k_proj.weight";
    const blocks = await q4.blocks!(tensor);
    const widened = dequantiseBlocks(blocks, [16, 32], q4.tensors.get(tensor)!.blocks!);
    const original = await values(whole, tensor);
    expect(Math.max(...original.map((value, i) => Math.abs(value - widened[i]!)))).toBeLessThan(0.2);
  });
});

describe("files that are none", () => {
  const reading = async (bytes: Uint8Array) =>
    await readGraph(fileSource(new File([new Uint8Array(bytes)], "model.onnx"))).then(
      () => "ok",
      (thrown: unknown) => (thrown instanceof LabError ? thrown.problem.code : String(thrown)),
    );

  test("are named", async () => {
    expect(await reading(new TextEncoder().encode("<!doctype html>"))).toBe("onnx-header");
    expect(await reading(new Uint8Array(0))).toBe("onnx-header");
    const model = readFileSync(`${golden}builder/onnx/model_q4.onnx`);
    expect(await reading(model.subarray(0, model.length / 2))).toBe("onnx-header");
  });

  test("no mutation of a header hangs or throws anything else", async () => {
    const model = new Uint8Array(readFileSync(`${golden}builder/onnx/model.onnx`));
    let state = 1;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
    for (let i = 0; i < 400; i++) {
      const mutated = model.slice();
      for (let flips = 0; flips <= random(3); flips++) mutated[random(mutated.length)] = random(256);
      expect(["ok", "onnx-header"]).toContain(await reading(mutated));
    }
  });
});
