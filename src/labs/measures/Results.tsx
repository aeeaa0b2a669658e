import { Suspense, useMemo, useState } from "react";
import type { Document } from "../../experiments/documents/measures";
import { Gradually } from "../../ui/Gradually";
import { lazily } from "../../ui/lazily";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import type { ResultProps } from "../lab";
import { type NumberKey, cardOf } from "./card";
import { CardTable } from "./CardTable";
import { Headline } from "./Headline";
import { LayerMap } from "./LayerMap";
import { DifferenceMap, MapPicture, Multiples } from "./Pictures";
import type { MeasuresResult } from "./result";
import { SurprisalText } from "./SurprisalText";

/** What is seldom in view comes when it is asked for. */
const Explained = lazily(async () => ({ default: (await import("./Explained")).Explained }));
const Radar = lazily(async () => ({ default: (await import("./Radar")).Radar }));

/** The figures: the finding in words, one measure by language, all numbers, and what is behind each. */
export function Results({ document, edit, result }: ResultProps<Document, MeasuresResult>) {
  const [selected, setSelected] = useState<NumberKey | null>(null);
  const { seed, interval } = document;
  const card = useMemo(() => cardOf(result, { seed, interval }), [result, seed, interval]);
  // A measure that is yet to be run is not here: until it is, what was shown last stays in view.
  const [last, setLast] = useState(document.shown);
  const chosen = card.measures.find(({ id }) => id === document.shown);
  if (chosen && chosen.id !== last) setLast(chosen.id);
  const measure = chosen ?? card.measures.find(({ id }) => id === last) ?? card.measures[0];
  if (!measure) return null;
  const select = (variant: string, language: string) =>
    setSelected({ variant, language, measure: measure.id, facet: "" });
  return (
    <Gradually>
      <Headline card={card} measure={measure} />
      {result.warnings.map((warning) => (
        <p key={warning} className="measures-warning">
          {warning}
        </p>
      ))}
      <section className="stack" aria-label="One measure">
        <div className="row">
          <Select
            label="Measure"
            value={measure.id}
            options={card.measures.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(shown) => edit({ shown })}
          />
          <Segmented
            label="Picture"
            value={document.picture}
            options={[
              { value: "map", label: "heat map" },
              { value: "multiples", label: "small multiples" },
              { value: "radar", label: "radar" },
            ]}
            onChange={(picture) => edit({ picture })}
          />
        </div>
        {document.picture === "multiples" ? <Multiples card={card} /> : null}
        {document.picture === "radar" ? (
          <Suspense>
            <Radar card={card} measure={measure} />
          </Suspense>
        ) : null}
        {document.picture === "map" ? <MapPicture card={card} measure={measure} onSelect={select} /> : null}
        {document.picture === "map" ? <DifferenceMap card={card} measure={measure} onSelect={select} /> : null}
        <LayerMap card={card} measure={measure} />
      </section>
      <CardTable card={card} result={result} selected={selected} onSelect={setSelected} />
      {selected ? (
        <Suspense>
          <Explained card={card} selected={selected} onSelect={setSelected} />
        </Suspense>
      ) : null}
      <SurprisalText result={result} />
    </Gradually>
  );
}
