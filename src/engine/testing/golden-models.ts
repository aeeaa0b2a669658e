import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filesOf } from "../../checkpoints/node-files";
import type { Engine, LoadOptions, Model } from "../engine";

export interface GoldenTensor {
  readonly dims: readonly number[];
  readonly data: readonly number[];
}

/** What PyTorch makes of a tiny checkpoint (compiler/golden/make.py); logits and hooks from `firstPosition` on. */
export interface Golden {
  readonly ids: readonly number[];
  readonly greedy: readonly number[];
  readonly firstPosition: number;
  readonly logits: GoldenTensor;
  readonly hooks: Readonly<Record<string, GoldenTensor>>;
}

const tiny = fileURLToPath(new URL("../../compiler/golden/", import.meta.url));
const embedded = fileURLToPath(new URL("../../../public/models/", import.meta.url));

export const tinyNames: readonly string[] = readdirSync(tiny, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "architectures")
  .map((entry) => entry.name);

export async function loadTiny(
  engine: Engine,
  name: string,
  options?: LoadOptions,
): Promise<{ readonly model: Model; readonly expected: Golden }> {
  const expected = JSON.parse(readFileSync(`${tiny}${name}/expected.golden.json`, "utf8")) as Golden;
  return { model: await engine.load(await filesOf(`${tiny}${name}`), options), expected };
}

export async function loadEmbedded(engine: Engine, id: string, options?: LoadOptions): Promise<Model> {
  return await engine.load(await filesOf(`${embedded}${id}`), options);
}

/** The files of a checkpoint, with other values in one that is JSON. */
export async function withJson(files: readonly File[], name: string, changes: object): Promise<File[]> {
  const changed = files.map(async (file) =>
    file.name === name ? new File([JSON.stringify({ ...JSON.parse(await file.text()), ...changes })], name) : file,
  );
  return await Promise.all(changed);
}

export function embeddedWeights(id: string): Uint8Array {
  return readFileSync(`${embedded}${id}/model.safetensors`);
}

/** The part of a [1,S,..] activation from a position on; of a pattern [1,H,S,T] for every head. */
export function from(
  { dims, data }: { readonly dims: readonly number[]; readonly data: Float32Array },
  position: number,
): number[] {
  const positionAxis = dims.length - 2;
  const heads = dims.slice(0, positionAxis).reduce((product, size) => product * size, 1);
  const [positions, width] = dims.slice(positionAxis) as [number, number];
  return Array.from({ length: heads }, (_, head) =>
    Array.from(data.subarray((head * positions + position) * width, (head + 1) * positions * width)),
  ).flat();
}
