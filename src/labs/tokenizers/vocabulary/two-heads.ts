import type { Engine, Model } from "../../../engine/engine";
import { dot } from "../../../vectors";
import { headRows } from "../../head-rows";
import { beginningsOf } from "./beginnings";
import type { WrittenLanguage } from "./held-out";
import type { HeadToken, TwoHeads } from "./result";

const hook = "ln_final.hook_normalized";
const most = 10;

/**
 * One body under two heads, as in Hydra models (Remy et al. 2024, Trans-Tokenization, arXiv 2408.04303): the base reads the beginning of a
 * held-out sentence in its own tokens, and the rows of the old and of the new vocabulary are both laid on its last hidden state. The
 * head's bias, which few models have, is left out.
 */
export async function twoHeadsOf(
  engine: Engine,
  before: Model,
  after: Model,
  languages: readonly WrittenLanguage[],
  signal: AbortSignal,
): Promise<readonly TwoHeads[]> {
  const [old, made] = [await headRows(engine, before), await headRows(engine, after)];
  const found: TwoHeads[] = [];
  for (const { language, prompt } of beginningsOf(languages)) {
    const { [hook]: states } = await engine.capture(before, prompt, [hook], { signal });
    const width = states!.dims.at(-1)!;
    const state = states!.data.subarray(-width);
    found.push({ language, prompt, before: await topOf(before, old, state), after: await topOf(after, made, state) });
  }
  return found;

  async function topOf(model: Model, head: Float32Array, state: Float32Array): Promise<readonly HeadToken[]> {
    const width = state.length;
    const logits = Float32Array.from({ length: head.length / width }, (_, row) =>
      dot(head.subarray(row * width, (row + 1) * width), state),
    );
    const tokens: HeadToken[] = [];
    const ids = [...logits.keys()].sort((one, other) => logits[other]! - logits[one]!);
    for (const id of ids.slice(0, most)) {
      tokens.push({ text: await engine.detokenize(model, [id]), logit: Number(logits[id]!.toPrecision(6)) });
    }
    return tokens;
  }
}
