import { isObject, type Json } from "./delta";
import type { LabId } from "./experiment";

/** The version in which links and files are written. */
export const currentVersion = 2;

/**
 * What a link holds (the part of a document that differs from the defaults) from one version to the next. A changed default
 * is a migration too: it writes the old default into every link that left it out. Entry n makes n + 1 of n.
 */
export type Migration = (lab: LabId, delta: Json) => Json;

export const migrations: Readonly<Record<number, Migration>> = {
  // Twelve instead of eight texts a language are written in the scorecard.
  1: (lab, delta) => (lab === "measures" && isObject(delta) ? { written: 8, ...delta } : delta),
};

/** A delta of an older version, upgraded one step at a time. */
export function migrate(
  lab: LabId,
  delta: Json,
  from: number,
  to: number = currentVersion,
  steps: Readonly<Record<number, Migration>> = migrations,
): Json {
  let upgraded = delta;
  for (let version = from; version < to; version += 1) {
    const step = steps[version];
    if (!step) throw new Error(`There is no migration from version ${version}.`);
    upgraded = step(lab, upgraded);
  }
  return upgraded;
}
