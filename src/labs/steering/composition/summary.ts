import type { Strategy } from "../../../steering/dynamic-strength";
import { mean } from "../../../vectors";
import type { CompositionResult } from "./result";

/** A strategy over all texts: means, null where nothing was written; strengths and places one a property. */
export interface StrategySummary {
  readonly strategy: Strategy;
  readonly strengths: readonly (number | null)[];
  readonly places: readonly (number | null)[];
  readonly bitsPerByte: number | null;
}

export function summaryOf({ texts, properties }: CompositionResult, strategy: Strategy): StrategySummary {
  const rows = texts.flatMap((text) => text.rows.filter((row) => row.strategy === strategy));
  const pieces = rows.flatMap((row) => row.pieces);
  return {
    strategy,
    strengths: properties.map((_, k) => meanOf(pieces.map(({ strengths }) => strengths[k]!))),
    places: properties.map((_, k) => meanOf(rows.flatMap(({ places }) => (places === null ? [] : [places[k]!])))),
    bitsPerByte: meanOf(rows.flatMap(({ bitsPerByte }) => (bitsPerByte === null ? [] : [bitsPerByte]))),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : mean(values);
}
