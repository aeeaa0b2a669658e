import { adherence } from "../../behaviour/coco-cola";
import type { CardMeasure } from "../card-measure";
import type { Question } from "../items";
import type { Dialogue } from "../needs";

const dialogueOf = ({ prompt }: Question): Dialogue => ({
  turns: [prompt],
  maxNewTokens: 20,
  form: "plain",
  oneLine: true,
});

export const adherenceOfCard: CardMeasure = {
  id: "adherence",
  name: "CoCo-CoLa ratio",
  family: "behaviour",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "acc_L / (acc_L + acc_en), each the share of answers that match the gold of that language",
  convention:
    "Greedy, 20 tokens, the first line; a match is a lower-cased substring, either way, as in the paper, so a short answer is found inside a longer word too; an empty answer is wrong. Items where neither matches say nothing of the language and do not count. Facet “cumulative”: acc_L + acc_en, how much the model knows at all.",
  source: "CoCo-CoLa, 2025 (arXiv 2502.12476)",
  verdict: true,
  needs: ({ languages, pivot, questions }) => ({
    dialogues: languages.filter((code) => code !== pivot).flatMap((code) => (questions[code] ?? []).map(dialogueOf)),
  }),
  facets: ({ languages, pivot, questions }, materials) =>
    languages
      .filter((language) => language !== pivot)
      .flatMap((language) => {
        const asked = questions[language] ?? [];
        const answers = asked.map((question) => materials.replies(dialogueOf(question))[0] ?? "");
        const verdicts = asked.map((question, i) => adherence(answers[i]!, question));
        const common = {
          language,
          set: `questions ${language}`,
          items: asked.map(({ prompt, own, english }) => `${prompt} [${own}; ${english}]`),
          answers,
        };
        const both = verdicts.map(({ own, english }) => Number(own) + Number(english));
        const silent = asked.length > 0 && both.every((count) => count === 0);
        return [
          {
            ...common,
            facet: "",
            parts: verdicts.map(({ own }, i) => [Number(own), both[i]!] as const),
            ...(silent && { note: "No answer matches in either language, so there is no ratio." }),
          },
          {
            ...common,
            facet: "cumulative",
            formula: "acc_L + acc_en, each the share of answers that match the gold of that language",
            parts: both.map((count) => [count, 1] as const),
          },
        ];
      }),
};
