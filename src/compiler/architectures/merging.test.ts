import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Checkpoint } from "../../checkpoints/checkpoint";
import { openCheckpoint } from "../../checkpoints/open";
import { mergeCheckpoint } from "../../checkpoints/virtual";
import { recipeOfMap } from "../../merging/layer-map";
import { mlpNormOf } from "../../merging/mlp-norm";
import { unwrap } from "../../result";
import { compile } from "../compile";
import { plainProgram } from "../program";
import { tinyCheckpoint } from "../testing/tiny";
import { describeDecoder } from "./index";

const everyFamily = readdirSync(new URL("../golden/architectures", import.meta.url));
const families = ["gemma3", "gpt2", "gpt-neox", "olmo2", "phi3"];

describe.each(families)("a merge of two %s checkpoints", (family) => {
  it("takes each layer, embedding and head from where the map says, and compiles", async () => {
    const [a, b] = await Promise.all([1, 2].map((seed) => open(`architectures/${family}`, seed)));
    const layers = compiled(a!).geometry.layers;
    const map = {
      a: "A",
      b: "B",
      method: "linear",
      shares: Array.from({ length: layers }, (_, layer) => (layer === 0 ? 1 : 0)),
      embeddings: "b",
      norm: "a",
      head: "b",
    } as const;
    const merged = unwrap(
      mergeCheckpoint(
        recipeOfMap(map),
        new Map([
          ["A", a!],
          ["B", b!],
        ]),
      ),
    );
    for (const name of merged.tensors.keys()) {
      const borrowed = /\.0\./.test(name) || /emb|wte|wpe|lm_head/.test(name);
      expect(merged.tensorKey(name), name).toBe((borrowed ? b! : a!).tensorKey(name));
    }
    const lent = new Set(compiled(b!).weights.map(({ path }) => path));
    const own = new Set(compiled(a!).weights.map(({ path }) => path));
    const paths = compiled(merged).weights.map(({ path }) => path);
    expect(paths.every((path) => lent.has(path) || own.has(path))).toBe(true);
    expect(paths.filter((path) => lent.has(path) && !own.has(path)).length).toBeGreaterThan(5);
  });
});

it.each(everyFamily)("a layer of %s splits into the halves of its description", async (family) => {
  const [a, b] = await Promise.all([1, 2].map((seed) => open(`architectures/${family}`, seed)));
  const { blocks } = unwrap(describeDecoder(a!));
  const mlpNorm = mlpNormOf(a!.tensors.keys());
  const recipe = recipeOfMap({
    a: "A",
    b: "B",
    method: "linear",
    shares: blocks.map(() => 0),
    mlp: blocks.map(() => 1),
    embeddings: "a",
    norm: "a",
    head: "a",
    ...(mlpNorm && { mlpNorm }),
  });
  const parents = new Map([
    ["A", a!],
    ["B", b!],
  ]);
  const merged = unwrap(mergeCheckpoint(recipe, parents));
  for (const { beforeAttention, attention, afterAttention, beforeMlp, mlp, afterMlp } of blocks) {
    const halves = [
      [a!, namesIn([beforeAttention, attention, afterAttention])],
      [b!, namesIn([beforeMlp, mlp, afterMlp])],
    ] as const;
    for (const [owner, names] of halves) {
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) expect(merged.tensorKey(name), name).toBe(owner.tensorKey(name));
    }
  }

  function namesIn(described: unknown): readonly string[] {
    if (typeof described === "string") return a!.tensors.has(described) ? [described] : [];
    return described instanceof Object ? Object.values(described).flatMap(namesIn) : [];
  }
});

it("a merge of another depth is as deep as the recipe says, also where the family has another key for it", async () => {
  const gpt2 = await open("architectures/gpt2", 1);
  const slice = (first: number, end: number) => ({ sources: [{ model: "A", layer_range: [first, end] as const }] });
  const recipe = { merge_method: "passthrough", slices: [slice(0, 2), slice(1, 2)] } as const;
  const merged = unwrap(mergeCheckpoint(recipe, new Map([["A", gpt2]])));
  expect(compiled(merged).geometry.layers).toBe(3);
});

async function open(name: string, seed: number): Promise<Checkpoint> {
  const files = [...(await tinyCheckpoint(name, { seed }))].map(([file, bytes]) => new File([bytes], file));
  return await openCheckpoint(files, { embeddedBase: "" });
}

function compiled(checkpoint: Checkpoint) {
  return unwrap(compile(checkpoint, plainProgram));
}
