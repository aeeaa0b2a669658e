import { ok, type Result } from "../result";
import type { HeadBag } from "./bag";
import { gradedDifficulty } from "./difficulty";
import { entropyBand } from "./entropy-band";
import { compileFilter, type Filter, type Spellings } from "./filters";
import type { LearnedGate } from "./learned-gate";
import type { Materials } from "./mixer";

/** What a mixer may need beside logits, as data: it goes into links and to the worker. */
export interface MaterialSpec {
  readonly filter?: Filter;
  /** Words with their level, 1 the easiest, and the level wanted. */
  readonly graded?: { readonly words: readonly (readonly [string, number])[]; readonly level: number };
  /** [texts][steps], nats of the first model on human texts. */
  readonly entropies?: readonly (readonly number[])[];
  /** Of the model itself, and the tokens that are wanted. */
  readonly head?: HeadBag;
  /** Of the first model’s logits. */
  readonly gate?: LearnedGate;
}

/** The materials for one vocabulary. Fails with what `compileFilter` finds. */
export function materialsOf(
  { filter, graded, entropies, head, gate }: MaterialSpec,
  spellings: Spellings,
): Result<Materials> {
  const compiled = filter && compileFilter(filter, spellings);
  if (compiled && !compiled.ok) return compiled;
  const textOf = (ids: readonly number[]) =>
    new TextDecoder().decode(Uint8Array.from(ids.flatMap((id) => Array.from(spellings.bytesOf(id)))));
  return ok({
    ...(compiled && { filter: compiled.value }),
    ...(graded && { difficulty: gradedDifficulty(new Map(graded.words), graded.level, textOf) }),
    ...(entropies && { band: entropyBand(entropies) }),
    ...(head && { head }),
    ...(gate && { gate }),
  });
}
