import type { CardMeasure } from "../card-measure";
import type { ArithmeticProblem } from "../items";
import type { Dialogue } from "../needs";

const dialogueOf = ({ question }: ArithmeticProblem): Dialogue => ({
  turns: [question],
  maxNewTokens: 48,
  form: "plain",
  oneLine: true,
});

export const arithmetic: CardMeasure = {
  id: "arithmetic",
  name: "Arithmetic",
  family: "skill",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "exact match: the last number of the answer is the right one / problems",
  convention:
    "Greedy, the first line, at most 48 tokens, no examples given. Thousands separators and a fraction of zeros are read away; digits of any script count. An answer without a number is wrong.",
  source: "Shi et al. 2022, MGSM (arXiv 2210.03057): exact match",
  chance: "about 0",
  verdict: true,
  needs: ({ languages, problems }) => ({
    dialogues: languages.flatMap((language) => (problems[language] ?? []).map(dialogueOf)),
  }),
  facets: ({ languages, problems }, materials) =>
    languages.flatMap((language) => {
      const asked = problems[language] ?? [];
      if (asked.length === 0) return [];
      const answers = asked.map((problem) => materials.replies(dialogueOf(problem))[0] ?? "");
      return [
        {
          language,
          facet: "",
          set: `problems ${language}`,
          items: asked.map(({ question, answer }) => `${question} [${answer}]`),
          answers,
          parts: asked.map(({ answer }, i) => [Number(lastNumber(answers[i]!) === answer), 1] as const),
        },
      ];
    }),
};

/** The last number of a text; null where there is none. A comma or point before three digits separates thousands. */
export function lastNumber(text: string): number | null {
  const digits = text.replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit)));
  const found = digits.match(/[-−]?\d+(?:[.,'’\u202f\u00a0]\d{3})*(?:[.,]\d+)?(?!\d)/gu)?.at(-1);
  if (found === undefined) return null;
  const plain = found
    .replace(/[.,'’\u202f\u00a0](?=\d{3}(?:\D|$))/gu, "")
    .replace("−", "-")
    .replace(",", ".");
  return Number(plain);
}

/** Digits of a script stand in ten code points in a row that begin with zero. */
function valueOfDigit(digit: string): number {
  let code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}
