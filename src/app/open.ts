import type { LabId, Recording } from "../experiments/experiment";
import { hashOf, openLink, type PackedLink, type Route } from "../experiments/link";
import { maxLinkCharacters } from "../experiments/packing";
import { readRecording, writeRecording } from "../experiments/recording";
import type { LessonStep } from "../lessons/lesson";
import { fail, type Problem, type Result } from "../result";
import { type AnyDocument, labEntry } from "./labs";
import { fetchPresetRecording } from "./preset-recording";
import { rewriteHash } from "./route";
import { keepResult } from "./runs";
import { type LabSession, labSession, presetDocument, presetOf, resultKey } from "./session";
import { readStored, store } from "./storage";

/** A lab whose recording takes longer than this, in milliseconds, is drawn without it until it is here. */
const recordingPatience = 800;

const opened = new WeakSet<LabSession>();

/** Fetches what a lab opens with, all at once: its code, its documents' form, the recording of its preset. */
export async function fetchAhead(route: Route): Promise<void> {
  if (route.page !== "lab") return;
  const coming: Promise<unknown>[] = [labSession(route.lab)];
  if (!route.link) coming.push(fetchPresetRecording(route.lab, route.preset ?? labEntry(route.lab).first));
  await Promise.allSettled(coming);
}

/** Brings a lab to where the address leads. Never starts a run and fetches no model: at most the preset's recording. */
export async function openRoute(route: Extract<Route, { page: "lab" }>): Promise<LabSession> {
  const session = await labSession(route.lab);
  const fresh = !opened.has(session);
  opened.add(session);
  if (route.link) {
    const read = await openLink(route.lab, route.link);
    session.notice.setState({ problem: read.ok ? (read.value.notice ?? null) : read.problem });
    if (read.ok) session.documents.getState().replace(read.value.experiment.document as AnyDocument);
  } else if (route.preset) {
    session.notice.setState({ problem: null });
    const preset = session.lab.presets.find(({ id }) => id === route.preset);
    if (preset) session.documents.getState().replace(presetDocument(session.defaults, preset));
    else session.notice.setState({ problem: unknownPreset(route.preset) });
  } else if (fresh) {
    const draft = await readRecording(readStored(`draft-${route.lab}`, "session") ?? "");
    if (draft.ok && draft.value.experiment.lab === route.lab) {
      session.documents.getState().replace(draft.value.experiment.document as AnyDocument);
    }
  }
  await fetchPatiently(session);
  return session;
}

/** The document in which a step of a lesson begins. */
export function stepDocument({ lab, defaults }: LabSession, { preset, settings }: LessonStep): AnyDocument {
  return {
    ...presetDocument(
      defaults,
      lab.presets.find(({ id }) => id === preset),
    ),
    ...settings,
  };
}

/** Brings a lab to the start of a step, or to the settings of a link that a teacher made of it. */
export async function openStep(step: LessonStep, link: PackedLink | undefined): Promise<LabSession> {
  const session = await labSession(step.lab);
  opened.add(session);
  const read = link ? await openLink(step.lab, link) : null;
  session.notice.setState({ problem: read === null ? null : read.ok ? (read.value.notice ?? null) : read.problem });
  const document = read?.ok ? (read.value.experiment.document as AnyDocument) : stepDocument(session, step);
  session.documents.getState().replace(document);
  await fetchPatiently(session);
  return session;
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
  const { experiment, recording, notice } = read.value;
  const session = await labSession(experiment.lab);
  opened.add(session);
  session.notice.setState({ problem: notice ?? null });
  session.documents.getState().replace(experiment.document as AnyDocument);
  if (recording) keepRecording(session, recording);
  return { ok: true, value: experiment.lab };
}

async function fetchRecorded(session: LabSession, preset: string): Promise<void> {
  try {
    const recording = await fetchPresetRecording(session.lab.id, preset);
    if (recording) keepRecording(session, recording);
  } catch {
    // Without its recording the lab opens unrun: Run computes it.
  }
}

function keepRecording(session: LabSession, { document, result, recorded }: Recording): void {
  const key = resultKey(session.lab, document as AnyDocument);
  keepResult(session.runs, key, { result, provenance: { kind: "recorded", recorded } });
}

/** The hash that leads back to what is in view: the whole experiment, as a preset's settings may be improved later. */
export function hashOfSession(session: LabSession): string {
  return hashOf({ lab: session.lab.id, document: session.documents.getState().document }, session.defaults);
}

/**
 * Keeps the address in step with the document. The address that led to a preset stays until something changes; a document
 * too large for a link is kept as a draft of this tab instead.
 */
export function followDocument(session: LabSession): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function write(): void {
    const hash = hashOfSession(session);
    const fits = hash.length <= maxLinkCharacters;
    const { document } = session.documents.getState();
    store(`draft-${session.lab.id}`, fits ? null : writeRecording({ lab: session.lab.id, document }), "session");
    rewriteHash(fits ? hash : `#/${session.lab.id}`);
  }
  if (!presetOf(session, session.documents.getState().document)) write();
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
