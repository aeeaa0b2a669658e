import type { Checkpoint } from "../checkpoints/checkpoint";
import { toFloat32 } from "../checkpoints/dtype";
import { describeDecoder } from "../compiler/architectures";
import type { Norm } from "../compiler/architectures/architecture";
import { LabError, unwrap } from "../result";
import { headBias } from "../steering/head/head-vectors";
import { greatest, normed, valueVector, type VectorNorm } from "../steering/neurons/value-vectors";

/** Which neurons are read at the head. */
export interface ValueRequest {
  /** As numbers layer * F + f. */
  readonly neurons: readonly number[];
  /** Whether their value vectors are put through the model's final norm first. */
  readonly normed: boolean;
  /** Tokens told of each end. */
  readonly top: number;
}

/** The tokens that a neuron's value vector raises most and lowers most, and their logits by. */
export interface ValueTokens {
  readonly raised: readonly TokenChange[];
  readonly lowered: readonly TokenChange[];
}

interface TokenChange {
  readonly id: number;
  readonly by: number;
}

/**
 * W_U W_down[:, n] for each neuron n, from the weights alone: what a unit of its activation adds to the logits where nothing stands
 * between its layer and the head. A norm behind the MLP, where a family has one, is left out.
 */
export async function readValueTokens(
  checkpoint: Checkpoint,
  { neurons, normed: throughNorm, top }: ValueRequest,
  {
    onDone,
    pause,
    signal,
  }: {
    readonly onDone: (done: number) => void;
    readonly pause: () => Promise<void>;
    readonly signal: AbortSignal;
  },
): Promise<readonly ValueTokens[]> {
  const decoder = unwrap(describeDecoder(checkpoint));
  const { layers, width, mlpWidth, vocabulary } = decoder.geometry;
  checkNeurons(neurons, layers * mlpWidth);
  const values = async (name: string) => toFloat32(await checkpoint.tensor(name, { signal }));
  const head = (await values(decoder.head.weight)).subarray(0, vocabulary * width); // [V,D]
  const finalNorm = throughNorm ? await normOf(decoder.finalNorm, values) : undefined;
  const found: ValueTokens[] = [];
  let read: { readonly layer: number; readonly down: Float32Array } | undefined;
  for (const neuron of neurons) {
    await pause();
    signal.throwIfAborted();
    const layer = Math.floor(neuron / mlpWidth);
    const { weight, transposed } = decoder.blocks[layer]!.mlp.down;
    if (read?.layer !== layer) read = { layer, down: await values(weight) };
    const vector = valueVector(read.down, width, neuron % mlpWidth, transposed);
    const logits = headBias(head, finalNorm ? normed(vector, finalNorm) : vector);
    const told = (ids: readonly number[]) => ids.map((id) => ({ id, by: logits[id]! }));
    found.push({
      raised: told(greatest(logits, top)),
      lowered: told(
        greatest(
          logits.map((by) => -by),
          top,
        ),
      ),
    });
    onDone(found.length);
  }
  return found;
}

function checkNeurons(neurons: readonly number[], count: number): void {
  const absent = neurons.find((neuron) => !Number.isInteger(neuron) || neuron < 0 || neuron >= count);
  if (absent === undefined) return;
  throw new LabError({
    code: "intervention-invalid",
    what: `Neuron ${absent} does not exist: this model has ${count}.`,
    remedy: `Name neurons from 0 to ${count - 1}, layer by layer.`,
    facts: { neuron: absent, neurons: count },
  });
}

async function normOf(
  { kind, epsilon, gain, bias, plusOne }: Norm,
  values: (name: string) => Promise<Float32Array>,
): Promise<VectorNorm> {
  const stored = await values(gain);
  return {
    kind,
    epsilon,
    gain: plusOne ? stored.map((value) => value + 1) : stored,
    ...(bias !== undefined && { bias: await values(bias) }),
  };
}
