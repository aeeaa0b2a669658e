import { fail, ok, type Result } from "../result";
import { isObject, type Json } from "./delta";
import { type DocumentModule, documentModule } from "./documents";
import { type Experiment, type LabId, labIds, type Recording } from "./experiment";
import { currentVersion } from "./migrations";
import { invalid, type Opened, openDelta, readJson } from "./link";
import { tooLarge } from "./packing";

/** Largest file that is read, in characters. */
export const maxFileCharacters = 20_000_000;

/** An experiment from a file; with results where the file has them. */
export interface OpenedFile extends Opened {
  readonly recording?: Recording;
}

/** Reads a JSON file as it is exported and as presets are kept: settings, and results where there are any. */
export async function readRecording(
  text: string,
  load: (lab: LabId) => Promise<DocumentModule> = documentModule,
): Promise<Result<OpenedFile>> {
  if (text.length > maxFileCharacters) return fail(tooLarge(`The file has ${text.length} characters.`));
  const json = readJson(text);
  if (!isObject(json)) return fail(invalid("The file is not JSON of an experiment."));
  const lab = labIds.find((id) => id === json["lab"]);
  if (!lab) return fail(invalid("The file names no lab of this page."));
  const version = json["version"];
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
    return fail(invalid("The file's version is not a number."));
  }
  const opened = openDelta(lab, json["document"] ?? {}, version, await load(lab));
  if (!opened.ok) return opened;
  const recorded = readRecorded(json["recorded"]);
  const result = json["result"];
  if (!recorded || result === undefined || result === null || opened.value.notice) return opened;
  return ok({
    ...opened.value,
    recording: { lab, version, document: opened.value.experiment.document, result, recorded },
  });
}

/** A file's text: the whole document, so that it can be read by people and other programs. */
export function writeRecording(
  experiment: Experiment,
  finished?: { readonly result: unknown; readonly recorded: Recording["recorded"] },
): string {
  const file = { lab: experiment.lab, version: currentVersion, document: experiment.document, ...finished };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function readRecorded(value: Json | undefined): Recording["recorded"] | null {
  if (!isObject(value)) return null;
  const { on, backend, checkpoints, seconds, whole } = value;
  if (typeof on !== "string" || typeof backend !== "string" || typeof seconds !== "number") return null;
  const named = isObject(checkpoints)
    ? Object.entries(checkpoints).filter((entry): entry is [string, string] => typeof entry[1] === "string")
    : [];
  return {
    on: on.slice(0, 40),
    backend: backend.slice(0, 200),
    seconds,
    checkpoints: Object.fromEntries(named),
    // Older files say nothing of it: only whole runs were meant to be written.
    whole: whole !== false,
  };
}
