import type { WeightFormat } from "../compiler/program";
import type { Capabilities } from "./engine";

const gibibyte = 2 ** 30;
/** Memory of a machine that does not say what it has. */
const assumedMemory = 4 * gibibyte;

export interface WeightChoice {
  /** Bytes that a program holds while it runs, in each format. */
  readonly bytes: Readonly<Record<WeightFormat, number>>;
  /** Bits of the blocks in which the checkpoint is stored, if it is. */
  readonly storedBits?: 4 | 8;
  readonly backend: "webgpu" | "wasm";
  readonly capabilities: Capabilities;
  /** Bytes of memory of the machine, where the browser says. */
  readonly memory?: number;
}

/**
 * The format for `auto`. Blocks stay as they are stored. Otherwise the first that fits a share of the memory: halves where
 * the adapter computes with them, else single precision; then 8 bits, then 4.
 */
export function chooseWeights({ bytes, storedBits, backend, capabilities, memory }: WeightChoice): WeightFormat {
  if (storedBits !== undefined) return storedBits === 4 ? "q4" : "q8";
  const halves = backend === "webgpu" && capabilities.webgpu.available && capabilities.webgpu.f16;
  const order = [halves ? "f16" : "f32", "q8", "q4"] as const;
  return order.find((format) => bytes[format] <= budget(backend, memory ?? assumedMemory)) ?? "q4";
}

/** Half of the memory for a graphics adapter, which often shares it; of WASM's 4 GiB what runs leave free. */
function budget(backend: "webgpu" | "wasm", memory: number): number {
  return backend === "webgpu" ? memory / 2 : Math.min(memory / 4, 1.5 * gibibyte);
}
