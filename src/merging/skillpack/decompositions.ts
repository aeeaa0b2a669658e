import { contentHash } from "../../hash";
import { type Svd, svd } from "../arithmetic/svd";

/** Of eight layers of width 256 all matrices are kept. */
const keptBytes = 96 * 2 ** 20;

const kept = new Map<string, Svd>();
let bytes = 0;

/** `svd`, kept by content for the next time: a curve of sizes cuts the same matrices at one energy after another. */
export function decompositionOf(matrix: Float32Array, rows: number, columns: number): Svd {
  const key = `${rows} ${columns} ${contentHash(new Uint8Array(matrix.buffer, matrix.byteOffset, matrix.byteLength))}`;
  const found = kept.get(key) ?? svd(matrix, rows, columns);
  if (!kept.delete(key)) bytes += sizeOf(found);
  kept.set(key, found);
  for (const [oldest, one] of kept) {
    if (bytes <= keptBytes) break;
    kept.delete(oldest);
    bytes -= sizeOf(one);
  }
  return found;
}

function sizeOf({ sigma, left, right }: Svd): number {
  return sigma.byteLength + left.byteLength + right.byteLength;
}
