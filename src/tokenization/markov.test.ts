import { expect, test } from "vitest";
import { entropyOfFlip, markovSource, unigramCosts } from "./markov";

const floor = entropyOfFlip(0.1);

test("18 h(0.1) = 0.1 · 3.3219 + 0.9 · 0.1520 = 0.4690 bits; a fair flip is one bit, none at all no bit", () => {
  expect(floor).toBeCloseTo(0.469, 4);
  expect([entropyOfFlip(0.5), entropyOfFlip(0)]).toEqual([1, 0]);
});

test.each([
  [1, 1],
  [2, 2],
  [2, 3],
])(
  "18 order %i, seed %i: frequencies alone cost a bit a symbol, and less with more rows, though not at once",
  (order, seed) => {
    const bits = new Map<number, number>();
    for (const cost of unigramCosts(markovSource(order, 0.1, 60_000, seed), 256)) bits.set(cost.rows, cost.bits);
    expect(bits.get(2)).toBeGreaterThanOrEqual(0.999);
    expect(bits.get(16)).toBeGreaterThan(0.62);
    expect(bits.get(16)).toBeLessThan(0.71);
    expect(bits.get(256)).toBeGreaterThan(0.51);
    expect(bits.get(256)).toBeLessThan(0.55);
    expect(Math.min(...bits.values())).toBeGreaterThan(floor);
    if (order === 2) expect(bits.get(4)).toBeGreaterThan(1);
  },
);
