/** How rotary frequencies are derived from the config. */
export interface RopeConfig {
  /** Base of the frequencies. */
  readonly theta: number;
  /** R: how many numbers of each head are turned, the first ones. */
  readonly turned: number;
  readonly scaling: RopeScaling;
}

export type RopeScaling =
  | { readonly kind: "default" }
  | { readonly kind: "linear"; readonly factor: number }
  | {
      readonly kind: "llama3";
      readonly factor: number;
      readonly lowFrequencyFactor: number;
      readonly highFrequencyFactor: number;
      readonly originalContext: number;
    }
  | {
      readonly kind: "yarn";
      readonly factor: number;
      /** Turns within the original context from which on a frequency is kept, and up to which it is divided. */
      readonly fast: number;
      readonly slow: number;
      /** Whether the bounds of the ramp between the two are whole dimensions. */
      readonly truncate: boolean;
      readonly originalContext: number;
      /** What cosines and sines are multiplied by. */
      readonly attentionFactor: number;
    }
  | {
      readonly kind: "longrope";
      /** What each frequency is divided by. */
      readonly factors: readonly number[];
      readonly attentionFactor: number;
    };

const f32 = Math.fround;

/**
 * Inverse frequencies [R/2] of rotary position embeddings (Su et al. 2021), with linear position interpolation (Chen et
 * al. 2023), Llama 3's scaling by wavelength, YaRN (Peng et al. 2023) or LongRoPE (Ding et al. 2024). Every step is rounded to
 * f32 as PyTorch does it, so that angles at long positions agree to the bit.
 */
export function inverseFrequencies(rope: RopeConfig): Float32Array {
  const { theta, turned } = rope;
  const scaled = scaler(rope);
  return Float32Array.from({ length: turned / 2 }, (_, i) => scaled(f32(f32(theta) ** f32((2 * i) / turned)), i));
}

/** The inverse frequency of pair i from its period (in positions, over 2 pi). */
function scaler({ theta, turned, scaling }: RopeConfig): (period: number, i: number) => number {
  switch (scaling.kind) {
    case "default":
      return (period) => f32(1 / period);
    case "linear":
      return (period) => f32(f32(1 / period) / scaling.factor);
    case "llama3":
      return (period) => byWavelength(f32(1 / period), scaling);
    case "longrope":
      return (period, i) => f32(1 / f32(f32(scaling.factors[i]!) * period));
    case "yarn": {
      const [low, high] = rampOf(theta, turned, scaling);
      return (period, i) => {
        const kept = f32(1 - Math.min(1, Math.max(0, f32(f32(i - low) / f32(high - low)))));
        return f32(f32(f32(1 / f32(scaling.factor * period)) * f32(1 - kept)) + f32(f32(1 / period) * kept));
      };
    }
  }
}

function byWavelength(frequency: number, scaling: Extract<RopeScaling, { kind: "llama3" }>): number {
  const { factor, lowFrequencyFactor: low, highFrequencyFactor: high, originalContext } = scaling;
  const wavelength = f32((2 * Math.PI) / frequency);
  if (wavelength > originalContext / low) return f32(frequency / factor);
  if (wavelength < originalContext / high) return frequency;
  const smooth = f32(f32(f32(originalContext / wavelength) - low) / (high - low));
  return f32(f32(f32(f32(1 - smooth) * frequency) / factor) + f32(smooth * frequency));
}

/** The pairs between which YaRN goes from keeping a frequency to dividing it. */
function rampOf(
  theta: number,
  turned: number,
  { fast, slow, truncate, originalContext }: Extract<RopeScaling, { kind: "yarn" }>,
): readonly [low: number, high: number] {
  const pairOf = (turns: number) =>
    (turned * Math.log(originalContext / (turns * 2 * Math.PI))) / (2 * Math.log(theta));
  const [first, last] = [pairOf(fast), pairOf(slow)];
  const low = Math.max(0, truncate ? Math.floor(first) : first);
  const high = Math.min(turned - 1, truncate ? Math.ceil(last) : last);
  return [low, high === low ? high + 0.001 : high];
}

/**
 * Cosines and sines [positions, pairs] of position times inverse frequency. Pairs beyond the R/2 that are turned stay as they
 * are: cosine 1, sine 0.
 */
export function rotaryTables(
  rope: RopeConfig,
  pairs: number,
  positions: number,
): { readonly cos: Float32Array<ArrayBuffer>; readonly sin: Float32Array<ArrayBuffer> } {
  const frequencies = inverseFrequencies(rope);
  const factor = "attentionFactor" in rope.scaling ? f32(rope.scaling.attentionFactor) : 1;
  const cos = new Float32Array(positions * pairs).fill(1);
  const sin = new Float32Array(positions * pairs);
  for (let position = 0; position < positions; position++) {
    for (const [i, frequency] of frequencies.entries()) {
      const angle = f32(position * frequency);
      cos[position * pairs + i] = f32(Math.cos(angle)) * factor;
      sin[position * pairs + i] = f32(Math.sin(angle)) * factor;
    }
  }
  return { cos, sin };
}
