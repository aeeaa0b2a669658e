import type { Encoder } from "./encoder";

/** One row of a vocabulary as a reader sees it. */
export interface Entry {
  readonly id: number;
  /** Spaces and what is invisible written out; bytes that are no whole characters in hexadecimal. */
  readonly shown: string;
  /** Bytes as the UTF-16 units 0 to 255: equal for tokens that spell the same. */
  readonly key: string;
  /** Code points; null for a piece of a character. */
  readonly characters: number | null;
  readonly script: string;
}

const scripts = [
  "Latin",
  "Devanagari",
  "Cyrillic",
  "Han",
  "Arabic",
  "Hangul",
  "Hiragana",
  "Katakana",
  "Greek",
  "Hebrew",
  "Thai",
  "Bengali",
  "Tamil",
  "Telugu",
  "Gujarati",
  "Armenian",
  "Georgian",
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);

/** What an entry's `script` can be; also `special tokens` of rows that spell nothing and are no entries. */
export const scriptNames: readonly string[] = [
  ...scripts.map(([name]) => name),
  "another script",
  "no letters",
  "part of a character",
];

const known = new WeakMap<Encoder, readonly Entry[]>();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Every row that spells something, in the order of ids; special tokens spell nothing. Remembered for each encoder. */
export function catalogueOf(encoder: Encoder): readonly Entry[] {
  const before = known.get(encoder);
  if (before) return before;
  const entries: Entry[] = [];
  for (let id = 0; id < encoder.vocabularySize; id++) {
    const bytes = encoder.bytesOf(id);
    if (bytes.length > 0) entries.push(entryOf(id, bytes));
  }
  known.set(encoder, entries);
  return entries;
}

function entryOf(id: number, bytes: Uint8Array): Entry {
  const text = readable(bytes);
  return {
    id,
    shown: showBytes(bytes),
    key: Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""),
    characters: text === undefined ? null : Array.from(text).length,
    script: text === undefined ? "part of a character" : scriptOf(text),
  };
}

/** The script of the first letter that has one; digits, punctuation and white space have none. */
function scriptOf(text: string): string {
  if (/^[ -~]*$/.test(text)) return /[A-Za-z]/.test(text) ? "Latin" : "no letters";
  const letters = text.replace(/[^\p{L}\p{M}]/gu, "");
  if (letters === "") return "no letters";
  return scripts.find(([, pattern]) => pattern.test(letters))?.[0] ?? "another script";
}

function readable(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes for reading: text with its spaces drawn, else hexadecimal. */
export function showBytes(bytes: Uint8Array): string {
  const text = readable(bytes);
  if (text === undefined) {
    return `<${Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ")}>`;
  }
  return text
    .replaceAll(" ", "␣")
    .replaceAll("\n", "↵")
    .replaceAll("\t", "⇥")
    .replaceAll(/[\p{Cc}\p{Cf}\u00a0]/gu, (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase()}>`);
}

/** How two vocabularies overlap: tokens that spell the same bytes. */
export interface Overlap {
  readonly script: string;
  readonly first: number;
  readonly second: number;
  readonly shared: number;
  /** Shared over all that either has (Jaccard 1912). */
  readonly jaccard: number;
}

/** The overlap as a whole, then by script, the script with most tokens first. Repeated spellings count once. */
export function overlapOf(first: readonly Entry[], second: readonly Entry[]): readonly Overlap[] {
  const [a, b] = [byKey(first), byKey(second)];
  const names = [...new Set([...a.values(), ...b.values()])];
  const all = countOverlap("all", a, b);
  const rows = names.map((script) => countOverlap(script, only(a, script), only(b, script)));
  return [all, ...rows.toSorted((x, y) => y.first + y.second - x.first - x.second)];
}

function byKey(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ key, script }) => [key, script]));
}

function only(map: ReadonlyMap<string, string>, script: string): ReadonlyMap<string, string> {
  return new Map([...map].filter(([, own]) => own === script));
}

function countOverlap(script: string, a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Overlap {
  let shared = 0;
  for (const key of a.keys()) if (b.has(key)) shared += 1;
  return { script, first: a.size, second: b.size, shared, jaccard: shared / (a.size + b.size - shared) };
}

/** How many entries fall under each name, most first. */
export function countBy(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(nameOf(entry), (counts.get(nameOf(entry)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
