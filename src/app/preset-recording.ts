import type { LabId, Recording } from "../experiments/experiment";
import { readRecording } from "../experiments/recording";

const fetched = new Map<string, Promise<Recording | undefined>>();

/** The result that comes with a preset, fetched once where it can be had; undefined where there is none to read. Rejects where the network fails. */
export function fetchPresetRecording(lab: LabId, preset: string): Promise<Recording | undefined> {
  const address = `presets/${lab}/${preset}.json`;
  const known = fetched.get(address);
  if (known) return known;
  const coming = read(address);
  fetched.set(address, coming);
  const forget = () => fetched.delete(address);
  coming.then((recording) => recording ?? forget(), forget);
  return coming;
}

async function read(address: string): Promise<Recording | undefined> {
  const response = await fetch(address);
  if (!response.ok) return undefined;
  const read = await readRecording(await response.text());
  return read.ok ? read.value.recording : undefined;
}
