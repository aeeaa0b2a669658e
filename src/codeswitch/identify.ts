import type { LanguageCode, Script } from "./language";
import { hasKana, scriptOfCharacter, scriptsOf } from "./language";
import { sum } from "../vectors";

export interface Identification {
  /** The candidate with the highest score; `und` where the text has no letter of any candidate's script. */
  readonly language: LanguageCode;
  /** Its score, from 0 to 1. */
  readonly probability: number;
  /** One a candidate. They sum to the share of the text's letters that are in a script of some candidate: at most 1. */
  readonly scores: Readonly<Record<LanguageCode, number>>;
}

interface Detector {
  detect(text: string): { getScores(): Record<string, number> };
}

let detector: Detector | undefined;

/** Fetches the n-gram table (281 kB gzipped) once. `identify` works from then on; calling again costs nothing. */
export async function loadIdentifier(): Promise<void> {
  detector ??= (await import("eld/extrasmall")).eld;
}

/** The library reads 350 bytes; a longer text is scored in pieces of at most this many UTF-8 bytes. */
const pieceBytes = 300;

/**
 * Sharpness of the softmax over mean n-gram scores, times the root of the number of letters: fitted by log-likelihood
 * on fragments of two to ten words (SPEC 8.3).
 */
const sharpness = 0.03;

/**
 * Which of the candidate languages a text is written in. The letters are parted by script; within a script its
 * candidates share the letters by byte n-gram scores (eld, 60 languages); a candidate the table does not know gets
 * nothing unless it is its script's only one. Half German, half Hindi is therefore 0.5 and 0.5.
 * Throws when `loadIdentifier` has not finished: that is a bug in the caller.
 */
export function identify(text: string, candidates: readonly LanguageCode[]): Identification {
  const scores: Record<LanguageCode, number> = Object.fromEntries(candidates.map((candidate) => [candidate, 0]));
  const parts = partByScript(text.normalize("NFC"));
  const letters = [...parts.values()].reduce((sum, part) => sum + part.letters, 0);
  for (const [script, part] of parts) {
    const rivals = candidates.filter((candidate) => scriptsOf(candidate).includes(script));
    const shares = rivals.length === 1 ? [1] : shareOut(part, rivals);
    for (const [index, rival] of rivals.entries()) scores[rival]! += ((shares[index] ?? 0) * part.letters) / letters;
  }
  let language: LanguageCode = "und";
  for (const candidate of candidates) if (scores[candidate]! > (scores[language] ?? 0)) language = candidate;
  return { language, probability: scores[language] ?? 0, scores };
}

interface Part {
  readonly words: string[];
  letters: number;
}

/** The words of a text by script. A word goes with the script of each of its runs; han and kana stay together. */
function partByScript(text: string): Map<Script, Part> {
  const parts = new Map<Script, Part>();
  const kana = hasKana(text);
  for (const run of text.match(/[\p{L}\p{M}\p{N}'’\u200c\u200d]+/gu) ?? []) {
    let script: Script | undefined;
    let piece = "";
    for (const character of run) {
      const own = scriptOfCharacter(character);
      const next = kana && own === "Hani" ? "Kana" : own;
      if (next !== "Zyyy" && script !== undefined && next !== script) {
        addWord(parts, script, piece);
        piece = "";
      }
      if (next !== "Zyyy") script = next;
      piece += character;
    }
    if (script !== undefined) addWord(parts, script, piece);
  }
  return parts;
}

function addWord(parts: Map<Script, Part>, script: Script, word: string): void {
  const part = parts.get(script) ?? { words: [], letters: 0 };
  part.words.push(word);
  part.letters += word.match(/\p{L}/gu)?.length ?? 0;
  parts.set(script, part);
}

/** Softmax of the candidates' mean n-gram scores; zeros where the table knows none of the n-grams. */
function shareOut(part: Part, candidates: readonly LanguageCode[]): readonly number[] {
  if (candidates.length === 0) return [];
  const means = meanScores(part.words, candidates);
  const top = Math.max(...means);
  if (top <= 0) return candidates.map(() => 0);
  const weight = sharpness * Math.sqrt(part.letters);
  const odds = means.map((mean) => (mean > 0 ? Math.exp(weight * (mean - top)) : 0));
  const total = sum(odds);
  return odds.map((odd) => odd / total);
}

/** The library's score of a text is m / (m + 25) with m the mean over its n-grams; this gives m back, over all pieces. */
function meanScores(words: readonly string[], candidates: readonly LanguageCode[]): readonly number[] {
  if (detector === undefined) throw new Error("identify() was called before loadIdentifier() finished.");
  const means = candidates.map(() => 0);
  let characters = 0;
  for (const piece of pieces(words)) {
    const found = detector.detect(piece).getScores();
    for (const [index, candidate] of candidates.entries()) {
      const scaled = found[candidate] ?? 0;
      means[index]! += (piece.length * 25 * scaled) / (1 - scaled);
    }
    characters += piece.length;
  }
  return means.map((sum) => sum / characters);
}

function pieces(words: readonly string[]): readonly string[] {
  const result: string[] = [];
  let piece = "";
  let bytes = 0;
  for (const word of words) {
    const size = new TextEncoder().encode(word).length + 1;
    if (piece !== "" && bytes + size > pieceBytes) {
      result.push(piece);
      piece = "";
      bytes = 0;
    }
    piece += piece === "" ? word : ` ${word}`;
    bytes += size;
  }
  return piece === "" ? result : [...result, piece];
}
