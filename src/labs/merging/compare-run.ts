import type { Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import { mapOfRecipe } from "../../merging/layer-map";
import { LabError, unwrap } from "../../result";
import type { RunTools } from "../lab";
import { whileRunning } from "../streaming";
import { type Contestant, contestantsOf, nameOf } from "./contestants";
import { evidenceFor } from "./evidence";
import {
  type ComparedModel,
  emptyResult,
  type LanguageScore,
  type MergingResult,
  type PromptTexts,
  type Role,
} from "./result";
import { type LanguageSentences, sentencesOf } from "./sentences";
import { promptsOf } from "./settings";
import { readSkills, skillItems } from "./skills";

/** What is asked of every model. */
interface Questions {
  readonly prompts: readonly string[];
  readonly sentences: readonly LanguageSentences[];
}

/**
 * Opens base, both parents, their average and the merge; continues every prompt with each; scores each on the held-out sentences
 * of every language and on the chosen skills.
 */
export async function* compare(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  const prompts = unwrap(promptsOf(document));
  const sentences = unwrap(await sentencesOf(document));
  const contestants = contestantsOf(document, tools, await evidenceFor(document, sentences, tools));
  yield* ask(contestants, { prompts, sentences }, document, tools);
}

/** Asks one model after the other, so that a large pair needs little memory at a time. */
export async function* ask(
  contestants: readonly Contestant[],
  { prompts, sentences }: Questions,
  document: Document,
  tools: RunTools,
): AsyncGenerator<MergingResult, void> {
  const { signal } = tools;
  const items = await skillItems(document);
  const total = contestants.length * (1 + prompts.length + sentences.length + document.skills.length);
  let done = 0;
  const progress = (note: string) => tools.onProgress({ done: done++, total, note });

  let result: MergingResult | undefined;
  for (const contestant of contestants) {
    const title = nameOf(contestant);
    progress(`opening ${title}`);
    const begun = performance.now();
    const model = await contestant.open({ signal });
    result = withModel(result, contestant, model, performance.now() - begun, prompts);
    if (contestant.role === "a") checkDepth(document, contestant.name, model);
    yield result;

    for (const [index, prompt] of prompts.entries()) {
      progress(`${title} continues “${prompt}”`);
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
      progress(`${title} reads ${language}`);
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

    if (document.skills.length > 0) {
      const begin = done;
      done += document.skills.length;
      const within = {
        ...tools,
        onProgress: (step: { readonly done: number; readonly total: number; readonly note: string }) =>
          tools.onProgress({ done: begin + step.done / Math.max(1, step.total), total, note: step.note }),
      };
      const { readings, items: skillItems } = await readSkills(document.skills, items, model, within, title);
      const skills = [...(result.skills ?? []), { role: contestant.role, readings }];
      result = { ...result, skills, skillItems };
      yield result;
    }
  }
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
  before: MergingResult | undefined,
  { role, name }: Contestant,
  model: Model,
  opening: number,
  prompts: readonly string[],
): MergingResult {
  const result = before ?? {
    ...emptyResult,
    texts: prompts.map((prompt): PromptTexts => ({ prompt, texts: [] })),
  };
  const compared: ComparedModel = {
    role,
    name,
    checkpoint: model.checkpoint,
    backend: model.backend,
    opening: Math.round(opening),
  };
  const { layers } = model.geometry;
  return {
    ...result,
    models: [...result.models, compared],
    depth: role === "a" || result.depth === 0 ? layers : result.depth,
    layers,
    sharing: role === "merge" ? (model.merge ?? null) : null,
  };
}

function withText(result: MergingResult, prompt: number, role: Role, text: string, finished: boolean): MergingResult {
  const texts = result.texts.map((entry, index) => {
    if (index !== prompt) return entry;
    return { ...entry, texts: [...entry.texts.filter((other) => other.role !== role), { role, text, finished }] };
  });
  return { ...result, texts };
}
