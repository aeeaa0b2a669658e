import { residualShare } from "../../steering/strength";
import { languageOf } from "../../ui/languages";
import type { Condition, SteeringResult } from "./result";
import { traitEnds } from "./traits";
import { classDistances } from "./wording";

/** The finding in words: how many continuations are in the target language, steered and not. */
export function Headline({ result }: { readonly result: SteeringResult }) {
  const share = Math.round(residualShare(result.layers[result.layer]!, result.strength) * 100);
  if (result.comparisons.length === 0) return null;
  const where =
    result.spread === "all"
      ? `at every layer of ${result.model.layers}`
      : `after layer ${result.layer}${result.spread === "onwards" ? " and all later ones" : ""} of ${result.model.layers}`;
  const pushed =
    result.operation === "ablate"
      ? `With the direction removed ${where}`
      : `With ${classDistances(result.strength)} added ${where}`;
  if (result.trait !== undefined) {
    const [from, to] = traitEnds[result.trait];
    return (
      <p className="steering-headline">
        {pushed}, from {from} to {to}, {changed(result, "steered")} of the tokens change; with a random push of the same
        length {changed(result, "random")}.
      </p>
    );
  }
  return (
    <p className="steering-headline">
      {pushed}, {countOf(result, "steered")} continuations are {languageOf(result.target).name}; without it{" "}
      {countOf(result, "unsteered")}; with a random push of the same length, {`${share}\u00a0%`} of the residual stream,{" "}
      {countOf(result, "random")}.
    </p>
  );
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
