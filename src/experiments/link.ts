import { safeParse } from "valibot";
import { fail, ok, type Problem, type Result } from "../result";
import { applyDelta, deltaOf, isObject, type Json } from "./delta";
import { type DocumentModule, documentModule } from "./documents";
import { type Experiment, type LabId, labIds } from "./experiment";
import { currentVersion, migrate } from "./migrations";
import { maxLinkCharacters, pack, tooLarge, unpack } from "./packing";

/** Pages beside the labs, as they are named in links. */
export const pageNames = ["lessons", "systems", "words", "saved", "licences"] as const;
export type PageName = (typeof pageNames)[number];

/** What a teacher takes away from a lesson: settings that cannot be changed, settings that are not shown. */
export interface LessonLimits {
  readonly locked: boolean;
  readonly bare: boolean;
}

/**
 * Where a hash leads: the start page, a page beside the labs (the words at one of them), a step of a lesson, a lab as it opens, a lab on one of its presets,
 * or an experiment in the link.
 */
export type Route =
  | { readonly page: "start" }
  | { readonly page: PageName; readonly word?: string }
  | {
      readonly page: "lesson";
      readonly lesson: string;
      readonly step: number;
      readonly limits: LessonLimits;
      readonly link?: PackedLink;
    }
  | { readonly page: "lab"; readonly lab: LabId; readonly preset?: string; readonly link?: PackedLink };

export interface PackedLink {
  readonly version: number;
  readonly packed: string;
}

/** An experiment read from a link or file. `notice` is set where only part of it could be read. */
export interface Opened {
  readonly experiment: Experiment;
  readonly notice?: Problem;
}

