import { expect, test } from "vitest";
import type { SteeringResult, SweepCell } from "./result";
import { findingOf, leastTurning } from "./sweep-finding";

const row = (...shares: (number | null)[]): readonly SweepCell[] =>
  shares.map((success) => ({ success, bitsPerByte: null, distinct2: null, example: "" }));

test("the least strength counts, with every layer that turns half there; strength 0 and layers to come do not", () => {
  const sweep = { strengths: [0, 2, 1], cells: [row(1, 1, 0.25), row(0, 1, 0.5), row(0, null, 0.75), null] };
  expect(leastTurning(sweep, 0)).toEqual({ strength: 1, layers: [1, 2] });
});

test("nothing turns, nothing is found", () => {
  expect(leastTurning({ strengths: [0, 1], cells: [row(1, 0.4), null] }, 0)).toBeNull();
});

test("where the language is there unsteered, no setting is said to turn it", () => {
  const share = (value: number) => ({ condition: "unsteered", success: { value, low: 0, high: 1, n: 4 } });
  const told = (unsteered: number) =>
    findingOf({ target: "en", summaries: [share(unsteered)] } as unknown as SteeringResult, {
      strengths: [0, 0.5],
      cells: [row(unsteered, 1)],
    });
  expect(told(0.25)).toBe(
    "The least push that makes half of the continuations English: 0.5 class distances, at layer 0.",
  );
  expect(told(1)).toBe("Half of the continuations or more are English unsteered: here no setting turns the language.");
});
