import type { Document } from "../../experiments/documents/merging";
import { fail, ok, type Result } from "../../result";

export interface LanguageSentences {
  readonly language: string;
  readonly texts: readonly string[];
}

/** The held-out sentences that the document asks for, by language; up to `times` as many. */
export async function sentencesOf(
  { languages, sentences }: Document,
  times = 1,
): Promise<Result<readonly LanguageSentences[]>> {
  const { parallelSentences } = await import("../../data/parallel");
  const known: Readonly<Record<string, readonly string[]>> = parallelSentences;
  const missing = languages.find((language) => !Object.hasOwn(known, language));
  if (missing !== undefined) {
    return fail({
      code: "input-invalid",
      what: `There are no held-out sentences in “${missing}”.`,
      remedy: `Choose among ${Object.keys(known).join(", ")}.`,
      facts: { language: missing },
    });
  }
  return ok(languages.map((language) => ({ language, texts: known[language]!.slice(0, times * sentences) })));
}
