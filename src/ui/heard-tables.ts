import { createContext } from "react";
import type { CellValue } from "./csv";

/** A number of a table, by the names of its row and column. */
export interface TableNumber {
  readonly row: string;
  /** Its column's key, which stays where the label names what was chosen. */
  readonly key: string;
  readonly column: string;
  readonly unit: string;
  /** After the point; undefined: as many as it has. */
  readonly digits: number | undefined;
  readonly value: number;
}

export interface HeardTable {
  /** File name without its ending: the same for the same table of another experiment. */
  readonly name: string;
  readonly numbers: readonly TableNumber[];
}

/** Hears of each table that is drawn below it, and where it stands; gives back how to take it away. */
export const HearTables = createContext<((place: Element, table: HeardTable) => () => void) | null>(null);

interface NamedColumn<Row> {
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
  readonly digits?: number;
  readonly heading?: boolean;
  readonly value: (row: Row) => CellValue;
}

/**
 * The numbers of a table, row by row. A row is named by its headings, by all its texts where these do not tell it from the others.
 * Ends of intervals and p-values belong to the number before them.
 */
export function numbersOf<Row>(columns: readonly NamedColumn<Row>[], rows: readonly Row[]): readonly TableNumber[] {
  const headings = rows.map((row) =>
    textsOf(
      columns.filter(({ heading }) => heading),
      row,
    ),
  );
  const names = new Set(headings).size === rows.length ? headings : rows.map((row) => textsOf(columns, row));
  return rows.flatMap((row, index) =>
    columns.flatMap(({ key, label, unit = "", digits, value: of }) => {
      const value = of(row);
      if (typeof value !== "number" || /(^|-)(low|high|p)$/.test(key)) return [];
      return [{ row: names[index]!, key, column: label, unit, digits, value }];
    }),
  );
}

function textsOf<Row>(columns: readonly NamedColumn<Row>[], row: Row): string {
  return columns
    .map(({ value }) => value(row))
    .filter((value) => typeof value === "string")
    .join(", ");
}
