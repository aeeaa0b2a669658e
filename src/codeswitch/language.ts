/** BCP 47 primary subtag: `en`, `hi`, `tr`. */
export type LanguageCode = string;

/** ISO 15924 code of a script this project tells apart; `Zyyy` is what belongs to no script: digits, signs, emoji. */
export type Script =
  | "Latn"
  | "Deva"
  | "Arab"
  | "Hebr"
  | "Cyrl"
  | "Grek"
  | "Hani"
  | "Kana"
  | "Hang"
  | "Thai"
  | "Beng"
  | "Taml"
  | "Telu"
  | "Ethi"
  | "Zzzz"
  | "Zyyy";

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

const patterns: readonly (readonly [Script, RegExp])[] = [
  ["Latn", /\p{Script=Latin}/u],
  ["Deva", /\p{Script=Devanagari}/u],
  ["Arab", /\p{Script=Arabic}/u],
  ["Hebr", /\p{Script=Hebrew}/u],
  ["Cyrl", /\p{Script=Cyrillic}/u],
  ["Grek", /\p{Script=Greek}/u],
  ["Hani", /\p{Script=Han}/u],
  ["Kana", kana],
  ["Hang", /\p{Script=Hangul}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Beng", /\p{Script=Bengali}/u],
  ["Taml", /\p{Script=Tamil}/u],
  ["Telu", /\p{Script=Telugu}/u],
  ["Ethi", /\p{Script=Ethiopic}/u],
];

const languageScripts: Readonly<Record<string, readonly Script[]>> = {
  hi: ["Deva"],
  mr: ["Deva"],
  ne: ["Deva"],
  ar: ["Arab"],
  fa: ["Arab"],
  ur: ["Arab"],
  he: ["Hebr"],
  ru: ["Cyrl"],
  uk: ["Cyrl"],
  bg: ["Cyrl"],
  be: ["Cyrl"],
  el: ["Grek"],
  zh: ["Hani"],
  ja: ["Hani", "Kana"],
  ko: ["Hang"],
  th: ["Thai"],
  bn: ["Beng"],
  ta: ["Taml"],
  te: ["Telu"],
  am: ["Ethi"],
};

/** The scripts a language is usually written in; Latin where this project knows no other. */
export function scriptsOf(language: LanguageCode): readonly Script[] {
  return languageScripts[language] ?? ["Latn"];
}

/** The script of one letter; `Zzzz` for a letter of a script that is not listed, `Zyyy` for what is not a letter. */
export function scriptOfCharacter(character: string): Script {
  if (!/\p{L}/u.test(character)) return "Zyyy";
  return patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? "Zzzz";
}

/** Whether a text has hiragana or katakana, which Japanese hardly ever does without. */
export function hasKana(text: string): boolean {
  return kana.test(text);
}

/** The script of most letters of a word (the first on a tie); `Zyyy` for a word without letters. */
export function scriptOf(word: string): Script {
  const counts = new Map<Script, number>();
  for (const character of word) {
    const script = scriptOfCharacter(character);
    if (script !== "Zyyy") counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let best: Script = "Zyyy";
  for (const [script, count] of counts) if (count > (counts.get(best) ?? 0)) best = script;
  return best;
}

const headFinal: ReadonlySet<LanguageCode> = new Set([
  "hi",
  "ur",
  "mr",
  "ne",
  "bn",
  "ta",
  "te",
  "tr",
  "ja",
  "ko",
  "am",
]);

/** True for languages with the verb last and postpositions: small words follow what they belong to. */
export function isHeadFinal(language: LanguageCode): boolean {
  return headFinal.has(language);
}

const leadingParticles: ReadonlySet<LanguageCode> = new Set(["hi", "ur"]);

/** True for head-final languages whose complementiser (ki) and negation (nahīṃ) stand before what they belong to (Kachru 2006). */
export function hasLeadingParticles(language: LanguageCode): boolean {
  return leadingParticles.has(language);
}
