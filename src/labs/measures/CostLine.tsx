import type { Document } from "../../experiments/documents/measures";
import { ProblemNote } from "../../ui/ProblemNote";
import { backendName, showDate } from "../../ui/show-origin";
import type { BenchProps } from "../lab";
import { useCost } from "./cost";
import type { RunCost } from "./price";
import type { MeasuresResult } from "./result";

type CostLineProps = Omit<BenchProps<Document, MeasuresResult>, "edit">;

/** How many runs, how much is read and written, and about how long, before Run is pressed; and what is not run again. */
export function CostLine({ document, result, recorded }: CostLineProps) {
  const priced = useCost(document, recorded, result);
  if (priced && "problem" in priced) return <ProblemNote problem={priced.problem} />;
  return <p className="note measures-cost">{priced ? costInWords(priced.cost) : "Counting the runs …"}</p>;
}

/** What a run costs, and what of it is known already. */
export function costInWords(cost: RunCost): string {
  const variants = `${cost.variants} ${cost.variants === 1 ? "variant" : "variants"}, controls included`;
  const known = knownInWords(cost);
  if (cost.runs === 0) return `${variants}: nothing is left to run. ${known}`;
  const read = `${cost.runs.toLocaleString("en")} runs, ${Math.ceil(cost.bytesRead / 1000)} kB read`;
  const written = `at most ${cost.tokensWritten.toLocaleString("en")} tokens written`;
  return `${variants}: ${read}, ${written}. About ${about(cost.seconds)} for small checkpoints. ${known}`;
}

function knownInWords({ taken, measurements, answered, elsewhere }: RunCost): string {
  const days = [...new Set(taken.map(({ on, backend }) => `${showDate(on)} on ${backendName(backend)}`))];
  const recorded = `${taken.length} of ${measurements} measurements as recorded on ${days.join(", and on ")}`;
  const answers = `${answered.toLocaleString("en")} runs whose answers this tab has`;
  const known = [...(taken.length > 0 ? [recorded] : []), ...(answered > 0 ? [answers] : [])];
  const apart = elsewhere
    ? ` What was recorded on ${backendName(elsewhere)} does not count: numbers of two backends are not set beside each other.`
    : "";
  return `${known.length === 0 ? "All of it is measured here." : `Not run again: ${known.join(", and ")}.`}${apart}`;
}

function about(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (seconds < 60) return whole === 1 ? "a second" : `${whole} seconds`;
  return `${Math.round(seconds / 6) / 10} minutes`;
}
