import { languageOf } from "../../ui/languages";
import { showFixed } from "../../ui/Table";
import type { Condition, SteeringResult } from "./result";
import { residualShare } from "../../steering/strength";

/** The finding in words: how many continuations are in the target language, steered and not. */
export function Headline({ result }: { readonly result: SteeringResult }) {
  const language = languageOf(result.target).name;
  const scale = result.layers[result.layer]!;
  const share = Math.round(residualShare(scale, result.strength) * 100);
  return (
    <p className="steering-headline">
      {countOf(result, "steered")} continuations are {language} when {showFixed(result.strength, 2)} class distances are
      added after layer {result.layer} of {result.model.layers}; {countOf(result, "unsteered")} without it,{" "}
      {countOf(result, "random")} under a random push of the same length ({share} % of the residual stream).
    </p>
  );
}

function countOf({ comparisons, target }: SteeringResult, condition: Condition): string {
  const rows = comparisons.flatMap(({ rows }) => rows.filter((row) => row.condition === condition));
  const hits = rows.filter(({ continuation }) => continuation.language === target).length;
  return `${hits} of ${rows.length}`;
}
