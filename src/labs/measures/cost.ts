import { useEffect, useState } from "react";
import type { Document } from "../../experiments/documents/measures";
import { type Cost, costOf, joinNeeds } from "../../measures/card/needs";
import { measuresOf } from "../../measures/card/registry";
import type { Problem } from "../../result";
import { prepareItems } from "./items";
import { paceOf } from "./pace";
import { contestantsOf } from "./variants";

/** What a run would cost, before it is begun. */
export interface RunCost extends Cost {
  readonly variants: number;
  /** At the pace of the last run here, else at that of an embedded checkpoint on WebAssembly. */
  readonly seconds: number;
}

export type Priced = { readonly cost: RunCost } | { readonly problem: Problem } | null;

/** The cost of a document, or why it cannot run; null until that is known. */
export function useCost(document: Document): Priced {
  const [priced, setPriced] = useState<Priced>(null);
  const { variants, control, measures, languages, sentences, written, parallel, problems, memorised } = document;
  useEffect(() => {
    let current = true;
    async function count(): Promise<void> {
      const found = await price(document);
      if (current) setPriced(found);
    }
    const timer = setTimeout(() => void count(), 200);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- how results are shown costs nothing
  }, [variants, control, measures, languages, sentences, written, parallel, problems, memorised]);
  return priced;
}

async function price(document: Document): Promise<Priced> {
  const prepared = await prepareItems(document);
  if (!prepared.ok) return { problem: prepared.problem };
  const { items } = prepared.value;
  const needs = joinNeeds(measuresOf(document.measures).map((measure) => measure.needs(items)));
  const one = costOf(needs);
  const variants = contestantsOf(document).length;
  const seconds = variants * paceOf(one);
  return {
    cost: {
      variants,
      runs: one.runs * variants,
      bytesRead: one.bytesRead * variants,
      tokensWritten: one.tokensWritten * variants,
      seconds,
    },
  };
}
