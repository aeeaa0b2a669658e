import { chrf } from "../../text/chrf";
import { bleu } from "../../text/bleu";
import type { CardMeasure, NumberTerms } from "../card-measure";
import type { CardItems } from "../items";
import type { Dialogue } from "../needs";

const names: Readonly<Record<string, string>> = {
  en: "English",
  de: "German",
  es: "Spanish",
  hi: "Hindi",
  tr: "Turkish",
};
const examples = 3;
const asked = 8;

/** The first sentences are examples, those behind them are asked. */
function dialoguesOf({ parallel, pivot }: CardItems, language: string): readonly Dialogue[] {
  const source = parallel[pivot] ?? [];
  const target = parallel[language] ?? [];
  const line = (i: number) => `${names[pivot] ?? pivot}: ${source[i]}\n${names[language] ?? language}:`;
  const shown = Array.from({ length: Math.min(examples, source.length) }, (_, i) => `${line(i)} ${target[i]}\n`).join(
    "",
  );
  return source
    .slice(examples, examples + asked)
    .map((_, i) => ({ turns: [shown + line(examples + i)], maxNewTokens: 32, form: "plain", oneLine: true }));
}

export const translation: CardMeasure = {
  id: "translation",
  name: "Translation from English",
  family: "skill",
  unit: "chrF++",
  better: "higher",
  digits: 1,
  formula:
    "F of precision and recall of character 1- to 6-grams and word 1- and 2-grams, recall twice as heavy (beta 2)",
  convention:
    "Three examples in the prompt, then eight held-out sentences, greedy, the first line. Mean of the sentences' scores, each equal to sacrebleu's; facets: chrF, and BLEU with effective order.",
  source: "Popovic 2017, chrF++; Post 2018, sacrebleu (arXiv 1804.08771)",
  needs: (items) => ({
    dialogues: items.languages.filter((code) => code !== items.pivot).flatMap((code) => dialoguesOf(items, code)),
  }),
  facets: (items, materials) =>
    items.languages
      .filter((language) => language !== items.pivot)
      .flatMap((language) => {
        const answers = dialoguesOf(items, language).map((dialogue) => (materials.replies(dialogue)[0] ?? "").trim());
        const references = (items.parallel[language] ?? []).slice(examples, examples + asked);
        const common = { language, set: `translations ${language}`, items: references, answers };
        const facetOf = (
          facet: string,
          score: (answer: string, reference: string) => number,
          terms: NumberTerms = {},
        ) => ({
          ...common,
          ...terms,
          facet,
          parts: references.map((reference, i) => [score(answers[i]!, reference), 1] as const),
        });
        return [
          facetOf("", (answer, reference) => chrf(answer, reference, { words: 2 })),
          facetOf("chrF", (answer, reference) => chrf(answer, reference), {
            unit: "chrF",
            formula: "F of precision and recall of character 1- to 6-grams, recall twice as heavy (beta 2)",
          }),
          facetOf("BLEU", (answer, reference) => bleu([[answer, reference]], { effective: true }), {
            unit: "BLEU",
            formula: "geometric mean of the precisions of word 1- to 4-grams, times the brevity penalty",
          }),
        ];
      }),
};
