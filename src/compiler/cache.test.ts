import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram } from "./program";
import { largestDifference } from "./testing/compare";
import { goldenNames, openGolden } from "./testing/golden";
import { decodeGreedily } from "./testing/greedy";
import { emptyCache, float32, floats, int64, openSession, run } from "./testing/run";

describe.each(goldenNames)("greedy tokens of %s are PyTorch's", (name) => {
  it.each([
    ["with a growing cache and one prefill", { batch: 1, capacity: 0, piece: Number.POSITIVE_INFINITY }],
    ["token by token", { batch: 1, capacity: 0, piece: 1 }],
    ["in pieces of five", { batch: 1, capacity: 0, piece: 5 }],
    ["with a static cache", { batch: 1, capacity: 256, piece: Number.POSITIVE_INFINITY }],
    ["with a static cache, token by token", { batch: 1, capacity: 256, piece: 1 }],
    ["in each of eight rows", { batch: 8, capacity: 0, piece: Number.POSITIVE_INFINITY }],
    ["in each of eight rows with a static cache", { batch: 8, capacity: 256, piece: Number.POSITIVE_INFINITY }],
  ])("%s", async (_, { batch, capacity, piece }) => {
    const { checkpoint, expected } = await openGolden(name);
    const program = unwrap(compile(checkpoint, plainProgram));
    const session = await openSession(program);
    const prompts = Array.from({ length: batch }, () => expected.ids);
    const rows = await decodeGreedily(session, prompts, 32, emptyCache(program, batch, capacity), piece);
    for (const row of rows) expect(row).toEqual(expected.greedy);
    await session.release();
  });

  it("without a cache, the whole text again for every token", async () => {
    const { checkpoint, expected } = await openGolden(name);
    const program = unwrap(compile(checkpoint, plainProgram));
    const session = await openSession(program);
    const ids = [...expected.ids];
    for (let step = 0; step < 32; step++) {
      const [[token]] = (await decodeGreedily(session, [ids], 1, emptyCache(program, 1))) as [[number]];
      ids.push(token);
    }
    expect(ids.slice(expected.ids.length)).toEqual(expected.greedy);
    await session.release();
  });
});

describe("the cache", () => {
  it("keeps its capacity, and what stands behind T in it changes nothing (rule 5)", async () => {
    const { checkpoint, expected } = await openGolden("tied");
    const program = unwrap(compile(checkpoint, plainProgram));
    const session = await openSession(program);
    const clean = await run(session, [expected.ids], 12, emptyCache(program, 1, 64));
    expect(clean.outputs["present.0.key"]!.dims).toEqual([1, 2, 64, 16]);
    const dirty = Object.fromEntries(
      Object.entries(emptyCache(program, 1, 64)).map(([name, { dims }]) => [
        name,
        float32(
          Array.from({ length: 2 * 64 * 16 }, (_, i) => 100 + i),
          dims,
        ),
      ]),
    );
    const other = await run(session, [expected.ids], 12, dirty);
    expect(floats(other.outputs, "logits")).toEqual(floats(clean.outputs, "logits"));
    await session.release();
  });

  it("gives rows of different length, padded on the right, the logits that each has alone (rule 6)", async () => {
    const { checkpoint, expected } = await openGolden("grouped");
    const program = unwrap(compile(checkpoint, { ...plainProgram, logits: "all" }));
    const session = await openSession(program);
    const short = expected.ids.slice(0, 7);
    const rows = [expected.ids, [...short, 0, 0, 0, 0, 0]];
    const both = floats((await run(session, rows, 12, emptyCache(program, 2))).outputs, "logits");
    const alone = floats((await run(session, [short], 7, emptyCache(program, 1))).outputs, "logits");
    expect(largestDifference(both.subarray(12 * 64, (12 + 7) * 64), alone)).toBeLessThan(1e-5);
    await session.release();
  });

  it("goes on in rows of different length when the mask says how long each is (rule 3)", async () => {
    const { checkpoint, expected } = await openGolden("grouped");
    const program = unwrap(compile(checkpoint, plainProgram));
    const session = await openSession(program);
    const short = expected.ids.slice(0, 7);
    const rows = [expected.ids, [...short, 0, 0, 0, 0, 0]];
    const mask = (lengths: readonly number[], width: number) => ({
      attention_mask: int64(
        lengths.flatMap((length) => Array.from({ length: width }, (_, i) => (i < length ? 1 : 0))),
        [2, width],
      ),
    });
    const first = await run(session, rows, 12, emptyCache(program, 2, 16), mask([12, 7], 12));
    const second = await run(session, [[5], [5]], 13, first.cache, mask([13, 8], 13));
    const alone = await run(session, [[...short, 5]], 8, emptyCache(program, 1));
    const logits = floats(second.outputs, "logits");
    expect(largestDifference(logits.subarray(64), floats(alone.outputs, "logits"))).toBeLessThan(1e-4);
    await session.release();
  });

  it("is read by the eager variant too: its tokens are the fused one's", async () => {
    const { checkpoint, expected } = await openGolden("window");
    const program = unwrap(compile(checkpoint, { ...plainProgram, attention: "eager" }));
    const session = await openSession(program);
    const [row] = await decodeGreedily(session, [expected.ids], 32, emptyCache(program, 1), 5);
    expect(row).toEqual(expected.greedy);
    await session.release();
  });
});
