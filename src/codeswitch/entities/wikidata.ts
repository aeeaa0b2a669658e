import type { Result } from "../../result";
import { fail, ok } from "../../result";
import type { LanguageCode } from "../language";
import type { EntityLabels } from "./entity";

/** The part of the platform's fetch that is used. */
export type Fetch = (
  url: string,
) => Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>;

/**
 * The labels of the entity that an article of a language's Wikipedia is about, from Wikidata's public interface. Sends the
 * title: call it only when the user asks. Fails with `network-dropped`, `rate-limited` or `not-found`.
 */
export async function lookUpWikidata(
  title: string,
  language: LanguageCode,
  languages: readonly LanguageCode[],
  fetch: Fetch,
): Promise<Result<EntityLabels>> {
  const query = new URLSearchParams({
    action: "wbgetentities",
    sites: `${language}wiki`,
    titles: title,
    props: "labels",
    languages: languages.join("|"),
    format: "json",
    origin: "*",
  });
  let answer: unknown;
  try {
    const response = await fetch(`https://www.wikidata.org/w/api.php?${query}`);
    if (response.status === 429) {
      return fail({
        code: "rate-limited",
        what: "Wikidata asks for fewer requests.",
        remedy: "Wait a minute and look the entity up again.",
      });
    }
    if (!response.ok) return fail(dropped(`it answered with status ${response.status}`));
    answer = await response.json();
  } catch (error) {
    return fail(dropped(error instanceof Error ? error.message : String(error)));
  }
  const labels = labelsOf(answer);
  if (Object.keys(labels).length > 0) return ok(labels);
  return fail({
    code: "not-found",
    what: `Wikidata has no label in ${languages.join(", ")} for an article “${title}” of the ${language} Wikipedia.`,
    remedy: "Write the title as the article has it, with its capitals, or mark it as [[Title|text]].",
    facts: { title },
  });
}

/** `{ entities: { Q142: { labels: { fr: { value } } } } }`; anything else has no labels. */
function labelsOf(answer: unknown): EntityLabels {
  const [entity] = Object.values(field(answer, "entities"));
  const labels: Record<LanguageCode, string> = {};
  for (const [language, label] of Object.entries(field(entity, "labels"))) {
    const { value } = field({ label }, "label");
    if (typeof value === "string") labels[language] = value;
  }
  return labels;
}

function field(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const inner = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
}

function dropped(why: string) {
  return {
    code: "network-dropped",
    what: `Wikidata could not be reached: ${why}.`,
    remedy: "Check the connection and try again, or use the entities that the lab knows.",
  } as const;
}
