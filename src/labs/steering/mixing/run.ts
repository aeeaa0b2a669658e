import { identify, loadIdentifier } from "../../../codeswitch/identify";
import type { Model } from "../../../engine/engine";
import type { MixEvent } from "../../../engine/mix";
import type { Document } from "../../../experiments/documents/steering";
import { entropyOf, logSoftmax } from "../../../mixing/distribution";
import type { MaterialSpec } from "../../../mixing/materials";
import type { Mixer } from "../../../mixing/mixer";
import { mixers } from "../../../mixing/registry";
import { LabError, unwrap } from "../../../result";
import type { RunTools } from "../../lab";
import { whileRunning } from "../../streaming";
import { readTokens } from "../../read-tokens";
import { promptsOf } from "../settings";
import { piecesOf, standing } from "./pieces";
import type { MixedText, MixingResult } from "./result";
import { filterOf, gradedWords, remembers, roleOf, specOf } from "./spec";

/** The languages that every embedded checkpoint knows. */
const candidates = ["en", "de", "es", "hi", "tr"];
/** Human sentences that say how sure a model is of itself. */
const bandSentences = 16;
/** Of each language, sentences for a learned gate. */
const gateSentences = 24;

/** Lets the models write each prompt together, token by token, and each of them alone beside it. */
export async function* runMixing(document: Document, tools: RunTools): AsyncGenerator<MixingResult, void> {
  const { engine, signal } = tools;
  const { mixing } = document;
  const prompts = unwrap(promptsOf(document));
  const mixer = mixerOf(mixing.mixer);
  await loadIdentifier();
  const models: Model[] = [];
  const loaded = remembers(mixing) ? mixing.models.slice(0, 1) : mixing.models;
  for (const { model } of loaded) models.push(await engine.load(model, { signal }));
  const learnt = mixer.needs === "gate" && mixing.unit === "tokens" ? await learn(document, models, tools) : undefined;
  const materials = learnt ? { gate: learnt.gate } : await materialsFor(document, mixer, models[0]!, tools);
  let result: MixingResult = {
    task: "mixing",
    mixer: mixer.id,
    unit: mixing.unit,
    models: [
      ...models.map(({ checkpoint }, i) => ({
        role: roleOf(mixer, i).id,
        checkpoint,
        before: mixing.models[i]!.before,
      })),
      ...(remembers(mixing) ? [{ role: roleOf(mixer, 1).id, checkpoint: "n-grams of the text", before: "" }] : []),
    ],
    ...(learnt && { gate: learnt.scores }),
    texts: [],
  };
  const total = prompts.length * (1 + models.length);
  for (const [index, prompt] of prompts.entries()) {
    const progress = (done: number, note: string) =>
      tools.onProgress({ done: index * (1 + models.length) + done, total, note });
    const { texts } = result;
    const withText = (text: MixedText): MixingResult => ({ ...result, texts: [...texts, text] });
    progress(0, "writing together");
    const events: MixEvent[] = [];
    const writing = whileRunning((notify) =>
      engine.mix(models, specOf(document, prompt, materials), {
        signal,
        onEvent: (event) => {
          events.push(event);
          notify();
        },
      }),
    );
    for (let next = await writing.next(); next.done !== true; next = await writing.next()) {
      yield withText(read(prompt, events));
    }
    let text = read(prompt, events);
    for (const [i, model] of models.entries()) {
      progress(1 + i, `${model.checkpoint} alone`);
      const { maxNewTokens, temperature, seed } = document;
      const alone = await engine.generate(model, mixing.models[i]!.before + prompt, {
        maxNewTokens,
        temperature,
        seed,
        signal,
      });
      text = { ...text, alone: [...text.alone, { text: alone.text, language: languageOf(alone.text) }] };
      yield withText(text);
    }
    result = withText(text);
    yield result;
  }
}

function read(prompt: string, events: readonly MixEvent[]): MixedText {
  const { tokens, takenBack } = standing(events);
  const pieces = piecesOf(tokens);
  return { prompt, pieces, language: languageOf(pieces.map(({ text }) => text).join("")), takenBack, alone: [] };
}

function languageOf(text: string): string | null {
  const { language } = identify(text, candidates);
  return language === "und" ? null : language;
}

/** When the second model should be called, learnt on sentences in all languages. */
async function learn({ mixing }: Document, models: readonly Model[], tools: RunTools) {
  const [{ learnFrom }, { parallelSentences }] = await Promise.all([
    import("./learn-gate"),
    import("../../../data/parallel"),
  ]);
  const known: Readonly<Record<string, readonly string[]>> = parallelSentences;
  const sentences = candidates.flatMap((language) => (known[language] ?? []).slice(0, gateSentences));
  return learnFrom({ models, before: mixing.models.map(({ before }) => before) }, sentences, tools);
}

/** What the mixer needs beside logits. */
async function materialsFor(
  { mixing }: Document,
  { needs }: Mixer,
  first: Model,
  { engine, signal, onProgress }: RunTools,
): Promise<MaterialSpec> {
  if (needs === undefined || needs === "gate") return {};
  if (needs === "filter") return { filter: filterOf(mixing.filter) };
  const { parallelSentences } = await import("../../../data/parallel");
  const sentences = (parallelSentences as Readonly<Record<string, readonly string[]>>)[mixing.language];
  if (!sentences) throw new LabError(noSentences(mixing.language, Object.keys(parallelSentences)));
  if (needs === "head") {
    const { headOf } = await import("./head-bag");
    return mixing.unit === "bytes" ? {} : { head: await headOf(engine, first, parallelSentences, mixing.language) };
  }
  if (needs === "difficulty") return { graded: { words: gradedWords(sentences), level: mixing.level } };
  const entropies: number[][] = [];
  for (const [done, sentence] of sentences.slice(0, bandSentences).entries()) {
    onProgress({ done, total: bandSentences, note: "reading human sentences" });
    const ids = (await readTokens(engine, first, sentence)).map(({ id }) => id);
    const { logits } = await engine.logits(first, ids, { signal });
    const width = logits.dims[1]!;
    entropies.push(ids.map((_, s) => entropyOf(logSoftmax(logits.data.subarray(s * width, (s + 1) * width)))));
  }
  return { entropies };
}

function mixerOf(id: string): Mixer {
  const mixer = mixers.find((candidate) => candidate.id === id);
  if (mixer) return mixer;
  throw new LabError({
    code: "input-invalid",
    what: `There is no way of mixing called “${id}”.`,
    remedy: "Choose one of the list.",
  });
}

function noSentences(language: string, known: readonly string[]) {
  return {
    code: "input-invalid",
    what: `The parallel sentences have no language “${language}”.`,
    remedy: `Choose among ${known.join(", ")}.`,
    facts: { language },
  } as const;
}
