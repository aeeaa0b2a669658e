/** Values as whole numbers of few bits, one scale for all: value = code · scale, codes from -(2^(bits-1) - 1) up. */
export interface Quantised {
  readonly bits: number;
  readonly scale: number;
  /** Two's complement, the first value in the lowest bits. */
  readonly codes: Uint8Array;
}

/** Rounds to the nearest code; zeros stay zeros. */
export function quantise(values: ArrayLike<number>, bits: number): Quantised {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  const steps = 2 ** (bits - 1) - 1;
  const scale = Math.fround(largest / steps);
  const codes = new Uint8Array(Math.ceil((values.length * bits) / 8));
  for (let i = 0; i < values.length; i++) {
    const code = scale === 0 ? 0 : Math.max(-steps, Math.min(steps, Math.round(values[i]! / scale)));
    for (let bit = 0; bit < bits; bit++) {
      const at = i * bits + bit;
      if ((code >> bit) & 1) codes[at >> 3]! |= 1 << (at & 7);
    }
  }
  return { bits, scale, codes };
}

export function dequantise({ bits, scale, codes }: Quantised, length: number): Float64Array {
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let code = 0;
    for (let bit = 0; bit < bits; bit++) {
      const at = i * bits + bit;
      code |= ((codes[at >> 3]! >> (at & 7)) & 1) << bit;
    }
    values[i] = ((code << (32 - bits)) >> (32 - bits)) * scale;
  }
  return values;
}
