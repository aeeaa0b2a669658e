import { residualShare } from "../../steering/strength";
import { languageOf } from "../../ui/languages";
import type { Condition, SteeringResult } from "./result";
import { classDistances } from "./wording";

/** The finding in words: how many continuations are in the target language, steered and not. */
export function Headline({ result }: { readonly result: SteeringResult }) {
  const share = Math.round(residualShare(result.layers[result.layer]!, result.strength) * 100);
  if (result.comparisons.length === 0) return null;
  return (
    <p className="steering-headline">
      With {classDistances(result.strength)} added after layer {result.layer} of {result.model.layers},{" "}
      {countOf(result, "steered")} continuations are {languageOf(result.target).name}; without it{" "}
      {countOf(result, "unsteered")}; with a random push of the same length, {`${share}\u00a0%`} of the residual stream,{" "}
      {countOf(result, "random")}.
    </p>
  );
}

function countOf({ comparisons, target }: SteeringResult, condition: Condition): string {
  const rows = comparisons.flatMap(({ rows }) => rows.filter((row) => row.condition === condition));
  const hits = rows.filter(({ continuation }) => continuation.language === target).length;
  return `${hits} of ${rows.length}`;
}
