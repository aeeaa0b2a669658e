import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { byteSource } from "../mixing/bytes/source";
import { byteVocabulary } from "../mixing/bytes/spellings";
import { compileFilter } from "../mixing/filters";
import { generateMixed, type MixedToken, type MixRequest } from "../mixing/generate";
import { average } from "../mixing/mixers/average";
import { classifierFree } from "../mixing/mixers/classifier-free";
import { posteriorMixture } from "../mixing/mixers/posterior-mixture";
import { vocabularyFilter } from "../mixing/mixers/vocabulary-filter";
import { unwrap } from "../result";
import { createEncoder } from "../tokenization/hf-encoder";
import { createLocalEngine } from "./local";
import { nextLogits } from "./next-logits";
import { argmax } from "./sampling";
import { loadEmbedded } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

const json = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../public/models/polyglot-base/${name}`, import.meta.url), "utf8"));
const encoder = unwrap(
  createEncoder({ tokenizer: json("tokenizer.json"), config: json("tokenizer_config.json") }, "polyglot-base"),
);

async function sources() {
  const [base, german] = await Promise.all([
    loadEmbedded(engine, "polyglot-base"),
    loadEmbedded(engine, "polyglot-de"),
  ]);
  return { base, german, models: [base, german].map((model) => ({ source: nextLogits(engine, model, "polyglot") })) };
}

async function write(request: Omit<MixRequest, "choose" | "maxNewTokens">, maxNewTokens = 6): Promise<MixedToken[]> {
  const tokens: MixedToken[] = [];
  for await (const event of generateMixed({ ...request, choose: argmax, maxNewTokens })) {
    if (event.kind === "token") tokens.push(event);
  }
  return tokens;
}

const idsOf = (text: string) => encoder.encode(text, { addSpecialTokens: true }).map(({ id }) => id);

describe("polyglot-base and polyglot-de", () => {
  it("a neutral weight writes what the model writes alone, with its probabilities", async () => {
    const { german, models } = await sources();
    const promptIds = (await engine.generate(german, "Es war einmal", { maxNewTokens: 1 })).promptIds;
    const alone = await engine.generate(german, promptIds, { maxNewTokens: 6, stopAtEnd: false });
    const tokens = await write({
      mixer: classifierFree,
      models: [models[1]!, models[0]!],
      promptIds,
      parameters: { shared: { weight: 0 } },
    });
    expect(tokens.map(({ id }) => id)).toEqual(alone.ids);
    for (const [i, { modelProbabilities }] of tokens.entries()) {
      expect(Math.log(modelProbabilities[0]!)).toBeCloseTo(alone.logProbabilities[i]!, 3);
    }
  });

  it("a German prompt gives the German model the weight", async () => {
    const { models } = await sources();
    const [first] = await write({ mixer: posteriorMixture, models, promptIds: idsOf("Es war einmal ein Hund. Er") }, 1);
    expect(first!.weights![1]).toBeGreaterThan(0.5);
  });

  it("a script filter keeps the script and tells the mass it removed", async () => {
    const { models } = await sources();
    const spellings = { size: encoder.vocabularySize, bytesOf: (id: number) => encoder.bytesOf(id) };
    const filter = unwrap(compileFilter({ kind: "script", scripts: ["Devanagari"], keep: true }, spellings));
    const promptIds = idsOf("The dog");
    const tokens = await write({ mixer: vocabularyFilter, models: [models[0]!], promptIds, materials: { filter } });
    expect(tokens[0]!.massRemoved).toBeGreaterThan(0.3);
    expect(encoder.decode(tokens.map(({ id }) => id))).not.toMatch(/\p{Script=Latin}/u);
  });

  it("in bytes, both models together write text", async () => {
    const { models } = await sources();
    const begin = idsOf("");
    const vocabulary = byteVocabulary(encoder);
    const bytes = models.map(({ source }) => ({
      source: byteSource(source, vocabulary, { begin, end: new Set() }),
    }));
    const promptIds = [...new TextEncoder().encode("The dog w")];
    const tokens = await write({ mixer: average, models: bytes, promptIds }, 2);
    expect(Buffer.from(tokens.map(({ id }) => id)).toString()).toMatch(/^[a-z ]{2}$/);
    for (const { probability } of tokens) expect(probability).toBeGreaterThan(0.1);
  });
});
