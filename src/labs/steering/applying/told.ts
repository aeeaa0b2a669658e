import type { Document } from "../../../experiments/documents/steering";
import { cosinesOf } from "../../../steering/algebra";
import { decide, type Decision } from "../../../steering/condition";
import type { LayerAnalysis } from "../../../steering/layers";
import { proposeLayer } from "../../../steering/separation";
import { dot } from "../../../vectors";
import { addedBy, type Joined, midpointOf, partsAt } from "../controls";
import type { JoinedDirections, SteeringResult } from "../result";
import { traitEnds } from "../traits";
import type { Setting } from "../writing";
import { nameOf } from "./names";

/** What a result says of the directions that join the first at the layer, and of the bounds. */
export function joinedTold(
  analysis: LayerAnalysis,
  document: Document,
  joined: Joined,
): Pick<SteeringResult, "joined" | "bounds"> {
  const { from, keepNorm, condition, orthogonal } = document.applying;
  const bound = from > 0 || keepNorm || condition !== null;
  return {
    ...(bound && { bounds: { from, keepNorm, condition } }),
    ...(joined.further.length > 0 && { joined: told(analysis, document, joined, orthogonal) }),
  };
}

function told(analysis: LayerAnalysis, document: Document, joined: Joined, orthogonal: boolean): JoinedDirections {
  const parts = partsAt(analysis, document, joined);
  const at = joined.further.map(({ analyses }) => analyses[analysis.layer]!);
  const names = [firstName(document), ...joined.further.map(({ name }) => name)];
  return {
    orthogonal,
    directions: parts.map(({ operation, strength, scale }, index) => ({
      name: names[index]!,
      operation,
      strength,
      classDistance: scale.classDistance,
    })),
    cosines: cosinesOf([analysis, ...at].map(({ direction }) => direction)),
    added: [...addedBy(parts, analysis.direction.length)],
  };
}

function firstName({ texts, trait, source, target }: Document): string {
  if (texts === "own") return "between your texts";
  if (texts === "stories") return traitEnds[trait].join(" to ");
  return nameOf({ between: "languages", source, target });
}

/** Whether a whole prompt meets the condition, at the layer that tells its two languages apart best. */
export async function decided(
  { tools: { engine, signal }, model }: Setting,
  prompt: string,
  condition: readonly LayerAnalysis[],
): Promise<Decision> {
  const layer = proposeLayer(condition.map(({ separation }) => separation));
  const [layers] = await engine.captureResidual(model, [prompt], { position: "mean", signal });
  return decide(layers![layer]!, condition[layer]!);
}

/** The share of a prompt's tokens at which the condition is met. */
export async function metBy(
  { tools: { engine, signal }, model }: Setting,
  prompt: string,
  condition: LayerAnalysis,
): Promise<number> {
  const [layers] = await engine.captureResidual(model, [prompt], { position: "all", signal });
  const values = layers![condition.layer]!;
  const width = condition.direction.length;
  const tokens = values.length / width;
  const above = midpointOf(condition);
  const met = Array.from({ length: tokens }, (_, n) =>
    dot(values.subarray(n * width, (n + 1) * width), condition.direction),
  );
  return met.filter((along) => along > above).length / tokens;
}
