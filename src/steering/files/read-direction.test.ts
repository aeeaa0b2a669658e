import { describe, expect, test } from "vitest";
import { unwrap } from "../../result";
import { writeControlVector } from "./gguf-write";
import { readDirection } from "./read-direction";
import { writeDirectionTensors } from "./write-direction";

const directions = [
  { layer: 1, vector: Float32Array.of(3, 4) },
  { layer: 2, vector: Float32Array.of(-1, 0.5) },
];
const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const refusal = (bytes: Uint8Array) => {
  const read = readDirection(bytes);
  return read.ok ? "read" : read.problem.what;
};

describe("a direction from a file", () => {
  test("7 safetensors and GGUF give back what was written", () => {
    const origin = { checkpoint: "polyglot-base", tokenizerHash: "ab12" };
    const told = { madeOn: "polyglot-base", tokenizerHash: "ab12" };
    const nothingTold = { madeOn: null, tokenizerHash: null };
    const tensors = writeDirectionTensors(directions, origin);
    expect(unwrap(readDirection(tensors))).toEqual({ format: "safetensors", ...told, directions });
    const gguf = (given: object) => unwrap(writeControlVector({ modelHint: "llama", directions, ...given }));
    expect(unwrap(readDirection(gguf({ origin })))).toEqual({ format: "gguf", ...told, directions });
    expect(unwrap(readDirection(gguf({})))).toEqual({ format: "gguf", ...nothingTold, directions });
  });

  test("7 the lab's JSON holds unit vectors: (.6, .8) of class distance 5 is (3, 4)", () => {
    const file = {
      format: "babelscope-direction",
      layerBase: 0,
      layer: 1,
      checkpoint: "polyglot-base",
      classDistance: 5,
      unitDirection: [0.6, 0.8],
    };
    const [found] = unwrap(readDirection(text(file))).directions;
    expect(found!.layer).toBe(1);
    expect(found!.vector[0]).toBeCloseTo(3, 5);
    expect(found!.vector[1]).toBeCloseTo(4, 5);
    expect(refusal(text({ ...file, layerBase: 1 }))).toContain("not counted from 0");
  });

  test("7 IBM's .svec is read behind the block that it names", () => {
    const file = { model_type: "llama", directions: { "2": [-1, 0.5], "1": [3, 4] }, explained_variances: {} };
    const read = unwrap(readDirection(text(file)));
    expect(read).toEqual({ format: "svec", madeOn: null, tokenizerHash: null, directions });
    const told = { checkpoint: "polyglot-base", tokenizerHash: "ab12" };
    expect(unwrap(readDirection(text({ ...file, babelscope: told })))).toMatchObject({ tokenizerHash: "ab12" });
  });

  test("7 a file that is cut, lies about its sizes or holds nothing is refused", () => {
    const tensors = writeDirectionTensors(directions, {});
    expect(refusal(tensors.slice(0, -4))).toContain("cut");
    expect(refusal(tensors.slice(0, 20))).toContain("cut");
    expect(refusal(writeDirectionTensors([], {}))).toContain("no vector");
    expect(refusal(text({ directions: { "1": [1, 2], "2": [1] } }))).toContain("another width");
    expect(refusal(text({ directions: { "1": [0, 0] } }))).toContain("no length");
    expect(refusal(text({ directions: { "1": [1, null, "x"] } }))).toContain("not finite");
    expect(refusal(text({ directions: { "1": [null, 1] } }))).toContain("not finite");
  });

  test("7 a safetensors header of 640 bytes, whose length begins as a pickle of protocol 2 does, is read", () => {
    const found = Array.from({ length: 800 }, (_, length) =>
      writeDirectionTensors(directions, { checkpoint: "x".repeat(length) }),
    ).filter((bytes) => bytes[0] === 0x80 && bytes[1] === 2);
    expect(found.length).toBeGreaterThan(0);
    for (const bytes of found) expect(unwrap(readDirection(bytes)).directions).toEqual(directions);
  });

  test("7 pickles are refused, never opened: a bare one and the zip of torch.save", () => {
    expect(refusal(Uint8Array.of(0x80, 4, 0x95, 0))).toContain("pickle");
    expect(refusal(Uint8Array.of(0x50, 0x4b, 3, 4))).toContain("pickle");
  });
});
