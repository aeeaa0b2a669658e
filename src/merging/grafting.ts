/** How much of a fine-tune's gain a graft has: (L_base - L_graft) / (L_base - L_tuned), by losses. Null where there was no gain. */
export function recoveredShare(base: number, graft: number, tuned: number): number | null {
  return base === tuned ? null : (base - graft) / (base - tuned);
}

/** Places that two masks share, of those that either has (Jaccard); 1 for two empty masks. */
export function maskOverlap(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    both += a[i]! & b[i]!;
    either += a[i]! | b[i]!;
  }
  return either === 0 ? 1 : both / either;
}
