import { expect, test } from "vitest";
import { applyAll } from "./apply";
import { instructionState, reinject } from "./reinjection";

/** Four states of two numbers: an instruction of two tokens, then two that are 10 and 20 long. */
const states = Float32Array.of(1, 0, 5, 8, 6, 8, 12, 16);
const rows = [0, 1, 2, 3].map((s) => states.subarray(2 * s, 2 * s + 2));

test("15.1 the mean of (1, 0) and (5, 8) is (3, 4), 5 long; states behind are 15 long on average, so it is (9, 12)", () => {
  expect([...instructionState(states, 2, [0, 2])]).toEqual([9, 12]);
});

test("15.1 with nothing behind it, it is as long as its own states, 10 and 20", () => {
  const state = instructionState(states, 2, [2, 4]);
  expect(Math.hypot(...state)).toBeCloseTo(15, 5);
});

test("15.2 weight 1/2 adds half of it from its end on, in whatever pieces the sequence is read; weight 0 changes nothing", () => {
  const state = Float32Array.of(9, 12);
  const whole = { past: 0, promptLength: 3 };
  expect(applyAll(reinject(1, state, 0, 2), rows, whole)).toEqual(rows);
  const half = [rows[0], rows[1], Float32Array.of(10.5, 14), Float32Array.of(16.5, 22)];
  expect(applyAll(reinject(1, state, 0.5, 2), rows, whole)).toEqual(half);
  const [last] = applyAll(reinject(1, state, 0.5, 2), rows.slice(3), { past: 3, promptLength: 3 });
  expect(last).toEqual(half[3]);
});
