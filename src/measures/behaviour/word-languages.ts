import { identify } from "../../codeswitch/identify";
import { hasKana, scriptOf, scriptsOf } from "../../codeswitch/language";
import { splitWords } from "../../codeswitch/words";

/** A word of a text and the language it is read as: `und` without letters, `other` in letters of no candidate's script. */
export interface LabelledWord {
  readonly text: string;
  readonly language: string;
}

/** How likely a word is in the language of the word before it, where the letters do not say. */
const staying = 0.98;

/**
 * The language of every word: the likeliest path through the candidates (Viterbi 1967), each word giving the
 * identifier's scores and each change of language costing. A word in a script of its own changes at once; a single word
 * of the same script needs clear letters. `loadIdentifier` must have finished.
 */
export function wordLanguages(text: string, candidates: readonly string[], expected: string): readonly LabelledWord[] {
  const words = splitWords(text, expected).map((word) => word.text);
  // A word in Han characters alone does not tell Japanese from Chinese; kana in its text do.
  const possible = candidates.filter((candidate) => candidate !== "ja" || candidate === expected || hasKana(text));
  const scripts = new Set(possible.flatMap(scriptsOf));
  const emissions = words.map((word) => {
    const { scores } = identify(word, possible);
    return possible.map((candidate) => Math.log(Math.max(scores[candidate] ?? 0, 1e-6)));
  });
  const path = likeliestPath(emissions, staying);
  return words.map((word, i) => {
    const script = scriptOf(word);
    if (script === "Zyyy") return { text: word, language: "und" };
    return { text: word, language: scripts.has(script) ? (possible[path[i]!] ?? "und") : "other" };
  });
}

/** Indices of the likeliest states for emissions [words][states] in nats; all changes are equally likely. */
export function likeliestPath(emissions: readonly (readonly number[])[], stay: number): readonly number[] {
  const states = emissions[0]?.length ?? 0;
  const change = Math.log((1 - stay) / Math.max(1, states - 1));
  let best: readonly number[] = emissions[0] ?? [];
  const from: number[][] = [];
  for (const emission of emissions.slice(1)) {
    const last = best;
    const leader = last.indexOf(Math.max(...last));
    const origins = last.map((score, s) => (score + Math.log(stay) >= last[leader]! + change ? s : leader));
    best = emission.map((score, s) => {
      const origin = origins[s]!;
      return score + last[origin]! + (origin === s ? Math.log(stay) : change);
    });
    from.push(origins);
  }
  const path = [best.indexOf(Math.max(...best))];
  for (const origins of from.toReversed()) path.unshift(origins[path[0]!]!);
  return emissions.length === 0 ? [] : path;
}

/** Words of another language than the expected one, of the words that have a language. */
export function wrongWords(
  words: readonly LabelledWord[],
  expected: string,
): readonly [wrong: number, counted: number] {
  const counted = words.filter(({ language }) => language !== "und");
  return [counted.filter(({ language }) => language !== expected).length, counted.length];
}
