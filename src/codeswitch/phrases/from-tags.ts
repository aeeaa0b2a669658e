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
  PROPN: "M",
};

const modifiers = "(?:D|Q|R?A)*";
/** English writes nouns that make one apart, such as train station; elsewhere two neighbours are rather two phrases. */
const english = new RegExp(`P?${modifiers}[NM]+`, "g");
const adjectiveFirst = new RegExp(`P?${modifiers}(?:N|M+)`, "g");
/** Spanish and its kin put adjectives after the noun, Hindi and Turkish their postpositions. */
const adjectiveLast = new RegExp(`P?${modifiers}(?:N|M+)(?:R?A)*`, "g");
const headFinal = new RegExp(`${modifiers}(?:N|M+)P*`, "g");
const withAdjectiveLast: ReadonlySet<LanguageCode> = new Set(["es", "fr", "it", "pt", "ca", "ro"]);

/** Noun phrases of two words or more by their parts of speech alone (Ramshaw and Marcus 1995), with their adposition. */
export function phrasesOfTags(tags: readonly UniversalTag[], language: LanguageCode): readonly Span[] {
  const pattern = patternOf(language);
  const written = tags.map((tag) => letters[tag] ?? "-").join("");
  return [...written.matchAll(pattern)].flatMap((match): readonly Span[] =>
    match[0].length > 1 ? [[match.index, match.index + match[0].length]] : [],
  );
}

function patternOf(language: LanguageCode): RegExp {
  if (language === "en") return english;
  if (isHeadFinal(language)) return headFinal;
  return withAdjectiveLast.has(language) ? adjectiveLast : adjectiveFirst;
}
