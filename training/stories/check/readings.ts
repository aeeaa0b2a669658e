import type { Dictionary, Fixed } from "../lexicon/dictionary";
import { fixedWords } from "../lexicon/fixed";
import type { Features, Upos } from "../realise/word";
import type { Reading } from "./checker";

/** The cells of a verb's paradigm in the order in which grammars print them. */
export const personCells = [
  { Person: "1", Number: "Sing" },
  { Person: "2", Number: "Sing" },
  { Person: "3", Number: "Sing" },
  { Person: "1", Number: "Plur" },
  { Person: "2", Number: "Plur" },
  { Person: "3", Number: "Plur" },
] as const;

/** Readings of function words: "form form" of one part of speech. */
export function functionWords(upos: Upos, forms: string, features: Features = {}): Reading[] {
  return forms.split(" ").map((form) => ({ form, lemma: form, upos, concept: "GRAM", features }));
}

/** The words that belong to a verb, without their parts of speech. */
export function companionOf(words: Fixed | undefined): Pick<Reading, "companion"> {
  if (words === undefined) return {};
  return {
    companion: fixedWords(words, "NOUN")
      .map(({ form }) => form)
      .join(" "),
  };
}

type Fixing = Pick<
  Dictionary<unknown, unknown, unknown>,
  "adverbs" | "conjunctions" | "questions" | "phrases" | "names"
>;

/** What every language has as unchanging words: adverbs, conjunctions, question words, phrases. */
export function fixedReadings({ adverbs, conjunctions, questions, phrases }: Fixing): Reading[] {
  const of = (concept: string, expression: Fixed, upos: Upos): Reading => {
    const form = fixedWords(expression, upos)
      .map((part) => part.form)
      .join(" ");
    return { form, lemma: form, upos, concept, features: {} };
  };
  return [
    ...Object.entries(adverbs).map(([id, expression]) => of(id, expression, "ADV")),
    ...Object.entries(conjunctions).map(([id, form]) => of(id, form, id === "and" || id === "but" ? "CCONJ" : "SCONJ")),
    ...Object.entries(questions).map(([id, form]) => ({
      ...of(id, form, id === "who" || id === "what" ? "PRON" : "ADV"),
      features: { PronType: "Int" },
    })),
    ...Object.entries(phrases).flatMap(([id, entry]) =>
      typeof entry === "string"
        ? [of(id, entry, "INTJ")]
        : [
            { ...of(id, entry.familiar, "INTJ"), features: { Polite: "Infm" } },
            { ...of(id, entry.polite, "INTJ"), features: { Polite: "Form" } },
          ],
    ),
  ];
}
