import type { Document } from "../../experiments/documents/merging";
import { originsOf } from "../../merging/origins";
import { LayerScore } from "../../ui/LayerScore";
import { namesOf, scoreLayer } from "./drawing";
import type { MergingResult } from "./result";

/** The layer map of the merge. */
export function Cover({ document, result }: { readonly document: Document; readonly result: MergingResult }) {
  const origins = originsOf(document.recipe, result.depth);
  if (!origins) return null;
  const names = namesOf(document.recipe, origins);
  return (
    <LayerScore
      label="Layers of the merge by origin"
      layers={origins.layers.map((layer, index) => scoreLayer(layer, index, names, document.recipe.merge_method))}
      origins={names}
    />
  );
}
