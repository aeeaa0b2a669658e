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
    "Greedy, the first line, at most 48 tokens, no examples given. Thousands separators, the Indian ones too, and a fraction of zeros are read away; a hyphen behind a digit is no minus; digits of any script count. An answer without a number is wrong.",
  source: "Shi et al. 2022, MGSM (arXiv 2210.03057): exact match",
  chance: "about 0",
  verdict: true,
  needs: ({ languages, problems }) => ({
    dialogues: languages.flatMap((language) => (problems[language] ?? []).map(dialogueOf)),
  }),
  facets: ({ languages, problems }, materials) =>
    languages.map((language) => {
      const asked = problems[language] ?? [];
      const answers = asked.map((problem) => materials.replies(dialogueOf(problem))[0] ?? "");
      return {
        language,
        facet: "",
        set: `problems ${language}`,
        items: asked.map(({ question, answer }) => `${question} [${answer}]`),
        answers,
        parts: asked.map(({ answer }, i) => [Number(lastNumber(answers[i]!) === answer), 1] as const),
        ...(asked.length === 0 && { note: "There are no problems in this language." }),
      };
    }),
};

/**
 * A minus that is no hyphen behind a digit; thousands in groups of three behind one kind of separator, or as in India
 * (1,00,000); a fraction. Groups do not begin with a zero: 0.125 is a fraction.
 */
const number =
  /(?<sign>(?<!\d)[-−])?(?<whole>[1-9]\d{0,2}(?<mark>[.,'’\u202f\u00a0])\d{3}(?:\k<mark>\d{3})*(?!\d)|[1-9]\d?(?:,\d{2})+,\d{3}(?!\d)|\d+)(?:[.,](?<fraction>\d+))?/gu;

/** The last number of a text; null where there is none. A comma or point before three digits separates thousands. */
export function lastNumber(text: string): number | null {
  const found = [...inAsciiDigits(text).matchAll(number)].at(-1);
  return found === undefined ? null : valueOf(found);
}

/** The numbers that a text can mean which is a number and nothing else: `1.500` is 1500, as it is judged, or 1.5. */
export function numbersMeant(text: string): readonly number[] {
  const plain = inAsciiDigits(text);
  const [found] = plain.matchAll(number);
  if (found?.[0] !== plain) return [];
  const fraction = /^[-−]?\d+\.\d{3}$/u.test(plain) ? Number(plain.replace("−", "-")) : null;
  return [...new Set([valueOf(found), fraction ?? valueOf(found)])];
}

function valueOf({ groups }: RegExpExecArray): number {
  const { sign, whole = "", fraction = "0" } = groups ?? {};
  return Number(`${sign === undefined ? "" : "-"}${whole.replaceAll(/\D/gu, "")}.${fraction}`);
}

function inAsciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit)));
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
