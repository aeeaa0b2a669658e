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
