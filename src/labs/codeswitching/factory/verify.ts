import { KeptTexts } from "../../../codeswitch/factory/near";
import { compilePattern } from "../../../codeswitch/factory/pattern";
import { identifiedShare } from "../../../codeswitch/word-language/agreement";
import { canTellApart } from "../../../codeswitch/word-language/tag";
import type { Document } from "../../../experiments/documents/codeswitching";
import { LabError, unwrap } from "../../../result";
import { languageOf } from "../../../ui/languages";
import type { CorpusSentence } from "../result";
import { loadWordLanguages } from "../word-languages";

export interface Verifier {
  /** Which of some sentences is refused first, and why, in words; undefined where all pass every check. */
  refusalOf(sentences: readonly CorpusSentence[]): { readonly text: string; readonly reason: string } | undefined;
  /** From now on what resembles these is a near-duplicate. */
  keep(sentences: readonly CorpusSentence[]): void;
  /** Share of distinct word trigrams among those of the sentences that were kept; NaN of none. */
  diversity(): number;
}

type Check = (sentence: CorpusSentence) => string | undefined;

/**
 * The checks that a document asks for beside its request, in order: patterns, languages of words, near-duplicates. Throws `input-invalid`
 * for what is no pattern and for languages that cannot be told apart, and what fetching the table of languages throws.
 */
export async function verifierOf({ languages, factory }: Pick<Document, "languages" | "factory">): Promise<Verifier> {
  const kept = new KeptTexts();
  const checks: Check[] = factory.rules.map(ruleCheck);
  if (factory.identified > 0) checks.push(await languageCheck(languages, factory.identified));
  if (factory.near < 100) {
    checks.push((sentence) =>
      100 * kept.nearest(textsOf(sentence)) < factory.near
        ? undefined
        : `Near-duplicate: it has ${factory.near} % or more of its word trigrams in common with a sentence that was kept.`,
    );
  }
  return {
    refusalOf(sentences) {
      for (const sentence of sentences) {
        for (const check of checks) {
          const reason = check(sentence);
          if (reason !== undefined) return { text: sentence.text, reason };
        }
      }
      return undefined;
    },
    keep(sentences) {
      for (const sentence of sentences) kept.keep(textsOf(sentence));
    },
    diversity: () => kept.diversity(),
  };
}

function ruleCheck({ pattern, wanted }: Document["factory"]["rules"][number]): Check {
  const occurs = unwrap(compilePattern(pattern));
  const refusal = wanted ? `It does not match ${pattern}` : `It matches ${pattern}`;
  return ({ text }) => (occurs(text) === wanted ? undefined : refusal);
}

async function languageCheck(languages: Document["languages"], least: number): Promise<Check> {
  if (!canTellApart(...languages)) throw new LabError(cannotTell(languages));
  const model = await loadWordLanguages();
  return ({ words }) =>
    100 * identifiedShare(words, languages, model) >= least
      ? undefined
      : `Told apart by a program, fewer than ${least} % of its words are in the language that they were written in.`;
}

function textsOf({ words }: CorpusSentence): readonly string[] {
  return words.map(({ text }) => text);
}

function cannotTell([first, second]: Document["languages"]) {
  return {
    code: "input-invalid",
    what: `Words of ${languageOf(first).name} and ${languageOf(second).name} cannot be told apart by the program, so it cannot verify them.`,
    remedy: "Set the share of words whose language is verified to 0, or choose other languages.",
    facts: { first, second },
  } as const;
}
