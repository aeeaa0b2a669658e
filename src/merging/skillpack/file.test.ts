import { expect, test } from "vitest";
import { readPack, writePack } from "./file";
import { packDelta, unpackDelta } from "./pack";

const settings = { beta: 0.9, keep: 0.5, bits: 8 };
const shapes = {
  "model.embed_tokens.weight": [6, 4],
  "model.layers.0.self_attn.q_proj.weight": [4, 6],
  "model.layers.0.mlp.up_proj.weight": [8, 3],
  "model.norm.weight": [24],
};

test("a pack reads as it was written", () => {
  const packed = new Map(
    Object.entries(shapes).map(([name, shape], seed) => {
      const delta = Float32Array.from({ length: 24 }, (_, i) => Math.sin(i * 3.7 + seed) * (i % 5));
      return [name, packDelta(delta, name, shape, settings)] as const;
    }),
  );
  const head = { base: "polyglot-base", tuned: "polyglot-de", settings: JSON.stringify(settings) };
  const read = readPack(writePack(head, packed));
  expect(read?.head).toEqual(head);
  for (const [name, tensor] of packed) expect(unpackDelta(read!.tensors.get(name)!)).toEqual(unpackDelta(tensor));
  expect(readPack(new TextEncoder().encode("something else altogether"))).toBeUndefined();
});
