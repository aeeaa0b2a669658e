import { afterAll, describe, expect, test } from "vitest";
import { createLocalEngine } from "../../../engine/local";
import { filesOf } from "../../../checkpoints/node-files";
import type { Engine, Model } from "../../../engine/engine";
import { defaults, type Document } from "../../../experiments/documents/tokenizers";
import { parallelSentences } from "../../../data/parallel";
import { ownFiles } from "../own-tokenizers";
import type { TokenizersResult } from "../result";
import { change } from "./run";
import type { ChangeResult } from "./result";

const inner = createLocalEngine();
afterAll(() => inner.close());

let base: Promise<Model> | undefined;

/** The embedded base is read from disk, once. */
const engine = new Proxy(inner, {
  get(target, key) {
    if (key === "load")
      return () => (base ??= filesOf("public/models/polyglot-base").then((files) => inner.load(files)));
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

const german = parallelSentences.de.slice(0, 20).join("\n");
const hindi = parallelSentences.hi.join("\n");

const bitsOf = ({ models }: ChangeResult, name: string, language: string) =>
  models.find((model) => model.name === name)!.bitsPerByte[language]!;

describe("a change of vocabulary", () => {
  test("trimmed to twenty German sentences: these keep their logits, others are cut smaller", async () => {
    const trimmed = await changed({ text: german, languages: ["de"], scored: ["de"], sentences: 2 });
    expect(trimmed.after.rows).toBeLessThan(900);
    expect(trimmed.fertility[0]!.after).toBeGreaterThan(trimmed.fertility[0]!.before!);
    expect(trimmed.before.parameters - trimmed.after.parameters).toBe((8192 - trimmed.after.rows) * 256);
    const { proof } = trimmed;
    expect(proof).toMatchObject({ sentences: 2, apart: 0 });
    expect(proof!.logits).toBe(proof!.tokens * trimmed.after.rows);
    expect(proof!.largest).toBeLessThan(1e-4);
    expect(trimmed.coverage.at(-1)!.share).toBe(1);
    expect(ownFiles.get(trimmed.tokenizer)).toBeDefined();
    expect(trimmed.kept!.checkpoint).toMatch(/^vocabulary-/);
    const [heads] = trimmed.heads!;
    const ids = (await inner.tokenize(await base!, heads!.prompt)).map(({ id }) => id);
    const { logits } = await inner.logits(await base!, ids);
    const last = logits.data.subarray(-8192);
    expect(heads!.before[0]!.logit).toBeCloseTo(Math.max(...last), 3);
    const kept = heads!.before.filter(({ text }) => heads!.after.some((token) => token.text === text));
    expect(kept.length).toBeGreaterThan(0);
    for (const { text, logit } of kept) expect(heads!.after.find((token) => token.text === text)!.logit).toBe(logit);
  }, 90_000);

  test("a Hindi vocabulary: every initialiser is scored beside the base, its rows have recipes", async () => {
    const result = await changed({
      target: "train",
      languages: ["hi"],
      scored: ["hi"],
      text: hindi,
      size: 500,
      sentences: 2,
      initialisers: ["mean", "zett"],
      tuned: "polyglot-base",
    });
    const names = result.models.map(({ name }) => name);
    expect(names.join(" ")).toBe("base mean zett tuned own swap overlap conversion");
    const base = bitsOf(result, "base", "hi");
    for (const name of ["mean", "zett"]) expect(bitsOf(result, name, "hi")).toBeGreaterThan(base);
    // The fine-tune is the base here, so every way of propagation must give the base's own rows.
    for (const name of ["own", "swap", "overlap", "conversion"]) {
      expect(bitsOf(result, name, "hi")).toBeCloseTo(bitsOf(result, "mean", "hi"), 2);
    }
    expect(result.models.find(({ name }) => name === "zett")!.note).toMatch(/^cosine 0\.\d+ on \d+ merges/);
    const [, mean, zett] = result.models;
    expect(result.words.length).toBeGreaterThan(10);
    expect(zett!.recipes[0]!.of).toBe(0);
    expect(mean!.recipes[0]!.shares.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
    expect(result.fertility[0]!.tokensAfter).toBeGreaterThan(0);
  }, 90_000);

  test("Stop ends it", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(changed({ text: german, languages: ["de"], scored: ["de"] }, stop.signal)).rejects.toThrow();
  }, 90_000);
});
