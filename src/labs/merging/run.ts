import type { LoadOptions, Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import { averageRecipe, mapOfRecipe } from "../../merging/layer-map";
import { fail, LabError, ok, type Result, unwrap } from "../../result";
import type { RunTools } from "../lab";
import { whileRunning } from "../streaming";
import type { ComparedModel, LanguageScore, MergingResult, PromptTexts, Role } from "./result";
import { partnersOf, promptsOf } from "./settings";

/** One of the compared models and how it is opened. */
interface Contestant {
  readonly role: Role;
  readonly name: string;
  readonly open: (options: LoadOptions) => Promise<Model>;
}

/**
 * Opens both parents, their average and the merge; continues every prompt with each; scores each on the held-out
 * sentences of every language. One model after the other, so that a large pair needs little memory at a time.
 */
export async function* run(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  const { signal } = tools;
  const prompts = unwrap(promptsOf(document));
  const sentences = unwrap(await heldOut(document));
  const contestants = contestantsOf(document, tools);
  const total = contestants.length * (1 + prompts.length + sentences.length);
  let done = 0;
  const progress = (note: string) => tools.onProgress({ done: done++, total, note });

  let result: MergingResult | undefined;
  for (const contestant of contestants) {
    progress(`opening ${titleOf(contestant)}`);
    const begun = performance.now();
    const model = await contestant.open({ signal });
    result = withModel(result, contestant, model, performance.now() - begun, prompts);
    if (contestant.role === "a") checkDepth(document, contestant.name, model);
    yield result;

    for (const [index, prompt] of prompts.entries()) {
      progress(`${titleOf(contestant)} continues “${prompt}”`);
      let text = "";
      const tokens = whileRunning((notify) =>
        tools.engine.generate(model, prompt, {
          maxNewTokens: document.maxNewTokens,
          temperature: document.temperature,
          seed: document.seed,
          signal,
          onToken: (token) => {
            text += token.text;
            notify();
          },
        }),
      );
      for (;;) {
        const next = await tokens.next();
        if (next.done) text = next.value.text;
        result = withText(result, index, contestant.role, text, next.done === true);
        yield result;
        if (next.done) break;
      }
    }

    for (const { language, texts } of sentences) {
      progress(`${titleOf(contestant)} reads ${language}`);
      const scores = await tools.engine.scoreAll(model, texts, { signal });
      const score: LanguageScore = {
        role: contestant.role,
        language,
        bits: scores.map(({ bits }) => Number(bits.toFixed(4))),
        bytes: scores.map(({ bytes }) => bytes),
      };
      result = { ...result, scores: [...result.scores, score] };
      yield result;
    }
  }
}

function contestantsOf({ recipe }: Document, { engine }: RunTools): readonly Contestant[] {
  const { a, b } = partnersOf(recipe);
  const parent = (role: Role, name: string): Contestant => ({
    role,
    name,
    open: (options) => engine.load(name, options),
  });
  return [
    parent("a", a),
    ...(b === undefined
      ? []
      : [
          parent("b", b),
          {
            role: "average" as const,
            name: "",
            open: (options: LoadOptions) => engine.merge(averageRecipe(a, b), options),
          },
        ]),
    { role: "merge", name: "", open: (options) => engine.merge(recipe, options) },
  ];
}

function titleOf({ role, name }: Contestant): string {
  return name === "" ? `the ${role}` : name;
}

/** A map that leaves the upper layers out is a slip, not a wish: whoever wants to cut a model uses passthrough. */
function checkDepth({ recipe }: Document, name: string, { geometry }: Model): void {
  const map = mapOfRecipe(recipe, geometry.layers);
  if (!map || map.shares.length === geometry.layers) return;
  throw new LabError({
    code: "recipe-invalid",
    what: `The map has ${map.shares.length} layers and ${name} has ${geometry.layers}.`,
    remedy: `Set “Layers” to ${geometry.layers}; to cut a model on purpose, use passthrough in the YAML.`,
    facts: { map: map.shares.length, model: geometry.layers },
  });
}

function withModel(
  result: MergingResult | undefined,
  { role, name }: Contestant,
  model: Model,
  opening: number,
  prompts: readonly string[],
): MergingResult {
  const compared: ComparedModel = {
    role,
    name,
    checkpoint: model.checkpoint,
    backend: model.backend,
    opening: Math.round(opening),
  };
  return {
    models: [...(result?.models ?? []), compared],
    depth: result?.depth ?? model.geometry.layers,
    layers: model.geometry.layers,
    sharing: role === "merge" ? (model.merge ?? null) : null,
    texts: result?.texts ?? prompts.map((prompt): PromptTexts => ({ prompt, texts: [] })),
    scores: result?.scores ?? [],
  };
}

function withText(result: MergingResult, prompt: number, role: Role, text: string, finished: boolean): MergingResult {
  const texts = result.texts.map((entry, index) => {
    if (index !== prompt) return entry;
    return { ...entry, texts: [...entry.texts.filter((other) => other.role !== role), { role, text, finished }] };
  });
  return { ...result, texts };
}

/** The held-out sentences that the document asks for, by language. */
async function heldOut({
  languages,
  sentences,
}: Document): Promise<Result<readonly { readonly language: string; readonly texts: readonly string[] }[]>> {
  const { parallelSentences } = await import("../../data/parallel");
  const known: Readonly<Record<string, readonly string[]>> = parallelSentences;
  const missing = languages.find((language) => !Object.hasOwn(known, language));
  if (missing !== undefined) {
    return fail({
      code: "input-invalid",
      what: `There are no held-out sentences in “${missing}”.`,
      remedy: `Choose among ${Object.keys(known).join(", ")}.`,
      facts: { language: missing },
    });
  }
  return ok(languages.map((language) => ({ language, texts: known[language]!.slice(0, sentences) })));
}
