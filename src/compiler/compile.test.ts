import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram } from "./program";
import { largestDifference, relativeDifference, tail } from "./testing/compare";
import { goldenNames, openGolden } from "./testing/golden";
import { emptyCache, floats, openSession, run } from "./testing/run";

describe.each(goldenNames)("a program of %s", (name) => {
  it.each(["fused", "eager"] as const)(
    "gives PyTorch's logits within 1e-3 and every hook within 1e-4 of its size (%s)",
    async (attention) => {
      const { checkpoint, expected } = await openGolden(name);
      const hooks = Object.keys(expected.hooks).filter((hook) => attention === "eager" || !hook.endsWith("pattern"));
      const program = unwrap(compile(checkpoint, { ...plainProgram, attention, hooks, logits: "all" }));
      const session = await openSession(program);
      const { outputs } = await run(session, [expected.ids], expected.ids.length, emptyCache(program, 1));
      expect(outputs["logits"]!.dims).toEqual([1, expected.ids.length, program.geometry.vocabulary]);
      expect(
        largestDifference(tail(outputs["logits"]!.dims, floats(outputs, "logits"), expected), expected.logits.data),
      ).toBeLessThan(1e-3);
      for (const hook of hooks) {
        const actual = tail(outputs[hook]!.dims, floats(outputs, hook), expected);
        expect(relativeDifference(actual, expected.hooks[hook]!.data), hook).toBeLessThan(1e-4);
      }
      await session.release();
    },
  );
});

describe.each(["tied", "grouped"] as const)("%s in two parts", (name) => {
  it("gives the whole's logits, the upper reading the stream that the lower hands on (rule 23)", async () => {
    const { checkpoint, expected } = await openGolden(name);
    const options = { ...plainProgram, logits: "all" } as const;
    const [lower, upper] = (
      [
        [0, 1],
        [1, 2],
      ] as const
    ).map((layers) => unwrap(compile(checkpoint, { ...options, layers })));
    const count = expected.ids.length;
    const [below, above] = [await openSession(lower!), await openSession(upper!)];
    const { stream_out: stream } = (await run(below, [expected.ids], count, emptyCache(lower!, 1))).outputs;
    const { outputs } = await run(above, [expected.ids], count, emptyCache(upper!, 1), { stream_in: stream! });
    const logits = tail(outputs["logits"]!.dims, floats(outputs, "logits"), expected);
    expect(largestDifference(logits, expected.logits.data)).toBeLessThan(1e-3);
    await Promise.all([below.release(), above.release()]);
  });

  it("takes no hooks, and no layers that are not there", async () => {
    const { checkpoint } = await openGolden(name);
    const problem = (options: Partial<typeof plainProgram>) => compile(checkpoint, { ...plainProgram, ...options });
    const hooks = ["blocks.0.hook_resid_post"];
    expect(problem({ layers: [0, 1], hooks })).toMatchObject({ problem: { code: "input-invalid" } });
    for (const layers of [
      [0, 3],
      [2, 3],
      [1, 1],
    ] as const)
      expect(problem({ layers })).toMatchObject({ ok: false });
  });
});

describe("compile", () => {
  it("writes no output and no input that is not asked for (rule 2)", async () => {
    const { checkpoint } = await openGolden("tied");
    const program = unwrap(compile(checkpoint, plainProgram));
    expect(program.inputs.map(({ name }) => name).toSorted()).toEqual(
      [
        "input_ids",
        "attention_mask",
        ...[0, 1].flatMap((layer) => [`past_key_values.${layer}.key`, `past_key_values.${layer}.value`]),
      ].toSorted(),
    );
    expect(program.outputs.map(({ name }) => name).toSorted()).toEqual(
      ["logits", ...[0, 1].flatMap((layer) => [`present.${layer}.key`, `present.${layer}.value`])].toSorted(),
    );
    expect(program.geometry).toEqual({
      layers: 2,
      width: 32,
      heads: 2,
      kvHeads: 2,
      headSize: 16,
      mlpWidth: 40,
      vocabulary: 64,
      context: 128,
    });
  });

  it("gives equal keys to equal programs, other keys to other options and other weights (rule 14)", async () => {
    const { checkpoint } = await openGolden("tied");
    const key = (options = plainProgram, of = checkpoint) => unwrap(compile(of, options)).key;
    expect(key()).toBe(key());
    expect(key({ ...plainProgram, weights: "q8" })).not.toBe(key());
    expect(key({ ...plainProgram, steeredLayers: [0] })).not.toBe(key());
    const swapped = {
      ...checkpoint,
      tensorKey: (name: string) => (name.includes("layers.1.mlp.up") ? "other" : checkpoint.tensorKey(name)),
    };
    expect(key(plainProgram, swapped)).not.toBe(key());
  });

  it("shares the files of the tensors that two checkpoints share (rule 12)", async () => {
    const { checkpoint } = await openGolden("tied");
    const lent = "model.layers.1.mlp.up_proj.weight";
    const merged = {
      ...checkpoint,
      tensorKey: (name: string) => (name === lent ? "merge/1" : checkpoint.tensorKey(name)),
    };
    const [own, other] = [checkpoint, merged].map((of) =>
      unwrap(compile(of, plainProgram)).weights.map(({ path }) => path),
    );
    const onlyThere = other!.filter((path) => !own!.includes(path));
    expect(onlyThere).toHaveLength(1);
    expect(onlyThere[0]).toContain(lent);
  });

  it("asks for a hook without changing a bit of the logits (rule 9)", async () => {
    const { checkpoint, expected } = await openGolden("grouped");
    const plain = await openSession(unwrap(compile(checkpoint, plainProgram)));
    const hooks = Object.keys(expected.hooks).filter((hook) => !hook.endsWith("pattern"));
    const program = unwrap(compile(checkpoint, { ...plainProgram, hooks }));
    const hooked = await openSession(program);
    const cache = emptyCache(program, 1);
    const [a, b] = [await run(plain, [expected.ids], 12, cache), await run(hooked, [expected.ids], 12, cache)];
    expect(floats(b.outputs, "logits")).toEqual(floats(a.outputs, "logits"));
    await plain.release();
    await hooked.release();
  });
});
