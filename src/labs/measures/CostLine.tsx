import type { Document } from "../../experiments/documents/measures";
import { ProblemNote } from "../../ui/ProblemNote";
import { useCost } from "./cost";

/** How many runs, how much is read and written, and about how long, before Run is pressed. */
export function CostLine({ document }: { readonly document: Document }) {
  const priced = useCost(document);
  if (priced && "problem" in priced) return <ProblemNote problem={priced.problem} />;
  const cost = priced?.cost;
  return (
    <p className="note measures-cost">
      {cost
        ? `${cost.variants} variants, controls included: ${cost.runs.toLocaleString("en")} runs, ${Math.ceil(cost.bytesRead / 1000)} kB read, at most ${cost.tokensWritten.toLocaleString("en")} tokens written. About ${about(cost.seconds)} for small checkpoints; what was measured before is not run again.`
        : "Counting the runs …"}
    </p>
  );
}

function about(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} seconds`;
  return `${Math.round(seconds / 6) / 10} minutes`;
}
