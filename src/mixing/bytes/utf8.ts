/** Bytes of the character that begins with this byte; 1 for a byte that begins none. */
export function widthOf(lead: number): number {
  if (lead > 0xf4) return 1;
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc2 ? 2 : 1;
}

/** Where the character begins that the bytes leave incomplete; their length where there is none. */
export function pendingStart(bytes: ArrayLike<number>): number {
  for (let i = bytes.length - 1; i >= Math.max(0, bytes.length - 3); i--) {
    const byte = bytes[i]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.length - i < widthOf(byte) ? i : bytes.length;
  }
  return bytes.length;
}
