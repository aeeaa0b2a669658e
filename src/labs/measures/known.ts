import { AnswerCache } from "../../measures/card/collect";
import type { Document } from "../../experiments/documents/measures";
import type { Backend } from "../../engine/engine";
import { identityOf } from "./taken";
import type { Contestant } from "./variants";

/** Answers of this tab's runs: a variant that is measured again, or with one measure more, runs only what is new. */
export const answers = new AnswerCache();

const subjects = new Map<string, string>();

/** The id under which a contestant's answers are kept; undefined before it was first opened on that backend. */
export function knownSubject(contestant: Contestant, document: Document, backend: Backend): string | undefined {
  return subjects.get(placeOf(contestant, document, backend));
}

export function noteSubject(contestant: Contestant, document: Document, backend: Backend, subject: string): void {
  subjects.set(placeOf(contestant, document, backend), subject);
}

/** A direction is made from sentences that are not measured, and split by the seed. */
function placeOf(contestant: Contestant, { sentences, parallel, seed }: Document, backend: Backend): string {
  const made = contestant.variant.kind === "steering" ? [parallel.trim() === "" ? sentences : 0, seed] : [];
  return JSON.stringify([identityOf(contestant), made, backend]);
}
