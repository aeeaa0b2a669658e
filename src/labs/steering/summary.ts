import { bitsPerByte } from "../../measures/bits-per-byte";
import { languageSuccess } from "../../measures/language-success";
import { estimate, type Measure } from "../../measures/measure";
import type { Estimate } from "../../measures/statistics/bootstrap";
import { chrf } from "../../measures/text/chrf";
import { seededRandom } from "../../random";
import type { Comparison, Condition, Continuation, Summary, SweepCell } from "./result";

/** In the order of the panel; a run has those that its texts allow. */
const conditions: readonly Condition[] = ["unsteered", "steered", "random", "other", "prompt"];

/** A share that each continuation brings with it, averaged; null counts for nothing. */
const meanShare: Measure<number | null> = {
  id: "mean-share",
  name: "Mean share",
  unit: "share",
  better: "neither",
  source: "arithmetic mean",
  parts: (share) => (share === null ? [0, 0] : [share, 1]),
};

/** Each condition over all prompts, with bootstrap intervals over prompts. */
export function summarise(comparisons: readonly Comparison[], target: string, seed: number): readonly Summary[] {
  const present = conditions.filter((condition) =>
    comparisons.some(({ rows }) => rows.some((row) => row.condition === condition)),
  );
  return present.map((condition) => {
    const continuations = comparisons.flatMap(({ rows }) =>
      rows.filter((row) => row.condition === condition).map((row) => row.continuation),
    );
    const over = <Sample>(measure: Measure<Sample>, samples: readonly Sample[]): Estimate | null => {
      const value = estimate(measure, samples, seededRandom(seed));
      return value.n === 0 ? null : value;
    };
    return {
      condition,
      success: over(languageSuccess, asIdentified(continuations, target)),
      bitsPerByte: over(bitsPerByte, asScored(continuations)),
      distinct2: over(
        meanShare,
        continuations.map(({ distinct2 }) => distinct2),
      ),
      changed: over(
        meanShare,
        continuations.map(({ pieces }) =>
          pieces.length === 0 ? null : pieces.filter((piece) => piece.changed).length / pieces.length,
        ),
      ),
    };
  });
}

/** One cell of the sweep: the same measures over the prompts, without intervals. */
export function sweepCell(
  continuations: readonly Continuation[],
  target: string,
  unsteered: readonly string[],
): SweepCell {
  const share = <Sample>(measure: Measure<Sample>, samples: readonly Sample[]): number | null => {
    const { value, n } = estimate(measure, samples, seededRandom(0), { resamples: 0 });
    return n === 0 ? null : value;
  };
  return {
    success: share(languageSuccess, asIdentified(continuations, target)),
    bitsPerByte: share(bitsPerByte, asScored(continuations)),
    distinct2: share(
      meanShare,
      continuations.map(({ distinct2 }) => distinct2),
    ),
    similarity: share(
      meanShare,
      continuations.map(({ text }, i) => (text === "" ? null : chrf(text, unsteered[i] ?? "") / 100)),
    ),
    byPrompt: continuations.map(({ text, language, bits, bytes }) => ({
      success: text === "" ? null : language === target,
      bits,
      bytes,
    })),
    example: continuations[0]?.text ?? "",
  };
}

function asIdentified(continuations: readonly Continuation[], target: string) {
  return continuations.map(({ text, language }) => ({ text, language, target }));
}

function asScored(continuations: readonly Continuation[]) {
  return continuations.flatMap(({ bits, bytes }) => (bits === null || bytes === null ? [] : [{ bits, bytes }]));
}
