import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDelta, canonicalJson, deltaOf, type Json } from "./delta";

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

describe("deltaOf", () => {
  it("holds only what differs, object by object", () => {
    const base = { a: 1, b: { c: 2, d: 3 }, e: [1, 2] };
    expect(deltaOf({ a: 1, b: { c: 2, d: 4 }, e: [1, 2] }, base)).toEqual({ b: { d: 4 } });
    expect(deltaOf({ a: 1, b: { c: 2, d: 3 }, e: [2] }, base)).toEqual({ e: [2] });
    expect(deltaOf(base, base)).toBeUndefined();
  });

  it("replaces an object whole when a key of the default is gone", () => {
    expect(deltaOf({ b: { c: 2 } }, { b: { c: 2, d: 3 } })).toEqual({ b: { "=": { c: 2 } } });
  });

  it("is undone by applyDelta for all JSON", () => {
    fc.assert(
      fc.property(json, json, (value, base) => {
        expect(canonicalJson(applyDelta(base, deltaOf(value, base)))).toBe(canonicalJson(value));
      }),
      { numRuns: 500 },
    );
  });
});

describe("canonicalJson", () => {
  it("is equal for equal documents whatever the order of their keys", () => {
    expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [1, { c: 2, d: 1 }] }));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});
