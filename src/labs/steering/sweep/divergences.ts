import type { Engine, Model } from "../../../engine/engine";
import { divergence } from "../../../measures/divergence";
import { measureOne } from "../../../measures/measure";
import type { Intervention } from "../../../steering/intervention";
import { readTokens } from "../../read-tokens";
import type { Piece } from "../result";

/**
 * KL(steered || unsteered) in nats before each piece of a text that was written steered, both behind the same prefix: how
 * hard the push works there. Tokens that share a character are added. Of interventions that are there throughout.
 */
export async function divergencesOf(
  { engine, model, signal }: { readonly engine: Engine; readonly model: Model; readonly signal: AbortSignal },
  prompt: string,
  pieces: readonly Piece[],
  interventions: readonly Intervention[],
): Promise<readonly number[]> {
  const before = (await readTokens(engine, model, prompt)).map(({ id }) => id);
  const ids = [...before, ...pieces.flatMap((piece) => piece.ids)];
  const steered = await engine.logits(model, ids, { interventions, signal });
  const plain = await engine.logits(model, ids, { signal });
  const width = plain.logits.dims[1]!;
  let position = before.length - 1;
  return pieces.map((piece) =>
    piece.ids.reduce((sum) => {
      const [start, end] = [position * width, (position + 1) * width];
      position++;
      const pair = { of: steered.logits.data.subarray(start, end), from: plain.logits.data.subarray(start, end) };
      return sum + measureOne(divergence, pair);
    }, 0),
  );
}
