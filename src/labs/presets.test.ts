import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentModule } from "../experiments/documents";
import { labIds, type Recording } from "../experiments/experiment";
import { readRecording } from "../experiments/recording";
import type { Preset } from "./lab";

type AnyDocument = Record<string, unknown>;
const folder = new URL("../../public/", import.meta.url);
const presetModules = import.meta.glob<{ readonly presets: readonly Preset<AnyDocument>[] }>("./*/presets.ts", {
  eager: true,
});

const sha256 = (path: string) =>
  createHash("sha256")
    .update(readFileSync(new URL(path, folder)))
    .digest("hex");

describe.each(labIds)("the presets of %s", (lab) => {
  const { presets } = presetModules[`./${lab}/presets.ts`]!;

  test("there are at least two, and no recording without a preset", () => {
    expect(presets.length).toBeGreaterThanOrEqual(2);
    const recorded = readdirSync(new URL(`presets/${lab}/`, folder)).toSorted();
    expect(recorded).toEqual(presets.map(({ id }) => `${id}.json`).toSorted());
  });

  test.each(presets.map((preset) => [preset.id, preset] as const))(
    "%s opens on what `npm run record` made",
    async (id, preset) => {
      const path = new URL(`presets/${lab}/${id}.json`, folder);
      expect(existsSync(path), "run `npm run record`").toBe(true);
      const opened = await readRecording(readFileSync(path, "utf8"));
      if (!opened.ok) throw new Error(opened.problem.what);
      const { recording } = opened.value as { readonly recording: Recording };
      const { defaults } = await documentModule(lab);
      expect(recording.document, "recorded from other settings").toEqual({
        ...(defaults as AnyDocument),
        ...preset.settings,
      });
      for (const [checkpoint, hash] of Object.entries(recording.recorded.checkpoints)) {
        expect(sha256(`models/${checkpoint}/model.safetensors`), `${checkpoint} was trained anew since`).toBe(hash);
      }
    },
  );
});
