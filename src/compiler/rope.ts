/** How rotary frequencies are derived from the config. */
export interface RopeConfig {
  /** Base of the frequencies. */
  readonly theta: number;
  readonly scaling:
    | { readonly kind: "default" }
    | { readonly kind: "linear"; readonly factor: number }
    | {
        readonly kind: "llama3";
        readonly factor: number;
        readonly lowFrequencyFactor: number;
        readonly highFrequencyFactor: number;
        readonly originalContext: number;
      };
}

const f32 = Math.fround;

/**
 * Inverse frequencies [A/2] of rotary position embeddings (Su et al. 2021), with linear position interpolation (Chen et
 * al. 2023) or Llama 3's scaling by wavelength. Every step is rounded to f32 as PyTorch does it, so that angles at long
 * positions agree to the bit.
 */
export function inverseFrequencies(rope: RopeConfig, headSize: number): Float32Array {
  const frequencies = new Float32Array(headSize / 2);
  for (let i = 0; i < frequencies.length; i++) {
    frequencies[i] = scaled(f32(1 / f32(f32(rope.theta) ** f32((2 * i) / headSize))), rope.scaling);
  }
  return frequencies;
}

function scaled(frequency: number, scaling: RopeConfig["scaling"]): number {
  switch (scaling.kind) {
    case "default":
      return frequency;
    case "linear":
      return f32(frequency / scaling.factor);
    case "llama3": {
      const { factor, lowFrequencyFactor: low, highFrequencyFactor: high, originalContext } = scaling;
      const wavelength = f32((2 * Math.PI) / frequency);
      if (wavelength > originalContext / low) return f32(frequency / factor);
      if (wavelength < originalContext / high) return frequency;
      const smooth = f32(f32(f32(originalContext / wavelength) - low) / (high - low));
      return f32(f32(f32(f32(1 - smooth) * frequency) / factor) + f32(smooth * frequency));
    }
  }
}

/** Cosines and sines [positions, A/2] of position times inverse frequency. */
export function rotaryTables(
  rope: RopeConfig,
  headSize: number,
  positions: number,
): { readonly cos: Float32Array<ArrayBuffer>; readonly sin: Float32Array<ArrayBuffer> } {
  const frequencies = inverseFrequencies(rope, headSize);
  const half = frequencies.length;
  const cos = new Float32Array(positions * half);
  const sin = new Float32Array(positions * half);
  for (let position = 0; position < positions; position++) {
    for (let i = 0; i < half; i++) {
      const angle = f32(position * frequencies[i]!);
      cos[position * half + i] = Math.cos(angle);
      sin[position * half + i] = Math.sin(angle);
    }
  }
  return { cos, sin };
}
