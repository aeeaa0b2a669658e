import type { Checkpoint } from "../checkpoints/checkpoint";
import { toFloat32 } from "../checkpoints/dtype";
import { difference } from "../merging/arithmetic/vectors";
import { ProfileBuilder, type WeightProfile } from "../merging/profile";
import { writePack } from "../merging/skillpack/file";
import { packDelta, type PackedTensor, packedBytes, type PackSettings } from "../merging/skillpack/pack";
import { layerTensorName, outerRole } from "../merging/tensor-name";
import { LabError } from "../result";

/** How far a task over all tensors has come. */
export interface TensorProgress {
  readonly done: number;
  readonly total: number;
}

export interface TensorTask {
  readonly signal: AbortSignal;
  readonly emit: (progress: TensorProgress) => void;
  /** Lets the worker hear that it is to stop. */
  readonly pause: () => Promise<void>;
}

/** Experts compared with their base. */
export interface ProfileRequest {
  readonly base: string;
  readonly experts: readonly string[];
  /** Condition numbers too, which take longer. */
  readonly conditions: boolean;
}

/** A fine-tune's difference from its base to be packed. */
export interface PackRequest {
  readonly base: string;
  readonly tuned: string;
  readonly pack: PackSettings;
}

/** What a pack holds, in bytes: itself, and the difference as it would be stored whole. */
export interface Packed {
  readonly file: Uint8Array;
  readonly packedBytes: number;
  readonly fullBytes: number;
}

/** Compares experts with their base tensor by tensor. Throws `checkpoints-incompatible` where a tensor is missing or differs in shape. */
export async function profileWeights(
  base: readonly [string, Checkpoint],
  experts: readonly (readonly [string, Checkpoint])[],
  conditions: boolean,
  { signal, emit, pause }: TensorTask,
): Promise<WeightProfile> {
  const builder = new ProfileBuilder(
    base[0],
    experts.map(([name]) => name),
    conditions,
  );
  const names = namesOf(base[1]);
  for (const [index, name] of names.entries()) {
    signal.throwIfAborted();
    const { shape } = base[1].tensors.get(name)!;
    const values: Float32Array[] = [];
    for (const expert of experts) values.push(await valuesOf(expert, name, shape, base[0], signal));
    builder.add(name, shape, toFloat32(await base[1].tensor(name, { signal })), values);
    emit({ done: index + 1, total: names.length });
    await pause();
  }
  return builder.profile();
}

/** Packs what a fine-tune changed. */
export async function packSkill(
  base: readonly [string, Checkpoint],
  tuned: readonly [string, Checkpoint],
  settings: PackSettings,
  { signal, emit, pause }: TensorTask,
): Promise<Packed> {
  const packed = new Map<string, PackedTensor>();
  let [small, full] = [0, 0];
  const names = namesOf(base[1]);
  for (const [index, name] of names.entries()) {
    signal.throwIfAborted();
    const { shape } = base[1].tensors.get(name)!;
    const values = await valuesOf(tuned, name, shape, base[0], signal);
    const delta = difference(values, toFloat32(await base[1].tensor(name, { signal })));
    const tensor = packDelta(delta, name, shape, settings);
    packed.set(name, tensor);
    small += packedBytes(tensor);
    full += delta.byteLength;
    emit({ done: index + 1, total: names.length });
    await pause();
  }
  const head = { base: base[0], tuned: tuned[0], settings: JSON.stringify(settings) };
  return { file: writePack(head, packed), packedBytes: small, fullBytes: full };
}

/** A tied head is the embeddings and is not told twice. */
function namesOf({ tensors, config }: Checkpoint): readonly string[] {
  const tied = config["tie_word_embeddings"] === true;
  return [...tensors.keys()].filter((name) => !(tied && !layerTensorName(name) && outerRole(name) === "head"));
}

async function valuesOf(
  [model, checkpoint]: readonly [string, Checkpoint],
  name: string,
  shape: readonly number[],
  base: string,
  signal: AbortSignal,
): Promise<Float32Array> {
  const found = checkpoint.tensors.get(name);
  if (found && JSON.stringify(found.shape) === JSON.stringify(shape)) {
    return toFloat32(await checkpoint.tensor(name, { signal }));
  }
  const has = found ? `[${found.shape.join(", ")}]` : "missing";
  throw new LabError({
    code: "checkpoints-incompatible",
    what: `${name} is [${shape.join(", ")}] in ${base} and ${has} in ${model}.`,
    remedy: "Compare checkpoints of one architecture and size, such as fine-tunes of one base.",
    facts: { tensor: name, base, model },
  });
}
