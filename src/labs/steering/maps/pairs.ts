import { loadStories } from "../../../data/stories";
import type { Document } from "../../../experiments/documents/steering";
import { fail, ok, type Result } from "../../../result";

/** Sentences and their translations: entry i of both says the same. */
export interface TextPairs {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** The pairs that the document names; a problem where a language is missing, or both are one. */
export async function textPairs({ source, target, maps }: Document): Promise<Result<TextPairs>> {
  const from: Readonly<Record<string, readonly string[]>> =
    maps.pairs === "parallel" ? (await import("../../../data/parallel")).parallelSentences : await storySentences();
  const missing = [source, target].find((language) => from[language] === undefined);
  if (missing !== undefined || source === target) {
    return fail({
      code: "input-invalid",
      what:
        missing === undefined
          ? "Source and target are the same language, so there is nothing to map."
          : `There are no sentences in “${missing}” here.`,
      remedy: `Choose two among ${Object.keys(from).join(", ")}.`,
      facts: { source, target },
    });
  }
  return ok({ source: from[source]!.slice(0, maps.count), target: from[target]!.slice(0, maps.count) });
}

/** Sentences of the stories, story by story, each English sentence once. */
async function storySentences(): Promise<Readonly<Record<string, readonly string[]>>> {
  const told = (await loadStories()).flatMap(({ texts }) =>
    texts.en.map((_, at) =>
      Object.entries(texts).map(([language, sentences]) => [language, sentences[at]!.text] as const),
    ),
  );
  const sentences: Record<string, string[]> = {};
  const seen = new Set<string>();
  for (const translations of told) {
    const english = translations.find(([language]) => language === "en")![1];
    if (seen.has(english)) continue;
    seen.add(english);
    for (const [language, text] of translations) (sentences[language] ??= []).push(text);
  }
  return sentences;
}
