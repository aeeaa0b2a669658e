import { Button } from "./Button";
import { type CellValue, download, toCsv } from "./csv";
import { useOrigin, useSource } from "./figure-place";
import { toJsonl } from "./jsonl";

/** A row of a file; in CSV what is no text or number stands as JSON. */
export type Row = Readonly<Record<string, unknown>>;

export interface RowsFileProps {
  /** What the rows are, in the plural: `Continuations`. */
  readonly what: string;
  /** File name without its ending. */
  readonly name: string;
  /** What the first line says besides where the rows come from. */
  readonly head?: () => Row;
  readonly rows: () => readonly Row[];
  /** CSV too, its columns those of the first row. */
  readonly csv?: boolean;
  readonly note?: string;
}

/** Rows of texts to take along: as JSONL, whose first line holds the settings, checkpoints, seed and link that made them, and as CSV. */
export function RowsFile({ what, name, head, rows, csv = false, note }: RowsFileProps) {
  const source = useSource();
  const origin = useOrigin();

  function saveLines(): void {
    const first = { format: "babelscope-rows", version: 1, ...head?.(), ...source() };
    download(`${name}.jsonl`, toJsonl(first, rows()), "application/jsonl;charset=utf-8");
  }

  function saveTable(): void {
    const all = rows();
    const columns = Object.keys(all[0] ?? {});
    const cells = all.map((row) => columns.map((column) => cellOf(row[column])));
    download(`${name}.csv`, toCsv(columns, cells, origin()), "text/csv;charset=utf-8");
  }

  return (
    <div className="row">
      <Button onClick={saveLines}>{what} as JSONL</Button>
      {csv ? <Button onClick={saveTable}>{what} as CSV</Button> : null}
      {note === undefined ? null : <p className="note">{note}</p>}
    </div>
  );
}

function cellOf(value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
}
