import { LabError } from "../result";
import type { Position } from "./engine";
import type { ReadText } from "./text-checks";

/** Positions from the first up to, not including, the second; absolute, the template's tokens counted. */
export type Stretch = readonly [from: number, to: number];

/** The tokens of a text that are read (`Position` says which). Throws `input-invalid` where there are none. */
export function stretchOf({ prefix, tokens, ids }: ReadText, text: number, position: Position): Stretch {
  const own = prefix.length;
  const end = ids.length;
  if (position === "last") return [end - 1, end];
  if (position === "mean" || position === "all") return [own === 0 && end > 1 ? 1 : own, end];
  const [from, to] =
    "behind" in position
      ? [tokens.findIndex(({ utf16 }) => utf16[1] > (position.behind[text] ?? 0)), tokens.length]
      : [counted(position.from, tokens.length), counted(position.to ?? tokens.length, tokens.length)];
  if (from >= 0 && from < to) return [own + from, own + to];
  throw new LabError({
    code: "input-invalid",
    what: `Text ${text + 1} has ${tokens.length} tokens, and none where activations are to be read.`,
    remedy: "Read other positions, or give longer texts.",
    facts: { text: text + 1, tokens: tokens.length },
  });
}

/** A place among n tokens; negative places are counted from the end. */
function counted(place: number, n: number): number {
  return Math.max(0, Math.min(n, place < 0 ? n + place : place));
}

const mostNumbers = 2 ** 27;

/** Throws `input-invalid` where all tokens one by one would not fit into half a gigabyte. */
export function checkSize(stretches: readonly Stretch[], numbersOfToken: number): void {
  const numbers = stretches.reduce((sum, [from, to]) => sum + to - from, 0) * numbersOfToken;
  if (numbers <= mostNumbers) return;
  throw new LabError({
    code: "input-invalid",
    what: `All tokens of ${stretches.length} texts at every layer are ${Math.round(numbers / 2 ** 18)} MiB of activations.`,
    remedy: "Read the mean of each text, or give fewer texts.",
    facts: { texts: stretches.length, numbers },
  });
}
