import { createStore, type StoreApi } from "zustand/vanilla";
import { canonicalJson } from "../experiments/delta";
import { type DocumentModule, documentModule } from "../experiments/documents";
import type { LabId } from "../experiments/experiment";
import { createDocumentStore, type DocumentStore } from "../experiments/store";
import type { Preset } from "../labs/lab";
import type { Problem } from "../result";
import { type AnyDocument, type AnyLab, loadLab } from "./labs";
import { createRunStore, type RunStore } from "./runs";

/** A lab that is open: its code, its document with the way back, its results. Lives as long as the page. */
export interface LabSession {
  readonly lab: AnyLab;
  readonly defaults: AnyDocument;
  readonly documents: DocumentStore<AnyDocument>;
  readonly runs: RunStore;
  /** What is to be said about the link or file that was opened last. */
  readonly notice: StoreApi<{ readonly problem: Problem | null }>;
}

const sessions = new Map<LabId, Promise<LabSession>>();

/** The session of a lab, begun on its first preset when the lab is first opened. A failed fetch can be tried again. */
export function labSession(id: LabId): Promise<LabSession> {
  const known = sessions.get(id);
  if (known) return known;
  const begun = begin(id);
  sessions.set(id, begun);
  begun.catch(() => sessions.delete(id));
  return begun;
}

async function begin(id: LabId): Promise<LabSession> {
  const [lab, module] = await Promise.all([loadLab(id), documentModule(id)]);
  const { defaults } = module as DocumentModule<AnyDocument>;
  return {
    lab,
    defaults,
    documents: createDocumentStore(presetDocument(defaults, lab.presets[0])),
    runs: createRunStore(),
    notice: createStore<{ readonly problem: Problem | null }>()(() => ({ problem: null })),
  };
}

/** A preset's document: the defaults with its settings over them. */
export function presetDocument(defaults: AnyDocument, preset: Preset<AnyDocument> | undefined): AnyDocument {
  return { ...defaults, ...preset?.settings };
}

/** The key of the results of a document: equal where all is equal but how the results are shown. */
export function resultKey(lab: AnyLab, document: AnyDocument): string {
  const { view = [] } = lab;
  return canonicalJson(Object.fromEntries(Object.entries(document).filter(([field]) => !view.includes(field))));
}

/** The preset whose document this is, unchanged. */
export function presetOf(session: LabSession, document: AnyDocument): Preset<AnyDocument> | undefined {
  const key = canonicalJson(document);
  return session.lab.presets.find((preset) => canonicalJson(presetDocument(session.defaults, preset)) === key);
}
