import { afterAll, describe, expect, it } from "vitest";
import { filesOf } from "../checkpoints/node-files";
import type { Model } from "./engine";
import { createLocalEngine } from "./local";
import type { MixSpec } from "./mix";
import type { MixedToken } from "../mixing/generate";
import { loadEmbedded, withJson } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

const load = () => Promise.all([loadEmbedded(engine, "polyglot-base"), loadEmbedded(engine, "polyglot-de")]);

const plain: Omit<MixSpec, "mixer" | "prompt"> = {
  unit: "tokens",
  before: [],
  parameters: {},
  materials: {},
  sampling: { maxNewTokens: 6 },
};

type Written = MixedToken & { readonly bytes: readonly number[] };

async function write(
  models: readonly Model[],
  spec: Partial<MixSpec> & Pick<MixSpec, "mixer" | "prompt">,
): Promise<{ tokens: readonly Written[]; text: string }> {
  const tokens: Written[] = [];
  const onEvent = (event: Parameters<Parameters<typeof engine.mix>[2]["onEvent"]>[0]) => {
    if (event.kind === "token") tokens.push(event);
    else tokens.length = event.position;
  };
  await engine.mix(models, { ...plain, ...spec }, { onEvent });
  return { tokens, text: Buffer.from(tokens.flatMap(({ bytes }) => bytes)).toString() };
}

describe("polyglot-base and polyglot-de", () => {
  it("a neutral weight writes what the model writes alone, with its probabilities, token by token from the cache", async () => {
    const [base, german] = await load();
    const alone = await engine.generate(german, "Es war einmal", { maxNewTokens: 12, stopAtEnd: false });
    const { tokens } = await write([german, base], {
      mixer: "classifier-free",
      prompt: "Es war einmal",
      parameters: { shared: { weight: 0 } },
      sampling: { maxNewTokens: 12, stopAtEnd: false },
    });
    expect(tokens.map(({ id }) => id)).toEqual(alone.ids);
    for (const [i, { modelProbabilities }] of tokens.entries()) {
      expect(Math.log(modelProbabilities[0]!)).toBeCloseTo(alone.logProbabilities[i]!, 3);
    }
  });

  it("a German prompt gives the German model the weight", async () => {
    const { tokens } = await write(await load(), {
      mixer: "posterior-mixture",
      prompt: "Es war einmal ein Hund. Er",
      sampling: { maxNewTokens: 1 },
    });
    expect(tokens[0]!.weights![1]).toBeGreaterThan(0.5);
  });

  it("one model stands twice, each time behind a prompt of its own: a negative prompt takes its own words away", async () => {
    const [base] = await load();
    const prompt = "The dog";
    const twice = [base, base];
    const neutral = await write(twice, { mixer: "classifier-free", prompt, parameters: { shared: { weight: 0 } } });
    const conditioned = await write(twice, {
      mixer: "classifier-free",
      prompt,
      before: ["Der Hund schläft. ", ""],
      parameters: { shared: { weight: 0 } },
    });
    const alone = await engine.generate(base, "Der Hund schläft. The dog", { maxNewTokens: 6, stopAtEnd: false });
    expect(conditioned.tokens.map(({ id }) => id)).toEqual(alone.ids);
    expect(neutral.tokens[0]!.divergences[1]).toBeCloseTo(0, 6);
    expect(conditioned.tokens[0]!.divergences[1]).toBeGreaterThan(0.01);
  });

  it("the n-grams of a text stand in for a model: with them it goes on as the text does, against them it does not", async () => {
    const [base] = await load();
    const text = async (weight: number) => {
      const spec = {
        mixer: "logit-difference",
        prompt: "The dog was very",
        remembered: "The dog was very big indeed.",
      };
      return (await write([base], { ...spec, parameters: { shared: { weight, relativeTop: 0 } } })).text;
    };
    expect(await text(5)).toMatch(/^ big indeed/);
    expect(await text(-5)).not.toMatch(/^ big/);
  });

  it("a script filter keeps the script and tells the mass it removed", async () => {
    const [base] = await load();
    const { tokens, text } = await write([base], {
      mixer: "vocabulary-filter",
      prompt: "The dog",
      materials: { filter: { kind: "script", scripts: ["Devanagari"], keep: true } },
    });
    expect(tokens[0]!.massRemoved).toBeGreaterThan(0.3);
    expect(text).not.toMatch(/\p{Script=Latin}/u);
  });

  it("in bytes, both models together write text", async () => {
    const { tokens, text } = await write(await load(), {
      mixer: "average",
      unit: "bytes",
      prompt: "The dog w",
      sampling: { maxNewTokens: 2 },
    });
    expect(text).toMatch(/^[a-z ]{2}$/);
    for (const { probability } of tokens) expect(probability).toBeGreaterThan(0.1);
  });

  it("that fills the context ends there, as a generation does; a prompt that leaves no room is named", async () => {
    const context = 8;
    const files = await filesOf("public/models/polyglot-base");
    const base = await engine.load(await withJson(files, "config.json", { max_position_embeddings: context }));
    const ids = (await engine.tokenize(base, "The dog was very big. ".repeat(4))).map(({ id }) => id);
    const promptOf = (tokens: number) => engine.detokenize(base, ids.slice(0, tokens));
    const spec = { mixer: "average", sampling: { maxNewTokens: 40, stopAtEnd: false } };

    const long = { ...spec, prompt: await promptOf(context - 3) };
    const alone = await engine.generate(base, long.prompt, long.sampling);
    expect(alone).toMatchObject({ ids: { length: 3 }, stopped: "length" });
    expect((await write([base, base], long)).tokens.map(({ id }) => id)).toEqual(alone.ids);

    const bytes = { ...spec, unit: "bytes", prompt: await promptOf(context - 1) } as const;
    const { length } = (await write([base, base], bytes)).tokens;
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(40);

    const full = { ...spec, prompt: await promptOf(context) };
    await expect(write([base, base], full)).rejects.toMatchObject({ problem: { code: "prompt-too-long" } });
  });

  it("what a mixer does not take is named", async () => {
    const [base] = await load();
    await expect(write([base], { mixer: "classifier-free", prompt: "The dog" })).rejects.toMatchObject({
      problem: { code: "input-invalid" },
    });
    await expect(write([base], { mixer: "stirring", prompt: "The dog" })).rejects.toMatchObject({
      problem: { code: "input-invalid" },
    });
  });
});
