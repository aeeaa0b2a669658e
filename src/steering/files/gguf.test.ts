import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unwrap } from "../../result";
import type { ControlVector } from "./control-vector";
import { readControlVector } from "./gguf-read";
import { writeControlVector } from "./gguf-write";

/** Written by the `gguf` package of llama.cpp, version 0.19: directions 1 and 2 of width 4, hint "llama". */
const reference = Uint8Array.from(
  Buffer.from(
    "474755460300000002000000000000000300000000000000140000000000000067656e6572616c2e617263686974656374757265080000000d00000000000000636f6e74726f6c766563746f721800000000000000636f6e74726f6c766563746f722e6d6f64656c5f68696e740800000005000000000000006c6c616d611900000000000000636f6e74726f6c766563746f722e6c617965725f636f756e7404000000020000000b00000000000000646972656374696f6e2e310100000004000000000000000000000000000000000000000b00000000000000646972656374696f6e2e320100000004000000000000000000000020000000000000000000000000803f00000040000040400000804000000000000000000000000000000000000080bf000000000000003f0000803e00000000000000000000000000000000",
    "hex",
  ),
);

const vectors: ControlVector = {
  modelHint: "llama",
  directions: [
    { layer: 1, vector: Float32Array.of(1, 2, 3, 4) },
    { layer: 2, vector: Float32Array.of(-1, 0, 0.5, 0.25) },
  ],
};

describe("GGUF control vectors", () => {
  test("7 the reference file has 320 bytes and is written byte for byte", () => {
    expect(reference).toHaveLength(320);
    expect(Buffer.from(unwrap(writeControlVector(vectors))).toString("hex")).toBe(
      Buffer.from(reference).toString("hex"),
    );
  });

  test("7 the reference file is read: vector N belongs to 0-based layer N", () => {
    expect(unwrap(readControlVector(reference))).toEqual(vectors);
  });

  test("7 a signed layer count is read too", () => {
    const signed = reference.slice();
    signed[signed.findIndex((_, i) => Buffer.from(signed.subarray(i, i + 5)).toString("latin1") === "count") + 5] = 5;
    expect(signed).not.toEqual(reference);
    expect(unwrap(readControlVector(signed))).toEqual(vectors);
  });

  test("7 what is written is read back, whatever the widths and layers", () => {
    const cases = fc.record({
      modelHint: fc.string({ maxLength: 8 }),
      layers: fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 5 }),
      width: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(cases, ({ modelHint, layers, width }) => {
        const directions = layers
          .sort((a, b) => a - b)
          .map((layer) => ({ layer, vector: Float32Array.from({ length: width }, (_, d) => layer + d / 8) }));
        expect(unwrap(readControlVector(unwrap(writeControlVector({ modelHint, directions }))))).toEqual({
          modelHint,
          directions,
        });
      }),
    );
  });

  test("7 layer 0 has no place in the format: refused when writing and when reading", () => {
    const zero = { modelHint: "llama", directions: [{ layer: 0, vector: Float32Array.of(1) }] };
    expect(writeControlVector(zero)).toMatchObject({
      ok: false,
      problem: { code: "intervention-invalid", facts: { layer: 0 } },
    });
    const patched = reference.slice();
    patched[patched.indexOf("1".charCodeAt(0))] = "0".charCodeAt(0);
    expect(readControlVector(patched)).toMatchObject({
      ok: false,
      problem: { what: expect.stringContaining("direction.0") },
    });
  });

  test("7 a file that is cut anywhere is refused by name, never followed", () => {
    // The last 16 bytes are padding after the last vector.
    for (let length = 0; length < reference.length - 16; length += 1) {
      expect(readControlVector(reference.slice(0, length)), `cut at ${length}`).toMatchObject({ ok: false });
    }
  });

  test("7 a file that lies about a size is refused", () => {
    const lying = reference.slice();
    new DataView(lying.buffer).setBigUint64(8, 2n ** 60n, true);
    expect(readControlVector(lying)).toMatchObject({
      ok: false,
      problem: { what: expect.stringContaining("1152921504606846976") },
    });
  });

  test("7 any byte may be damaged: the answer is a vector or a problem, never an exception", () => {
    fc.assert(
      fc.property(fc.nat(reference.length - 1), fc.nat(255), (at, value) => {
        const damaged = reference.slice();
        damaged[at] = value;
        expect(typeof readControlVector(damaged).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});
