import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gaussian } from "../vectors";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { applyToResidual } from "../apply";
import { fitLanguageMap, fitOfPairs, identityMap, type LanguageMap, mapLayer } from "./language-map";
import { factorMap, mapEdit } from "./map-edit";

interface Golden {
  readonly source: readonly number[][];
  readonly target: readonly number[][];
  readonly ridge: number;
  readonly map: readonly number[];
  readonly towardsOfRank2: readonly number[];
}
const golden = JSON.parse(readFileSync(new URL("golden/maps.json", import.meta.url), "utf8")) as readonly Golden[];
const rows = (values: readonly (readonly number[])[]) => values.map((row) => Float32Array.from(row));
const near = (actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 4) =>
  Array.from(expected).forEach((value, i) => expect(actual[i]).toBeCloseTo(value, digits));

/** What an edit at a strength does to one vector. */
function edited(map: LanguageMap, form: "add" | "towards", rank: number, strength: number, h: Float32Array) {
  return applyToResidual(mapEdit(0, factorMap(map, form, rank), strength), [h], { past: 0, promptLength: 1 })[0]!;
}

describe("a map between two languages", () => {
  it.each(golden)("is numpy's and PyTorch's at ridge $ridge", ({ source, target, ridge, map, towardsOfRank2 }) => {
    const fitted = unwrap(fitLanguageMap({ source: rows(source), target: rows(target) }, ridge));
    near(fitted.values, map);
    const { u, v } = factorMap(fitted, "towards", 2);
    const product = towardsOfRank2.map((_, at) => {
      const [i, j] = [Math.floor(at / 5), at % 5];
      return u[i * 2]! * v[j]! + u[i * 2 + 1]! * v[5 + j]!;
    });
    near(product, towardsOfRank2);
  });

  it("returns R where Y = X R: a quarter turn takes (1, 0) to (0, 1), and retrieval to 1", () => {
    const random = seededRandom(3);
    const source = Array.from({ length: 12 }, () => gaussian(2, random));
    const target = source.map((x) => Float32Array.of(-x[1]!, x[0]!)); // (x, y) R with R = [[0, 1], [-1, 0]]
    const split = { train: [0, 1, 2, 3, 4, 5], heldOut: [6, 7, 8, 9, 10, 11] };
    const { map, before, after } = unwrap(mapLayer(0, { source, target }, split, 0));
    near(map.values, [0, 1, -1, 0]);
    expect(after.cosine).toBeCloseTo(1, 5);
    expect(after.explained).toBeCloseTo(1, 5);
    expect(after.retrieval).toBe(1);
    expect(before.cosine).toBeCloseTo(0, 5); // a quarter turn away
    expect(before.retrieval).toBeLessThan(1);
  });

  it("changes nothing at strength 0; W = I adds (1 + s) h; moved towards, strength 1 is the image itself", () => {
    const h = Float32Array.of(3, -4);
    const turn: LanguageMap = { from: 2, to: 2, values: Float64Array.of(0, 1, -1, 0) };
    expect(Array.from(edited(turn, "add", 0, 0, h))).toEqual([3, -4]);
    near(edited(identityMap(2), "add", 0, 0.5, h), [4.5, -6]); // 1.5 h
    near(edited(identityMap(2), "add", 2, -1, h), [0, 0]);
    near(edited(turn, "towards", 0, 1, h), [4, 3]); // h R = (-(-4), 3)
    near(edited(turn, "towards", 0, 0.5, h), [3.5, -0.5]); // half way
  });

  it("a map of rank 1 keeps the greatest stretch: diag(3, 1) becomes diag(3, 0)", () => {
    const map: LanguageMap = { from: 2, to: 2, values: Float64Array.of(3, 0, 0, 1) };
    near(edited(map, "add", 1, 1, Float32Array.of(1, 1)), [4, 1]);
  });

  it("reads the fit off by hand: one of two mapped on its translation, one on the mean", () => {
    const fit = fitOfPairs(identityMap(2), {
      source: rows([
        [1, 0],
        [0.5, 0.5],
      ]),
      target: rows([
        [1, 0],
        [0, 1],
      ]),
    });
    expect(fit.cosine).toBeCloseTo((1 + Math.SQRT1_2) / 2, 6);
    expect(fit.explained).toBeCloseTo(0.5, 6); // error 0 + 0.5, total 4 * 0.25
    expect(fit.retrieval).toBe(0.5); // the second is as near to both
  });

  it("names pairs that are none, too few of them without a ridge, and numbers that are not finite", () => {
    const one = rows([[1, 2]]);
    const refusal = (pairs: Parameters<typeof fitLanguageMap>[0], ridge: number) => {
      const result = fitLanguageMap(pairs, ridge);
      return result.ok ? "" : `${result.problem.what} ${result.problem.remedy}`;
    };
    expect(refusal({ source: one, target: [] }, 0)).toMatch(/1 sentences and 0 translations/);
    expect(refusal({ source: one, target: one }, 0)).toMatch(/1 pairs do not fix a map of 2 x 2 .* ridge above 0/);
    expect(refusal({ source: rows([[Number.NaN, 1]]), target: one }, 1)).toMatch(/not finite/);
    expect(refusal({ source: one, target: one }, Number.NaN)).toMatch(/ridge/);
  });
});
