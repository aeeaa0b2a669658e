import type { GenericSchema } from "valibot";
import type { LabId } from "./experiment";

/**
 * What a lab's document file exports. The schema bounds every field, because a link is untrusted input; the defaults are
 * what a link is written against, so changing one needs a new version and a migration.
 */
export interface DocumentModule<Document = unknown> {
  readonly schema: GenericSchema<unknown, Document>;
  readonly defaults: Document;
}

const modules: Readonly<Record<LabId, () => Promise<DocumentModule>>> = {
  tokenizers: () => import("./documents/tokenizers"),
  codeswitching: () => import("./documents/codeswitching"),
  merging: () => import("./documents/merging"),
  steering: () => import("./documents/steering"),
  measures: () => import("./documents/measures"),
};

/** The schema and defaults of a lab's documents, fetched when first asked for. */
export function documentModule(lab: LabId): Promise<DocumentModule> {
  return modules[lab]();
}
