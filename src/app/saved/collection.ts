import { isObject, type Json } from "../../experiments/delta";
import { invalid, readJson } from "../../experiments/link";
import { readRecording } from "../../experiments/recording";
import { fail, ok, type Problem, type Result } from "../../result";
import type { Saved } from "./store";

/** How many of the experiments that cannot be read are named. */
const named = 5;

/** Saved experiments as one file. One that cannot be read any more is in it as it is kept, as a string. */
export function writeCollection(items: readonly Saved[]): string {
  const experiments = items.map(({ name, on, headline, text }) => ({
    name,
    on,
    headline,
    experiment: readJson(text) ?? text,
  }));
  return `${JSON.stringify({ babelscope: "saved experiments", experiments })}\n`;
}

/** What a file brings, and what is to be said of those of its experiments that cannot be read. */
export interface Collection {
  readonly items: readonly Saved[];
  readonly problem: Problem | null;
}

/**
 * Reads such a file, or a single exported experiment under the file's name. An experiment must be one that its lab can have;
 * others are left out, and a file without any fails. `id` gives each a new identity, so that what is there is never overwritten.
 */
export async function readCollection(
  text: string,
  fileName: string,
  now: string,
  id: () => string,
): Promise<Result<Collection>> {
  const json = parsed(text);
  if (!isObject(json)) return fail(invalid("The file is not JSON of experiments."));
  const list = json["experiments"];
  const entries: readonly Json[] = Array.isArray(list) ? (list as readonly Json[]) : [{ experiment: json }];
  const items: Saved[] = [];
  const refused: { readonly name: string; readonly problem: Problem }[] = [];
  for (const entry of entries) {
    const { name, on, headline, experiment = null } = isObject(entry) ? entry : {};
    const title = textOf(name, 200) || fileName.replace(/\.json$/i, "").slice(0, 200);
    const own = typeof experiment === "string" ? experiment : JSON.stringify(experiment);
    const read = await readRecording(own);
    if (!read.ok) refused.push({ name: title, problem: read.problem });
    else
      items.push({
        id: id(),
        name: title,
        on: textOf(on, 40) || now,
        lab: read.value.experiment.lab,
        headline: textOf(headline, 1_000),
        text: own,
      });
  }
  const [first] = refused;
  if (!first) return ok({ items, problem: null });
  if (items.length === 0) return fail(first.problem);
  const names = refused.slice(0, named).map(({ name }) => `“${name}”`);
  const more = refused.length > named ? ` and ${refused.length - named} more` : "";
  return ok({
    items,
    problem: {
      ...first.problem,
      what: `${refused.length} of ${entries.length} experiments could not be read: ${names.join(", ")}${more}. The others are here. Of the first: ${first.problem.what}`,
    },
  });
}

/** Those of some experiments that are not kept already, under whatever identity. */
export function newAmong(items: readonly Saved[], kept: readonly Saved[]): readonly Saved[] {
  const known = new Set(kept.map(contentOf));
  return items.filter((item) => !known.has(contentOf(item)));
}

function contentOf({ name, on, lab, headline, text }: Saved): string {
  return JSON.stringify([name, on, lab, headline, readJson(text) ?? text]);
}

/** JSON of any keys: each experiment in it is read by itself, and one whose keys reach into prototypes is refused alone. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function textOf(value: Json | undefined, longest: number): string {
  return typeof value === "string" ? value.slice(0, longest) : "";
}
