import { describe, expect, it } from "vitest";
import type { Attention } from "./architectures/architecture";
import { headPlaces, placesOf, projectionOrder, reordered } from "./heads";
import type { Geometry } from "./program";

const geometryOf = (headSize: number): Geometry => ({
  layers: 1,
  width: 8,
  heads: 1,
  kvHeads: 1,
  headSize,
  mlpWidth: 8,
  vocabulary: 8,
  context: 8,
});
const attentionOf = (turned?: number, interleaved = false): Attention => ({
  projections: [{ weight: "qkv" }],
  output: { weight: "o" },
  scale: 1,
  interleaved,
  ...(turned !== undefined && { rope: { theta: 10_000, turned, scaling: { kind: "default" } } }),
});

describe("the places of a head (rule 16)", () => {
  it("are the head's numbers where its size is a multiple of 16 and all of it is turned", () => {
    expect(headPlaces(geometryOf(64))).toBe(64);
    expect(projectionOrder(geometryOf(64), attentionOf(64))).toBeUndefined();
    expect(projectionOrder(geometryOf(64), attentionOf())).toBeUndefined();
  });

  it("put what is turned at the beginning of both halves, and what is not where there is room", () => {
    // A = 6, R = 4: the pairs are (0, 2) and (1, 3), which stand 8 places apart.
    expect(headPlaces(geometryOf(6))).toBe(16);
    const places = placesOf(geometryOf(6), 4);
    expect(places.slice(0, 4)).toEqual([0, 1, 4, 5]);
    expect(places.slice(8, 11)).toEqual([2, 3, -1]);
  });

  it("take queries, keys and values apart where they follow each other head by head", () => {
    const geometry = { ...geometryOf(16), heads: 2, kvHeads: 2 };
    const order = projectionOrder(geometry, attentionOf(16, true))!;
    const firsts = order.rows.filter((_, place) => place % 16 === 0);
    // Stored: q0 k0 v0 q1 k1 v1, 16 rows each. Wanted: q0 q1 k0 k1 v0 v1.
    expect(firsts).toEqual([0, 48, 16, 64, 32, 80]);
  });
});

describe("reordered", () => {
  it("moves rows, and makes rows of zeros", () => {
    const matrix = Float32Array.of(1, 2, 3, 4);
    expect([...reordered(matrix, 2, { key: "", rows: [1, -1, 0] })]).toEqual([3, 4, 0, 0, 1, 2]);
  });
});
