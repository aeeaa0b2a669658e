import type { KeyboardEvent } from "react";
import { useId, useMemo, useRef, useState } from "react";
import { Figure } from "./Figure";
import { Readout } from "./Readout";
import { cellColours, colourScale, type ColourScale, type ScaleKind } from "./scale";
import { type Column, showFixed, Table } from "./Table";

export interface HeatMapProps {
  readonly caption: string;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** What rows and columns are, such as "layer" and "strength". */
  readonly rowTitle: string;
  readonly columnTitle: string;
  /** values[row][column]; null for what has not been computed. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly scale?: ScaleKind;
  /** The neutral value of a diverging scale, default 0. */
  readonly baseline?: number;
  /** Ends of the scale; default those of the values. A cell beyond them is dashed. */
  readonly domain?: readonly [number, number];
  readonly format?: (value: number) => string;
  /** Words in a cell instead of its number, a small tag under them, and the colour of its foot. */
  readonly write?: (row: number, column: number) => Written | undefined;
  /** Writes numbers into the cells where they fit. Default: when there are at most eight columns. */
  readonly numbers?: boolean;
  readonly selected?: { readonly row: number; readonly column: number } | null;
  readonly onSelect?: (row: number, column: number) => void;
  /** More about a cell, shown with its number. */
  readonly describe?: (row: number, column: number) => string | undefined;
  readonly unit?: string;
  /** File name of the CSV. */
  readonly name?: string;
}

export interface Written {
  readonly text: string;
  readonly tag?: string;
  readonly colour?: string;
}

