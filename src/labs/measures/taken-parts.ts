import { measuresOf } from "../../measures/card/registry";
import type { TakenPart } from "../lab";
import type { MeasuresResult, Taken } from "./result";

/** What a result took over, said once for the variants that took the same measures from the same day and backend. */
export function takenParts({ variants, readings }: MeasuresResult): readonly TakenPart[] {
  const rows = readings.flatMap(({ variant, taken = {} }) => {
    const days = new Set(Object.values(taken).map(dayOf));
    return [...days].map((day) => {
      const own = Object.entries(taken).filter(([, from]) => dayOf(from) === day);
      const measures = listed(measuresOf(own.map(([id]) => id)).map(({ name }) => name));
      return { variant: variants.find(({ id }) => id === variant)?.title ?? variant, measures, day, from: own[0]![1] };
    });
  });
  const kinds = new Set(rows.map(({ day, measures }) => `${day} ${measures}`));
  return [...kinds].map((kind) => {
    const alike = rows.filter(({ day, measures }) => `${day} ${measures}` === kind);
    const [{ measures, from }] = alike as [(typeof rows)[number]];
    return {
      what: `${measures} of ${listed(alike.map(({ variant }) => variant))}`,
      on: from.on,
      backend: from.backend,
      checkpoints: Object.fromEntries(alike.flatMap((row) => Object.entries(row.from.checkpoints))),
    };
  });
}

function dayOf({ on, backend }: Taken): string {
  return `${on} ${backend}`;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en").format(names);
}
