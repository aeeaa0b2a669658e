import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProblemCode, Result } from "../result";
import { type Header, headerLength, parseHeader, writeSafetensors } from "./safetensors";

const encode = (header: unknown) =>
  new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
const codeOf = (result: Result<unknown>): ProblemCode | "ok" => (result.ok ? "ok" : result.problem.code);

function read(file: Uint8Array): Result<Header> {
  const length = headerLength(file.subarray(0, 8), file.length, "a.safetensors");
  if (!length.ok) return length;
  return parseHeader(file.subarray(8, 8 + length.value), file.length, "a.safetensors");
}

const tensor = {
  name: "w",
  type: "F32" as const,
  shape: [2, 1],
  bytes: new Uint8Array(new Float32Array([1, -2]).buffer),
};

describe("a well-formed file", () => {
  test("reads back what was written, each tensor at its place", () => {
    const half = { name: "a.b", type: "BF16" as const, shape: [3], bytes: new Uint8Array([1, 2, 3, 4, 5, 6]) };
    const file = writeSafetensors([tensor, half]);
    const result = read(file);
    if (!result.ok) throw new Error(result.problem.what);
    const byName = new Map(result.value.entries.map((entry) => [entry.name, entry]));
    expect(byName.get("w")).toMatchObject({ type: "F32", shape: [2, 1] });
    for (const { name, bytes } of [tensor, half]) {
      const { start, end } = byName.get(name)!;
      expect(file.slice(start, end)).toEqual(bytes);
    }
  });

  test("integer buffers are left out, by name", () => {
    const header = { ids: { dtype: "I64", shape: [1], data_offsets: [0, 8] } };
    expect(parseHeader(encode(header), 1000, "a")).toEqual({ ok: true, value: { entries: [], leftOut: ["ids"] } });
  });
});

describe("a lying or damaged file has a named error", () => {
  const entry = (change: object) => ({ w: { dtype: "F32", shape: [2], data_offsets: [0, 8], ...change } });
  const buffer = JSON.stringify({ dtype: "I64", shape: [1], data_offsets: [0, 8] });
  test.each<[string, unknown, ProblemCode]>([
    ["offsets past the end", entry({ shape: [500], data_offsets: [0, 2000] }), "safetensors-truncated"],
    ["a shape that does not fit its bytes", entry({ shape: [3] }), "safetensors-header"],
    ["offsets backwards", entry({ data_offsets: [8, 0] }), "safetensors-header"],
    ["negative offsets", entry({ data_offsets: [-8, 0] }), "safetensors-header"],
    ["a type that the lab does not read", entry({ dtype: "F8_E4M3" }), "tensor-dtype"],
    ["no type", entry({ dtype: undefined }), "safetensors-header"],
    ["a shape that is no list", entry({ shape: "2" }), "safetensors-header"],
    ["an entry that is no object", { w: 3 }, "safetensors-header"],
    ["a name given twice", `{"w":${buffer},"v":{"dtype":"I64","w":1},"w":${buffer}}`, "safetensors-header"],
    ["a name given twice in two spellings", `{"w":${buffer},"\\u0077" :${buffer}}`, "safetensors-header"],
    ["no object at all", [1], "safetensors-header"],
    ["no JSON", "{", "safetensors-header"],
    [
      "tensors that overlap",
      { a: { dtype: "F32", shape: [2], data_offsets: [0, 8] }, b: { dtype: "F32", shape: [2], data_offsets: [4, 12] } },
      "safetensors-header",
    ],
  ])("%s", (_, header, code) => {
    expect(codeOf(parseHeader(encode(header), 1000, "a"))).toBe(code);
  });

  test("a name that metadata or an entry also holds is not given twice", () => {
    const header = { __metadata__: { w: '{"w": [' }, w: { dtype: "I64", w: ["w"] } };
    expect(codeOf(parseHeader(encode(header), 1000, "a"))).toBe("ok");
  });

  test("a file cut off inside its weights, its header, or its first bytes", () => {
    const file = writeSafetensors([tensor]);
    expect(codeOf(read(file.subarray(0, file.length - 1)))).toBe("safetensors-truncated");
    expect(codeOf(read(file.subarray(0, 20)))).toBe("safetensors-truncated");
    expect(codeOf(read(file.subarray(0, 3)))).toBe("safetensors-truncated");
  });

  test("a header length that lies", () => {
    const huge = new Uint8Array(8).fill(255);
    expect(codeOf(headerLength(huge, 1000, "a"))).toBe("safetensors-header");
    const web = encode("<!doctype html><html>");
    expect(codeOf(headerLength(web.subarray(0, 8), web.length, "a"))).toBe("safetensors-header");
  });

  test("no mutation of one byte throws", () => {
    const file = writeSafetensors([tensor]);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const mutated = file.slice();
        mutated[at] = byte;
        const result = read(mutated);
        expect(typeof result.ok).toBe("boolean");
      }),
      { numRuns: 1000 },
    );
  });
});