/** Rows by columns of numbers as ink; arrow keys walk it, Enter selects, a table stands behind it. */
export function HeatMap(props: HeatMapProps) {
  const { rowLabels, columnLabels, values } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState({ row: 0, column: 0 });
  const [active, setActive] = useState<{ row: number; column: number; element: Element } | null>(null);
  const format = props.format ?? defaultFormat;
  const kind = props.scale ?? "sequential";
  const scale = useMemo(
    () => colourScale(kind, values.flat(), { baseline: props.baseline, domain: props.domain }),
    [kind, values, props.baseline, props.domain],
  );
  const numbers = props.numbers ?? columnLabels.length <= 8;
  // A smaller result may lack the cell that was walked to.
  const entry = { row: clamp(focus.row, rowLabels.length), column: clamp(focus.column, columnLabels.length) };

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    const step = steps[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      props.onSelect?.(focus.row, focus.column);
      return;
    }
    if (!step) return;
    event.preventDefault();
    const row = clamp(focus.row + step[0], rowLabels.length);
    const mirrored = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const column = clamp(focus.column + mirrored * step[1], columnLabels.length);
    setFocus({ row, column });
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  }

  return (
    <Figure
      caption={props.caption}
      name={props.name ?? defaultName}
      legend={
        <ScaleLegend
          scale={scale}
          format={format}
          unit={props.unit}
          beyond={values.flat().some((value) => isBeyond(scale, value))}
        />
      }
      table={<HeatTable {...props} />}
    >
      <div className="heat-frame">
        <div className="heat-column-title">
          {props.columnTitle} <Arrow sign="→" />
        </div>
        <div
          ref={grid}
          className="heat"
          role="grid"
          data-many={columnLabels.length > 9 ? (columnLabels.some(isWord) ? "words" : "numbers") : undefined}
          tabIndex={-1}
          aria-label={props.caption}
          style={{ gridTemplateColumns: `auto repeat(${columnLabels.length}, minmax(0, 1fr))` }}
          onKeyDown={walk}
          onMouseOver={(event) => setActive(cellAt(event.target))}
          onFocus={(event) => {
            const cell = cellAt(event.target);
            setActive(cell);
            if (cell) setFocus(cell);
          }}
          onClick={(event) => {
            const cell = cellAt(event.target);
            if (cell) props.onSelect?.(cell.row, cell.column);
          }}
          onMouseLeave={() => setActive(null)}
          onBlur={() => setActive(null)}
        >
          <div role="row" className="heat-row">
            <div role="columnheader" className="heat-corner">
              {props.rowTitle} <Arrow sign="↓" />
            </div>
            {columnLabels.map((label, column) => (
              <div role="columnheader" key={`${column}-${label}`} className="heat-column-label numeric">
                {label}
              </div>
            ))}
          </div>
          {rowLabels.map((label, row) => (
            <div role="row" className="heat-row" key={`${row}-${label}`}>
              <div role="rowheader" className="heat-row-label numeric">
                {label}
              </div>
              {columnLabels.map((columnLabel, column) => {
                const value = values[row]?.[column] ?? null;
                const written = props.write?.(row, column);
                const selected = props.selected?.row === row && props.selected.column === column;
                return (
                  <div
                    key={`${column}-${columnLabel}`}
                    role="gridcell"
                    tabIndex={entry.row === row && entry.column === column ? 0 : -1}
                    data-cell={`${row}:${column}`}
                    className={value === null ? "heat-cell heat-empty" : "heat-cell"}
                    style={{
                      ...(value !== null && cellColours(scale, value)),
                      ...(written?.colour && { borderBlockEnd: `3px solid ${written.colour}` }),
                    }}
                    aria-selected={props.onSelect ? selected : selected || undefined}
                    data-beyond={isBeyond(scale, value) ? "" : undefined}
                    aria-label={`${props.rowTitle} ${label}, ${props.columnTitle} ${columnLabel}: ${written ? `${written.text} ${written.tag ?? ""} ` : ""}${value === null ? "not computed" : format(value)}`}
                  >
                    {written ? (
                      <span className="heat-written">
                        {written.text}
                        {written.tag ? <small>{written.tag}</small> : null}
                      </span>
                    ) : null}
                    {!written && numbers && value !== null ? <span className="numeric">{format(value)}</span> : null}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      </div>
      <Readout anchor={active?.element ?? null} id={`${id}-readout`}>
        {active ? <HeatReadout {...props} format={format} row={active.row} column={active.column} /> : null}
      </Readout>
    </Figure>
  );
}

/** After a title, the way in which what it names runs. */
function Arrow({ sign }: { sign: string }) {
  return (
    <span className="heat-arrow" aria-hidden="true">
      {sign}
    </span>
  );
}

function HeatReadout(props: HeatMapProps & { format: (value: number) => string; row: number; column: number }) {
  const value = props.values[props.row]?.[props.column] ?? null;
  const more = props.describe?.(props.row, props.column);
  return (
    <>
      <strong className="numeric">
        {value === null ? "not computed" : props.format(value)}
        {value !== null && props.unit ? ` ${props.unit}` : ""}
      </strong>
      <span>
        {props.rowTitle} {props.rowLabels[props.row]}, {props.columnTitle} {props.columnLabels[props.column]}
      </span>
      {more ? <span>{more}</span> : null}
    </>
  );
}

function ScaleLegend({
  scale,
  format,
  unit,
  beyond,
}: {
  scale: ColourScale;
  format: (value: number) => string;
  unit: string | undefined;
  beyond: boolean;
}) {
  if (scale.low === scale.high) return null;
  const shares = Array.from({ length: 9 }, (_, index) => scale.low + ((scale.high - scale.low) * index) / 8);
  return (
    <div className="heat-legend numeric" aria-hidden="true">
      <span>{format(scale.low)}</span>
      <span className="heat-legend-bar">
        {shares.map((value) => (
          <span key={value} style={{ background: cellColours(scale, value).background }} />
        ))}
      </span>
      <span>{format(scale.high)}</span>
      {unit ? <span>{unit}</span> : null}
      {beyond ? <span>dashed: beyond the scale</span> : null}
      {scale.kind === "diverging" ? <span>neutral at {format(scale.baseline)}</span> : null}
    </div>
  );
}

function HeatTable(props: HeatMapProps) {
  const format = props.format ?? defaultFormat;
  const rows = props.rowLabels.map((label, row) => ({ label, row }));
  const columns: Column<{ label: string; row: number }>[] = [
    { key: "row", label: props.rowTitle, value: (entry) => entry.label, heading: true },
    ...props.columnLabels.map((label, column) => ({
      key: `${column}-${label}`,
      label,
      value: (entry: { row: number }) => props.values[entry.row]?.[column] ?? null,
      render: (entry: { row: number }) => {
        const value = props.values[entry.row]?.[column] ?? null;
        return value === null ? "–" : format(value);
      },
    })),
  ];
  return (
    <Table
      caption={props.caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(entry) => `${entry.row}`}
      name={props.name ?? defaultName}
    />
  );
}

const defaultName = "heat-map";

/** A label that does not fit over a narrow column; it is then written from top to bottom. */
function isWord(label: string): boolean {
  return label.trim().length > 3;
}

/** Outside the ends of the scale, by more than rounding. */
function isBeyond(scale: ColourScale, value: number | null): boolean {
  const slack = 1e-6 * (scale.high - scale.low);
  return value !== null && (value < scale.low - slack || value > scale.high + slack);
}

/** The cell that an event is about, by its `data-cell`. */
function cellAt(target: EventTarget): { row: number; column: number; element: Element } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, column] = (element?.dataset["cell"] ?? "").split(":").map(Number);
  return element && row !== undefined && column !== undefined ? { row, column, element } : null;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}

function defaultFormat(value: number): string {
  return showFixed(value, 2);
}
