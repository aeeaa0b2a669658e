import { identify, loadIdentifier } from "../../../codeswitch/identify";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import type { Conversation } from "../../../measures/instructions/instruction";
import { keeps } from "../../../measures/instructions/verify";
import { bootstrap } from "../../../measures/statistics/bootstrap";
import { seededRandom } from "../../../random";
import { LabError, unwrap } from "../../../result";
import { mean } from "../../../vectors";
import type { RunTools } from "../../lab";
import { layerOf } from "../settings";
import { storyLanguages } from "../traits";
import { askingOf, type Asking, reinjected } from "./prompts";
import type { DistanceResult, ReinjectionResult, Way } from "./result";
import { translationsOf } from "./translations";

/**
 * Asks for what a program can check, with ever more of a story between the instruction and its answer, and adds the instruction's mean
 * state to all that stands behind it; then translates sentences alike, and flags words that the translation misses or adds.
 */
export async function* runReinjection(document: Document, tools: RunTools): AsyncGenerator<ReinjectionResult, void> {
  const { engine, signal, onProgress } = tools;
  const { reinjection } = document;
  const { instructions, paddingOf } = await itemsOf(reinjection.language, reinjection.instructions);
  const [model] = await Promise.all([engine.load(document.model, { signal }), loadIdentifier()]);
  const { layers } = model.geometry;
  const layer = unwrap(layerOf({ ...document, layer: reinjection.layer }, Math.floor(layers / 2), layers));
  const asking = await askingOf(engine, model);
  const ways = waysUpTo(reinjection.weight);
  const distances = [...new Set(reinjection.distances)].toSorted((a, b) => a - b);
  let result: ReinjectionResult = {
    task: "reinjection",
    model: { checkpoint: model.checkpoint, layers },
    layer,
    language: reinjection.language,
    chat: asking.chat,
    instructions: instructions.length,
    ways,
    distances: [],
    into: reinjection.into,
    translations: [],
  };
  yield result;

  for (const [done, sentences] of distances.entries()) {
    onProgress({ done, total: distances.length, note: `${sentences} sentences between instruction and answer` });
    const padded = instructions.map((one, at) => ({ ...one, padding: paddingOf(at, sentences) }));
    const answers = await answered(document, padded, { layer, ways, asking }, model, tools);
    result = { ...result, distances: [...result.distances, { sentences, ...answers }] };
    yield result;
  }

  if (reinjection.translations === 0) return;
  yield { ...result, translations: await translationsOf(document, { layer, ways }, model, tools) };
}

/** Without, at half of the weight and at all of it, and a random vector as long as the last. */
function waysUpTo(weight: number): readonly Way[] {
  const weights = [...new Set([0, weight / 2, weight])];
  return [...weights.map((one) => ({ weight: one, random: false })), { weight, random: true }];
}

interface Item {
  readonly turn: Conversation[number];
}

/** The instructions of a language, and as many sentences of a story for each as are asked for. */
async function itemsOf(language: string, count: number) {
  const [{ instructions }, { loadStories }] = await Promise.all([
    import("../../../data/measures/index"),
    import("../../../data/stories"),
  ]);
  const code = storyLanguages.find((known) => known === language);
  if (code === undefined) {
    throw new LabError({
      code: "input-invalid",
      what: `There are no instructions in “${language}”.`,
      remedy: `Choose among ${storyLanguages.join(", ")}.`,
      facts: { language },
    });
  }
  const sentences = (await loadStories()).flatMap(({ texts }) => texts[code].map(({ text }) => text));
  return {
    instructions: (instructions[code] ?? []).slice(0, count).map(([turn]): Item => ({ turn: turn! })),
    /** Other sentences for each instruction. */
    paddingOf: (at: number, length: number) => sentences.slice(at * length, (at + 1) * length).join(" "),
  };
}

interface How {
  readonly layer: number;
  readonly ways: readonly Way[];
  readonly asking: Asking;
}

/** All instructions at one distance, each answered in every way. */
async function answered(
  { reinjection: { language }, maxNewTokens, temperature, seed }: Document,
  items: readonly (Item & { readonly padding: string })[],
  { layer, ways, asking }: How,
  model: Model,
  tools: RunTools,
): Promise<Omit<DistanceResult, "sentences">> {
  const { engine, signal } = tools;
  const passed: number[][] = ways.map(() => []);
  const adherent: number[][] = ways.map(() => []);
  const distances: number[] = [];
  let example: DistanceResult["example"] | undefined;
  for (const [at, { turn, padding }] of items.entries()) {
    const prompt = await asking.prompt(padding === "" ? turn.text : `${turn.text}\n\n${padding}`);
    const random = seededRandom(seed + at);
    const { variants, distance } = await reinjected(prompt, turn.text, layer, ways, random, model, tools);
    const options = { maxNewTokens, temperature, seed, signal };
    const replies = (await engine.generateBatch(model, prompt, variants, options)).map(({ text }) => {
      const passes = turn.instructions.every((instruction) => keeps(text.trim(), instruction, language, "strict"));
      return { text, passed: passes };
    });
    for (const [way, reply] of replies.entries()) {
      passed[way]!.push(Number(reply.passed));
      adherent[way]!.push(Number(identify(reply.text, storyLanguages).language === language));
    }
    distances.push(distance);
    example ??= { instruction: turn.text, replies };
  }
  const estimate = (values: readonly number[]) => bootstrap(values, seededRandom(seed));
  return {
    tokens: mean(distances),
    kept: ways.map((_, way) => ({ passed: estimate(passed[way]!), adherent: estimate(adherent[way]!) })),
    example: example!,
  };
}
