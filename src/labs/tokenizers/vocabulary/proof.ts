import type { Engine, Model } from "../../../engine/engine";
import type { Proof } from "./result";

/**
 * Runs the base and its trimmed version on the same sentences and compares the logits of every kept token at every place. Sentences that
 * are cut in other places, because a token of theirs is gone, are left out and counted.
 */
export async function proofOf(
  engine: Engine,
  base: Model,
  trimmed: Model,
  kept: readonly number[],
  sentences: readonly string[],
  signal: AbortSignal,
): Promise<Proof> {
  let [tokens, logits, largest, apart] = [0, 0, 0, 0];
  for (const sentence of sentences) {
    const [old, made] = await Promise.all([base, trimmed].map(async (model) => idsOf(engine, model, sentence)));
    if (old!.length !== made!.length || made!.some((id, at) => kept[id] !== old![at])) {
      apart += 1;
      continue;
    }
    const before = (await engine.logits(base, old!, { signal })).logits;
    const after = (await engine.logits(trimmed, made!, { signal })).logits;
    const [wide, narrow] = [before.dims.at(-1)!, after.dims.at(-1)!];
    for (let place = 0; place < old!.length; place++) {
      for (const [id, row] of kept.entries()) {
        const difference = Math.abs(before.data[place * wide + row]! - after.data[place * narrow + id]!);
        if (!(difference <= largest)) largest = difference;
      }
    }
    tokens += old!.length;
    logits += old!.length * kept.length;
  }
  return { sentences: sentences.length - apart, tokens, logits, largest, apart };
}

async function idsOf(engine: Engine, model: Model, text: string): Promise<readonly number[]> {
  return (await engine.tokenize(model, text)).map(({ id }) => id);
}
