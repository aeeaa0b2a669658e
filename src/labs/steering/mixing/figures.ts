import { showFixed } from "../../../ui/Table";
import type { MixedPiece } from "./result";

/** The numbers of a token in words. */
export function figuresOf(piece: MixedPiece, names: readonly string[]): string {
  const own = piece.modelProbabilities.map((probability, model) => `${names[model]} ${percent(probability)}`);
  return `probability ${percent(piece.probability)} together; ${own.join("; ")}; entropy ${showFixed(piece.entropy, 2)} nats`;
}

function percent(share: number): string {
  return `${showFixed(share * 100, share < 0.1 ? 1 : 0)}\u00a0%`;
}
