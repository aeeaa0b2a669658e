import { loadIdentifier } from "../../../codeswitch/identify";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import { seededRandom } from "../../../random";
import { LabError, unwrap } from "../../../result";
import { cosinesOf } from "../../../steering/algebra";
import { randomDirection } from "../../../steering/directions/random";
import { headBias, type HeadMean, type HeadVector, headVectors } from "../../../steering/head/head-vectors";
import { addScaled, norm, scale } from "../../../steering/vectors";
import { languageOf } from "../../../ui/languages";
import type { RunTools } from "../../lab";
import { readContinuation, type Row } from "../continuation";
import type { Continuation } from "../result";
import { promptsOf } from "../settings";
import { sweepCell } from "../summary";
import { candidatesOf, type Setting, scored } from "../writing";
import { headRows } from "../../head-rows";
import type { HeadResult } from "./result";

const hook = "ln_final.hook_normalized";
const shownTokens = 8;

/** Reads what the head reads in each language, and continues the prompts with one language's vector added there at several strengths. */
export async function* runHead(document: Document, tools: RunTools): AsyncGenerator<HeadResult, void> {
  const { engine, signal, onProgress } = tools;
  const { head, seed } = document;
  const prompts = unwrap(promptsOf(document));
  const { parallelSentences } = await import("../../../data/parallel");
  const sentences: Readonly<Record<string, readonly string[]>> = parallelSentences;
  const unknown = [...head.languages, head.language].find((language) => sentences[language] === undefined);
  if (unknown !== undefined || !head.languages.includes(head.language)) {
    throw new LabError({
      code: "input-invalid",
      what: `“${unknown ?? head.language}” is not among the languages that are compared.`,
      remedy: `Choose among ${Object.keys(sentences).join(", ")}, and compare the one that is added.`,
    });
  }
  const [model] = await Promise.all([engine.load(document.model, { signal }), loadIdentifier()]);
  const setting: Setting = { document, tools, model, candidates: candidatesOf({ ...document, target: head.language }) };
  const total = head.languages.length + prompts.length;
  const means: HeadMean[] = [];
  for (const language of head.languages) {
    onProgress({ done: means.length, total, note: `reading ${languageOf(language).name} at the head` });
    means.push(await meanOf(model, language, sentences[language]!, tools));
  }
  const vectors = headVectors(means);
  const rows = await headRows(engine, model);
  const added = addedOf(vectors.find(({ language }) => language === head.language)!, head.script);
  const strengths = [-1, -0.5, 0, 0.5, 1].map((share) => share * head.strength);
  let result: HeadResult = {
    task: "head",
    model: { checkpoint: model.checkpoint, width: model.geometry.width },
    languages: head.languages,
    language: head.language,
    script: head.script,
    cosines: cosinesOf(vectors.map(({ ofLanguage }) => ofLanguage)),
    promoted: await promotedBy(model, vectors, rows, tools),
    share: norm(added) / (means.reduce((sum, { mean }) => sum + norm(mean), 0) / means.length),
    strengths,
    texts: [],
    cells: null,
  };
  yield result;

  const control = scale(randomDirection(added.length, seededRandom(seed + 1)), norm(added));
  const biases = [added, control].flatMap((vector) => {
    const bias = headBias(rows, vector);
    return strengths.map((strength) => scale(bias, strength));
  });
  const columns: Continuation[][] = biases.map(() => []);
  for (const prompt of prompts) {
    onProgress({ done: head.languages.length + result.texts.length, total, note: `continuing “${prompt}”` });
    const continuations = await continued(setting, prompt, biases, strengths.indexOf(0));
    for (const [column, continuation] of continuations.entries()) columns[column]!.push(continuation);
    const shown = strengths.map((strength, at) => ({ strength, continuation: continuations[at]! }));
    result = { ...result, texts: [...result.texts, { prompt, rows: shown }] };
    yield result;
  }
  const unsteered = columns[strengths.indexOf(0)]!.map(({ text }) => text);
  const cells = columns.map((column) => sweepCell(column, head.language, unsteered));
  result = {
    ...result,
    cells: { vector: cells.slice(0, strengths.length), random: cells.slice(strengths.length) },
  };
  yield result;
}

/** The language's vector, with its script's where that is added. */
function addedOf({ ofLanguage, ofScript }: HeadVector, script: boolean): Float32Array {
  return script ? addScaled(ofLanguage, ofScript, 1) : ofLanguage;
}

/** Mean of what the head reads over all tokens of a language but what the tokenizer puts before a text. */
async function meanOf(
  model: Model,
  language: string,
  texts: readonly string[],
  { engine, signal }: RunTools,
): Promise<HeadMean> {
  const { width } = model.geometry;
  const sum = new Float64Array(width);
  let tokens = 0;
  for (const text of texts) {
    const read = await engine.tokenize(model, text);
    const { data } = (await engine.capture(model, text, [hook], { signal }))[hook]!; // [1,S,D]
    for (const [s, { special }] of read.entries()) {
      if (special) continue;
      tokens += 1;
      for (let d = 0; d < width; d += 1) sum[d]! += data[s * width + d]!;
    }
  }
  const mean = Float32Array.from(sum, (value) => value / Math.max(1, tokens));
  return { language, script: languageOf(language).script, tokens, mean };
}

async function promotedBy(
  model: Model,
  vectors: readonly HeadVector[],
  rows: Float32Array,
  { engine }: RunTools,
): Promise<HeadResult["promoted"]> {
  const promoted = [];
  for (const { ofLanguage } of vectors) {
    const ranked = Array.from(headBias(rows, ofLanguage), (by, id) => ({ id, by })).toSorted((a, b) => b.by - a.by);
    const tokens = [];
    for (const { id, by } of ranked.slice(0, shownTokens)) {
      tokens.push({ text: await engine.detokenize(model, [id]), by });
    }
    promoted.push(tokens);
  }
  return promoted;
}

/** One batch, a row a bias. */
async function continued(
  setting: Setting,
  prompt: string,
  biases: readonly Float32Array[],
  baseline: number,
): Promise<readonly Continuation[]> {
  const { document, tools, model, candidates } = setting;
  const { maxNewTokens, temperature, seed } = document;
  const written: Row[] = biases.map(() => []);
  const variants = biases.map(() => []);
  await tools.engine.generateBatch(model, prompt, variants, {
    maxNewTokens,
    temperature,
    seed,
    biases,
    signal: tools.signal,
    onToken: ({ row, id, text }) => {
      written[row] = [...written[row]!, { id, text }];
    },
  });
  return await scored(
    setting,
    prompt,
    written.map((row) => readContinuation(row, written[baseline]!, candidates)),
  );
}
