import { showFixed } from "../../ui/show-fixed";
import { Terms } from "../../ui/Terms";
import type { HeldOut, SearchResult } from "./result";
import { goalTitles } from "./titles";

/** The finding in words: what the best merge is worth on items that did not choose it, beside the best of the others. */
export function SearchHeadline({ search: { goal, heldOut, kind } }: { readonly search: SearchResult }) {
  const { unit, digits } = goalTitles[goal];
  const show = (number: number) => showFixed(number, digits);
  const merge = heldOut.find(({ role }) => role === "merge");
  const [best, ...worse] = heldOut
    .filter(({ bestLess }) => bestLess !== undefined)
    .toSorted((x, y) => (goal === "bits-per-byte" ? x.value - y.value : y.value - x.value));
  if (!merge || !best?.bestLess) return null;
  const { value, low, high } = best.bestLess;
  const than = value < 0 === (goal === "bits-per-byte") ? "better" : "worse";
  return (
    <Terms>
      <p className="merging-headline">
        On items that did not choose it, {kind === "experts" ? "the routed pair" : "the best merge"} has{" "}
        {show(merge.value)} {unit}
        {worse.length > 0 ? ", and the best of the others, " : ", and "}
        {named(best)}, {show(best.value)}. The difference of {show(value)} ({show(low)} to {show(high)}){" "}
        {low > 0 || high < 0 ? `is clear: the merge is ${than}.` : "cannot be told from zero."}
      </p>
    </Terms>
  );
}

function named({ role, name }: HeldOut): string {
  return name ?? (role === "average" ? "the average" : role.toUpperCase());
}
