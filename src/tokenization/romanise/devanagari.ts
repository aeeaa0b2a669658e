import { frequentWords, romanisations } from "./spellings";
import { devanagariConsonants, virama } from "./tables";

const vowels: Readonly<Record<string, readonly [letter: string, sign: string]>> = {
  aa: ["आ", "ा"],
  ai: ["ऐ", "ै"],
  au: ["औ", "ौ"],
  ee: ["ई", "ी"],
  oo: ["ऊ", "ू"],
  a: ["अ", ""],
  e: ["ए", "े"],
  i: ["इ", "ि"],
  o: ["ओ", "ो"],
  u: ["उ", "ु"],
};
/** What is typed single at the end of a word is long there. */
const last: Readonly<Record<string, readonly [letter: string, sign: string]>> = {
  a: ["आ", "ा"],
  i: ["ई", "ी"],
  u: ["ऊ", "ू"],
};
const others: Readonly<Record<string, string>> = {
  cch: "च्छ",
  w: "व",
  v: "व",
  f: "फ़",
  z: "ज़",
  q: "क",
  c: "क",
  x: "क्स",
  y: "य",
};
/** The commonest of the letters that are romanised alike: dental ones, and of two nasals the plain one. */
const consonants: ReadonlyMap<string, string> = new Map([
  ...[...devanagariConsonants]
    .filter(([letter]) => !"ङञणटठडढळष".includes(letter))
    .map(([letter, latin]) => [latin, letter] as const),
  ...Object.entries(others),
]);
const sounds = new RegExp(
  [...Object.keys(vowels), ...consonants.keys()].toSorted((a, b) => b.length - a.length).join("|"),
  "gu",
);

/** By Latin spelling, as people type them, the frequent words and these; of words that are typed alike the first. */
export function latinSpellings(words: Iterable<string>): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const word of [...frequentWords, ...words]) {
    for (const latin of romanisations(word)) if (!known.has(latin)) known.set(latin, word);
  }
  return known;
}

/**
 * A word in Latin letters in Devanagari: as `known` has it, else by rule. The rule takes the longest sounds first, a nasal before a
 * consonant as the dot above, and joins two consonants where the word begins, the first is doubled or s, or the second is y or r:
 * elsewhere an a that is not heard is not typed either. What is no Latin letter stays; accents fall.
 */
export function toDevanagari(word: string, known: ReadonlyMap<string, string> = new Map()): string {
  const small = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, (mark) => (mark === "\u0327" ? mark : ""));
  return known.get(small) ?? known.get(word.toLowerCase()) ?? small.normalize("NFC").replace(/[a-z]+/gu, byRule);
}

function byRule(word: string): string {
  const heard = word.match(sounds) ?? [];
  let written = "";
  for (const [place, sound] of heard.entries()) {
    const [before, after, behind] = [heard[place - 1], heard[place + 1], heard[place + 2]];
    const vowel = (after === undefined && place > 0 ? last[sound] : undefined) ?? vowels[sound];
    if (vowel !== undefined) written += vowel[before === undefined || isVowel(before) ? 0 : 1];
    else if (isNasal(sound) && before !== undefined && isVowel(before) && isStop(after)) written += "ं";
    else {
      const joins = after !== undefined && !isVowel(after) && behind !== undefined;
      const joined = joins && (place === 0 || after === sound || sound === "s" || after === "y" || after === "r");
      written += consonants.get(sound)! + (joined ? virama : "");
    }
  }
  return written;
}

function isVowel(sound: string): boolean {
  return sound in vowels;
}

function isNasal(sound: string): boolean {
  return sound === "n" || sound === "m";
}

function isStop(sound: string | undefined): boolean {
  return sound !== undefined && /^[kgcjtdpb]/u.test(sound);
}
