import type { HeardTable, TableNumber } from "../../ui/heard-tables";
import type { Setting } from "../../ui/read-settings";

/** What one of two experiments says of itself. */
export interface Said {
  readonly settings: readonly Setting[];
  /** The most telling first, as the lab has them. */
  readonly tables: readonly HeardTable[];
}

/** A setting of two experiments; "–" where one has none of this name. */
export interface SettingPair {
  readonly name: string;
  readonly a: string;
  readonly b: string;
}

/** The settings in which two experiments differ, in the order of the first. */
export function settingPairs(a: readonly Setting[], b: readonly Setting[]): readonly SettingPair[] {
  const repeated = new Set([...namedTwice(a), ...namedTwice(b)]);
  const [inA, inB] = [byName(a, repeated), byName(b, repeated)];
  return [...new Set([...inA.keys(), ...inB.keys()])]
    .map((name) => ({ name, a: inA.get(name) ?? "–", b: inB.get(name) ?? "–" }))
    .filter((pair) => pair.a !== pair.b);
}

function namedTwice(settings: readonly Setting[]): readonly string[] {
  const names = settings.map(({ name }) => name);
  return names.filter((name, index) => names.indexOf(name) < index);
}

/** Settings by name; where a name is given twice, by the part of the settings too, and by their number in it. */
function byName(settings: readonly Setting[], repeated: ReadonlySet<string>): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const { name, group, value } of settings) {
    const whole = repeated.has(name) && group !== "" ? `${group}: ${name}` : name;
    let own = whole;
    for (let number = 2; named.has(own); number++) own = `${whole} (${number})`;
    named.set(own, value);
  }
  return named;
}

/** A number that two experiments have, by the same row and column of the same table. */
export interface NumberPair {
  readonly name: string;
  readonly unit: string;
  readonly table: string;
  /** After the point, as in the table where that says so. */
  readonly digits: number;
  readonly a: number;
  readonly b: number;
  /** The second less the first; null where they are not of one unit. */
  readonly difference: number | null;
}

/** The numbers of two experiments set against each other, in the order of the first. */
export function numberPairs(a: readonly HeardTable[], b: readonly HeardTable[]): readonly NumberPair[] {
  const others = byPlace(b);
  return [...byPlace(a)].flatMap(([place, { table, number }]) => {
    const other = others.get(place)?.number;
    return other ? [{ ...paired(number, other), table }] : [];
  });
}

interface Placed {
  readonly table: string;
  readonly number: TableNumber;
}

/** Of numbers in one place, such as sentences that are the same, the first. */
function byPlace(tables: readonly HeardTable[]): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { name, numbers } of tables) {
    for (const number of numbers) {
      const place = JSON.stringify([name, number.row, number.key]);
      if (!placed.has(place)) placed.set(place, { table: name, number });
    }
  }
  return placed;
}

function paired(a: TableNumber, b: TableNumber): Omit<NumberPair, "table"> {
  const column = a.column === b.column ? a.column : `${a.column} / ${b.column}`;
  return {
    name: [a.row, column].filter((part) => part !== "").join(": "),
    unit: a.unit === b.unit ? a.unit : `${a.unit} / ${b.unit}`,
    digits: a.digits ?? (Number.isInteger(a.value) && Number.isInteger(b.value) ? 0 : 3),
    a: a.value,
    b: b.value,
    difference: a.unit === b.unit ? b.value - a.value : null,
  };
}
