import { useMemo } from "react";
import type { Document } from "../../experiments/documents/measures";
import { FigurePlace } from "../../ui/figure-place";
import { cardOf } from "./card";
import { MapPicture } from "./Pictures";
import type { MeasuresResult } from "./result";

/** Languages by variants, for the measure that the document shows. */
export function Cover({ document, result }: { readonly document: Document; readonly result: MeasuresResult }) {
  const card = useMemo(() => cardOf(result, document), [result, document]);
  const measure = card.measures.find(({ id }) => id === document.shown) ?? card.measures[0];
  if (!measure) return null;
  return (
    <FigurePlace value="cover">
      <MapPicture card={card} measure={measure} />
    </FigurePlace>
  );
}
