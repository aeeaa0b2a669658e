import { describe, expect, test } from "vitest";
import type { Encoder } from "../../encoder";
import { normal, seededRandom } from "../../../random";
import { constrainedWord2vec } from "../constrained-word2vec";
import { applyRows } from "../rows";
import { toy } from "../toy-encoder";
import { initialRows, type Transfer } from "../transfer";
import { initialisers } from ".";

const named = (name: string) => initialisers.find((initialiser) => initialiser.name === name)!;

function tableOf(name: string, transfer: Transfer, old: Float32Array, width: number, seed = 1): Float32Array {
  const initialiser = named(name);
  return applyRows(old, width, initialRows(initialiser, transfer), seed, initialiser.draws?.(transfer));
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The first token is special and spells nothing. */
function withSpecial(tokens: readonly string[]): Encoder {
  const encoder = toy(tokens);
  return { ...encoder, bytesOf: (id) => (id === 0 ? new Uint8Array() : encoder.bytesOf(id)) };
}

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");

/** A token's row, drawn a thousand times. */
function drawnRows(name: string, transfer: Transfer, old: Float32Array, width: number, id: number) {
  const draw = named(name).draws!(transfer)(old, width);
  const random = seededRandom(1);
  return Array.from({ length: 1000 }, () => Array.from(draw(id, random)));
}

describe("rows drawn by script", () => {
  // Latin rows that begin a word lie about 10, those inside one about 30, Cyrillic ones about -10.
  const old = Float32Array.from([7, 9, 10, 11, 29, 30, 31, -11, -10, -9]);
  const transfer: Transfer = {
    source: withSpecial(["<s>", " a", " b", " c", "d", "e", "f", "ж", "з", "и"]),
    target: withSpecial(["<s>", " x", "y", "жи", " ж", "d"]),
    shared: new Map([
      [0, 0],
      [5, 4],
    ]),
  };
  const drawn = (name: string, id: number) => average(drawnRows(name, transfer, old, 1, id).map(([value]) => value!));

  test("10.8 their mean is that of the script’s old rows; special tokens are copied, shared ones drawn too", () => {
    // (9 + 10 + 11 + 29 + 30 + 31) / 6 = 20; the deviation is √(100 + 2/3) = 10.03, that of a mean of 1000 rows 0.32.
    expect(Math.abs(drawn("script", 1) - 20)).toBeLessThan(1.2);
    expect(Math.abs(drawn("script", 3) + 10)).toBeLessThan(0.1);
    const made = tableOf("script", transfer, old, 1);
    expect(made[0]).toBe(7);
    expect(made[5]).not.toBe(29);
  });

  test("10.8 with the place in the word: 10 where a word begins, 30 inside; a script without it by script alone", () => {
    expect(Math.abs(drawn("script-position", 1) - 10)).toBeLessThan(0.1);
    expect(Math.abs(drawn("script-position", 2) - 30)).toBeLessThan(0.1);
    expect(Math.abs(drawn("script-position", 4) + 10)).toBeLessThan(0.1);
  });

  test("10.8 the identity keeps shared rows bit for bit", () => {
    expect(tableOf("script-identity", transfer, old, 1)[5]).toBe(29);
  });
});

test("10.9 with covariance: drawn rows have the old rows' mean, deviations and what goes together", () => {
  const random = seededRandom(3);
  const old = new Float32Array(2000);
  for (let row = 0; row < 1000; row++) {
    const [one, other] = [normal(random), normal(random)];
    old.set([1 + one, 2 * one + other], 2 * row);
  }
  // Σ of the old rows is (1, 2; 2, 1 + 4), but for their own sampling.
  const rows = drawnRows("multivariate", { source: toy(["a"]), target: toy(["b"]), shared: new Map() }, old, 2, 0);
  const [x, y] = [0, 1].map((at) => rows.map((row) => row[at]!)) as [number[], number[]];
  const covariance = (a: readonly number[], b: readonly number[]) =>
    average(a.map((value, i) => value * b[i]!)) - average(a) * average(b);
  expect(Math.abs(average(x) - 1)).toBeLessThan(0.15);
  expect(Math.abs(covariance(x, x) - 1)).toBeLessThan(0.2);
  expect(Math.abs(covariance(x, y) - 2)).toBeLessThan(0.4);
  expect(Math.abs(covariance(y, y) - 5)).toBeLessThan(0.8);
});

describe("constrained word vectors", () => {
  /** "p" and "q" stand in different sentences; the new tokens 3 and 4 stand where these stand. */
  const sentences = Array.from(
    { length: 40 },
    (_, at) =>
      (at % 2 === 0
        ? [
            [0, 2, 0],
            [3, 2, 0],
          ]
        : [
            [1, 5, 1],
            [4, 5, 1],
          ])[at % 4 > 1 ? 1 : 0]!,
  );
  const units = [0, 1, 2].map((axis) => Float32Array.from([0, 1, 2], (i) => (i === axis ? 1 : 0)));
  const learnt = constrainedWord2vec({
    sentences,
    frozen: (id) => (id < 2 ? units[id] : id === 3 || id === 4 ? undefined : units[2]),
    candidates: units,
    start: () => [1, 1, 1],
    epochs: 60,
    seed: 1,
  });

  test("10.10 the weights are of the hull: none negative, one in all; the loss falls", () => {
    for (const weights of learnt.weights.values()) {
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      expect(average([...weights]) * 3).toBeCloseTo(1, 12);
    }
    expect([...learnt.weights.keys()].toSorted((a, b) => a - b)).toEqual([3, 4]);
    expect(learnt.losses.at(-1)).toBeLessThan(0.9 * learnt.losses[0]!);
  });

  test("10.10 a new token is made of the old one that stands where it stands", () => {
    const [three, four] = [3, 4].map((id) => learnt.weights.get(id)!) as [Float64Array, Float64Array];
    expect(three[0]).toBeGreaterThan(2 * three[1]!);
    expect(four[1]).toBeGreaterThan(2 * four[0]!);
  });
});

test("10.10 a part of a character without old pieces begins evenly: no row is without a number", () => {
  const target = toy(["a", "b", "c"]);
  const transfer: Transfer = {
    source: toy(["a", "b", "c"]),
    target: { ...target, bytesOf: (id) => (id === 2 ? Uint8Array.of(0xe0) : target.bytesOf(id)) },
    shared: new Map([[0, 0]]),
    texts: ["abcabc"],
    embedding: { width: 2, values: Float32Array.of(1, 0, 0, 1, 1, 1) },
  };
  const table = tableOf("cw2v", transfer, transfer.embedding!.values, 2);
  expect([...table].every(Number.isFinite)).toBe(true);
});

test("10.11 in the convex hull a logit is never above the largest old one, so greedy text stays; a drawn row can be above", () => {
  const random = seededRandom(5);
  const width = 4;
  const old = Float32Array.from({ length: 26 * width }, () => normal(random));
  const target = toy([...letters, ...letters.map((letter, at) => letter + letters[(at + 7) % 26]!)]);
  const text = "ahnorsv hotel banjo which cloth words glow quick jumps over lazy dogs".replaceAll(" ", "");
  const transfer: Transfer = {
    source: toy(letters),
    target,
    shared: new Map(letters.map((_, id) => [id, id])),
    texts: [text, text],
    embedding: { width, values: old },
  };
  const above = (name: string) => {
    const table = tableOf(name, transfer, old, width);
    return Array.from({ length: 200 }, () => {
      const state = Float32Array.from({ length: width }, () => normal(random));
      const logits = Array.from({ length: 52 }, (_, id) =>
        state.reduce((sum, value, i) => sum + value * table[id * width + i]!, 0),
      );
      return Math.max(...logits.slice(26)) > Math.max(...logits.slice(0, 26)) + 1e-5;
    }).filter(Boolean).length;
  };
  expect(above("mean")).toBe(0);
  expect(above("cw2v")).toBe(0);
  expect(above("random")).toBeGreaterThan(20);
  expect(above("multivariate")).toBeGreaterThan(20);
});
