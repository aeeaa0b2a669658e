import { catalogueOf } from "../catalogue";
import type { Encoder } from "../encoder";

/** Ids of the tokens of the scripts named; added tokens, which spell nothing, are not among them (Alabi et al. 2022, arXiv 2204.06487). */
export function idsOfScripts(encoder: Encoder, scripts: readonly string[]): readonly number[] {
  return catalogueOf(encoder)
    .filter(({ script }) => scripts.includes(script))
    .map(({ id }) => id);
}

/** How many rows a vocabulary has of each script, and how many of these a trimmed one keeps. The counts add up to its rows. */
export interface ScriptRows {
  readonly script: string;
  readonly rows: number;
  readonly kept: number;
}

/** Counts by script, most rows first; rows that spell nothing are special tokens. */
export function rowsByScript(encoder: Encoder, kept: readonly number[]): readonly ScriptRows[] {
  const scriptOf = new Map(catalogueOf(encoder).map(({ id, script }) => [id, script]));
  const keeps = new Set(kept);
  const counts = new Map<string, { script: string; rows: number; kept: number }>();
  for (let id = 0; id < encoder.vocabularySize; id++) {
    const script = scriptOf.get(id) ?? "special tokens";
    const count = counts.get(script) ?? { script, rows: 0, kept: 0 };
    count.rows += 1;
    if (keeps.has(id)) count.kept += 1;
    counts.set(script, count);
  }
  return [...counts.values()].toSorted((a, b) => b.rows - a.rows);
}
