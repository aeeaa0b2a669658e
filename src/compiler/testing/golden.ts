import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Checkpoint } from "../../checkpoints/checkpoint";
import { filesOf } from "../../checkpoints/node-files";
import { openCheckpoint } from "../../checkpoints/open";

export interface GoldenTensor {
  readonly dims: readonly number[];
  readonly data: readonly number[];
}

/** What PyTorch makes of a checkpoint (golden/make.py): logits and hooks are those of positions from `firstPosition` on. */
export interface Golden {
  readonly ids: readonly number[];
  readonly greedy: readonly number[];
  readonly firstPosition: number;
  readonly logits: GoldenTensor;
  readonly hooks: Readonly<Record<string, GoldenTensor>>;
}

const folder = fileURLToPath(new URL("../golden/", import.meta.url));

/** The checkpoints of the Llama family. */
export const goldenNames: readonly string[] = foldersIn("").filter((name) => name !== "architectures");

/** Those of the other architectures. */
export const architectureNames: readonly string[] = foldersIn("architectures/");

function foldersIn(parent: string): readonly string[] {
  return readdirSync(`${folder}${parent}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}${entry.name}`);
}

export async function openGolden(
  name: string,
): Promise<{ readonly checkpoint: Checkpoint; readonly expected: Golden }> {
  const checkpoint = await openCheckpoint(await filesOf(`${folder}${name}`), { embeddedBase: "" });
  const expected = JSON.parse(readFileSync(`${folder}${name}/expected.golden.json`, "utf8")) as Golden;
  return { checkpoint, expected };
}
