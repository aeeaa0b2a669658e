import type { Document } from "../../../experiments/documents/tokenizers";
import { entropyOfFlip, markovSource, type UnigramCost, unigramCosts } from "../../../tokenization/markov";
import type { RunTools } from "../../lab";
import { emptyResult, type TokenizersResult } from "../result";
import { turn } from "../../../turns";

const symbols = 60_000;
const rows = 256;
/** Merges between two looks at Stop. */
const atOnce = 16;

/** Merges what a Markov source wrote, and tells what each size of vocabulary costs a model that knows only frequencies. */
export async function* whyTokenize(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<TokenizersResult, void> {
  const { order, flip, seed } = document.markov;
  const costs: UnigramCost[] = [];
  for (const cost of unigramCosts(markovSource(order, flip, symbols, seed), rows)) {
    costs.push({ ...cost, bits: Number(cost.bits.toPrecision(6)) });
    if (cost.rows % atOnce !== 0 && cost.rows < rows) continue;
    onProgress({ done: cost.rows, total: rows, note: "merging" });
    await turn();
    signal.throwIfAborted();
  }
  yield { ...emptyResult(document), markov: { order, flip, symbols, floor: entropyOfFlip(flip), costs } };
}
