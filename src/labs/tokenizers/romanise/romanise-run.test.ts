import { expect, it } from "vitest";
import { defaults } from "../../../experiments/documents/tokenizers";
import { normal, seededRandom } from "../../../random";
import { barrierOf, type BarrierEvent } from "./barrier";
import type { RomaniseResult } from "./result";
import { romaniseRun } from "./run";

it("counts bytes by hand: the Hindi sentences have 4720 and far fewer in Latin letters, the English 1934", async () => {
  let last: RomaniseResult | undefined;
  const tools = { signal: new AbortController().signal, onProgress: () => undefined };
  for await (const result of romaniseRun({ ...defaults, tokenizers: ["utf8"] }, tools)) last = result.romanised;
  expect(last?.languages).toEqual(["hi", "ru", "ja", "ar"]);
  const hindi = last?.tokenizers[0]?.languages["hi"];
  expect([hindi?.native, hindi?.reference]).toEqual([4720, 1934]);
  expect(hindi?.latin).toBeLessThan(4720 / 2);
});

it("wants a script to write anew", async () => {
  const tools = { signal: new AbortController().signal, onProgress: () => undefined };
  const run = romaniseRun({ ...defaults, languages: ["de"] }, tools);
  await expect(run.next()).rejects.toMatchObject({ problem: { code: "input-invalid" } });
});

it("meters the script barrier: a model that turns its space for Latin letters is wholly mended by the rotation", async () => {
  const random = seededRandom(2);
  const own = Array.from({ length: 40 }, () => Float32Array.from({ length: 6 }, () => normal(random)));
  const turned = own.map((vector) => vector.map((_, i) => vector[(i + 1) % 6]! + 3));
  const each = (vectors: readonly Float32Array[]) => vectors.map((vector) => [vector]);
  let last: BarrierEvent | undefined;
  for await (const event of barrierOf({ languages: Array(40).fill("hi"), native: each(own), latin: each(turned) })) {
    last = event;
  }
  if (last?.kind !== "barrier") throw new Error("no barrier");
  const [row] = last.layers;
  expect(row).toMatchObject({ language: "hi", layer: 0, sentences: 20, mapped: { found: 1 } });
  expect(row!.before.loss).toBeGreaterThan(Math.log(20) - 0.5);
  expect(row!.mapped.loss).toBeLessThan(0.5);
  expect(row!.mapped.apart).toBeLessThan(1e-3);
});
