import { useEffect, useState } from "react";
import type { Document } from "../../experiments/documents/measures";
import { idle } from "../../turns";
import type { Recorded } from "../lab";
import type { Priced } from "./price";
import type { MeasuresResult } from "./result";

/** The cost of a document, or why it cannot run; null until that is known. With a `result` more is known. */
export function useCost(document: Document, recorded: Recorded, result: MeasuresResult | null): Priced {
  const [priced, setPriced] = useState<Priced>(null);
  const { variants, control, measures, languages, sentences, written, interval, seed } = document;
  const { parallel, problems, memorised } = document;
  useEffect(() => {
    let current = true;
    async function count(): Promise<void> {
      await idle();
      const { price } = await import("./price");
      if (!current) return;
      const found = await price(document, recorded);
      if (current) setPriced(found);
    }
    const timer = setTimeout(() => void count(), 200);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- how results are shown costs nothing
  }, [
    variants,
    control,
    measures,
    languages,
    sentences,
    written,
    interval,
    seed,
    parallel,
    problems,
    memorised,
    recorded,
    result,
  ]);
  return priced;
}
