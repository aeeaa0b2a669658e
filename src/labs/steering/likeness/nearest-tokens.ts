import type { LayerAnalysis } from "../../../steering/layers";
import type { NearestTokens } from "../result";
import type { Setting } from "../writing";

const tokensShown = 6;
/** Times the length of the stream: beside such a vector nothing else is left of it. */
const overwhelming = 1e6;

/**
 * The tokens that the last norm and the head read in each layer's direction, nearest and farthest first. The direction is added
 * behind the last block, so long that it is all that the norm sees; of both signs, so that a bias of the head cancels out.
 */
export async function nearestTokens(
  { tools: { engine, signal, onProgress }, model }: Setting,
  analyses: readonly LayerAnalysis[],
): Promise<readonly NearestTokens[]> {
  const last = model.geometry.layers - 1;
  const length = overwhelming * Math.max(1, analyses.at(-1)!.scale.residualNorm);
  const [first] = await engine.tokenize(model, "a");
  async function logitsAlong(vector: Float32Array, strength: number): Promise<Float32Array> {
    const push = { kind: "add" as const, layer: last, vector, strength };
    return (await engine.logits(model, [first!.id], { interventions: [push], signal })).logits.data;
  }
  const found: NearestTokens[] = [];
  for (const [done, { direction }] of analyses.entries()) {
    onProgress({ done, total: analyses.length, note: "reading directions at the head" });
    const [towards, away] = [await logitsAlong(direction, length), await logitsAlong(direction, -length)];
    const ranked = Array.from(towards, (logit, id) => ({ id, score: logit - away[id]! })).toSorted(
      (a, b) => b.score - a.score,
    );
    const spelled = (tokens: typeof ranked) => Promise.all(tokens.map(({ id }) => engine.detokenize(model, [id])));
    found.push({
      towards: await spelled(ranked.slice(0, tokensShown)),
      away: await spelled(ranked.slice(-tokensShown).toReversed()),
    });
  }
  return found;
}
