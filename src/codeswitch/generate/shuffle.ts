import type { Random } from "../../random";

/** The values in random order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
  const result = [...values];
  for (let end = result.length - 1; end > 0; end -= 1) {
    const other = Math.floor(random() * (end + 1));
    [result[end], result[other]] = [result[other]!, result[end]!];
  }
  return result;
}
