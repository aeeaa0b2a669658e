import { unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { unwrap } from "../result";
import type { Checkpoint } from "./checkpoint";
import { zipFolder } from "./export-folder";
import { filesOf } from "./node-files";
import { openCheckpoint } from "./open";
import { mergeCheckpoint } from "./virtual";

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

describe("a folder", () => {
  test("of a merge holds what transformers asks for, and opens as the merge it was", async () => {
    const parent = await openCheckpoint(await filesOf("src/compiler/golden/tied"), { embeddedBase: "" });
    const parents = new Map<string, Checkpoint>([["a", parent]]);
    const merged = unwrap(
      mergeCheckpoint(
        { merge_method: "passthrough", slices: [{ sources: [{ model: "a", parameters: { scale: 0.5 } }] }] },
        parents,
      ),
    );
    const steps: number[] = [];
    const files = unzipSync(
      joined(await zipFolder(merged, { "README.md": "# Merge" }, { onProgress: (done) => steps.push(done) })),
    );
    expect(Object.keys(files).toSorted()).toEqual([
      "README.md",
      "config.json",
      "generation_config.json",
      "model.safetensors",
    ]);
    expect(steps.at(-1)).toBe(merged.tensors.size);
    const again = await openCheckpoint(
      Object.entries(files).map(([name, bytes]) => new File([new Uint8Array(bytes)], name)),
      { embeddedBase: "" },
    );
    expect(again.config["num_hidden_layers"]).toBe(merged.plan.layers);
    for (const name of merged.tensors.keys()) {
      expect((await again.tensor(name)).bytes).toEqual((await merged.tensor(name)).bytes);
    }
  });

  test("of more than a zip can hold is refused before a weight is read", async () => {
    const parent = await openCheckpoint(await filesOf("src/compiler/golden/tied"), { embeddedBase: "" });
    const wide = { name: "wide", type: "F32", shape: [2 ** 15, 2 ** 15] } as const;
    const large = { ...parent, tensors: new Map([[wide.name, wide]]) };
    const onProgress = vi.fn();
    await expect(zipFolder(large, {}, { onProgress })).rejects.toMatchObject({
      problem: { code: "input-invalid", facts: { limit: 2 ** 32 - 2 ** 20 } },
    });
    expect(onProgress).not.toHaveBeenCalled();
  });
});
