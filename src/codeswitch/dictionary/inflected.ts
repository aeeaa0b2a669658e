import type { Features, Lexicon, LexiconForm, StoryLanguage } from "../../data/lexicon";
import { universalTag } from "../tags";
import { articleFor } from "./articles";
import { germanCase } from "./german-case";
import { endOf, isVerb, readPhrases, type Reading, wholeAt } from "./phrases";
import type { Replacement, Replacer } from "./replacer";
import { genderOfCompanion, type SaidVerb, saidVerb } from "./units/said";
import { endsClause, type SignedWord } from "./units/unit";
import { counterpartsOf, isCounterpart } from "./verb-forms";

/**
 * Words replaced by the lexicon's, in agreement: adjectives, determiners and articles take number, gender, case and
 * declension of the noun's counterpart, verbs person and number of their subject. An adjective and its noun that are
 * both replaced stand in the order of the other language.
 */
export function inflectedReplacer(lexicon: Lexicon, from: StoryLanguage, to: StoryLanguage): Replacer {
  const read = (words: readonly SignedWord[]) => readPhrases(lexicon, from, words);
  const translate = (
    words: readonly SignedWord[],
    readings: readonly (Reading | undefined)[],
    reading: Reading,
    next: string,
  ) => translated({ lexicon, from, to, words, readings }, reading, next);
  return {
    language: to,
    candidates(sentence) {
      const readings = read(sentence.words);
      const whole = readings.map((reading) => {
        return (
          reading !== undefined && reading.partOf === undefined && translate(sentence.words, readings, reading, "")
        );
      });
      return readings.flatMap((_, index) => {
        const reading = wholeAt(readings, index);
        if (reading === undefined || !whole[reading.index]) return [];
        const { upos, unit } = reading;
        return [{ index, tag: universalTag(upos), ...(unit === undefined ? {} : { unit }) }];
      });
    },
    replace(sentence, chosen) {
      const readings = read(sentence.words);
      const places = chosen.filter((index) => readings[index]!.partOf === undefined).toSorted((a, b) => a - b);
      const order = reordered(readings, places, from, to);
      const texts: Replacement[] = [];
      for (const [turn, index] of [...order.entries()].toReversed()) {
        const reading = readings[index]!;
        const place = places[turn]!;
        const next = places[turn + 1] === place + 1 ? texts.at(-1)!.text : (sentence.words[place + 1]?.text ?? "");
        const { text, particle } = translate(sentence.words, readings, reading, next)!;
        texts.push({
          place,
          index,
          text,
          ...(reading.unit === undefined ? {} : { unit: reading.unit }),
          ...(reading.head === undefined || reading.head === index ? {} : { head: reading.head }),
          ...(particle === undefined
            ? {}
            : { particle: { after: endOfClause(lexicon, from, sentence.words, index), text: particle } }),
        });
      }
      return texts.toReversed();
    },
  };
}

/** What a translation needs to know: the sentence, as it is read, and the two languages. */
interface Given {
  readonly lexicon: Lexicon;
  readonly from: StoryLanguage;
  readonly to: StoryLanguage;
  readonly words: readonly SignedWord[];
  readonly readings: readonly (Reading | undefined)[];
}

function translated(given: Given, reading: Reading, next: string): SaidVerb | undefined {
  if (reading.form !== undefined && isVerb(reading.upos)) return verb(given, reading);
  const text = nominal(given, reading, next);
  return text === undefined ? undefined : { text };
}

/** A word that is no verb, in agreement with its noun. */
function nominal(given: Given, reading: Reading, next: string): string | undefined {
  const { lexicon, to, readings } = given;
  const head = reading.head === undefined ? undefined : readings[reading.head]!;
  const noun = head === undefined ? undefined : nounFor(given, head);
  const features: Features = head === undefined ? {} : { ...nounFeatures(given, head), ...genderOf(noun) };
  if (reading.article !== undefined) {
    return noun === undefined ? undefined : articleFor(to, reading.article, features, next);
  }
  if (reading === head) return noun?.form;
  const wanted =
    head === undefined
      ? { ...reading.wanted, ...(to === "de" && reading.upos === "ADJ" ? { Degree: "Pos" } : {}) }
      : { ...(reading.isPredicate === true && to === "de" ? {} : features), ...declension(lexicon, readings, reading) };
  const form = lexicon.translate(reading.form!, to, wanted);
  return form?.upos === reading.upos ? form.form : undefined;
}

/**
 * The verb in the tense of the given form, with the person, number and gender of its subject's counterpart, and the words that belong to
 * it. An auxiliary stays where the other language has none: Turkish says the copula by an ending.
 */
function verb(given: Given, reading: Reading): SaidVerb | undefined {
  const { lexicon, from, to, readings } = given;
  const { form, upos, subject, wanted } = reading;
  const after = readings[endOf(reading)];
  const auxiliary = after?.upos === "AUX" ? after.form!.features : {};
  const noun = subject === undefined ? undefined : readings[subject]!;
  const person = form!.features["Person"] === undefined ? { Person: auxiliary["Person"] ?? "3" } : {};
  const agreeing = {
    ...person,
    ...wanted,
    ...(noun === undefined
      ? {}
      : {
          Number: nounFeatures(given, noun)["Number"]!,
          ...genderOf(nounFor(given, noun)),
        }),
  };
  const isLast = from === "hi" || from === "tr";
  for (const asked of counterpartsOf(form!, from, auxiliary)) {
    const suits = (other: LexiconForm): boolean =>
      (other.upos === upos || upos === "VERB") && isCounterpart(other, asked);
    const found = lexicon.translate(form!, to, agreeing, suits);
    if (found === undefined) continue;
    const companion = found.features["Aspect"] === "Perf" ? genderOfCompanion(lexicon, to, found) : {};
    const exact = lexicon.translate(
      form!,
      to,
      { ...agreeing, ...companion },
      (one) => suits(one) && one.lemma === found.lemma,
    );
    const said = saidVerb(lexicon, to, exact ?? found, agreeing, isLast);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** The last word of the clause that the word at `index` stands in. */
function endOfClause(lexicon: Lexicon, from: StoryLanguage, words: readonly SignedWord[], index: number): number {
  return words.findIndex((_, at) => at >= index && endsClause(lexicon, from, words, at));
}

function nounFor(given: Given, head: Reading): LexiconForm | undefined {
  const noun = given.lexicon.translate(head.form!, given.to, nounFeatures(given, head));
  return noun?.upos === head.upos ? noun : undefined;
}

/**
 * Number, and the case that the given form shows, or towards German its place; nominative where nothing shows one. A noun that is counted is in the
 * plural, but for Turkish: iki köpek, birçok köpek.
 */
function nounFeatures(given: Given, head: Reading): Features {
  const { from, to, words, readings } = given;
  const { Number: number = "Sing", Case: shown } = head.form!.features;
  const isCounted = readings.some((reading) => reading?.head === head.index && counts(reading));
  const start = readings.findIndex((reading) => reading?.head === head.index);
  const placed = shown === undefined && to === "de" ? germanCase(from, words, readings, start) : undefined;
  return {
    Number: isCounted ? (to === "tr" ? "Sing" : "Plur") : number,
    Case: shown ?? placed ?? "Nom",
  };
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
