import type { Target } from "../../codeswitch/generate/target";
import type { Side } from "../../codeswitch/sentence";
import type { Document } from "../../experiments/documents/codeswitching";
import { grouped } from "../../ui/show-fixed";
import type { CorpusResult, GeneratedSentence } from "./result";

type Measure = Document["measure"];

/** A count of any size: in full up to fifteen digits, else as a power of ten. */
export function showCount(digits: string): string {
  if (digits.length <= 15) return grouped(digits);
  return `about ${digits[0]}.${digits[1]} × 10^${digits.length - 1}`;
}

/** What can be asked of a sentence: its name in running text, its unit, and its greatest value. */
export const askable: Readonly<
  Record<Measure, { readonly name: string; readonly unit: string; readonly most: number; readonly help: string }>
> = {
  cmi: {
    name: "CMI",
    unit: "",
    most: 50,
    help: "Percent of words that are not in the sentence’s main language: 0 is one language only, 50 as many words of each of two.",
  },
  embedded: {
    name: "embedded words",
    unit: "%",
    most: 100,
    help: "Percent of words in the other language: 0 is the unmixed sentence of the main language, 100 that of the other.",
  },
  switching: {
    name: "switching rate",
    unit: "%",
    most: 100,
    help: "Percent of places between words where the language changes: 0 never, 100 after every word.",
  },
};

/** A request in percent as the generator takes it. */
export function targetOf(measure: Measure, percent: number): Target {
  return { measure, value: measure === "switching" ? percent / 100 : percent };
}

/** How many sentences were asked of a corpus: for each request, at every place of the grid. */
export function wantedOf({ targets }: Pick<Document, "targets">, { wanted, cells }: CorpusResult): number {
  return wanted * targets.length * (cells?.length ?? 1);
}

/** The measured value of what was asked for, in percent. */
export function measuredPercent(measure: Measure, { measures, words }: GeneratedSentence, matrix: Side): number {
  switch (measure) {
    case "cmi":
      return measures["cmi"] ?? 0;
    case "switching":
      return 100 * (measures["i-index"] ?? 0);
    case "embedded": {
      const spoken = words.filter(({ language }) => language !== null);
      return (100 * spoken.filter(({ side }) => side !== matrix).length) / Math.max(1, spoken.length);
    }
  }
}
