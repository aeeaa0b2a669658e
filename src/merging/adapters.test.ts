import { expect, test } from "vitest";
import { productOf, subtractAdapter } from "./adapters";
import { arrowGates, prototypeOf } from "./arrow";
import { svd } from "./arithmetic/svd";

const scalar = (b: number, a: number) => ({ b: new Float32Array([b]), a: new Float32Array([a]), rank: 1 });

test("3 · 2 less 1 · 1 is 5 as a product, (3 − 1)(2 − 1) = 2 by factors", () => {
  expect(subtractAdapter(scalar(3, 2), scalar(1, 1), "product")[0]).toBe(5);
  expect(subtractAdapter(scalar(3, 2), scalar(1, 1), "factors")[0]).toBe(2);
});

test("power iteration finds the top right singular vector, up to its sign", () => {
  const adapter = {
    b: new Float32Array([1, 0.2, -0.5, 2, 0.3, 1, 0.7, -1]),
    a: new Float32Array([1, 2, 0, -0.5, 1, 1]),
    rank: 2,
  };
  const found = prototypeOf(productOf(adapter), 3);
  const { right } = svd(productOf(adapter), 4, 3);
  const cosine = found.reduce((sum, value, i) => sum + value * right[i]!, 0);
  expect(Math.abs(cosine)).toBeCloseTo(1, 5);
});

test("|x · prototype| of 3, −1 and 2 gives the two largest e³ and e² of their sum", () => {
  const prototypes = [3, -1, 2].map((value) => new Float32Array([value, 7]));
  const x = new Float32Array([1, 0]);
  const [first, second, third] = arrowGates(x, prototypes, { top: 2 });
  expect(first).toBeCloseTo(Math.E / (1 + Math.E), 6);
  expect(second).toBe(0);
  expect(third).toBeCloseTo(1 / (1 + Math.E), 6);
  expect(arrowGates(x, prototypes, { temperature: 1e9 })[1]).toBeCloseTo(1 / 3, 6);
});
