import { expect, test } from "vitest";
import type { SweepCell } from "./result";
import { leastTurning } from "./sweep-finding";

const row = (...shares: (number | null)[]): readonly SweepCell[] =>
  shares.map((success) => ({ success, bitsPerByte: null, distinct2: null, example: "" }));

test("the least strength counts, with every layer that turns half there; strength 0 and layers to come do not", () => {
  const sweep = { strengths: [0, 2, 1], cells: [row(1, 1, 0.25), row(0, 1, 0.5), row(0, null, 0.75), null] };
  expect(leastTurning(sweep, 0)).toEqual({ strength: 1, layers: [1, 2] });
});

test("nothing turns, nothing is found", () => {
  expect(leastTurning({ strengths: [0, 1], cells: [row(1, 0.4), null] }, 0)).toBeNull();
});
