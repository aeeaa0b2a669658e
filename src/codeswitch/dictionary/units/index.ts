import type { Lexicon, StoryLanguage } from "../../../data/lexicon";
import { likelyForms } from "../compounds";
import { besideAt, companionAt } from "./companion";
import { hindiVerb } from "./hindi";
import { withParticle } from "./particles";
import { withAuxiliary } from "./tenses";
import { isParted, type SignedWord, small, type Unit } from "./unit";

/** The longest entry of several words that is looked for. */
const longest = 3;

/** Verbs that say nothing by themselves: with a noun that the lexicon does not have them with, both stay. */
const lightVerbs: Partial<Record<StoryLanguage, string>> = { hi: "करना", tr: "etmek" };

/**
 * The units of a sentence, each word in one at most: verbs and nouns of several words (sat down), verbs with a particle (macht ... zu), stems
 * with vector verbs (खा लिया), futures and perfects of two words (will eat), and verbs with what they are said with (yardım etti, se sienta).
 */
export function unitsOf(lexicon: Lexicon, language: StoryLanguage, words: readonly SignedWord[]): readonly Unit[] {
  const taken = new Set<number>();
  const units: Unit[] = [];
  const add = (unit: Unit | undefined): void => {
    if (unit === undefined || unit.words.some((word) => taken.has(word))) return;
    units.push(unit);
    for (const word of unit.words) taken.add(word);
  };
  for (const index of words.keys()) add(entry(lexicon, language, words, index));
  for (const index of words.keys())
    add(withReflexive(lexicon, language, words, withParticle(lexicon, language, words, index)));
  for (const index of words.keys()) add(unreadPair(language, words, index));
  for (const index of words.keys()) add(withAuxiliary(lexicon, language, words, index));
  if (language === "hi") for (const index of words.keys()) add(hindiVerb(lexicon, words, index));
  for (const index of words.keys()) if (!taken.has(index)) add(withCompanion(lexicon, language, words, index));
  return units;
}

function entry(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): Unit | undefined {
  for (let length = longest; length > 1; length -= 1) {
    const places = Array.from({ length }, (_, place) => index + place);
    if (places.at(-1)! >= words.length || places.slice(0, -1).some((place) => isParted(words, place))) continue;
    const written = places.map((place) => words[place]!.text).join(" ");
    const forms = lexicon.lookUp(language, written).filter(({ upos }) => upos === "VERB" || upos === "NOUN");
    if (forms.length > 0) return { at: index, words: places, forms };
  }
  return undefined;
}

/** Turkish asks with a particle that takes the verb's person; a word that is said twice is an adverb: gördünüz mü, üzgün üzgün. */
function unreadPair(language: StoryLanguage, words: readonly SignedWord[], index: number): Unit | undefined {
  const [word, next] = [small(words[index], language), small(words[index + 1], language)];
  if (next === undefined || isParted(words, index)) return undefined;
  const isAsked = language === "tr" && /^m[ıiuü](?:y|s|$)/u.test(next);
  const isDoubled = (language === "tr" || language === "hi") && word === next;
  return isAsked || isDoubled ? { at: index, words: [index, index + 1], forms: [] } : undefined;
}

/** A German verb with a particle may be reflexive too: ruht sich aus. */
function withReflexive(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  unit: Unit | undefined,
): Unit | undefined {
  const pronoun = unit?.forms.flatMap((form) => companionAt(lexicon, language, words, unit.at, form) ?? []) ?? [];
  if (unit === undefined || pronoun.length === 0) return unit;
  return { ...unit, words: [...new Set([...unit.words, ...pronoun])].toSorted((a, b) => a - b) };
}

function withCompanion(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): Unit | undefined {
  const [first, ...others] = likelyForms(lexicon, language, words, index);
  const own = first && besideAt(lexicon, language, words, index, first);
  const beside = first && (own === undefined ? companionAt(lexicon, language, words, index, first) : [own]);
  if (beside !== undefined) {
    const all = [...beside, index].toSorted((a, b) => a - b);
    const forms = [first!, ...others].filter((form) => form.concept === first!.concept && form.lemma === first!.lemma);
    return { at: language === "de" ? index : all[0]!, words: all, forms };
  }
  const light = lightVerbs[language];
  const isLight = lexicon
    .lookUp(language, words[index]!.text)
    .some(({ lemma, upos }) => lemma === light && upos === "VERB");
  const isNoun = lexicon
    .lookUp(language, words[index - 1]?.text ?? "")
    .some(({ upos }) => upos === "NOUN" || upos === "ADJ");
  if (!isLight || !isNoun || isParted(words, index - 1)) return undefined;
  return { at: index - 1, words: [index - 1, index], forms: [] };
}