/** Reads where a location's hash leads, without unpacking anything. */
export function parseHash(hash: string): Result<Route> {
  const text = withoutEnd(hash.replace(/^#\/?/, ""));
  if (text === "") return ok({ page: "start" });
  if (text.length > maxLinkCharacters) return fail(tooLarge(`It has ${text.length} characters.`));
  const [path = "", query = ""] = text.split("?", 2);
  const name = path.replace(/\/$/, "");
  const page = pageNames.find((known) => known === name);
  const word = page === "words" ? new URLSearchParams(query).get("word") : null;
  if (page) return ok({ page, ...(word && /^[a-z0-9-]{1,40}$/.test(word) ? { word } : {}) });
  const lesson = /^lessons\/([a-z-]{1,40})(?:\/(\d{1,2}))?$/.exec(name);
  if (lesson) return ok(lessonRoute(lesson[1]!, Number(lesson[2] ?? 1), new URLSearchParams(query)));
  const lab = labIds.find((id) => id === name);
  if (!lab) return fail(invalid("It names no lab of this page."));
  const parameters = new URLSearchParams(query);
  const packed = parameters.get("z");
  const preset = parameters.get("preset");
  if (packed === null) {
    if (parameters.has("v")) return fail({ ...cutOff, facts: { characters: text.length } });
    return ok({ page: "lab", lab, ...(preset && /^[\w-]{1,64}$/.test(preset) ? { preset } : {}) });
  }
  const version = Number(parameters.get("v"));
  if (!Number.isSafeInteger(version) || version < 1) return fail(invalid("Its version is not a number."));
  return ok({ page: "lab", lab, link: { version, packed } });
}

/** The text without the punctuation behind it. From the end: a pattern tried at each character takes quadratic time. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,;:!?)>\]}"'»”’]/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

function lessonRoute(lesson: string, step: number, flags: URLSearchParams): Route {
  const [packed, version] = [flags.get("z"), Number(flags.get("v"))];
  return {
    page: "lesson",
    lesson,
    step,
    limits: { locked: flags.get("lock") === "1", bare: flags.get("bare") === "1" },
    ...(packed !== null && Number.isSafeInteger(version) && version >= 1 && { link: { version, packed } }),
  };
}

/** The hash of a step of a lesson, from 1; `start` are `v` and `z` of a link whose settings it begins with instead of its own. */
export function hashOfLesson(lesson: string, step: number, { locked, bare }: LessonLimits, start?: string): string {
  const flags = [...(locked ? ["lock=1"] : []), ...(bare ? ["bare=1"] : []), ...(start ? [start] : [])].join("&");
  return `#/lessons/${lesson}/${step}${flags === "" ? "" : `?${flags}`}`;
}

/** The hash of an experiment: `#/steering?v=1&z=...`, with what differs from its lab's defaults. */
export function hashOf(experiment: Experiment, defaults: unknown): string {
  const delta = deltaOf(experiment.document as Json, defaults as Json);
  return hashOfSettings(experiment.lab, delta ?? {});
}

/** The hash of a lab with these settings over its defaults. */
export function hashOfSettings(lab: LabId, settings: Json): string {
  return `#/${lab}?v=${currentVersion}&z=${pack(JSON.stringify(settings), contextOf(lab, currentVersion))}`;
}

/** Whether a hash that was written, of a lab or of a step of a lesson in it, can be opened: it is within both limits. */
export function linkFits(hash: string, lab: LabId): boolean {
  const route = parseHash(hash);
  if (!route.ok) return false;
  const link = "link" in route.value ? route.value.link : undefined;
  return !link || unpack(link.packed, contextOf(lab, link.version)).ok;
}

/** Opens a packed link: unpacks, upgrades, puts it over the defaults and checks it against the lab's schema. */
export async function openLink(
  lab: LabId,
  link: PackedLink,
  load: (lab: LabId) => Promise<DocumentModule> = documentModule,
): Promise<Result<Opened>> {
  const text = unpack(link.packed, contextOf(lab, link.version));
  if (!text.ok) return text;
  const delta = readJson(text.value);
  if (!isObject(delta)) return fail(invalid("Its content is not an experiment."));
  return openDelta(lab, delta, link.version, await load(lab));
}

/** A delta of any version as a checked document; of a newer version, what this page understands of it. */
export function openDelta(lab: LabId, delta: Json, version: number, module: DocumentModule): Result<Opened> {
  const base = module.defaults as Json;
  if (version > currentVersion) {
    return ok({ experiment: { lab, document: salvage(delta, module) }, notice: fromTheFuture(version) });
  }
  const parsed = safeParse(module.schema, applyDelta(base, migrate(lab, delta, version)));
  if (parsed.success) return ok({ experiment: { lab, document: parsed.output } });
  const [issue] = parsed.issues;
  const field = issue.path?.map((item) => String(item.key)).join(".") ?? "";
  return fail(
    invalid(`The setting ${field ? `"${field}"` : "as a whole"} is not one this lab can have: ${issue.message}.`),
  );
}

/** The defaults with every field of the delta that passes the schema on its own. */
function salvage(delta: Json, module: DocumentModule): unknown {
  let document = module.defaults as Json;
  if (!isObject(delta)) return document;
  for (const [key, entry] of Object.entries(delta)) {
    const parsed = safeParse(module.schema, applyDelta(document, { [key]: entry }));
    if (parsed.success) document = parsed.output as Json;
  }
  return document;
}

/** JSON without keys that reach into prototypes; undefined where it is no JSON. */
export function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text, (key, value: Json) => {
      if (key === "__proto__" || key === "constructor" || key === "prototype") throw new Error(key);
      return value;
    }) as Json;
  } catch {
    return undefined;
  }
}

function contextOf(lab: LabId, version: number): string {
  return `${lab}/${version}`;
}

function fromTheFuture(version: number): Problem {
  return {
    code: "link-from-the-future",
    what: `This experiment was made with a newer Babelscope (format ${version}; this page reads up to ${currentVersion}).`,
    remedy: "What this page understands is shown. Reload the page to get the newest version, then open it again.",
    facts: { version, currentVersion },
  };
}

/** For content that is whole but means nothing here. */
export function invalid(why: string): Problem {
  return {
    code: "link-invalid",
    what: `This is not an experiment that can be opened. ${why}`,
    remedy: "Take a link or a file that Share or Saved experiments gave, or begin with one of the lab's presets.",
  };
}

const cutOff: Problem = {
  code: "link-cut",
  what: "This link is not whole: its end is missing.",
  remedy: "Copy the whole link again; some programs break long links at a line end.",
};
