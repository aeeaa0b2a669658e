import type { Features, Lexicon, StoryLanguage } from "../../data/lexicon";
import { universalTag } from "../tags";
import { articleFor } from "./articles";
import { readPhrases, type Reading } from "./phrases";
import type { Replacement, Replacer } from "./replacer";

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
        reading !== undefined && translated(lexicon, to, readings, reading, "") !== undefined
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
        const text = translated(lexicon, to, readings, reading, next)!;
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
  to: StoryLanguage,
  readings: readonly (Reading | undefined)[],
  reading: Reading,
  next: string,
): string | undefined {
  const head = reading.head === undefined ? undefined : readings[reading.head]!;
  const noun = head === undefined ? undefined : lexicon.translate(head.form!, to, nounFeatures(head));
  const features: Features = head === undefined ? {} : { ...nounFeatures(head), ...genderOf(noun?.features) };
  if (reading.article !== undefined) {
    return noun === undefined ? undefined : articleFor(to, reading.article, features, next);
  }
  if (reading === head) return noun?.form;
  const wanted =
    head === undefined
      ? reading.wanted
      : { ...(reading.isPredicate === true && to === "de" ? {} : features), ...declension(readings, reading) };
  const form = lexicon.translate(reading.form!, to, wanted);
  return form?.upos === reading.upos ? form.form : undefined;
}

/** Number, and the case that the given form shows; nominative where it shows none. */
function nounFeatures(head: Reading): Features {
  const { Number: number = "Sing", Case: grammaticalCase = "Nom" } = head.form!.features;
  return { Number: number, Case: grammaticalCase };
}

function genderOf(features: Features | undefined): Features {
  return features?.["Gender"] === undefined ? {} : { Gender: features["Gender"] };
}

/** German adjectives: after the, after a, or neither; as predicates they are not declined. */
function declension(readings: readonly (Reading | undefined)[], { head, isPredicate }: Reading): Features {
  if (isPredicate === true) return { Degree: "Pos" };
  const article = readings.find((reading) => reading?.head === head && reading?.article !== undefined)?.article;
  return { Declension: article === undefined ? "strong" : article === "definite" ? "definite" : "mixed" };
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
