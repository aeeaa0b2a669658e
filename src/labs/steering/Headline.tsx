import { residualShare } from "../../steering/strength";
import { languageOf } from "../../ui/languages";
import type { Condition, SteeringResult } from "./result";
import { contrastOf } from "./traits";
import { pushTold } from "./push-told";
import { steeredLayers } from "./steerable-layers";
import { Terms } from "../../ui/Terms";

/** The finding in words: how many continuations are in the target language, steered and not. */
export function Headline({ result }: { readonly result: SteeringResult }) {
  if (result.comparisons.length === 0) return null;
  const pushed = `With ${pushTold(result)}`;
  const contrast = contrastOf(result);
  if (contrast) {
    const [from, to] = contrast;
    return (
      <Terms>
        <p className="steering-headline">
          {pushed}, from {from} to {to}, {changed(result, "steered")} of the tokens change; with {controlOf(result)}{" "}
          {changed(result, "random")}.
        </p>
      </Terms>
    );
  }
  return (
    <Terms>
      <p className="steering-headline">
        {pushed}, {countOf(result, "steered")} continuations are {languageOf(result.target).name}; without it{" "}
        {countOf(result, "unsteered")}; with {controlOf(result)} {countOf(result, "random")}.
      </p>
    </Terms>
  );
}

/** What is set beside it; how much of the stream it is differs from layer to layer. */
function controlOf(result: SteeringResult): string {
  const { operation = "add", joined, layers, layer, strength } = result;
  const at = layers[layer]!;
  const added = joined && Math.hypot(...joined.added) / at.residualNorm;
  const share = added ?? (operation === "add" ? residualShare(at, strength) : 0);
  if (share === 0 && operation !== "add") return "the same done along a random direction,";
  if (steeredLayers(result).length > 1) return "a random push of the same length";
  return `a random push of the same length, ${Math.round(share * 100)}\u00a0% of the residual stream,`;
}

function changed({ summaries }: SteeringResult, condition: Condition): string {
  const share = summaries.find((summary) => summary.condition === condition)?.changed;
  return share ? `${Math.round(share.value * 100)}\u00a0%` : "–";
}

function countOf({ comparisons, target }: SteeringResult, condition: Condition): string {
  const rows = comparisons.flatMap(({ rows }) => rows.filter((row) => row.condition === condition));
  const hits = rows.filter(({ continuation }) => continuation.language === target).length;
  return `${hits} of ${rows.length}`;
}
