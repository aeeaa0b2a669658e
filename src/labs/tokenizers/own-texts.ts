import { fail, LabError, ok, type Result } from "../../result";
import type { VocabularyDocument } from "../../experiments/documents/vocabulary";

/** Text files that the user brought, by id, for as long as the page lives. Links carry only their ids. */
const ownTexts = new Map<string, string>();

const mostBytes = 20_000_000;

/** Reads a text file and keeps it under an id of its name and length. Fails with `input-invalid`. */
export async function addOwnText(file: File): Promise<Result<string>> {
  if (file.size > mostBytes || file.size === 0) {
    return fail({
      code: "input-invalid",
      what:
        file.size === 0
          ? `The file ${file.name} is empty.`
          : `The file ${file.name} has ${(file.size / 1e6).toFixed(0)} MB.`,
      remedy: `Choose a text of at most ${mostBytes / 1e6} MB, or a part of it.`,
    });
  }
  const id = `text:${file.name.replace(/[^\w.-]/g, "_").slice(-60)}-${file.size}`;
  ownTexts.set(id, await file.text());
  return ok(id);
}

/** The text that a document names, for a request to the worker. Throws `input-invalid` where it is not in this page. */
export function ownTextOf({ textFile }: VocabularyDocument): { readonly ownText?: string } {
  if (textFile === "") return {};
  const ownText = ownTexts.get(textFile);
  if (ownText === undefined) throw new LabError(textMissing);
  return { ownText };
}

export function hasOwnText(id: string): boolean {
  return ownTexts.has(id);
}

const textMissing = {
  code: "input-invalid",
  what: "The text file that this experiment learns from is not in this page; no link carries it.",
  remedy: "Choose the file again under “A text file of your own”, or run without it.",
} as const;
