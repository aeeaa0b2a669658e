import type { StoryLanguage } from "../../data/lexicon";
import { isVerb, type Reading, wholeAt } from "./phrases";
import { isParted, type SignedWord } from "./units/unit";

/** Prepositions of languages without cases by the case that German ones for the same ask for, of place rather than of goal. */
const asking: Partial<Record<StoryLanguage, Readonly<Record<"Acc" | "Dat", readonly string[]>>>> = {
  en: {
    Acc: ["for", "through", "around", "without", "into", "onto", "against"],
    Dat: "in on under at with to from of behind near by after between over above beside opposite".split(" "),
  },
  es: {
    Acc: ["para", "por", "durante", "sin", "contra"],
    Dat: ["en", "con", "de", "a", "al", "del", "desde", "sobre", "bajo", "tras", "hasta"],
  },
};

/** Verbs that their subject may follow, “...” said the man, or that ask for no object. */
const withoutObject: ReadonlySet<string> = new Set(
  "say ask answer shout whisper explain tell be become begin come go run walk fall live sit stand lie sleep".split(" "),
);

/**
 * The case of a German noun phrase in the place of one that shows none, which begins at `start`: that of the preposition before it, or in English
 * the accusative right behind a verb.
 */
export function germanCase(
  from: StoryLanguage,
  words: readonly SignedWord[],
  readings: readonly (Reading | undefined)[],
  start: number,
): "Acc" | "Dat" | undefined {
  if (start < 1 || isParted(words, start - 1)) return undefined;
  const before = words[start - 1]!.text.toLowerCase();
  if (asking[from]?.Acc.includes(before)) return "Acc";
  if (asking[from]?.Dat.includes(before)) return "Dat";
  const verb = wholeAt(readings, start - 1);
  const takes = verb !== undefined && isVerb(verb.upos) && !withoutObject.has(verb.form!.concept);
  return from === "en" && takes && verb.upos === "VERB" ? "Acc" : undefined;
}
