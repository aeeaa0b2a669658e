/**
 * A 106-bit hash as 28 hexadecimal digits: two runs of cyrb53 with different seeds. It names caches and models; it is no
 * protection against somebody who looks for collisions.
 */
export function contentHash(data: string | Uint8Array): string {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return [0x9e3779b9, 0x7f4a7c15].map((seed) => cyrb53(bytes, seed).toString(16).padStart(14, "0")).join("");
}

function cyrb53(bytes: Uint8Array, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < bytes.length; i++) {
    high = Math.imul(high ^ bytes[i]!, 2654435761);
    low = Math.imul(low ^ bytes[i]!, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
