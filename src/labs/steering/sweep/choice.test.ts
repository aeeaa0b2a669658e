import { describe, expect, test } from "vitest";
import type { PromptFigures, Sweep, SweepCell } from "../result";
import { chooseOnHalf, neutralStrength, tradeOffs } from "./choice";

const cell = (...byPrompt: PromptFigures[]): SweepCell => ({
  success: null,
  bitsPerByte: null,
  distinct2: null,
  example: "",
  byPrompt,
});
const hit = (bits: number): PromptFigures => ({ success: true, bits, bytes: 10 });
const miss = (bits: number): PromptFigures => ({ success: false, bits, bytes: 10 });

describe("the best setting", () => {
  test("is chosen on even prompts, cheapest among equals, and reported on the others", () => {
    const sweep: Sweep = {
      strengths: [0, 1, 2],
      cells: [[cell(hit(1), hit(1)), cell(hit(30), miss(20)), cell(hit(40), hit(20))], null],
    };
    // At 1 and 2 the even prompt is a hit, at 3 and 4 bits a byte; the odd one is a miss at 1, of 2 bits a byte.
    expect(chooseOnHalf(sweep, 0)).toEqual({
      layer: 0,
      strength: 1,
      chosenOn: { success: 1, bitsPerByte: 3, n: 1 },
      reportedOn: { success: 0, bitsPerByte: 2, n: 1 },
    });
  });

  test("needs a second half, and cells that know their prompts", () => {
    expect(chooseOnHalf({ strengths: [1], cells: [[cell(hit(1))]] }, 0)).toBeNull();
    const old = { success: 1, bitsPerByte: 1, distinct2: 1, example: "" };
    expect(chooseOnHalf({ strengths: [1], cells: [[old]] }, 0)).toBeNull();
  });
});

test("on the front are those that no other beats: (1 bit, 0), (2, ½) and (4, 1), not (3, ½)", () => {
  const sweep: Sweep = {
    strengths: [0, 1, 2, 3],
    cells: [[cell(miss(10), miss(10)), cell(hit(20), miss(20)), cell(miss(30), hit(30)), cell(hit(40), hit(40))]],
  };
  const points = tradeOffs(sweep, 0);
  expect(points.map(({ bits, success }) => [bits.value, success])).toEqual([
    [1, 0],
    [2, 0.5],
    [3, 0.5],
    [4, 1],
  ]);
  expect(points.map(({ onFront }) => onFront)).toEqual([true, true, false, true]);
});

test("multiplied, 1 is unsteered: it is one point whatever the layer, and no setting that could be chosen", () => {
  const neutral = neutralStrength({ operation: "scale" });
  const row = [cell(miss(30), miss(30)), cell(hit(10), hit(10))];
  const sweep: Sweep = { strengths: [0, 1], cells: [row, row] };
  expect(tradeOffs(sweep, neutral).map(({ layer, strength, baseline }) => [layer, strength, baseline])).toEqual([
    [0, 0, false],
    [0, 1, true],
    [1, 0, false],
  ]);
  expect(chooseOnHalf(sweep, neutral)).toMatchObject({ layer: 0, strength: 0 });
  expect(neutralStrength({ operation: "cap" })).toBeNull();
});
