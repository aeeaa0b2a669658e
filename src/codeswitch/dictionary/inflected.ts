import type { Features, Lexicon, LexiconForm, StoryLanguage } from "../../data/lexicon";
import { universalTag } from "../tags";
import { articleFor } from "./articles";
import { isVerb, readPhrases, type Reading } from "./phrases";
import type { Replacement, Replacer } from "./replacer";
import { counterpartsOf, isCounterpart } from "./verb-forms";

/**
 * Words replaced by the lexicon's, in agreement: adjectives, determiners and articles take number, gender, case and
 * declension of the noun's counterpart, verbs person and number of their subject. An adjective and its noun that are
 * both replaced stand in the order of the other language.
 */
export function inflectedReplacer(lexicon: Lexicon, from: StoryLanguage, to: StoryLanguage): Replacer {
  const read = (words: readonly { readonly text: string }[]): readonly (Reading | undefined)[] =>
    readPhrases(
      lexicon,
      from,
      words.map(({ text }) => text),
    );
  return {
    language: to,
    candidates(sentence) {
      const readings = read(sentence.words);
      return readings.flatMap((reading, index) =>
        reading !== undefined && translated(lexicon, from, to, readings, reading, "") !== undefined
          ? [{ index, tag: universalTag(reading.upos) }]
          : [],
      );
    },
    replace(sentence, chosen) {
      const readings = read(sentence.words);
      const order = reordered(readings, chosen, from, to);
      const places = chosen.toSorted((a, b) => a - b);
      const texts: Replacement[] = [];
      for (const [turn, index] of [...order.entries()].toReversed()) {
        const reading = readings[index]!;
        const after = places[turn]! + 1;
        const next = places[turn + 1] === after ? texts.at(-1)!.text : (sentence.words[after]?.text ?? "");
        const text = translated(lexicon, from, to, readings, reading, next)!;
        texts.push({
          index,
          text,
          ...(reading.head === undefined || reading.head === index ? {} : { head: reading.head }),
        });
      }
      return texts.toReversed();
    },
  };
}

function translated(
  lexicon: Lexicon,
  from: StoryLanguage,
  to: StoryLanguage,
  readings: readonly (Reading | undefined)[],
  reading: Reading,
  next: string,
): string | undefined {
  if (reading.form !== undefined && isVerb(reading.upos)) return verb(lexicon, from, to, readings, reading);
  const head = reading.head === undefined ? undefined : readings[reading.head]!;
  const noun = head === undefined ? undefined : nounFor(lexicon, to, readings, head);
  const features: Features = head === undefined ? {} : { ...nounFeatures(readings, head, to), ...genderOf(noun) };
  if (reading.article !== undefined) {
    return noun === undefined ? undefined : articleFor(to, reading.article, features, next);
  }
  if (reading === head) return noun?.form;
  const wanted =
    head === undefined
      ? reading.wanted
      : { ...(reading.isPredicate === true && to === "de" ? {} : features), ...declension(lexicon, readings, reading) };
  const form = lexicon.translate(reading.form!, to, wanted);
  return form?.upos === reading.upos ? form.form : undefined;
}

/**
 * The verb in the tense of the given form, with the person, number and gender of its subject's counterpart. An auxiliary stays where the
 * other language has none: Turkish says the copula by an ending.
 */
function verb(
  lexicon: Lexicon,
  from: StoryLanguage,
  to: StoryLanguage,
  readings: readonly (Reading | undefined)[],
  { index, form, upos, subject, wanted }: Reading,
): string | undefined {
  const after = readings[index + 1];
  const auxiliary = after?.upos === "AUX" ? after.form!.features : {};
  const noun = subject === undefined ? undefined : readings[subject]!;
  const person = form!.features["Person"] === undefined ? { Person: auxiliary["Person"] ?? "3" } : {};
  const agreeing = {
    ...person,
    ...wanted,
    ...(noun === undefined
      ? {}
      : {
          Number: nounFeatures(readings, noun, to)["Number"]!,
          ...genderOf(nounFor(lexicon, to, readings, noun)),
        }),
  };
  const suits = (other: LexiconForm): boolean => other.upos === upos || upos === "VERB";
  for (const asked of counterpartsOf(form!, from, auxiliary)) {
    const found = lexicon.translate(form!, to, agreeing, (other) => suits(other) && isCounterpart(other, asked));
    if (found !== undefined) return found.form;
  }
  return undefined;
}

function nounFor(
  lexicon: Lexicon,
  to: StoryLanguage,
  readings: readonly (Reading | undefined)[],
  head: Reading,
): LexiconForm | undefined {
  const noun = lexicon.translate(head.form!, to, nounFeatures(readings, head, to));
  return noun?.upos === head.upos ? noun : undefined;
}

/**
 * Number, and the case that the given form shows; nominative where it shows none. A noun that is counted is in the plural,
 * but for Turkish: iki köpek, birçok köpek.
 */
function nounFeatures(readings: readonly (Reading | undefined)[], head: Reading, to: StoryLanguage): Features {
  const { Number: number = "Sing", Case: grammaticalCase = "Nom" } = head.form!.features;
  const isCounted = readings.some((reading) => reading?.head === head.index && counts(reading));
  return { Number: isCounted ? (to === "tr" ? "Sing" : "Plur") : number, Case: grammaticalCase };
}

function counts({ upos, form }: Reading): boolean {
  return upos === "NUM" || (upos === "DET" && form?.concept === "many" && form.features["Number"] !== "Sing");
}

function genderOf(noun: LexiconForm | undefined): Features {
  const gender = noun?.features["Gender"];
  return gender === undefined ? {} : { Gender: gender };
}

/** German adjectives: after the or all, after a, or neither; as predicates they are not declined. */
function declension(
  lexicon: Lexicon,
  readings: readonly (Reading | undefined)[],
  { head, isPredicate }: Reading,
): Features {
  if (isPredicate === true) return { Degree: "Pos" };
  const determiner = readings.find((reading) => reading?.head === head && reading?.upos === "DET");
  if (determiner?.article !== undefined) {
    return { Declension: determiner.article === "definite" ? "definite" : "mixed" };
  }
  const german = determiner === undefined ? undefined : lexicon.translate(determiner.form!, "de");
  return { Declension: german?.features["Declension"] ?? "strong" };
}

/** Adjectives of Spanish follow their noun and those of the other languages precede it, where both were chosen side by side. */
function reordered(
  readings: readonly (Reading | undefined)[],
  chosen: readonly number[],
  from: StoryLanguage,
  to: StoryLanguage,
): readonly number[] {
  const picked = new Set(chosen);
  const order = chosen.toSorted((a, b) => a - b);
  if ((from === "es") === (to === "es")) return order;
  const step = to === "es" ? -1 : 1;
  for (const head of chosen) {
    if (readings[head]?.upos !== "NOUN") continue;
    const run: number[] = [];
    for (
      let at = head + step;
      picked.has(at) && readings[at]?.head === head && readings[at]?.upos === "ADJ";
      at += step
    ) {
      run.push(at);
    }
    if (run.length === 0) continue;
    const adjectives = run.toSorted((a, b) => a - b);
    const start = order.indexOf(Math.min(head, ...run));
    order.splice(start, run.length + 1, ...(to === "es" ? [head, ...adjectives] : [...adjectives, head]));
  }
  return order;
}
