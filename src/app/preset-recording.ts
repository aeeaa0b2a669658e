import type { LabId, Recording } from "../experiments/experiment";
import { readRecording } from "../experiments/recording";

/** The result that comes with a preset; undefined where there is none to read. Rejects where the network fails. */
export async function fetchPresetRecording(lab: LabId, preset: string): Promise<Recording | undefined> {
  const response = await fetch(`presets/${lab}/${preset}.json`);
  if (!response.ok) return undefined;
  const read = await readRecording(await response.text());
  return read.ok ? read.value.recording : undefined;
}
