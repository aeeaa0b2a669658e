import { expect, test } from "vitest";
import { inWords, leftOut } from "./left-out";
import type { SteeringResult } from "./result";

const layers = Array.from({ length: 4 }, () => ({ dPrime: 1, accuracy: 1, classDistance: 2, residualNorm: 4 }));
const left = (change: Partial<SteeringResult>) =>
  leftOut({ layers, layer: 1, strength: 1, ...change } as unknown as SteeringResult);
const one = { name: "", strength: 1, classDistance: 1 } as const;

test("a vector added after one layer is all that both programs are told", () => {
  expect(left({})).toEqual({ python: [], llama: [] });
});

test("steer.py knows one layer, no condition, and of several directions those that are added", () => {
  const condition = { between: "languages", source: "en", target: "de", decided: "token" } as never;
  const added = { ...one, operation: "add" } as const;
  const joined = {
    directions: [added, { ...one, operation: "cap" } as const],
    orthogonal: false,
    cosines: [],
    added: [],
  };
  expect(left({ spread: "onwards" }).python).toEqual(["the other layers"]);
  expect(left({ bounds: { from: 0, keepNorm: false, condition } }).python).toEqual(["the condition"]);
  expect(left({ joined }).python).toEqual(["the directions that are not added"]);
  expect(left({ operation: "cap" }).python).toEqual([]);
});

test("llama.cpp adds a vector at every position", () => {
  expect(left({ operation: "ablate" }).llama).toEqual(["a direction that is removed"]);
  const bounds = { from: 2, keepNorm: true, condition: null };
  expect(inWords(left({ bounds, spread: "all" }).llama)).toBe(
    "the other layers, the length that is kept and the first position that is steered",
  );
});
