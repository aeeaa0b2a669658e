import type { Estimate } from "../../measures/statistics/bootstrap";
import { shareOf } from "../../measures/statistics/wilson";
import { languageOf } from "../../ui/languages";
import { type Column, showFixed, Table } from "../../ui/Table";
import { pushTold } from "./push-told";
import type { SteeringResult, Summary } from "./result";
import { contrastOf } from "./traits";

const titles = {
  unsteered: "Unsteered (baseline)",
  steered: "Steered",
  random: "Random push",
  other: "Push elsewhere",
  prompt: "Prompt only",
} as const;

/** The conditions over all prompts, each measure with its 95 % interval. */
export function SummaryTable({ result }: { readonly result: SteeringResult }) {
  const contrast = contrastOf(result);
  const columns: Column<Summary>[] = [
    { key: "condition", label: "Condition", value: ({ condition }) => titles[condition], heading: true },
    ...(contrast
      ? []
      : [
          column(
            "success",
            `Identified as ${languageOf(result.target).name}`,
            "%",
            ({ success }) => percent(success && shareOf(success.value, success.n)),
            0,
          ),
        ]),
    column("bits-per-byte", "Bits per byte", "", ({ bitsPerByte }) => bitsPerByte, 2),
    column("distinct-2", "Distinct token pairs", "%", ({ distinct2 }) => percent(distinct2), 0),
    column("changed", "Changed tokens", "%", ({ changed }) => percent(changed), 0),
  ];
  return (
    <Table
      caption={`The conditions over ${result.comparisons.length} prompts, with 95 % intervals, ${contrast ? "bootstrapped" : "Wilson’s of the share identified and the bootstrap’s of the rest"}; bits under the unsteered model.`}
      columns={columns}
      rows={result.summaries}
      rowKey={({ condition }) => condition}
      name="steering-conditions"
      provenance={[
        `${result.model.checkpoint}, ${pushTold(result)}, ${(contrast ?? [result.source, result.target]).join(" to ")}`,
      ]}
    />
  );
}

function column(
  key: string,
  label: string,
  unit: string,
  of: (row: Summary) => Estimate | null,
  digits: number,
): Column<Summary> {
  return {
    key,
    label,
    ...(unit === "" ? {} : { unit }),
    digits,
    value: (row) => of(row)?.value ?? null,
    interval: of,
    render: (row) => {
      const estimate = of(row);
      if (estimate === null) return "–";
      return (
        <>
          {showFixed(estimate.value, digits)}{" "}
          <span className="unit">
            {showFixed(estimate.low, digits)}–{showFixed(estimate.high, digits)}
          </span>
        </>
      );
    },
  };
}

function percent(estimate: Estimate | null): Estimate | null {
  if (estimate === null) return null;
  const { value, low, high, n } = estimate;
  return { value: value * 100, low: low * 100, high: high * 100, n };
}
