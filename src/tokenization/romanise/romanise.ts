import { romaniseHindi } from "./hindi";
import { arabic, cyrillic, devanagariOthers, greek, hangul, hiragana, smallY, thai } from "./tables";

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Letters and signs, not the digits and the danda. */
const devanagariWords = /[\u0900-\u0963\u0970-\u097f]+/gu;
const single = [cyrillic, greek, arabic, thai, hiragana, smallY, devanagariOthers];

/**
 * Text in Latin letters, by tables: Devanagari, Cyrillic, Greek, Arabic, Hangul, kana and Thai. What no table has (Latin, Han, emoji)
 * stays. ASCII is unchanged, and a second time changes nothing. Loses what the tables merge. After the idea of uroman
 * (Hermjakob et al. 2018), with tables of this project; Devanagari is read by the rules of Hindi.
 */
export function romanise(text: string): string {
  const inLatin = text.replace(devanagariWords, (word) => romaniseHindi(word, { doubled: true, v: "v" }));
  const letters = Array.from(inLatin.normalize("NFC"));
  let written = "";
  for (let i = 0; i < letters.length; ) {
    const { latin, used } = kana(letters, i) ?? one(letters[i]!);
    written += latin;
    i += used;
  }
  return written;
}

interface Romanised {
  readonly latin: string;
  /** Code points that it stands for. */
  readonly used: number;
}

function one(letter: string): Romanised {
  const code = letter.codePointAt(0)!;
  if (code < 0x250) return { latin: letter, used: 1 };
  if (code >= firstSyllable && code <= lastSyllable) return { latin: syllable(code - firstSyllable), used: 1 };
  const small = letter.toLowerCase();
  const latin = lookUp(small) ?? lookUp(small.normalize("NFD")[0]!);
  if (latin === undefined) return { latin: letter, used: 1 };
  return { latin: small === letter ? latin : latin.slice(0, 1).toUpperCase() + latin.slice(1), used: 1 };
}

function lookUp(letter: string): string | undefined {
  for (const table of single) {
    const latin = table.get(letter);
    if (latin !== undefined) return latin;
  }
  return undefined;
}

function syllable(index: number): string {
  const { initial, medial, final } = hangul;
  const vowels = medial.length * final.length;
  return (
    initial[Math.floor(index / vowels)]! +
    medial[Math.floor((index % vowels) / final.length)]! +
    final[index % final.length]!
  );
}

/** Kana in Hepburn: small ya, yu, yo join the syllable before; small tsu doubles the consonant after; the long mark falls. */
function kana(letters: readonly string[], at: number): Romanised | undefined {
  const letter = toHiragana(letters[at]!);
  if (letter === "っ") {
    const after = letters[at + 1] === undefined ? undefined : hiragana.get(toHiragana(letters[at + 1]!));
    return { latin: after && /^[^aeioun]/.test(after) ? (after.startsWith("ch") ? "t" : after[0]!) : "", used: 1 };
  }
  if (letters[at] === "ー") return { latin: "", used: 1 };
  const latin = hiragana.get(letter);
  if (latin === undefined) return undefined;
  const y = letters[at + 1] === undefined ? undefined : smallY.get(toHiragana(letters[at + 1]!));
  if (y === undefined || !latin.endsWith("i")) return { latin, used: 1 };
  const start = latin.slice(0, -1);
  return { latin: start + (/(sh|ch|j)$/.test(start) ? y.slice(1) : y), used: 2 };
}

function toHiragana(letter: string): string {
  const code = letter.codePointAt(0)!;
  return code >= 0x30a1 && code <= 0x30f4 ? String.fromCodePoint(code - 0x60) : letter;
}

/** Words that are written the same once romanised, though they were not before: what the tables lost. */
export function collisionsOf(
  words: Iterable<string>,
): readonly { readonly latin: string; readonly words: readonly string[] }[] {
  const groups = new Map<string, Set<string>>();
  for (const word of words) {
    const latin = romanise(word);
    groups.set(latin, (groups.get(latin) ?? new Set()).add(word));
  }
  return [...groups].flatMap(([latin, same]) => (same.size > 1 ? { latin, words: [...same] } : []));
}
