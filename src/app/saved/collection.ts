import { isObject, type Json } from "../../experiments/delta";
import { invalid, readJson } from "../../experiments/link";
import { maxFileCharacters, readRecording } from "../../experiments/recording";
import { tooLarge } from "../../experiments/packing";
import { fail, ok, type Result } from "../../result";
import type { Saved } from "./store";

/** Most experiments that one file may bring. */
const most = 500;

/** Saved experiments as one file. */
export function writeCollection(items: readonly Saved[]): string {
  const experiments = items.map(({ name, on, headline, text }) => ({ name, on, headline, experiment: readJson(text) }));
  return `${JSON.stringify({ babelscope: "saved experiments", experiments }, null, 1)}\n`;
}

/**
 * Reads such a file, or a single exported experiment under the file's name. Every experiment must be one that its lab can have;
 * `id` gives each a new identity, so that what is there is never overwritten.
 */
export async function readCollection(
  text: string,
  fileName: string,
  now: string,
  id: () => string,
): Promise<Result<readonly Saved[]>> {
  if (text.length > maxFileCharacters) return fail(tooLarge(`The file has ${text.length} characters.`));
  const json = readJson(text);
  if (!isObject(json)) return fail(invalid("The file is not JSON of experiments."));
  const list = json["experiments"];
  const entries: readonly Json[] = Array.isArray(list) ? (list as readonly Json[]) : [{ experiment: json }];
  if (entries.length > most) return fail(tooLarge(`The file has ${entries.length} experiments.`));
  const items: Saved[] = [];
  for (const entry of entries) {
    if (!isObject(entry)) return fail(invalid("One of its experiments is not an object."));
    const own = JSON.stringify(entry["experiment"] ?? null);
    const read = await readRecording(own);
    if (!read.ok) return read;
    items.push({
      id: id(),
      name: textOf(entry["name"], 200) || fileName.replace(/\.json$/i, "").slice(0, 200),
      on: textOf(entry["on"], 40) || now,
      lab: read.value.experiment.lab,
      headline: textOf(entry["headline"], 1_000),
      text: own,
    });
  }
  return ok(items);
}

function textOf(value: Json | undefined, longest: number): string {
  return typeof value === "string" ? value.slice(0, longest) : "";
}
