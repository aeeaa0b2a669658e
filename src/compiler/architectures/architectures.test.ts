import { describe, expect, it } from "vitest";
import { unwrap } from "../../result";
import { compile } from "../compile";
import { plainProgram } from "../program";
import { largestDifference, relativeDifference, tail } from "../testing/compare";
import { architectureNames, openGolden } from "../testing/golden";
import { decodeGreedily } from "../testing/greedy";
import { emptyCache, floats, openSession, run } from "../testing/run";

describe.each(architectureNames)("%s", (name) => {
  it.each(["fused", "eager"] as const)(
    "gives PyTorch's logits within 1e-3 and every hook within 1e-4 of its size; fused, also its 32 greedy tokens (%s)",
    async (attention) => {
      const { checkpoint, expected } = await openGolden(name);
      const hooks = Object.keys(expected.hooks).filter((hook) => attention === "eager" || !hook.endsWith("pattern"));
      const program = unwrap(compile(checkpoint, { ...plainProgram, attention, hooks, logits: "all" }));
      const session = await openSession(program);
      const { outputs } = await run(session, [expected.ids], expected.ids.length, emptyCache(program, 1));
      for (const hook of hooks) {
        const actual = tail(outputs[hook]!.dims, floats(outputs, hook), expected);
        expect(relativeDifference(actual, expected.hooks[hook]!.data), hook).toBeLessThan(1e-4);
      }
      const logits = tail(outputs["logits"]!.dims, floats(outputs, "logits"), expected);
      expect(largestDifference(logits, expected.logits.data)).toBeLessThan(1e-3);
      if (attention === "fused") {
        const [row] = await decodeGreedily(session, [expected.ids], 32, emptyCache(program, 1, 128), 5);
        expect(row).toEqual(expected.greedy);
      }
      await session.release();
    },
  );
});
