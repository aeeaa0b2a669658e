import { useState } from "react";
import { HeatMap } from "../../ui/HeatMap";
import { Select } from "../../ui/Select";
import { showFixed } from "../../ui/Table";
import { peaks } from "./layer-peaks";
import type { PictureProps } from "./Pictures";
import { betterIs } from "./showing";

/** A measure of alignment layer by layer, the last layer on top; shown where the measure has layers. */
export function LayerMap({ card, measure }: PictureProps) {
  const [chosen, setChosen] = useState("");
  const layers = card
    .facetsOf(measure.id)
    .filter((facet) => /^layer \d+$/.test(facet))
    .toReversed();
  const variant = card.variants.find(({ id }) => id === chosen) ?? card.variants[0];
  if (layers.length === 0 || !variant) return null;
  const languages = card.languagesOf(measure.id);
  const readingAt = (facet: string, language: string) =>
    card.reading({ variant: variant.id, measure: measure.id, language, facet });
  return (
    <section className="stack-close" aria-label="Layers">
      <h3>Layer by layer</h3>
      <Select
        label="Variant"
        value={variant.id}
        options={card.variants.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setChosen}
      />
      <HeatMap
        caption={`${measure.name} of ${variant.title} after each layer${betterIs[measure.better]}.`}
        rowTitle="layer"
        columnTitle="language"
        rowLabels={layers.map((layer) => layer.replace("layer ", ""))}
        columnLabels={languages}
        values={layers.map((facet) => languages.map((language) => readingAt(facet, language)?.value ?? null))}
        format={(value) => showFixed(value, measure.digits)}
        unit={measure.unit}
        name={`card-${measure.id}-layers`}
      />
      <p>
        {peaks(
          languages.map((language) => ({
            language,
            byLayer: layers.toReversed().flatMap((facet) => readingAt(facet, language) ?? []),
          })),
          (value) => showFixed(value, measure.digits),
        )}
      </p>
    </section>
  );
}
