import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import { createByteEncoder } from "../byte-encoder";
import { sentenceCounts, windowCounts } from "./cooccurrence";
import { ppmiVectors } from "./ppmi-svd";
import { procrustes, rowTimes } from "./procrustes";
import { readDictionary, rotated, rotationOf } from "./rotation";
import { tokenVectors } from "./token-vectors";
import { parseVectors } from "./vec-file";

/** Made by golden/make.py. */
const golden = JSON.parse(
  readFileSync(new URL("./golden/procrustes.golden.json", import.meta.url), "utf8"),
) as readonly {
  readonly pairs: number;
  readonly width: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly rotation: readonly number[];
  readonly residual: number;
}[];

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe("word vectors", () => {
  test("12.1 of a diagonal count matrix: PPMI ln 2 on the diagonal, so inner products ln 2 and 0", () => {
    // n(a,0) = n(b,1) = 2, n = 4: ln(2 · 4 / (2 · 2)) = ln 2. M is symmetric and positive, so U Σ Uᵀ = M.
    const vectors = ppmiVectors(
      sentenceCounts([
        ["a", "a"],
        ["b", "b"],
      ]),
      2,
      1,
    );
    const [a, b] = [vectors.get("a")!, vectors.get("b")!];
    expect(dot(a, a)).toBeCloseTo(Math.LN2, 6);
    expect(dot(b, b)).toBeCloseTo(Math.LN2, 6);
    expect(dot(a, b)).toBeCloseTo(0, 6);
  });

  test("12.2 words of two languages that stand in the same sentences get one vector", () => {
    const vectors = ppmiVectors(
      sentenceCounts([
        ["house", "haus"],
        ["book", "buch"],
        ["house", "haus", "book", "buch"],
      ]),
      3,
      1,
    );
    for (const [one, other] of [
      ["house", "haus"],
      ["book", "buch"],
    ] as const) {
      expect([...vectors.get(one)!]).toEqual([...vectors.get(other)!].map((value) => expect.closeTo(value, 6)));
    }
  });

  test("12.3 a window counts its neighbours on both sides", () => {
    const { words, cells } = windowCounts([["a", "b", "a"]], 1);
    const seen = cells.map(({ word, context, count }) => [words[word], words[context], count]);
    expect(new Set(seen.map(String))).toEqual(new Set(["a,b,2", "b,a,2"]));
  });

  test("12.4 Procrustes on Y = X Q finds Q", () => {
    const random = seededRandom(3);
    const angle = 0.7;
    const q = Float32Array.of(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle));
    const x = Float32Array.from({ length: 20 }, () => random() - 0.5);
    const y = Float32Array.from(
      Array.from({ length: 10 }, (_, row) => [...rowTimes(x.subarray(2 * row, 2 * row + 2), q, 2)]).flat(),
    );
    expect([...procrustes(x, y, 2)]).toEqual([...q].map((value) => expect.closeTo(value, 5)));
  });

  test.each(golden)(
    "12.4 Procrustes finds NumPy's rotation of $pairs rows of $width",
    ({ width, x, y, rotation, residual }) => {
      const [from, to] = [Float32Array.from(x), Float32Array.from(y)];
      const q = procrustes(from, to, width);
      expect([...q]).toEqual(rotation.map((value) => expect.closeTo(value, 4)));
      let squares = 0;
      for (let at = 0; at < from.length; at += width) {
        const turned = rowTimes(from.subarray(at, at + width), q, width);
        for (const [i, value] of turned.entries()) squares += (value - to[at + i]!) ** 2;
      }
      expect(Math.sqrt(squares)).toBeCloseTo(residual, 3);
    },
  );

  test("12.4 with fewer rows than dimensions it is orthogonal all the same, and leaves the rest as it lies", () => {
    // The first axis goes to the second; of three dimensions the third is not touched.
    const q = procrustes(Float32Array.of(1, 0, 0), Float32Array.of(0, 1, 0), 3);
    expect([...rowTimes(Float32Array.of(1, 0, 0), q, 3)]).toEqual([0, 1, 0].map((value) => expect.closeTo(value, 6)));
    expect([...rowTimes(Float32Array.of(0, 0, 1), q, 3)]).toEqual([0, 0, 1].map((value) => expect.closeTo(value, 6)));
    for (const [i, j] of [
      [0, 0],
      [1, 1],
      [2, 2],
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(dot(q.subarray(3 * i, 3 * i + 3), q.subarray(3 * j, 3 * j + 3))).toBeCloseTo(i === j ? 1 : 0, 6);
    }
  });

  test("12.9 a dictionary turns one space onto another: held-out words find their translations only then", () => {
    const random = seededRandom(5);
    const turn = procrustes(
      Float32Array.from({ length: 400 }, () => random() - 0.5),
      Float32Array.from({ length: 400 }, () => random() - 0.5),
      8,
    );
    const words = Array.from({ length: 50 }, (_, i) => [`old${i}`, `new${i}`] as const);
    const source = new Map(words.map(([old]) => [old, Float32Array.from({ length: 8 }, () => random() - 0.5)]));
    const target = new Map(words.map(([old, made]) => [made, rowTimes(source.get(old)!, turn, 8)]));
    const found = rotationOf(source, target, [...words, ["absent", "new0"]])!;
    expect([found.pairs, found.heldOut, found.after]).toEqual([40, 10, 1]);
    expect(found.before).toBeLessThan(0.5);
    expect([...found.matrix]).toEqual([...turn].map((value) => expect.closeTo(value, 4)));
    expect([...rotated(new Map([[7, source.get("old3")!]]), found).get(7)!]).toEqual(
      [...target.get("new3")!].map((value) => expect.closeTo(value, 4)),
    );
    expect(rotationOf(source, target, [["absent", "new0"]])).toBeUndefined();
  });

  test("12.9 a dictionary is read a pair a line; words that stand in lower case are found", () => {
    expect(readDictionary("Haus\thouse\n\nBuch book\nallein\n")).toEqual([
      ["Haus", "house"],
      ["Buch", "book"],
    ]);
    const one = new Map([["haus", Float32Array.of(1, 0)]]);
    expect(rotationOf(one, new Map([["house", Float32Array.of(0, 1)]]), [["Haus", "house"]])?.pairs).toBe(1);
  });

  test("12.5 a token's vector is the mean of its words', by frequency", () => {
    const vectors = new Map([
      ["ab", Float32Array.of(1, 0)],
      ["b", Float32Array.of(0, 1)],
    ]);
    const tokens = tokenVectors(createByteEncoder(), vectors, (word) => (word === "ab" ? 3 : 1));
    expect([...tokens.get(97)!]).toEqual([1, 0]);
    expect([...tokens.get(98)!]).toEqual([0.75, 0.25]);
  });

  test("12.6 reads .vec files with and without a head; names the line that is broken", () => {
    const read = parseVectors("2 3\nder 1 2 3\ndie 0 -1 2e-1\n");
    expect(read.ok && [...read.value]).toEqual([
      ["der", Float32Array.of(1, 2, 3)],
      ["die", Float32Array.of(0, -1, 0.2)],
    ]);
    expect(parseVectors("a 1 2\n").ok).toBe(true);
    const broken = parseVectors("a 1 2\nb 1\n");
    expect(broken.ok ? "" : broken.problem.what).toContain("Line 2");
    expect(parseVectors("").ok).toBe(false);
  });
});
