import type { SearchGoal } from "../../experiments/documents/merging";
import type { MergingResult, Role } from "./result";

const short: Readonly<Record<Role, string>> = { base: "Base", a: "A", b: "B", average: "Average", merge: "Merge" };

/** `A: polyglot-de`, `Average`. */
export function titleOf({ models }: Pick<MergingResult, "models">, role: Role): string {
  const name = models.find((model) => model.role === role)?.name ?? "";
  return name === "" ? short[role] : `${short[role]}: ${name}`;
}

export function shortTitle(role: Role): string {
  return short[role];
}

/** What a search judges by: its name on a control, the number, its unit, and the digits that tell two merges apart. */
export const goalTitles: Readonly<
  Record<
    SearchGoal,
    { readonly name: string; readonly measured: string; readonly unit: string; readonly digits: number }
  >
> = {
  "bits-per-byte": { name: "bits per byte", measured: "Bits per byte", unit: "bits per byte", digits: 3 },
  arithmetic: { name: "sums solved", measured: "Share of sums solved", unit: "of sums solved", digits: 2 },
  adherence: {
    name: "right answers in the language asked, not in English",
    measured: "Share of right answers given in the language asked rather than in English",
    unit: "of right answers in it",
    digits: 2,
  },
  instructions: {
    name: "instructions kept",
    measured: "Share of instructions kept",
    unit: "of instructions kept",
    digits: 2,
  },
  symbols: {
    name: "symbols in context",
    measured: "Share of symbol tasks solved, of which a quarter is chance",
    unit: "of symbol tasks solved",
    digits: 2,
  },
};
