import type { ParallelLanguage, ParallelSentences } from "../../data/parallel-languages";
import type { Document } from "../../experiments/documents/tokenizers";
import { LabError, problemOf } from "../../result";
import type { Encoder } from "../../tokenization/encoder";
import { metrics } from "../../tokenization/metrics";
import { costGini } from "../../tokenization/metrics/gini";
import { estimateOver, estimator, type Interval } from "../../tokenization/metrics/estimate";
import { type Sample, sampleOf } from "../../tokenization/metrics/metric";
import { seededRandom } from "../../random";
import { requireWellFormed } from "../../tokenization/spans";
import type { RunTools } from "../lab";
import { describeTokenizer, type EncoderTools, loadEncoder } from "./encoders";
import type { Intervals, MissingTokenizer, Scores, TokenizerResult, TokenizersResult } from "./result";
import { packStrip } from "./strips";
import { turn } from "../../turns";

/**
 * Cuts the text with each tokenizer and scores it on the parallel sentences; a tokenizer at a time. One that cannot be had
 * is listed with its reason, the others go on. Throws LabError `prompt-empty`, `text-unpaired-surrogate`, `cancelled`.
 */
export async function* run(
  document: Document,
  tools: Pick<RunTools, "signal" | "onProgress"> & EncoderTools,
): AsyncGenerator<TokenizersResult, void> {
  const { text, reference } = document;
  if (text.trim() === "") throw new LabError(emptyText);
  requireWellFormed(text);
  const ids = [...new Set(document.tokenizers)];
  const languages = [...new Set([reference, ...document.languages])];
  const tokenizers: TokenizerResult[] = [];
  const missing: MissingTokenizer[] = [];
  const { parallelSentences } = await import("../../data/parallel");
  for (const [done, id] of ids.entries()) {
    tools.onProgress({ done, total: ids.length, note: describeTokenizer(id).name });
    try {
      const encoder = await loadEncoder(id, tools);
      tokenizers.push(await examine(encoder, document, languages, parallelSentences, tools.signal));
    } catch (thrown) {
      tools.signal.throwIfAborted();
      const { what, remedy } = problemOf(thrown);
      missing.push({ id, what, remedy });
    }
    yield {
      text,
      specialTokens: document.specialTokens,
      reference,
      languages: document.languages,
      tokenizers: [...tokenizers],
      missing: [...missing],
    };
  }
}

const emptyText = {
  code: "prompt-empty",
  what: "There is no text to cut into tokens.",
  remedy: "Write or paste a text, in any language.",
} as const;

async function examine(
  encoder: Encoder,
  document: Document,
  languages: readonly ParallelLanguage[],
  sentences: ParallelSentences,
  signal: AbortSignal,
): Promise<TokenizerResult> {
  const { text, specialTokens } = document;
  const tokens = encoder.encode(text, { addSpecialTokens: specialTokens });
  const plain = encoder.encode(text);
  const templated = encoder.encode(text, { addSpecialTokens: true });
  const samples: Partial<Record<ParallelLanguage, Sample>> = {};
  const scored: Record<string, Scores> = {};
  const intervals: Record<string, Intervals> = {};
  for (const language of languages) {
    await breathe(signal);
    const sample = sampleOf(encoder, sentences[language], language);
    samples[language] = sample;
    const made = score(sample, samples[document.reference]);
    scored[language] = made.scores;
    intervals[language] = made.intervals;
  }
  const shown = document.languages.flatMap((language) => samples[language] ?? []);
  const own: Sample = { encoder, lines: [{ text, tokens: plain }] };
  return {
    id: encoder.id,
    name: describeTokenizer(encoder.id).name,
    vocabularySize: encoder.vocabularySize,
    strip: packStrip(tokens),
    templateTokens: templated.length - plain.length,
    reversible:
      encoder.decode(
        plain.map((token) => token.id),
        { keepSpecialTokens: true },
      ) === text,
    scores: score(own, undefined).scores,
    languages: scored,
    intervals,
    ...unevenness(shown),
  };
}

/** Lets the page draw, and stops when it is told to. */
async function breathe(signal: AbortSignal): Promise<void> {
  await turn();
  signal.throwIfAborted();
}

/** Every metric of a sample with its interval; those that compare need the sentences of the reference. */
function score(sample: Sample, reference: Sample | undefined): { scores: Scores; intervals: Intervals } {
  const scores: Record<string, number | null> = {};
  const intervals: Record<string, Interval> = {};
  const estimate = estimator(sample, reference, () => seededRandom(bootstrapSeed));
  for (const metric of metrics) {
    if (metric.kind === "languages" || (metric.kind === "pair" && !reference)) continue;
    const { value, interval } = estimate(metric);
    scores[metric.id] = rounded(value);
    if (interval) intervals[metric.id] = shortened(interval);
  }
  return { scores, intervals };
}

function unevenness(samples: readonly Sample[]): Pick<TokenizerResult, "gini" | "giniInterval"> {
  const { value, interval } = estimateOver(costGini, samples, seededRandom(bootstrapSeed));
  return { gini: rounded(value), ...(interval && { giniInterval: shortened(interval) }) };
}

/** Draws the same sentences for every tokenizer, language and metric. */
const bootstrapSeed = 1;

/** Four digits: an interval has no more. */
function shortened([low, high]: Interval): Interval {
  return [Number(low.toPrecision(4)), Number(high.toPrecision(4))];
}

/** Six digits: what recordings keep. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}
