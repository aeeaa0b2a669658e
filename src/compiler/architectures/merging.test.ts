import { describe, expect, it } from "vitest";
import type { Checkpoint } from "../../checkpoints/checkpoint";
import { openCheckpoint } from "../../checkpoints/open";
import { mergeCheckpoint } from "../../checkpoints/virtual";
import { recipeOfMap } from "../../merging/layer-map";
import { unwrap } from "../../result";
import { compile } from "../compile";
import { plainProgram } from "../program";
import { tinyCheckpoint } from "../testing/tiny";

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
