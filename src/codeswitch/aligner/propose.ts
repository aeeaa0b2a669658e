import type { Alignment } from "../alignment";
import { type Ibm1Options, trainIbm1, type WordPair } from "./ibm1";
import { symmetrise } from "./symmetrise";

const options: Ibm1Options = { iterations: 5, tension: 2, nullShare: 0.02, start: startOf };

/**
 * Links for a sentence pair: IBM Model 1 with a diagonal prior, trained in both directions on the pair and on other pairs
 * of the same languages, and symmetrised. With few pairs it is a proposal to be corrected by hand (SPEC 9.3).
 */
export function proposeAlignment(pair: WordPair, others: readonly WordPair[]): Alignment {
  return trainAligner([...others, pair])(pair);
}

/** The same for any pair of a corpus that is trained on once. */
export function trainAligner(pairs: readonly WordPair[]): (pair: WordPair) => Alignment {
  const corpus = pairs.map(foldedPair);
  const forward = trainIbm1(corpus, options);
  const backward = trainIbm1(corpus.map(reversed), options);
  return (pair) => {
    const own = foldedPair(pair);
    return symmetrise(
      forward.align(own).flatMap((first, second) => (first < 0 ? [] : [{ first, second }])),
      backward.align(reversed(own)).flatMap((second, first) => (second < 0 ? [] : [{ first, second }])),
    );
  };
}

function foldedPair([source, target]: WordPair): WordPair {
  return [source.map(folded), target.map(folded)];
}

function reversed([source, target]: WordPair): WordPair {
  return [target, source];
}

function folded(word: string): string {
  return word.toLowerCase().normalize("NFC");
}

/** Cognates and names start ahead: up to 20 times the weight of words without a letter pair in common. */
function startOf(source: string, target: string): number {
  return 1 + 19 * dice(source, target) ** 2;
}

/** Dice's coefficient of letter pairs, with the ends of the word as letters; accents do not count. */
function dice(a: string, b: string): number {
  const [first, second] = [bigrams(a), bigrams(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size);
}

function bigrams(word: string): ReadonlySet<string> {
  const letters = Array.from(` ${word.normalize("NFD").replace(/\p{Mn}/gu, "")} `);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
