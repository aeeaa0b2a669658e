import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram } from "./program";
import { argmax } from "../vectors";
import { largestDifference } from "./testing/compare";
import type { Golden } from "./testing/golden";
import { decodeGreedily } from "./testing/greedy";
import { logitsOf } from "./testing/logits";
import { hasPolyglot, heldOut, openPolyglot, polyglotWeights } from "./testing/polyglot";
import { emptyCache, floats, openSession, run } from "./testing/run";

function logSoftmax(logits: Float32Array): Float64Array {
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const sum = logits.reduce((total, value) => total + Math.exp(value - largest), 0);
  return Float64Array.from(logits, (value) => value - largest - Math.log(sum));
}

/** Mean of sum_v p(v) (ln p(v) - ln q(v)) over positions, in nats, and how often the most probable token is the same. */
function divergence(p: readonly Float32Array[], q: readonly Float32Array[], vocabulary: number) {
  let total = 0;
  let agreed = 0;
  let positions = 0;
  for (const [text, logits] of p.entries()) {
    for (let at = 0; at < logits.length; at += vocabulary) {
      const [a, b] = [logits, q[text]!].map((all) => logSoftmax(all.subarray(at, at + vocabulary)));
      total += a!.reduce((sum, value, i) => sum + Math.exp(value) * (value - b![i]!), 0);
      agreed += argmax(a!) === argmax(b!) ? 1 : 0;
      positions += 1;
    }
  }
  return { nats: total / positions, agreement: agreed / positions };
}

const goldenFile = new URL("golden/polyglot-base.golden.json", import.meta.url);

describe.skipIf(!hasPolyglot)("polyglot-base", () => {
  it("gives PyTorch's logits and its 32 greedy tokens", async () => {
    const expected = JSON.parse(readFileSync(goldenFile, "utf8")) as Golden & { readonly weights: string };
    const digest = createHash("sha256").update(readFileSync(polyglotWeights)).digest("hex");
    expect(digest, "the weights have changed: run golden/make.py --checkpoint anew").toBe(expected.weights);
    const { checkpoint } = await openPolyglot();
    const program = unwrap(compile(checkpoint, plainProgram));
    const session = await openSession(program);
    const { outputs } = await run(session, [expected.ids], expected.ids.length, emptyCache(program, 1));
    expect(largestDifference(floats(outputs, "logits"), expected.logits.data)).toBeLessThan(1e-3);
    const [row] = await decodeGreedily(session, [expected.ids], 32, emptyCache(program, 1, 64));
    expect(row).toEqual(expected.greedy);
    await session.release();
  });

  it("on held-out sentences in 8 bits diverges from f32 by less than 1e-3 nats a token; 4 bits by less than 0.05", async () => {
    const { checkpoint, encode } = await openPolyglot();
    const texts = heldOut.map(encode);
    const vocabulary = Number(checkpoint.config["vocab_size"]);
    const exact = await logitsOf(checkpoint, "f32", texts);
    const f16 = divergence(exact, await logitsOf(checkpoint, "f16", texts), vocabulary);
    const q8 = divergence(exact, await logitsOf(checkpoint, "q8", texts), vocabulary);
    const q4 = divergence(exact, await logitsOf(checkpoint, "q4", texts), vocabulary);
    expect(f16.nats).toBeLessThan(1e-6);
    expect(q8.nats).toBeLessThan(1e-3);
    expect(q4.nats).toBeLessThan(0.05);
  });

  it("says the same with every way of attending and caching", async () => {
    const { checkpoint, encode } = await openPolyglot();
    const prompt = encode(heldOut[1]!).slice(0, 12);
    const continuations = [];
    for (const [attention, batch, capacity, piece] of [
      ["fused", 1, 0, 99],
      ["fused", 1, 64, 1],
      ["fused", 8, 64, 99],
      ["eager", 1, 0, 5],
    ] as const) {
      const program = unwrap(compile(checkpoint, { ...plainProgram, attention }));
      const session = await openSession(program);
      const prompts = Array.from({ length: batch }, () => prompt);
      continuations.push(...(await decodeGreedily(session, prompts, 32, emptyCache(program, batch, capacity), piece)));
      await session.release();
    }
    for (const continuation of continuations) expect(continuation).toEqual(continuations[0]);
  });
});
