import { expect, it } from "vitest";
import { defaults } from "../../../experiments/documents/tokenizers";
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
