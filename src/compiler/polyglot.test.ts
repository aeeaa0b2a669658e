import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram, type WeightFormat } from "./program";
import { argmax, mean, sum } from "../vectors";
import { largestDifference } from "./testing/compare";
import type { Golden } from "./testing/golden";
import { decodeGreedily } from "./testing/greedy";
import { logitsOf } from "./testing/logits";
import { hasPolyglot, heldOut, openPolyglot, polyglotWeights } from "./testing/polyglot";
import { emptyCache, floats, openSession, run } from "./testing/run";

/** Log probabilities of every position of every text. */
function logProbabilities(texts: readonly Float32Array[], vocabulary: number): readonly Float64Array[] {
  return texts.flatMap((logits) =>
    Array.from({ length: logits.length / vocabulary }, (_, position) => {
      const row = Float64Array.from(logits.subarray(position * vocabulary, (position + 1) * vocabulary));
      const largest = row[argmax(row)]!;
      const log = largest + Math.log(sum(row.map((value) => Math.exp(value - largest))));
      return row.map((value) => value - log);
    }),
  );
}

/** Mean of sum_v p(v) (ln p(v) - ln q(v)) over positions, in nats. */
function divergence(p: readonly Float64Array[], q: readonly Float64Array[]): number {
  return mean(p.map((row, at) => sum(row.map((value, i) => Math.exp(value) * (value - q[at]![i]!)))));
}

const goldenFile = new URL("golden/polyglot-base.golden.json", import.meta.url);

describe.skipIf(!hasPolyglot)("polyglot-base", () => {
  let polyglot: Awaited<ReturnType<typeof openPolyglot>>;
  beforeAll(async () => {
    polyglot = await openPolyglot();
  });

  it("gives PyTorch's logits and its 32 greedy tokens", async () => {
    const expected = JSON.parse(readFileSync(goldenFile, "utf8")) as Golden & { readonly weights: string };
    const digest = createHash("sha256").update(readFileSync(polyglotWeights)).digest("hex");
    expect(digest, "the weights have changed: run golden/make.py --checkpoint anew").toBe(expected.weights);
    const { checkpoint } = polyglot;
    const program = unwrap(compile(checkpoint, plainProgram));
    const session = await openSession(program);
    const { outputs } = await run(session, [expected.ids], expected.ids.length, emptyCache(program, 1));
    expect(largestDifference(floats(outputs, "logits"), expected.logits.data)).toBeLessThan(1e-3);
    const [row] = await decodeGreedily(session, [expected.ids], 32, emptyCache(program, 1, 64));
    expect(row).toEqual(expected.greedy);
    await session.release();
  });

  it("on held-out sentences in 8 bits diverges from f32 by less than 1e-3 nats a token; 4 bits by less than 0.05", async () => {
    const { checkpoint, encode } = polyglot;
    const texts = heldOut.map(encode);
    const vocabulary = Number(checkpoint.config["vocab_size"]);
    const read = async (weights: WeightFormat) =>
      logProbabilities(await logitsOf(checkpoint, weights, texts), vocabulary);
    const exact = await read("f32");
    expect(divergence(exact, await read("f16"))).toBeLessThan(1e-6);
    expect(divergence(exact, await read("q8"))).toBeLessThan(1e-3);
    expect(divergence(exact, await read("q4"))).toBeLessThan(0.05);
  });

  it("says the same with every way of attending and caching", async () => {
    const { checkpoint, encode } = polyglot;
    const prompt = encode(heldOut[1]!).slice(0, 12);
    const continuations = [];
    for (const [attention, batch, capacity, piece] of [
      ["fused", 1, 0, 99],
      ["fused", 1, 64, 1],
      ["fused", 3, 64, 99],
      ["eager", 1, 0, 5],
    ] as const) {
      const program = unwrap(compile(checkpoint, { ...plainProgram, attention }));
      const session = await openSession(program);
      const prompts = Array.from({ length: batch }, () => prompt);
      continuations.push(...(await decodeGreedily(session, prompts, 16, emptyCache(program, batch, capacity), piece)));
      await session.release();
    }
    for (const continuation of continuations) expect(continuation).toEqual(continuations[0]);
  });
});
