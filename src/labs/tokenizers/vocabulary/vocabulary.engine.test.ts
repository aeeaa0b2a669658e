import { afterAll, describe, expect, test } from "vitest";
import { createLocalEngine } from "../../../engine/local";
import { filesOf } from "../../../checkpoints/node-files";
import type { Engine } from "../../../engine/engine";
import { defaults, type Document } from "../../../experiments/documents/tokenizers";
import { parallelSentences } from "../../../data/parallel";
import { ownFiles } from "../own-tokenizers";
import type { TokenizersResult } from "../result";
import { change } from "./run";
import type { ChangeResult } from "./result";

const inner = createLocalEngine();
afterAll(() => inner.close());

/** The embedded base is read from disk. */
const engine = new Proxy(inner, {
  get(target, key) {
    if (key === "load") return async () => inner.load(await filesOf("public/models/polyglot-base"));
    if (key === "changeVocabulary") {
      return async (_base: string, ...rest: [Parameters<Engine["changeVocabulary"]>[1], object]) =>
        inner.changeVocabulary(await filesOf("public/models/polyglot-base"), ...rest);
    }
    const member: unknown = Reflect.get(target, key, target);
    return typeof member === "function" ? (member.bind(target) as unknown) : member;
  },
});

async function changed(settings: Partial<Document["vocabulary"]>, signal = new AbortController().signal) {
  const document: Document = { ...defaults, task: "change", vocabulary: { ...defaults.vocabulary, ...settings } };
  let last: TokenizersResult | undefined;
  for await (const result of change(document, { engine, signal, onProgress: () => undefined })) last = result;
  return last!.change!;
}

const german = parallelSentences.de.join("\n");
const hindi = parallelSentences.hi.join("\n");

const bitsOf = ({ models }: ChangeResult, name: string, language: string) =>
  models.find((model) => model.name === name)!.bitsPerByte[language]!;

describe("a change of vocabulary", () => {
  test("trimmed to German: smaller, kept logits equal, German cut as before", async () => {
    const result = await changed({ text: german, languages: ["de"], scored: ["de"], sentences: 2 });
    expect(result.after.rows).toBeLessThan(900);
    expect(result.before.parameters - result.after.parameters).toBe((8192 - result.after.rows) * 256);
    expect(result.proof!.logits).toBe(result.proof!.tokens * result.after.rows);
    expect(result.proof!.largest).toBeLessThan(1e-4);
    expect(result.coverage.at(-1)!.share).toBe(1);
    expect(ownFiles.get(result.tokenizer)).toBeDefined();
    expect(result.kept!.checkpoint).toMatch(/^vocabulary-/);
  }, 90_000);

  test("trimmed to fewer rows than the text uses: German is cut smaller", async () => {
    const fewer = await changed({ text: german, languages: ["de"], scored: ["de"], sentences: 2, rows: 500 });
    expect(fewer.after.rows).toBeLessThanOrEqual(500);
    expect(fewer.fertility[0]!.after).toBeGreaterThan(fewer.fertility[0]!.before!);
    expect(fewer.proof!.apart).toBeGreaterThan(0);
  }, 90_000);

  test("a Hindi vocabulary: every initialiser is scored beside the base, its rows have recipes", async () => {
    const result = await changed({
      target: "train",
      languages: ["hi"],
      scored: ["hi"],
      text: hindi,
      size: 500,
      sentences: 3,
      initialisers: ["random", "mean", "zett"],
      tuned: "polyglot-base",
    });
    expect(result.models.map(({ name }) => name)).toEqual([
      ...["base", "random", "mean", "zett"],
      ...["tuned", "own", "swap", "overlap", "conversion"],
    ]);
    const base = bitsOf(result, "base", "hi");
    for (const name of ["random", "mean", "zett"]) expect(bitsOf(result, name, "hi")).toBeGreaterThan(base);
    // The fine-tune is the base here, so every way of propagation must give the base's own rows.
    for (const name of ["own", "swap", "overlap", "conversion"]) {
      expect(bitsOf(result, name, "hi")).toBeCloseTo(bitsOf(result, "mean", "hi"), 2);
    }
    expect(result.models.find(({ name }) => name === "zett")!.note).toMatch(/^cosine 0\.\d+ on \d+ merges/);
    const [, random, mean] = result.models;
    expect(result.words.length).toBeGreaterThan(10);
    expect(random!.recipes[0]!.of).toBe(0);
    expect(mean!.recipes[0]!.shares.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
    expect(result.fertility[0]!.tokensAfter).toBeGreaterThan(0);
  }, 90_000);

  test("more merges: Swahili takes fewer tokens, Hindi as many as before; Stop ends it", async () => {
    const result = await changed({
      target: "expand",
      text: parallelSentences.sw.join("\n"),
      languages: ["sw"],
      scored: ["hi"],
      more: 100,
      sentences: 2,
      initialisers: ["merge"],
    });
    const [swahili, other] = result.fertility;
    expect(swahili!.tokensAfter).toBeLessThan(swahili!.tokensBefore);
    expect(other!.changed).toBe(0);
    const stop = new AbortController();
    stop.abort();
    await expect(changed({}, stop.signal)).rejects.toThrow();
  }, 90_000);
});
