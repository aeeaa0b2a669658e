/** Rows of the weight table: a power of two. */
export const buckets = 65_536;
const longest = 4;

export interface WordFeatures {
  /** Buckets of the n-grams of one to four letters, the word's edges included. */
  readonly grams: readonly number[];
  /** Bucket of the whole word: its entry in the lexicon that training saw. */
  readonly whole: number;
}

/** What is looked at of a word: hashes of its letter n-grams and of itself, in small letters. */
export function featuresOf(word: string): WordFeatures {
  const letters = Array.from(`^${lowered(word)}$`);
  const grams = new Set<number>();
  for (let length = 1; length <= longest; length++) {
    for (let start = 0; start + length <= letters.length; start++) {
      grams.add(hash(letters.slice(start, start + length).join("")));
    }
  }
  return { grams: [...grams], whole: hash(`=${lowered(word)}`) };
}

/** Small letters as Turkish and the others share them: İ becomes i, ’ becomes '. */
export function lowered(word: string): string {
  return word.normalize("NFC").replace(/İ/gu, "i").toLowerCase().replace(/’/gu, "'");
}

/** FNV-1a over UTF-16 units, folded to the table. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 16)) & (buckets - 1);
}
