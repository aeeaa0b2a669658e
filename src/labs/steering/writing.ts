import type { Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/steering";
import type { Intervention } from "../../steering/intervention";
import type { RunTools } from "../lab";
import { readContinuation, type Row, withScore } from "./continuation";
import type { Continuation } from "./result";

/** What the parts of a run share. */
export interface Setting {
  readonly document: Document;
  readonly tools: RunTools;
  readonly model: Model;
  /** Languages that a text may be identified as. */
  readonly candidates: readonly string[];
}

/** The languages that every embedded checkpoint knows; source and target are added. */
const embeddedLanguages = ["en", "de", "es", "hi", "tr"];

export function candidatesOf({ source, target }: Document): readonly string[] {
  return [...new Set([...embeddedLanguages, source, target])];
}

/** One batch, a row a variant; tokens are added to `rows` as they come. */
export async function continueRows(
  { tools, model, document }: Setting,
  prompt: string,
  variants: readonly (readonly Intervention[])[],
  rows: Row[],
  notify: () => void,
  steerable: readonly number[] = [],
): Promise<void> {
  await tools.engine.generateBatch(model, prompt, variants, {
    maxNewTokens: document.maxNewTokens,
    temperature: document.temperature,
    seed: document.seed,
    steerable,
    signal: tools.signal,
    onToken: ({ row, id, text }) => {
      rows[row] = [...rows[row]!, { id, text }];
      notify();
    },
  });
}

/** The continuations with their bits under the unsteered model; empty ones stay unscored. */
export async function scored(
  { tools, model }: Setting,
  prompt: string,
  continuations: readonly Continuation[],
): Promise<readonly Continuation[]> {
  const written = continuations.filter(({ text }) => text !== "");
  const scores = await tools.engine.scoreAll(
    model,
    written.map(({ text }) => prompt + text),
    { signal: tools.signal },
  );
  return continuations.map((continuation) => {
    const score = scores[written.indexOf(continuation)];
    return score === undefined ? continuation : withScore(continuation, prompt, score);
  });
}

/**
 * Continues a prompt under each variant in one batch, reads and scores what was written; changes are against the first row.
 * `steerable`: layers that calls like this one push at.
 */
export async function written(
  setting: Setting,
  prompt: string,
  variants: readonly (readonly Intervention[])[],
  steerable: readonly number[] = [],
): Promise<readonly Continuation[]> {
  const rows: Row[] = variants.map(() => []);
  await continueRows(setting, prompt, variants, rows, () => {}, steerable);
  return await scored(
    setting,
    prompt,
    rows.map((row) => readContinuation(row, rows[0]!, setting.candidates)),
  );
}
