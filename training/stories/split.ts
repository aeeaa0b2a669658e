import { contentHash } from "../../src/hash";

/**
 * Where a text belongs, by its content alone: equal contents are always on the same side, whatever their seeds. `share` in
 * a hundred each are "dev" and "test".
 */
export function partOf(content: string, share = 1): "train" | "dev" | "test" {
  const place = Number.parseInt(contentHash(content).slice(-8), 16) % 100;
  return place < share ? "dev" : place < 2 * share ? "test" : "train";
}
