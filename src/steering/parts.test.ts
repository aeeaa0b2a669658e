import { describe, expect, test } from "vitest";
import { unwrap } from "../result";
import { applyAll } from "./apply";
import { type Bounds, interventionsOf, type Operation } from "./parts";

/** (3,4) after edits along (1,0), where the source set lies at 1 and the target set at 5. */
function after(operation: Operation, strength: number, bounds: Bounds = {}): readonly number[] {
  const part = {
    operation,
    strength,
    direction: Float32Array.of(1, 0),
    scale: { classDistance: 4, residualNorm: 1 },
    ends: [1, 5] as const,
  };
  const [h] = applyAll(unwrap(interventionsOf(0, [part], bounds, "both")), [Float32Array.of(3, 4)], {
    past: 0,
    promptLength: 1,
  });
  return [...h!];
}

describe("6 what is done along a direction", () => {
  test("added: half a class distance of 4 moves 3 to 5; removed: to 0", () => {
    expect(after("add", 0.5)).toEqual([5, 4]);
    expect(after("ablate", 0.5)).toEqual([0, 4]);
  });

  test("put at a place: 0 is the source mean 1, 1 the target mean 5, 0.5 half way", () => {
    expect([0, 0.5, 1].map((strength) => after("project", strength))).toEqual([
      [1, 4],
      [3, 4],
      [5, 4],
    ]);
  });

  test("scaled: 1 changes nothing, -1 mirrors", () => {
    expect(after("scale", 1)).toEqual([3, 4]);
    expect(after("scale", -1)).toEqual([-3, 4]);
  });

  test("capped at the place 0.25, 1 + 0.25 x 4 = 2; at 1, 5 is not reached", () => {
    expect(after("cap", 0.25)).toEqual([2, 4]);
    expect(after("cap", 1)).toEqual([3, 4]);
  });

  test("bounds hold for all: from position 1 on the first token stays; no guard where nothing is bound", () => {
    expect(after("ablate", 1, { from: 1 })).toEqual([3, 4]);
    expect(unwrap(interventionsOf(0, [], { keepNorm: false, from: 0 }, "both"))).toEqual([]);
  });

  test("a strength that is no number is a problem", () => {
    const part = {
      operation: "add" as const,
      strength: Number.NaN,
      direction: Float32Array.of(1),
      scale: { classDistance: 1, residualNorm: 1 },
      ends: [0, 1] as const,
    };
    expect(interventionsOf(0, [part], {}, "both")).toMatchObject({ ok: false });
  });
});
