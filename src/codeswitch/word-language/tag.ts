import type { LanguageCode } from "../language";
import { scriptOf, scriptsOf } from "../language";
import { latinLanguages, type WordLanguageModel } from "./model";
import { sum } from "../../vectors";

export interface TaggedWord {
  readonly text: string;
  /** One of the candidates; null for a number, a sign, or letters of no candidate's script. */
  readonly language: LanguageCode | null;
  /** Of that language, given the whole sentence: 0 to 1. */
  readonly probability: number;
}

/**
 * The language of each word among candidates: `en`, `de`, `es`, `tr`, `hi` (in Devanagari), `hi-Latn` (in Latin letters),
 * or any language that is its script's only candidate. Letters decide where scripts differ; within Latin, n-grams and known words;
 * then the words around: a chain that stays in its language with the model's probability, read forwards and
 * backwards. A Latin candidate that the table does not know is left out unless it is the only one.
 */
export function tagWords(
  words: readonly string[],
  candidates: readonly LanguageCode[],
  model: WordLanguageModel,
): readonly TaggedWord[] {
  const emissions = words.map((word) => emission(word, candidates, model));
  const spoken = emissions.flatMap((row, index) => (row === null ? [] : [index]));
  const posteriors = chain(
    spoken.map((index) => emissions[index]!),
    candidates.length,
    model.stay,
  );
  return words.map((text, index) => {
    const posterior = posteriors[spoken.indexOf(index)];
    if (posterior === undefined) return { text, language: null, probability: 0 };
    const best = posterior.indexOf(Math.max(...posterior));
    return { text, language: candidates[best]!, probability: posterior[best]! };
  });
}

/** Whether words of two languages can be told apart: by script, or, within Latin, where the table knows both. */
export function canTellApart(first: LanguageCode, second: LanguageCode): boolean {
  const shared = scriptsOf(first).some((script) => scriptsOf(second).includes(script));
  return !shared || (first !== second && [first, second].every((language) => columnOf(language) >= 0));
}

/** Likelihood of each candidate, the greatest 1; null where no candidate is written in the word's script. */
function emission(
  word: string,
  candidates: readonly LanguageCode[],
  model: WordLanguageModel,
): readonly number[] | null {
  const script = scriptOf(word);
  if (script === "Zyyy") return null;
  const fits = candidates.map((candidate) => scriptsWritten(candidate).includes(script));
  const rivals = fits.filter(Boolean).length;
  if (rivals === 0) return null;
  if (rivals === 1 || script !== "Latn") return fits.map(Number);
  const logits = model.logits(word);
  const own = candidates.map((candidate, index) => (fits[index] ? (logits[columnOf(candidate)] ?? null) : null));
  const known = own.filter((logit) => logit !== null);
  if (known.length === 0) return fits.map(Number);
  const top = Math.max(...known);
  return own.map((logit) => (logit === null ? 0 : Math.exp(logit - top)));
}

function columnOf(candidate: LanguageCode): number {
  return latinLanguages.indexOf(candidate as (typeof latinLanguages)[number]);
}

function scriptsWritten(candidate: LanguageCode) {
  return candidate.endsWith("-Latn") ? (["Latn"] as const) : scriptsOf(candidate);
}

/** Posterior of each state by the forward-backward algorithm (Rabiner 1989), each row scaled to a sum of 1. */
function chain(
  emissions: readonly (readonly number[])[],
  states: number,
  stay: number,
): readonly (readonly number[])[] {
  const leave = states > 1 ? (1 - stay) / (states - 1) : 0;
  const step = (from: readonly number[]) => {
    const total = sum(from);
    return from.map((value) => (states > 1 ? stay * value + leave * (total - value) : value));
  };
  const times = (a: readonly number[], b: readonly number[]) => scaled(a.map((value, index) => value * b[index]!));
  let before: readonly number[] = Array.from({ length: states }, () => 1 / states);
  const forward = emissions.map((row, index) => {
    before = times(index === 0 ? before : step(before), row);
    return before;
  });
  let after: readonly number[] = Array.from({ length: states }, () => 1);
  const result: (readonly number[])[] = [];
  for (let index = emissions.length - 1; index >= 0; index--) {
    result[index] = times(forward[index]!, after);
    after = scaled(step(times(after, emissions[index]!)));
  }
  return result;
}

function scaled(row: readonly number[]): readonly number[] {
  const total = sum(row);
  return total === 0 ? row.map(() => 1 / row.length) : row.map((value) => value / total);
}
