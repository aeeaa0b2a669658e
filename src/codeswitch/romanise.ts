/** How a romanisation writes what people write in more than one way. */
export interface RomanStyle {
  /** Long vowels inside a word: `naam` or `nam`. At the end of a word they are always single: `ladka`. */
  readonly doubled: boolean;
  /** What व is written as. */
  readonly v: "v" | "w";
}

const consonants: Readonly<Record<string, string>> = {
  क: "k",
  ख: "kh",
  ग: "g",
  घ: "gh",
  ङ: "n",
  च: "ch",
  छ: "chh",
  ज: "j",
  झ: "jh",
  ञ: "n",
  ट: "t",
  ठ: "th",
  ड: "d",
  ढ: "dh",
  ण: "n",
  त: "t",
  थ: "th",
  द: "d",
  ध: "dh",
  न: "n",
  प: "p",
  फ: "ph",
  ब: "b",
  भ: "bh",
  म: "m",
  य: "y",
  र: "r",
  ल: "l",
  ळ: "l",
  श: "sh",
  ष: "sh",
  स: "s",
  ह: "h",
};
/** Consonants with the dot below: क़ and the others. */
const dotted: Readonly<Record<string, string>> = { क: "q", ग: "g", ज: "z", ड: "d", ढ: "dh", फ: "f" };
const shortVowels: Readonly<Record<string, string>> = { अ: "a", इ: "i", "ि": "i", उ: "u", "ु": "u", ऋ: "ri", "ृ": "ri" };
const otherVowels: Readonly<Record<string, string>> = {
  ए: "e",
  "े": "e",
  ऐ: "ai",
  "ै": "ai",
  ओ: "o",
  "ो": "o",
  औ: "au",
  "ौ": "au",
  ऑ: "o",
  "ॉ": "o",
  "ॅ": "e",
};
const longVowels: Readonly<Record<string, readonly [string, string]>> = {
  आ: ["aa", "a"],
  "ा": ["aa", "a"],
  ई: ["ee", "i"],
  "ी": ["ee", "i"],
  ऊ: ["oo", "u"],
  "ू": ["oo", "u"],
};

/** Words whose usual spellings no rule gives. */
const habits: Readonly<Record<string, readonly string[]>> = {
  मैं: ["main", "mai"],
  में: ["mein", "me"],
  है: ["hai", "he"],
  हैं: ["hain", "hai"],
  हूँ: ["hoon", "hu", "hun"],
  नहीं: ["nahi", "nahin", "nhi"],
  यह: ["yeh", "ye"],
  ये: ["ye", "yeh"],
  वह: ["woh", "wo", "vo"],
  वे: ["ve", "woh"],
  क्या: ["kya"],
  क्यों: ["kyun", "kyon", "kyu"],
  और: ["aur"],
  तो: ["to", "toh"],
  भी: ["bhi"],
  ही: ["hi"],
  की: ["ki"],
  कि: ["ki", "ke"],
  से: ["se"],
  पर: ["par", "pe"],
  बहुत: ["bahut", "bohot"],
  मुझे: ["mujhe", "muje"],
  अच्छा: ["accha", "acha"],
  अच्छी: ["acchi", "achi"],
  कुछ: ["kuch", "kuchh"],
  यहाँ: ["yahan", "yaha"],
  वहाँ: ["wahan", "vahan"],
  कहाँ: ["kahan", "kaha"],
  रहा: ["raha"],
  रहे: ["rahe"],
  रही: ["rahi"],
  हम: ["hum", "ham"],
};

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
 * Characters that are not Devanagari stay.
 */
export function romanise(word: string, style: RomanStyle): string {
  const sounds = soundsOf(word.normalize("NFD"), style);
  dropInherent(sounds);
  return sounds.map(({ onset, vowel, coda }) => onset + vowel + coda).join("");
}

/** The ways a word is commonly written in Latin letters, without repetition. */
export function romanisations(word: string): readonly string[] {
  const known = habits[word.normalize("NFC")];
  if (known !== undefined) return known;
  const styles = [true, false].flatMap((doubled) => (["v", "w"] as const).map((v) => ({ doubled, v })));
  return [...new Set(styles.map((style) => romanise(word, style)))];
}

function soundsOf(word: string, { doubled, v }: RomanStyle): Sound[] {
  const letters = Array.from(word);
  const sounds: Sound[] = [];
  let onset = "";
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index]!;
    const consonant = consonants[letter] ?? (letter === "व" ? v : undefined);
    const long = longVowels[letter];
    const vowel = shortVowels[letter] ?? otherVowels[letter] ?? long?.[doubled && index < letters.length - 1 ? 0 : 1];
    if (consonant !== undefined) {
      const dot = letters[index + 1] === "\u093c";
      onset += dot ? (dotted[letter] ?? consonant) : consonant;
      if (dot) index += 1;
      const next = letters[index + 1] ?? "";
      if (next === "\u094d") index += 1;
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
