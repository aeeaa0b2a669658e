import { isHeadFinal, type LanguageCode } from "../language";
import type { UniversalTag } from "../tags";
import type { Span } from "./span";

/** One letter a part of speech that a noun phrase can hold. */
const letters: Partial<Readonly<Record<UniversalTag, string>>> = {
  ADP: "P",
  DET: "D",
  NUM: "Q",
  ADJ: "A",
  ADV: "R",
  NOUN: "N",
  PROPN: "N",
};

const beforeNoun = "(?:D|Q|R?A)*N+";
/** Spanish and its kin put adjectives after the noun, Hindi and Turkish their postpositions. */
const withPreposition = new RegExp(`P?${beforeNoun}(?:R?A)*`, "g");
const withPostposition = new RegExp(`${beforeNoun}P*`, "g");
const adjectiveFirst = new RegExp(`P?${beforeNoun}`, "g");
const adjectiveLast: ReadonlySet<LanguageCode> = new Set(["es", "fr", "it", "pt", "ca", "ro"]);

/** Noun phrases of two words or more by their parts of speech alone (Ramshaw and Marcus 1995), with their adposition. */
export function phrasesOfTags(tags: readonly UniversalTag[], language: LanguageCode): readonly Span[] {
  const pattern = isHeadFinal(language)
    ? withPostposition
    : adjectiveLast.has(language)
      ? withPreposition
      : adjectiveFirst;
  const written = tags.map((tag) => letters[tag] ?? "-").join("");
  return [...written.matchAll(pattern)].flatMap((match): readonly Span[] =>
    match[0].length > 1 ? [[match.index, match.index + match[0].length]] : [],
  );
}
