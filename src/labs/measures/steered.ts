import type { Engine, Model } from "../../engine/engine";
import type { Document, Variant } from "../../experiments/documents/measures";
import { LabError, unwrap } from "../../result";
import { randomDirection } from "../../steering/directions/random";
import { directionMethods } from "../../steering/directions/registry";
import type { Intervention } from "../../steering/intervention";
import { steer } from "../../steering/interventions";
import { analyseLayers, layerRandom } from "../../steering/layers";
import { proposeLayer, splitTexts } from "../../steering/separation";

const heldOutShare = 0.25;
const fewestSentences = 8;

/**
 * The intervention of a steered variant. Its direction is made from embedded parallel sentences that the card neither
 * measures nor begins; the control takes a random direction of the same length at the same layer.
 */
export async function steeringOf(
  variant: Extract<Variant, { readonly kind: "steering" }>,
  {
    engine,
    model,
    document,
    control,
    signal,
  }: { engine: Engine; model: Model; document: Document; control: boolean; signal: AbortSignal },
): Promise<Intervention> {
  const { parallelSentences } = await import("../../data/parallel");
  const all: Readonly<Record<string, readonly string[]>> = parallelSentences;
  const measured = document.parallel.trim() === "" ? document.sentences : 0;
  const [source, target] = [variant.source, variant.target].map((language) => all[language]?.slice(measured));
  if (!source || !target || variant.source === variant.target) {
    throw new LabError({
      code: "input-invalid",
      what: `There is no direction from “${variant.source}” to “${variant.target}”.`,
      remedy: `Choose two of ${Object.keys(all).join(", ")}.`,
      facts: { source: variant.source, target: variant.target },
    });
  }
  if (source.length < fewestSentences) {
    throw new LabError({
      code: "input-invalid",
      what: `${source.length} of the ${all["en"]!.length} embedded sentences are left to make a direction from.`,
      remedy: `Measure at most ${all["en"]!.length - fewestSentences} sentences a language, so that the others make the direction.`,
      facts: { left: source.length },
    });
  }
  const { position, method, span } = variant;
  const activations = await engine.captureResidual(model, [...source, ...target], { position, signal });
  const split = splitTexts(source.length, heldOutShare, document.seed);
  const analyses = unwrap(
    analyseLayers(
      activations.slice(source.length),
      activations.slice(0, source.length),
      { positive: split, negative: split },
      directionMethods[method],
      document.seed,
    ),
  );
  const layer = variant.layer ?? proposeLayer(analyses.map(({ separation }) => separation));
  const analysis = analyses[layer];
  if (!analysis) {
    throw new LabError({
      code: "intervention-invalid",
      what: `Layer ${layer} does not exist: this model has layers 0 to ${analyses.length - 1}.`,
      remedy: "Choose one of them, or let held-out separation choose.",
      facts: { layer, layers: analyses.length },
    });
  }
  const direction = control
    ? randomDirection(analysis.direction.length, layerRandom(document.seed + 1, layer))
    : analysis.direction;
  return unwrap(steer({ ...analysis, direction }, variant.strength, span));
}
