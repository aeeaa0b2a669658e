import type { ReactNode } from "react";
import { barPlaces } from "./bar-places";
import { Figure } from "./Figure";
import { LanguageTag } from "./LanguageTag";
import { type Pattern, patternStyle } from "./patterns";
import { type Column, showFixed, Table } from "./Table";

export interface BarSeries {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly pattern?: Pattern;
}

export interface BarGroup {
  readonly id: string;
  readonly label: string;
  /** Draws the language's tag instead of the label. */
  readonly lang?: string;
  /** One a series; null for what was not computed. */
  readonly values: readonly (number | null)[];
  /** Where the values lie, drawn as a line over the bar's end. */
  readonly intervals?: readonly (readonly [low: number, high: number])[];
}

export interface BarsProps {
  readonly caption: string;
  readonly groups: readonly BarGroup[];
  readonly series: readonly BarSeries[];
  readonly unit?: string;
  readonly format?: (value: number) => string;
  /** A line across all bars, e.g. the value of the base. */
  readonly baseline?: { readonly value: number; readonly label: string };
  /** Longest bar; default the largest value. Bars begin at 0, and lie to the left of it where they are below. */
  readonly max?: number;
  readonly groupTitle?: string;
  readonly name?: string;
  readonly note?: ReactNode;
}

/** Lying bars from zero, a group a row, each with its number; the same numbers in a table behind. */
export function Bars(props: BarsProps) {
  const format = props.format ?? ((value: number) => showFixed(value, 2));
  const finite = props.groups
    .flatMap((group) => [...group.values, ...(group.intervals ?? []).flat()])
    .filter((value) => value !== null && Number.isFinite(value));
  const max = props.max ?? Math.max(1e-9, props.baseline?.value ?? 0, ...(finite as number[]));
  const place = barPlaces(
    props.groups.flatMap(({ values }) => values),
    max,
  );
  return (
    <Figure
      caption={props.caption}
      name={props.name ?? "bars"}
      legend={props.series.length > 1 || props.baseline ? <BarLegend {...props} format={format} /> : undefined}
      table={<BarTable {...props} />}
    >
      <div className="bars" role="group" aria-label={props.caption}>
        {props.groups.map((group) => (
          <div key={group.id} className="bar-group">
            <div className="bar-label">{group.lang ? <LanguageTag code={group.lang} /> : group.label}</div>
            <div className="bar-rows">
              {props.series.map((series, index) => {
                const value = group.values[index] ?? null;
                const interval = group.intervals?.[index];
                return (
                  <div key={series.id} className="bar-row">
                    <span className="bar-track">
                      {value === null ? null : (
                        <span
                          className="bar"
                          style={{
                            ...between(place(Math.min(0, value)), place(Math.max(0, value))),
                            ...patternStyle(series.colour, series.pattern ?? "solid"),
                          }}
                        />
                      )}
                      {interval ? (
                        <span className="bar-interval" style={between(place(interval[0]), place(interval[1]))} />
                      ) : null}
                      {props.baseline ? (
                        <span
                          className="bar-baseline"
                          style={{ insetInlineStart: `${place(props.baseline.value) * 100}%` }}
                        />
                      ) : null}
                    </span>
                    <span className="bar-value numeric">{value === null ? "–" : format(value)}</span>
                  </div>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      {props.note}
    </Figure>
  );
}

/** From one share of the track to another. */
function between(start: number, end: number) {
  return { insetInlineStart: `${start * 100}%`, inlineSize: `${(end - start) * 100}%` };
}

function BarLegend(props: BarsProps & { format: (value: number) => string }) {
  return (
    <ul className="legend">
      {props.series.map((series) => (
        <li key={series.id}>
          <span className="legend-swatch" style={patternStyle(series.colour, series.pattern ?? "solid")} />
          {series.label}
        </li>
      ))}
      {props.baseline ? (
        <li className="numeric">
          <span className="legend-rule" /> {props.baseline.label} {props.format(props.baseline.value)}
        </li>
      ) : null}
      {props.unit ? <li className="legend-unit">{props.unit}</li> : null}
    </ul>
  );
}

function BarTable(props: BarsProps) {
  const columns: Column<BarGroup>[] = [
    { key: "group", label: props.groupTitle ?? "", value: (group) => group.label, heading: true },
    ...props.series.flatMap((series, index) => {
      const column = (key: string, label: string, value: Column<BarGroup>["value"]): Column<BarGroup> => {
        return { key, label, ...(props.unit ? { unit: props.unit } : {}), value, digits: 3 };
      };
      const ends = props.groups.some(({ intervals }) => intervals?.[index]) ? ["low", "high"] : [];
      return [
        column(series.id, series.label, ({ values }) => values[index] ?? null),
        ...ends.map((end, at) =>
          column(`${series.id}-${end}`, end, ({ intervals }) => intervals?.[index]?.[at] ?? null),
        ),
      ];
    }),
  ];
  return (
    <Table
      caption={props.caption}
      captionHidden
      columns={columns}
      rows={props.groups}
      rowKey={(group) => group.id}
      name={props.name ?? "bars"}
    />
  );
}
