import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram } from "./program";
import { goldenNames, openGolden } from "./testing/golden";
import { emptyCache, floats, openSession, run } from "./testing/run";

describe.each(goldenNames)("a program of %s", (name) => {
  it("gives PyTorch's logits within 1e-3 and every hook within 1e-4 of its size", async () => {
    const { checkpoint, expected } = await openGolden(name);
    const hooks = Object.keys(expected.hooks).filter((hook) => !hook.endsWith("pattern"));
    const program = unwrap(compile(checkpoint, { ...plainProgram, hooks, logits: "all" }));
    const session = await openSession(program);
    const { outputs } = await run(session, [expected.ids], expected.ids.length, emptyCache(program, 1));
    const logits = floats(outputs, "logits").slice(-expected.logits.data.length);
    expect(largestDifference(logits, expected.logits.data)).toBeLessThan(1e-3);
    for (const hook of hooks) {
      const golden = expected.hooks[hook]!.data;
      const scale = Math.max(...golden.map(Math.abs));
      expect(largestDifference(floats(outputs, hook).slice(-golden.length), golden) / scale, hook).toBeLessThan(1e-4);
    }
    await session.release();
  });
});

function largestDifference(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...expected.map((value, index) => Math.abs(value - actual[index]!)));
}
