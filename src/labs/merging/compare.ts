import { bitsPerByte, type ScoredText } from "../../measures/bits-per-byte";
import { changedTokens } from "../../measures/changed-tokens";
import { estimate } from "../../measures/measure";
import { bootstrapRatio, type Estimate } from "../../measures/statistics/bootstrap";
import { holm } from "../../measures/statistics/holm";
import { pairedPermutation } from "../../measures/statistics/permutation";
import { replayedRandom } from "../../random";
import { sum } from "../../vectors";
import type { LanguageScore, MergingResult, Role } from "./result";

/** A stretch of a text and whether the baseline's text has it too. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

/** A text in stretches of words that the baseline's text has, in its order, and of words that it has not. */
export function markDifferences(text: string, baseline: string): readonly Stretch[] {
  const after = wordsOf(text);
  const { after: changed } = changedTokens({ before: wordsOf(baseline), after });
  const stretches: { text: string; differs: boolean }[] = [];
  for (const [index, word] of after.entries()) {
    const last = stretches.at(-1);
    const space = word.trim() === "";
    const differs = space ? (last?.differs ?? false) : changed[index]!;
    if (last?.differs === differs) last.text += word;
    else stretches.push({ text: word, differs });
  }
  return stretches;
}

/** Words and the space between them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}

/**
 * A model in a language: bits per byte, and its difference to the baseline on the same sentences. Intervals are 95 % bootstraps over
 * sentences, seeded; they and the test are resampled when they are first asked for, as most are never in view.
 */
export class Cell {
  readonly role: Role;
  readonly language: string;
  /** Bits per byte. */
  readonly value: number;
  /** Bits per byte less those of the baseline; null for the baseline itself and where it is not there yet. */
  readonly less: number | null;
  readonly #score: LanguageScore;
  readonly #differences: readonly number[] | null;
  #bitsPerByte: Estimate | undefined;
  #difference: Estimate | undefined;
  #p: number | undefined;

  constructor(score: LanguageScore, base: LanguageScore | undefined) {
    this.role = score.role;
    this.language = score.language;
    this.#score = score;
    this.#differences =
      base && base !== score ? score.bits.map((bits, index) => bits - (base.bits[index] ?? Number.NaN)) : null;
    const bytes = sum(score.bytes);
    this.value = sum(score.bits) / bytes;
    this.less = this.#differences && sum(this.#differences) / bytes;
  }

  get bitsPerByte(): Estimate {
    this.#bitsPerByte ??= estimate(bitsPerByte, textsOf(this.#score), replayedRandom(1));
    return this.#bitsPerByte;
  }

  /** Paired: the same sentences are drawn for both. */
  get difference(): Estimate | null {
    if (!this.#differences) return null;
    this.#difference ??= bootstrapRatio(this.#differences, this.#score.bytes, replayedRandom(1));
    return this.#difference;
  }

  /** Of the paired permutation test on the same differences. */
  get p(): number | null {
    if (!this.#differences) return null;
    this.#p ??= pairedPermutation(this.#differences, replayedRandom(1));
    return this.#p;
  }
}

const compared = new WeakMap<MergingResult["scores"], Map<Role, readonly Cell[]>>();

/** Every scored model and language against a baseline, once for each result and baseline. */
export function cellsOf({ scores }: Pick<MergingResult, "scores">, baseline: Role): readonly Cell[] {
  const byBaseline = compared.get(scores) ?? new Map<Role, readonly Cell[]>();
  compared.set(scores, byBaseline);
  const cells = byBaseline.get(baseline) ?? compare(scores, baseline);
  byBaseline.set(baseline, cells);
  return cells;
}

function compare(scores: MergingResult["scores"], baseline: Role): readonly Cell[] {
  return scores.map((score) => {
    const base = scores.find(({ role, language }) => role === baseline && language === score.language);
    return new Cell(score, base);
  });
}

/** p of the merge against the baseline by language, corrected after Holm over the languages. */
export function correctedTests(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const tested = cells
    .filter(({ role }) => role === "merge")
    .flatMap(({ language, p }) => (p === null ? [] : [{ language, p }]));
  const corrected = holm(tested.map(({ p }) => p));
  return new Map(tested.map(({ language }, index) => [language, corrected[index]!]));
}

/** True where the interval of the difference leaves zero out. */
export function isClear({ difference }: Cell): boolean {
  return difference !== null && (difference.low > 0 || difference.high < 0);
}

function textsOf({ bits, bytes }: LanguageScore): readonly ScoredText[] {
  return bits.map((value, index) => ({ bits: value, bytes: bytes[index] ?? 0 }));
}

/** Languages in the order in which they were scored. */
export function languagesOf({ scores }: Pick<MergingResult, "scores">): readonly string[] {
  return [...new Set(scores.map(({ language }) => language))];
}

/** Bits per byte of one model in one language; undefined until it is scored. */
export function valueOf(cells: readonly Cell[], role: Role, language: string): number | undefined {
  return cells.find((cell) => cell.role === role && cell.language === language)?.value;
}

/**
 * Two languages in which there is something to lose: where A and B lie furthest apart, as a share of the better one, and where
 * they lie furthest apart the other way round, so that each has one which it is better at, if it is better at any. Without B the
 * base stands in its place.
 */
export function contestedLanguages(cells: readonly Cell[]): readonly string[] {
  const gaps = [...new Set(cells.map(({ language }) => language))]
    .map((language) => {
      const a = valueOf(cells, "a", language);
      const other = valueOf(cells, "b", language) ?? valueOf(cells, "base", language);
      return { language, gap: a === undefined || other === undefined ? 0 : (a - other) / Math.min(a, other) };
    })
    .toSorted((x, y) => Math.abs(y.gap) - Math.abs(x.gap));
  const [first, ...rest] = gaps;
  if (!first) return [];
  const second = rest.find(({ gap }) => gap * first.gap < 0) ?? rest[0];
  return [first, ...(second ? [second] : [])].map(({ language }) => language);
}
