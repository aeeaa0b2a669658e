import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Recording } from "../../experiments/experiment";
import { defaults, type Document } from "../../experiments/documents/measures";
import type { Recorded, RunTools } from "../lab";
import { costInWords } from "./CostLine";
import { price } from "./price";
import type { MeasuresResult } from "./result";
import { run } from "./run";
import { takenOver } from "./taken";
import { takenParts } from "./taken-parts";
import { contestantsOf } from "./variants";

const recording = JSON.parse(
  readFileSync(new URL("../../../public/presets/measures/what-was-forgotten.json", import.meta.url), "utf8"),
) as Recording<Document, MeasuresResult>;
const recorded: Recorded = { recordings: [recording], backend: "wasm" };
const { measures } = defaults;

/** What is taken over for the variants of a document, a line each. */
function takenBy(change: Partial<Document>, from: Partial<Recorded> = {}): readonly (readonly string[])[] {
  const document = { ...defaults, ...change };
  return contestantsOf(document).map((one) => Object.keys(takenOver(one, document, { ...recorded, ...from }).taken));
}

test("of a recorded card with one measure more all is taken over but that measure", () => {
  expect(takenBy({ measures: [...measures, "retrieval"] })).toEqual([measures, measures, measures]);
  expect(takenBy({ measures: ["retrieval", "mexa"] })).toEqual([["mexa"], ["mexa"], ["mexa"]]);
});

test("a variant that was not recorded is measured, whatever its name; another order changes nothing", () => {
  const [base, german] = defaults.variants as [Document["variants"][0], Document["variants"][0]];
  const variants = [{ ...german, name: "German" }, { ...base, weights: "q8" as const }, base];
  expect(takenBy({ variants, measures: ["mexa"] })).toEqual([["mexa"], [], ["mexa"]]);
});

test.each<[string, Partial<Document>]>([
  ["languages", { languages: ["en", "de"] }],
  ["numbers of items", { sentences: 10 }],
  ["written texts", { written: 3 }],
  ["seeds", { seed: 2 }],
  ["intervals", { interval: "percentile" }],
  ["texts", { parallel: "en\tde\na\tb\nc\td" }],
])("of other %s nothing counts", (_, change) => {
  expect(takenBy(change).flat()).toEqual([]);
});

test("nothing counts of other weights, or of another backend", () => {
  const checkpoints = { ...recording.recorded.checkpoints, "polyglot-de": "0".repeat(64) };
  const other = { ...recording, recorded: { ...recording.recorded, checkpoints } };
  expect(takenBy({}, { recordings: [other] })).toEqual([measures, [], measures]);
  expect(takenBy({}, { backend: "webgpu" }).flat()).toEqual([]);
});

test("a run of what was recorded asks no model, keeps the numbers, and says where they come from", async () => {
  const [base, , hindi] = defaults.variants as [Document["variants"][0], unknown, Document["variants"][0]];
  const document = { ...defaults, variants: [hindi, base], measures: ["bits-per-byte", "minimal-pairs"] };
  const engine = new Proxy({}, { get: (_, key) => expect.fail(`asks ${String(key)}`) }) as RunTools["engine"];
  const tools = { engine, signal: new AbortController().signal, onProgress: () => undefined, recorded };
  let result: MeasuresResult | undefined;
  for await (const next of run(document, tools)) result = next;
  const numbers = ({ readings }: MeasuresResult, variant: string) =>
    readings
      .find((one) => one.variant === variant)!
      .readings.filter(({ measure }) => document.measures.includes(measure));
  expect(result!.variants.map(({ id, title }) => [id, title])).toEqual([
    ["v0", "polyglot-hi"],
    ["v1", "polyglot-base"],
  ]);
  expect(numbers(result!, "v0")).toEqual(numbers(recording.result, "v2"));
  expect(new Set(result!.surprisals.map(({ variant }) => variant))).toEqual(new Set(["v0", "v1"]));
  expect(result!.surprisals).toHaveLength(2 * document.languages.length);
  expect(numbers(result!, "v0").every(({ set }) => result!.sets[set] !== undefined)).toBe(true);
  const { "polyglot-base": ofBase, "polyglot-hi": ofHindi } = recording.recorded.checkpoints;
  expect(takenParts(result!)).toEqual([
    {
      what: "Bits per byte and Minimal pairs of polyglot-hi and polyglot-base",
      on: recording.recorded.on,
      backend: "wasm",
      checkpoints: { "polyglot-base": ofBase, "polyglot-hi": ofHindi },
    },
  ]);
});

test("the cost before a run counts what is left, and says what is not run again and why", async () => {
  async function said(change: Partial<Document>, from: Partial<Recorded> = {}): Promise<string> {
    const priced = await price({ ...defaults, ...change }, { ...recorded, ...from });
    return priced && "cost" in priced ? costInWords(priced.cost) : "";
  }
  expect(await said({}, { recordings: [] })).toMatch(/: 1,560 runs, .*\. All of it is measured here\.$/);
  // Three variants read 5 × 20 sentences.
  const more = { measures: [...measures, "retrieval"] };
  expect(await said(more)).toMatch(/: 300 runs, .* 18 of 21 measurements as recorded on \d+ \w+ \d+ on WASM\.$/);
  expect(await said({ measures: ["mexa"] })).toContain("controls included: nothing is left to run.");
  expect(await said(more, { backend: "webgpu" })).toContain("What was recorded on WASM does not count");
});
