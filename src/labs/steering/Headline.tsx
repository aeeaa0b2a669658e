import { residualShare } from "../../steering/strength";
import { languageOf } from "../../ui/languages";
import type { Condition, SteeringResult } from "./result";
import { contrastOf } from "./traits";
import { operationWords } from "./applying/operation-words";
import { classDistances, shown } from "./wording";

/** "1 class distance added"; "the direction capped at 0.5 of the way". */
function doneWith({ operation = "add", strength, joined }: SteeringResult): string {
  if (joined) return `${joined.directions.length} directions`;
  if (operation === "add") return `${classDistances(strength)} added`;
  const { done, unit } = operationWords[operation];
  if (operation === "ablate") return `the direction ${done}`;
  return `the direction ${done}${operation === "cap" ? " at" : ""}${operation === "project" ? "," : ""} ${shown(strength)} ${unit}`;
}

/** The finding in words: how many continuations are in the target language, steered and not. */
export function Headline({ result }: { readonly result: SteeringResult }) {
  if (result.comparisons.length === 0) return null;
  const where =
    result.spread === "all"
      ? `at every layer of ${result.model.layers}`
      : `after layer ${result.layer}${result.spread === "onwards" ? " and all later ones" : ""} of ${result.model.layers}`;
  const pushed = `With ${doneWith(result)} ${where}`;
  const contrast = contrastOf(result);
  if (contrast) {
    const [from, to] = contrast;
    return (
      <p className="steering-headline">
        {pushed}, from {from} to {to}, {changed(result, "steered")} of the tokens change; with {controlOf(result)}{" "}
        {changed(result, "random")}.
      </p>
    );
  }
  return (
    <p className="steering-headline">
      {pushed}, {countOf(result, "steered")} continuations are {languageOf(result.target).name}; without it{" "}
      {countOf(result, "unsteered")}; with {controlOf(result)} {countOf(result, "random")}.
    </p>
  );
}

/** What is set beside it. */
function controlOf({ operation = "add", joined, layers, layer, strength }: SteeringResult): string {
  const at = layers[layer]!;
  const added = joined && Math.hypot(...joined.added) / at.residualNorm;
  const share = added ?? (operation === "add" ? residualShare(at, strength) : 0);
  if (share === 0 && operation !== "add") return "the same done along a random direction,";
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
