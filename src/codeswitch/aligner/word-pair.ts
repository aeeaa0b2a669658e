import type { WordPair } from "./ibm1";

/** Both sentences whatever the case, composed letters as one (NFC). */
export function foldedPair([source, target]: WordPair): WordPair {
  return [source.map(folded), target.map(folded)];
}

/** The other direction. */
export function reversed([source, target]: WordPair): WordPair {
  return [target, source];
}

function folded(word: string): string {
  return word.toLowerCase().normalize("NFC");
}
