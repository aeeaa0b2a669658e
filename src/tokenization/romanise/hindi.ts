import { devanagariConsonants, devanagariDotted, devanagariLongVowels, devanagariVowels, virama } from "./tables";

const nukta = "\u093c";
/** Long vowels as they are written where they are not doubled. */
const single: Readonly<Record<string, string>> = { aa: "a", ee: "i", oo: "u" };

/** How a romanisation writes what people write in more than one way. */
export interface RomanStyle {
  /** Long vowels inside a word: `naam` or `nam`. At the end of a word they are always single: `ladka`. */
  readonly doubled: boolean;
  /** What व is written as. */
  readonly v: "v" | "w";
}

interface Sound {
  /** Consonants before the vowel. */
  readonly onset: string;
  vowel: string;
  /** The vowel is the unwritten a. */
  readonly inherent: boolean;
  /** A nasal behind the vowel. */
  coda: string;
}

/**
 * A Hindi word in Latin letters as people type it, not a scholarly transliteration: no diacritics, and the unwritten a is
 * dropped at the end of a word and between a vowel and a consonant with a vowel (Narasimhan et al. 2004).
 * ज्ञ is written as it is spoken, gy. Characters that are not Devanagari stay.
 */
export function romaniseHindi(word: string, style: RomanStyle): string {
  const sounds = soundsOf(word.normalize("NFD").replaceAll("ज्ञ", "ग्य"), style);
  dropInherent(sounds);
  return sounds.map(({ onset, vowel, coda }) => onset + vowel + coda).join("");
}

function soundsOf(word: string, { doubled, v }: RomanStyle): Sound[] {
  const letters = Array.from(word);
  const sounds: Sound[] = [];
  let onset = "";
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index]!;
    const consonant = letter === "व" ? v : devanagariConsonants.get(letter);
    const long = devanagariLongVowels.get(letter);
    const vowel =
      devanagariVowels.get(letter) ?? (long && (doubled && index < letters.length - 1 ? long : single[long]));
    if (consonant !== undefined) {
      const dot = letters[index + 1] === nukta;
      onset += dot ? (devanagariDotted.get(letter) ?? consonant) : consonant;
      if (dot) index += 1;
      const next = letters[index + 1] ?? "";
      if (next === virama) index += 1;
      else if (!isVowelSign(next)) {
        sounds.push({ onset, vowel: "a", inherent: true, coda: "" });
        onset = "";
      }
    } else if (vowel !== undefined) {
      sounds.push({ onset, vowel, inherent: false, coda: "" });
      onset = "";
    } else if (letter === "\u0902" || letter === "\u0901") addCoda(sounds, nasalBefore(letters[index + 1]));
    else if (letter === "\u0903") addCoda(sounds, "h");
    else if (!/\p{M}/u.test(letter)) {
      sounds.push({ onset: onset + letter, vowel: "", inherent: false, coda: "" });
      onset = "";
    }
  }
  if (onset !== "") sounds.push({ onset, vowel: "", inherent: false, coda: "" });
  return sounds;
}

function isVowelSign(letter: string): boolean {
  return /[\u093e-\u094c]/u.test(letter);
}

function addCoda(sounds: readonly Sound[], coda: string): void {
  const last = sounds.at(-1);
  if (last !== undefined) last.coda += coda;
}

function nasalBefore(next: string | undefined): string {
  return next !== undefined && "पफबभम".includes(next) ? "m" : "n";
}

function dropInherent(sounds: readonly Sound[]): void {
  const last = sounds.length - 1;
  if (last > 0 && sounds[last]!.inherent && sounds[last]!.coda === "") sounds[last]!.vowel = "";
  for (let index = last - 1; index > 0; index--) {
    const { inherent, coda, onset } = sounds[index]!;
    const open = sounds[index - 1]!.vowel !== "" && sounds[index - 1]!.coda === "";
    const next = sounds[index + 1]!;
    const single = onset.replace(/h$/u, "").length <= 1 && next.onset.replace(/h$/u, "").length === 1;
    if (inherent && coda === "" && open && next.vowel !== "" && single) sounds[index]!.vowel = "";
  }
}
