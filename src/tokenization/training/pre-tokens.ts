import { spellBytes } from "../byte-alphabet";

/**
 * Words with the space or apostrophe before them, single digits, punctuation, line ends. Marks and joiners belong to their word, so that
 * Devanagari syllables stay whole. The same text is the pattern in `tokenizer.json`, where Oniguruma reads it.
 */
export const wordPattern = String.raw`[ '’]?[\p{L}\p{M}\u200c\u200d]+| ?\p{N}| ?[^\s\p{L}\p{M}\p{N}\u200c\u200d]+|\s*[\r\n]|\s+(?!\S)|\s+`;

/** Words and how often each occurs, in order of first sight. */
export type WordCounts = ReadonlyMap<string, number>;

const utf8 = new TextEncoder();

/** Words by `wordPattern`, spelt in the byte alphabet. */
export function byteLevelWords(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(new RegExp(wordPattern, "gu"))) count(counts, word);
  return new Map([...counts].map(([word, times]) => [spellBytes(utf8.encode(word)), times]));
}

/** Words of each line, `▁` for every space and before the first word; a line keeps its line end. */
export function metaspaceWords(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const line of text.split(/(?<=\n)/)) {
    if (line === "") continue;
    const marked = line.replaceAll(" ", "▁");
    const begun = marked.startsWith("▁") ? marked : `▁${marked}`;
    for (const word of begun.split(/(?=▁)/)) count(counts, word);
  }
  return counts;
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** The characters of the words, by code point. */
export function alphabetOf(words: WordCounts): readonly string[] {
  const characters = new Set<string>();
  for (const word of words.keys()) for (const character of word) characters.add(character);
  return [...characters].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
}
