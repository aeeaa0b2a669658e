import type { ReactNode } from "react";
import { use, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "./Button";
import { copyText } from "./clipboard";
import { type CellValue, download, toCsv } from "./csv";
import { useOrigin } from "./figure-place";
import { HearTables, numbersOf } from "./heard-tables";
import { Sideways } from "./Sideways";
import { showFixed, showNumber } from "./show-fixed";
import { Terms } from "./Terms";

export { showFixed };

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
  /** The cell as data: what CSV holds and what is shown where there is no `render`. */
  readonly value: (row: Row) => CellValue;
  readonly render?: (row: Row) => ReactNode;
  /** The ends of the value's interval: two more columns of the CSV. */
  readonly interval?: (row: Row) => { readonly low: number; readonly high: number } | null;
  /** Digits after the point of a shown number; all of them are in the CSV. */
  readonly digits?: number;
  /** Heads its row. */
  readonly heading?: boolean;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** File name without its ending. */
  readonly name?: string;
  /** Lines above the CSV, after those that say where the experiment comes from. */
  readonly provenance?: readonly string[];
  readonly captionHidden?: boolean;
  /** The CSV under the lines of a header, where it holds more than what is shown. */
  readonly csv?: (header: readonly string[]) => string;
}

/** A table as CSV, an interval's ends behind its value. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], header: readonly string[]): string {
  return toCsv(
    columns.flatMap(({ label, unit, interval }) => {
      const named = unit ? `${label} (${unit})` : label;
      return interval ? [named, `${named} low`, `${named} high`] : [named];
    }),
    rows.map((row) =>
      columns.flatMap(({ value, interval }) => {
        if (!interval) return [value(row)];
        const ends = interval(row);
        return [value(row), ends?.low ?? null, ends?.high ?? null];
      }),
    ),
    header,
  );
}

/** A table of numbers that can be taken along as CSV. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows } = props;
  const id = useId();
  const origin = useOrigin();
  const [copied, setCopied] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const hear = use(HearTables);
  useLayoutEffect(
    () => hear?.(place.current!, { name: props.name ?? "table", numbers: numbersOf(columns, rows) }),
    [hear, props.name, columns, rows],
  );
  const numeric = new Set(columns.filter((column) => isNumeric(column, rows)));

  function csv(): string {
    const header = [...origin(), ...(props.provenance ?? [])];
    return props.csv ? props.csv(header) : csvOf(columns, rows, header);
  }

  async function copy(): Promise<void> {
    if (!(await copyText(csv()))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }

  return (
    <div className="table-block" ref={place}>
      <p id={id} className={props.captionHidden ? "hidden-text" : "table-caption"}>
        {props.captionHidden ? props.caption : <Terms sparing>{props.caption}</Terms>}
      </p>
      <Sideways labelledBy={id}>
        <table className="table" aria-labelledby={id}>
          <thead>
            <Terms sparing>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} scope="col" className={numeric.has(column) ? "cell-number" : undefined}>
                    {column.label}
                    {column.unit ? <span className="unit"> {column.unit}</span> : null}
                  </th>
                ))}
              </tr>
            </Terms>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={props.rowKey(row, index)}>
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} numeric={numeric.has(column)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <div className="row table-tools">
        <Button kind="quiet" onClick={() => void copy().catch(() => undefined)}>
          {copied ? "Copied" : "Copy CSV"}
        </Button>
        <Button kind="quiet" onClick={() => download(`${props.name ?? "table"}.csv`, csv(), "text/csv;charset=utf-8")}>
          Download CSV
        </Button>
      </div>
    </div>
  );
}

/** A column whose values are numbers, or not computed. */
function isNumeric<Row>(column: Column<Row>, rows: readonly Row[]): boolean {
  const values = rows.map(column.value);
  return values.some((value) => typeof value === "number") && values.every((value) => typeof value !== "string");
}

function Cell<Row>({ column, row, numeric }: { column: Column<Row>; row: Row; numeric: boolean }) {
  const value = column.value(row);
  const shown = column.render ? column.render(row) : showCell(value, column.digits);
  const kind = numeric ? "cell-number" : undefined;
  if (column.heading) {
    return (
      <th scope="row" className={kind}>
        {shown}
      </th>
    );
  }
  return <td className={kind}>{shown}</td>;
}

function showCell(value: CellValue, digits: number | undefined): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  return digits === undefined ? showNumber(value) : showFixed(value, digits);
}
