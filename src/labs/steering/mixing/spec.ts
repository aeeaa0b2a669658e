import type { MixSpec } from "../../../engine/mix";
import type { Document } from "../../../experiments/documents/steering";
import type { Mixing } from "../../../experiments/documents/steering-mixing";
import type { Filter } from "../../../mixing/filters";
import type { MaterialSpec } from "../../../mixing/materials";
import type { Mixer } from "../../../mixing/mixer";

/** Models as many as the mixer takes: those there are, the last one repeated where some are missing. */
export function fitted(models: Mixing["models"], { models: { min, max, by = 1 } }: Mixer): Mixing["models"] {
  const wanted = Math.max(min, Math.min(max, models.length));
  const count = wanted - ((wanted - min) % by);
  return Array.from({ length: count }, (_, i) => ({ ...(models[i] ?? models.at(-1)!), values: {} }));
}

/** The role of the model at this place; the last one repeats. */
export function roleOf({ roles }: Mixer, model: number): Mixer["roles"][number] {
  return roles[Math.min(model, roles.length - 1)]!;
}

/** The filter that the fields describe. */
export function filterOf({ kind, text, keep }: Mixing["filter"]): Filter {
  const words = text.split(/[\s,]+/u).filter((word) => word !== "");
  switch (kind) {
    case "script":
      return { kind, scripts: words, keep };
    case "letters":
      return { kind, banned: words.join("") };
    case "words":
      return { kind, allowed: words };
    case "pattern":
      return { kind, pattern: text };
  }
}

/** Words by how many of the sentences they are in: 1 in three and more, 2 in two, 3 in one. */
export function gradedWords(sentences: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of new Set(sentence.toLowerCase().match(/[\p{L}\p{M}]+/gu))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].map(([word, count]) => [word, count >= 3 ? 1 : count === 2 ? 2 : 3] as const);
}

/** Whether the n-grams of a text stand in for the second model. */
export function remembers({ mixer, remembered }: Mixing): boolean {
  return mixer === "logit-difference" && remembered.trim() !== "";
}

/** One prompt's request to the engine. */
export function specOf(document: Document, prompt: string, materials: MaterialSpec): MixSpec {
  const { mixing, maxNewTokens, temperature, seed } = document;
  return {
    mixer: mixing.mixer,
    unit: mixing.unit,
    prompt,
    before: mixing.models.map(({ before }) => before),
    parameters: { shared: mixing.values, models: mixing.models.map(({ values }) => values) },
    materials,
    ...(remembers(mixing) && { remembered: mixing.remembered }),
    sampling: { maxNewTokens, temperature, seed },
  };
}
