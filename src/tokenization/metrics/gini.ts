import { sum } from "../../vectors";
import { type LanguagesMetric, ratio, tokenCount } from "./metric";

/** How unevenly a tokenizer's cost falls on languages: 0 when all pay the same. */
export const costGini: LanguagesMetric = {
  kind: "languages",
  id: "gini",
  name: "Gini of cost",
  formula: "TFG = Σᵢ Σⱼ |cᵢ − cⱼ| / (2 n² c̄)",
  convention: "cᵢ is the tokens per line of language i on the same content.",
  source: "Meister et al., TokEval; Foroutan et al. 2025",
  unit: "0 even, 1 uneven",
  better: "lower",
  digits: 3,
  compute: (samples) => gini(samples.flatMap((sample) => ratio(tokenCount(sample), sample.lines.length) ?? [])),
};

/** Gini coefficient of non-negative values; `null` when there are none or all are zero. */
export function gini(values: readonly number[]): number | null {
  const differences = sum(values.flatMap((a) => values.map((b) => Math.abs(a - b))));
  return ratio(differences, 2 * values.length * sum(values));
}
