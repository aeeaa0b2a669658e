import type { Backend } from "../../engine/engine";
import type { Document } from "../../experiments/documents/measures";
import { type Cost, costOf, joinNeeds } from "../../measures/card/needs";
import { measuresOf } from "../../measures/card/registry";
import type { Problem } from "../../result";
import type { Recorded } from "../lab";
import { prepareItems } from "./items";
import { answers, knownSubject } from "./known";
import { paceOf } from "./pace";
import type { Taken } from "./result";
import { takenOver } from "./taken";
import { contestantsOf } from "./variants";

/** What a run would cost, before it is begun: without what is known already. */
export interface RunCost extends Cost {
  readonly variants: number;
  /** At the pace of the last run here, else at that of an embedded checkpoint on WebAssembly. */
  readonly seconds: number;
  /** Measures of variants: all, and those that are taken over from recordings. */
  readonly measurements: number;
  readonly taken: readonly Taken[];
  /** The backend whose recorded numbers would count, were it that of this run. */
  readonly elsewhere: string | undefined;
  /** Runs that this tab has the answers of. */
  readonly answered: number;
}

/** Null while it is not known. */
export type Priced = { readonly cost: RunCost } | { readonly problem: Problem } | null;

/** What a run of a document would cost now, or why it cannot run. */
export async function price(document: Document, recorded: Recorded): Promise<Priced> {
  const prepared = await prepareItems(document);
  if (!prepared.ok) return { problem: prepared.problem };
  const { items } = prepared.value;
  const measures = measuresOf(document.measures);
  const each = contestantsOf(document).map((contestant) => {
    const { taken } = takenOver(contestant, document, recorded);
    const left = measures.filter(({ id }) => !Object.hasOwn(taken, id));
    const needs = joinNeeds(left.map((measure) => measure.needs(items)));
    const subject = knownSubject(contestant, document, recorded.backend);
    const cost = costOf(subject === undefined ? needs : answers.unanswered(needs, subject));
    const seconds = paceOf(cost, contestant.variant.weights, subject !== undefined);
    return { taken: Object.values(taken), cost, seconds, answered: costOf(needs).runs - cost.runs };
  });
  const total = (of: (one: (typeof each)[number]) => number) => each.reduce((sum, one) => sum + of(one), 0);
  return {
    cost: {
      variants: each.length,
      runs: total(({ cost }) => cost.runs),
      bytesRead: total(({ cost }) => cost.bytesRead),
      tokensWritten: total(({ cost }) => cost.tokensWritten),
      textsEmbedded: total(({ cost }) => cost.textsEmbedded),
      seconds: total(({ seconds }) => seconds),
      measurements: each.length * measures.length,
      taken: each.flatMap(({ taken }) => taken),
      elsewhere: elsewhere(document, recorded),
      answered: total(({ answered }) => answered),
    },
  };
}

function elsewhere(document: Document, { recordings, backend }: Recorded): string | undefined {
  const others = new Set(recordings.map(({ recorded }) => recorded.backend as Backend));
  others.delete(backend);
  return [...others].find((other) =>
    contestantsOf(document).some(
      (contestant) => takenOver(contestant, document, { recordings, backend: other }).measured,
    ),
  );
}
