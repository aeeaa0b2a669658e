import { canonicalJson } from "../experiments/delta";
import type { LabId, Recording } from "../experiments/experiment";
import { hashOf, linkFits, type Opened, openLink, type PackedLink, type Route } from "../experiments/link";
import { readRecording, writeRecording } from "../experiments/recording";
import type { LessonStep } from "../lessons/lesson";
import { fail, type Problem, type Result } from "../result";
import { firstPresets } from "./first-presets";
import type { AnyDocument } from "./labs";
import { fetchPresetRecording } from "./preset-recording";
import { newIdentity } from "./identity";
import { keptDraft, rewriteHash } from "./route";
import { type Finished, keepFetched, keepResult } from "./runs";
import { type LabSession, labSession, presetDocument, presetOf, resultKey } from "./session";

/** A lab whose recording takes longer than this, in milliseconds, is drawn without it until it is here. */
const recordingPatience = 800;

/** Fetches what a lab opens with, all at once: its code, its documents' form, the recording of its preset. */
export async function fetchAhead(route: Route): Promise<void> {
  if (route.page !== "lab") return;
  const coming: Promise<unknown>[] = [labSession(route.lab)];
  if (!route.link) coming.push(fetchPresetRecording(route.lab, route.preset ?? firstPresets[route.lab]));
  await Promise.allSettled(coming);
}

/**
 * Brings a lab to where the address leads, unless that is no longer `current` once it is read. Never starts a run and fetches no
 * model: at most the preset's recording.
 */
export async function openRoute(route: Extract<Route, { page: "lab" }>, current: () => boolean): Promise<LabSession> {
  const session = await labSession(route.lab);
  const held = await heldByAddress(route.lab, route.link);
  if (!current()) return session;
  if (held) takeUp(session, held);
  else if (route.preset) {
    session.notice.setState({ problem: null });
    const preset = session.lab.presets.find(({ id }) => id === route.preset);
    if (preset) session.documents.getState().replace(presetDocument(session.defaults, preset));
    else session.notice.setState({ problem: unknownPreset(route.preset) });
  }
  await fetchPatiently(session);
  return session;
}

/** Whether a step's lab is as the step begins. */
export function isAsBegun(session: LabSession, step: LessonStep): boolean {
  return canonicalJson(session.documents.getState().document) === canonicalJson(stepDocument(session, step));
}

/** The document in which a step of a lesson begins. */
function stepDocument({ lab, defaults }: LabSession, { preset, settings }: LessonStep): AnyDocument {
  return {
    ...presetDocument(
      defaults,
      lab.presets.find(({ id }) => id === preset),
    ),
    ...settings,
  };
}

/** Brings a lab to the start of a step, or to the settings in its address: those of a teacher, or as they were changed. */
export async function openStep(
  step: LessonStep,
  link: PackedLink | undefined,
  current: () => boolean,
): Promise<LabSession> {
  const session = await labSession(step.lab);
  const held = await heldByAddress(step.lab, link);
  if (!current()) return session;
  takeUp(session, held, stepDocument(session, step));
  await fetchPatiently(session);
  return session;
}

/** The experiment that the address holds: in its link, or as a draft that is kept with it; null where it holds none. */
async function heldByAddress(lab: LabId, link: PackedLink | undefined): Promise<Result<Opened> | null> {
  if (link) return await openLink(lab, link);
  const draft = keptDraft();
  const read = draft === null ? null : await readRecording(draft);
  return read?.ok && read.value.experiment.lab !== lab ? null : read;
}

/** Puts an experiment that was read into its lab, and says what is wrong with it; `otherwise` stands in for one that was not. */
function takeUp(session: LabSession, read: Result<Opened> | null, otherwise?: AnyDocument): void {
  session.notice.setState({ problem: read === null ? null : read.ok ? (read.value.notice ?? null) : read.problem });
  const document = read?.ok ? (read.value.experiment.document as AnyDocument) : otherwise;
  if (document) session.documents.getState().replace(document);
}

/** The result recorded for the document in view, where it is a preset's and not here yet. */
async function fetchPatiently(session: LabSession): Promise<void> {
  const { document } = session.documents.getState();
  const preset = presetOf(session, document);
  const key = resultKey(session.lab, document);
  if (!preset || session.runs.getState().results.has(key)) return;
  session.runs.setState({ coming: key });
  const recorded = fetchRecorded(session, preset.id);
  await Promise.race([recorded, new Promise((resolve) => setTimeout(resolve, recordingPatience))]);
  session.runs.setState(({ coming }) => ({ coming: coming === key ? null : coming }));
}

/** Opens an exported JSON file in its lab: settings, and results where it has them. */
export async function openFile(file: File): Promise<Result<LabId>> {
  let text: string;
  try {
    text = await file.text();
  } catch {
    return fail(unreadable(file.name));
  }
  return await openText(text);
}

/** Opens an experiment that was exported or saved, results and all. */
export async function openText(text: string): Promise<Result<LabId>> {
  const read = await readRecording(text);
  if (!read.ok) return read;
  const { experiment, recording } = read.value;
  const session = await labSession(experiment.lab);
  takeUp(session, read);
  if (recording) keepResult(session.runs, keyOf(session, recording), finishedOf(recording));
  return { ok: true, value: experiment.lab };
}

async function fetchRecorded(session: LabSession, preset: string): Promise<void> {
  try {
    const recording = await fetchPresetRecording(session.lab.id, preset);
    if (!recording) return;
    const inView = resultKey(session.lab, session.documents.getState().document);
    const key = keyOf(session, recording);
    session.runs.setState(({ recordings }) => ({ recordings: new Map([...recordings, [key, recording]]) }));
    keepFetched(session.runs, key, finishedOf(recording), inView);
  } catch {
    // Without its recording the lab opens unrun: Run computes it.
  }
}

function keyOf(session: LabSession, { document }: Recording): string {
  return resultKey(session.lab, document as AnyDocument);
}

function finishedOf({ result, recorded }: Recording): Finished {
  return { result, provenance: { kind: "recorded", recorded } };
}

/** The hash that leads back to what is in view: the whole experiment, as a preset's settings may be improved later. */
export function hashOfSession(session: LabSession): string {
  return hashOf({ lab: session.lab.id, document: session.documents.getState().document }, session.defaults);
}

/**
 * Keeps the address in step with the document; `addressOf` puts settings into it, as a link has them behind its `?`. An address
 * that led to a document as it `begins` stays until something changes. A document too large for a link is kept as a draft with
 * its place in the tab's history; each place has another address, so that to go from one to the next is to navigate.
 */
export function followDocument(
  session: LabSession,
  begins: boolean,
  addressOf: (settings: string) => string,
): () => void {
  const place = `draft=${newIdentity().slice(0, 8)}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function write(): void {
    const { document } = session.documents.getState();
    const hash = addressOf(hashOfSession(session).split("?")[1]!);
    if (linkFits(hash, session.lab.id)) rewriteHash(hash);
    else rewriteHash(addressOf(place), writeRecording({ lab: session.lab.id, document }));
  }
  if (!begins) write();
  const unsubscribe = session.documents.subscribe((state, before) => {
    if (state.document === before.document) return;
    clearTimeout(timer);
    timer = setTimeout(write, 300);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

function unknownPreset(id: string): Problem {
  return {
    code: "link-invalid",
    what: `This lab has no preset called “${id}”.`,
    remedy: "Choose one of the questions at the head of the lab.",
  };
}

function unreadable(name: string): Problem {
  return { code: "source-invalid", what: `${name} could not be read.`, remedy: "Choose the file again." };
}
