import type { ByteSource } from "../byte-source";
import type { RawConfig } from "../checkpoint";
import { toFloat32 } from "../dtype";
import type { MetadataReader } from "./metadata";

/** What a file divides its rotary frequencies by, one number for each, where it says so by tensors. */
export interface RotaryTables {
  readonly rope_freqs?: Float32Array;
  /** Of LongRoPE: for texts within the original context, and for longer ones. */
  readonly rope_factors_short?: Float32Array;
  readonly rope_factors_long?: Float32Array;
}

const tables = ["rope_freqs", "rope_factors_short", "rope_factors_long"] as const;

/** Reads the tables that there are. Throws `gguf-header` for one that is not F32. */
export async function readRotaryTables(
  read: MetadataReader,
  source: ByteSource,
  signal?: AbortSignal,
): Promise<RotaryTables> {
  const found = tables.flatMap((name) => {
    const tensor = read.header.tensors.find((tensor) => tensor.name === `${name}.weight`);
    return tensor ? [{ name, tensor }] : [];
  });
  const entries = found.map(async ({ name, tensor: { type, start, end } }) => {
    if (type.values !== "F32") throw read.bad(`stores ${name}.weight as ${type.name}, where F32 is needed`);
    return [name, toFloat32({ type: "F32", bytes: await source.read(start, end, signal) })] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** `rope_scaling` of config.json, empty where nothing is scaled. Throws `gguf-header` for tables that say too little. */
export function ropeScaling(
  read: MetadataReader,
  headSize: number,
  { rope_freqs: factors, rope_factors_short: short, rope_factors_long: long }: RotaryTables,
): RawConfig {
  if (factors) return { rope_scaling: llama3Scaling(read, headSize, factors) };
  const kind = read.text(`${read.architecture}.rope.scaling.type`, "none");
  if (short && long) return { rope_scaling: longRope(read, short, long) };
  if (short || long || kind === "longrope") throw read.bad("scales by LongRoPE without both tables of its factors");
  if (kind === "none") return {};
  const scaling = { rope_type: kind, factor: single(read.number("rope.scaling.factor", 1)) };
  if (kind === "linear") return { rope_scaling: scaling };
  return {
    rope_scaling: {
      ...scaling,
      original_max_position_embeddings: read.number(
        "rope.scaling.original_context_length",
        read.number("context_length"),
      ),
    },
  };
}

/** Source: Phi-3 in convert_hf_to_gguf.py, which writes the factors and what cosines and sines are multiplied by. */
function longRope(read: MetadataReader, short: Float32Array, long: Float32Array): RawConfig {
  const attention = "rope.scaling.attn_factor";
  return {
    rope_type: "longrope",
    short_factor: Array.from(short, single),
    long_factor: Array.from(long, single),
    original_max_position_embeddings: read.number("rope.scaling.original_context_length"),
    ...(read.has(attention) && { attention_factor: single(read.number(attention)) }),
  };
}

/**
 * Llama 3's scaling is written as one divisor for each frequency. They are those of the published settings (low 1, high 4,
 * 8,192 positions) with the largest divisor as the factor; a file whose divisors are others is refused.
 */
function llama3Scaling(read: MetadataReader, headSize: number, factors: Float32Array): RawConfig {
  const scaling = {
    rope_type: "llama3",
    factor: single(Math.max(...factors)),
    low_freq_factor: 1,
    high_freq_factor: 4,
    original_max_position_embeddings: 8192,
  };
  const theta = read.number("rope.freq_base", 10_000);
  for (const [i, given] of factors.entries()) {
    const wavelength = 2 * Math.PI * theta ** ((2 * i) / headSize);
    if (Math.abs(llama3Divisor(wavelength, scaling) - given) > 1e-3 * given) {
      throw read.bad(`scales its rotary frequencies in a way that the lab does not know (divisor ${i} is ${given})`);
    }
  }
  return scaling;
}

function llama3Divisor(
  wavelength: number,
  scaling: {
    readonly factor: number;
    readonly low_freq_factor: number;
    readonly high_freq_factor: number;
    readonly original_max_position_embeddings: number;
  },
): number {
  const turns = scaling.original_max_position_embeddings / wavelength;
  if (turns > scaling.high_freq_factor) return 1;
  if (turns < scaling.low_freq_factor) return scaling.factor;
  const smooth = (turns - scaling.low_freq_factor) / (scaling.high_freq_factor - scaling.low_freq_factor);
  return 1 / ((1 - smooth) / scaling.factor + smooth);
}

/** The decimal number that was rounded to f32 when it was written: 1e-5 rather than 0.000009999999747. */
export function single(value: number): number {
  return Number(value.toPrecision(7));
}
