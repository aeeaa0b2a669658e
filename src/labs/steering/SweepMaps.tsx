import { Suspense, useState } from "react";
import type { Document } from "../../experiments/documents/steering";
import { HeatMap } from "../../ui/HeatMap";
import { languageOf } from "../../ui/languages";
import { lazily } from "../../ui/lazily";
import type { PanelProps } from "../lab";
import { operationWords } from "./applying/operation-words";
import type { SteeringResult, Sweep, SweepCell } from "./result";
import { findingOf } from "./sweep-finding";
import { neutralStrength } from "./sweep/choice";
import { contrastOf } from "./traits";

/** Fetched when there is a sweep to draw. */
const TradeOff = lazily(async () => ({ default: (await import("./sweep/TradeOff")).TradeOff }));

interface SweepMapsProps {
  readonly result: SteeringResult;
  readonly sweep: Sweep;
  readonly edit: PanelProps<Document>["edit"];
}

/** Layer by strength: is it the language, is it still language, does it repeat. The last layer is on top. */
export function SweepMaps({ result, sweep, edit }: SweepMapsProps) {
  const [chosen, setChosen] = useState<{ readonly layer: number; readonly strength: number } | null>(null);
  const rows = sweep.cells.map((_, layer) => layer).reverse();
  const grid = (of: (cell: SweepCell) => number | null) =>
    rows.map((layer) => sweep.strengths.map((_, strength) => cellAt(sweep, layer, strength, of)));
  const selected = chosen ?? settingOf(result, sweep);
  const shared = {
    rowLabels: rows.map(String),
    columnLabels: sweep.strengths.map((strength) => String(strength).replace("-", "−")),
    rowTitle: "layer",
    columnTitle: `strength, ${operationWords[sweptOperation(result)].unit}`,
    selected: selected === null ? null : { row: rows.indexOf(selected.layer), column: selected.strength },
    onSelect: (row: number, strength: number) => {
      setChosen({ layer: rows[row]!, strength });
      edit({ layer: rows[row]!, strength: sweep.strengths[strength]! });
    },
    describe: (row: number, strength: number) => sweep.cells[rows[row]!]?.[strength]?.example,
  };
  const language = languageOf(result.target).name;
  const neutral = neutralStrength(result);
  // Between two kinds of one language there is no language to turn to.
  const turns = contrastOf(result) === null;
  return (
    <section className="stack">
      <h2>Every layer at every strength</h2>
      <div className="steering-maps">
        {turns ? (
          <HeatMap
            {...shared}
            caption={`Is it ${language}? Share of ${result.comparisons.length} continuations identified as ${language}, by layer and strength.`}
            values={grid(({ success }) => success)}
            domain={[0, 1]}
            format={percentage}
            unit="%"
            name="sweep-language"
          />
        ) : null}
        <HeatMap
          {...shared}
          caption={`Is it still language? Bits per byte of the continuation under the unsteered model${neutral === null ? "" : `; strength ${neutral} is the unsteered continuation itself`}.`}
          values={grid(({ bitsPerByte }) => bitsPerByte)}
          unit="bits/byte"
          name="sweep-bits-per-byte"
        />
        <HeatMap
          {...shared}
          caption="Does it repeat? Share of distinct token pairs; a loop has few, and can be cheap in bits."
          values={grid(({ distinct2 }) => distinct2)}
          domain={[0, 1]}
          format={percentage}
          unit="%"
          name="sweep-distinct"
        />
        {sweep.cells.some((row) => row?.some(({ similarity }) => similarity !== undefined)) ? (
          <HeatMap
            {...shared}
            caption="Does it say the same? chrF to the unsteered continuation; it falls when the language changes, and to chance when the sense is lost."
            values={grid(({ similarity }) => similarity ?? null)}
            domain={[0, 1]}
            format={percentage}
            unit="%"
            name="sweep-similarity"
          />
        ) : null}
      </div>
      {turns ? <p className="note">{findingOf(result, sweep)}</p> : null}
      {selected === null ? null : <Example result={result} sweep={sweep} {...selected} />}
      {turns ? (
        <Suspense>
          <TradeOff sweep={sweep} result={result} />
        </Suspense>
      ) : null}
    </section>
  );
}

interface ExampleProps {
  readonly result: SteeringResult;
  readonly sweep: Sweep;
  readonly layer: number;
  /** Index into the sweep's strengths. */
  readonly strength: number;
}

/** What the first prompt became at the chosen cell. */
function Example(props: ExampleProps) {
  const cell = props.sweep.cells[props.layer]?.[props.strength];
  if (!cell) return null;
  return (
    <p className="passage">
      <span className="note">
        Layer {props.layer}, strength {props.sweep.strengths[props.strength]}:{" "}
      </span>
      <bdi className="steering-prompt">{props.result.comparisons[0]?.prompt}</bdi>
      <bdi>{cell.example === "" ? " (ends here)" : cell.example}</bdi>
    </p>
  );
}

function percentage(share: number): string {
  return String(Math.round(share * 100));
}

/** A removal has no strength: there the sweep adds. */
function sweptOperation({ operation = "add" }: SteeringResult) {
  return operation === "ablate" ? "add" : operation;
}

function cellAt(sweep: Sweep, layer: number, strength: number, of: (cell: SweepCell) => number | null): number | null {
  const cell = sweep.cells[layer]?.[strength];
  return cell === undefined ? null : of(cell);
}

/** The cell of the run's own layer and strength, where the sweep has it. */
function settingOf(result: SteeringResult, sweep: Sweep) {
  const strength = sweep.strengths.indexOf(result.strength);
  return strength === -1 ? null : { layer: result.layer, strength };
}
