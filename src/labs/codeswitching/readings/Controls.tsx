import { Suspense } from "react";
import type { Document } from "../../../experiments/documents/codeswitching";
import { Button } from "../../../ui/Button";
import { Checkboxes } from "../../../ui/Checkboxes";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { readings } from ".";

const mostModels = 3;

/** What is done with the sentences, on how many of them, and with which models. */
export function ReadingsControls({ document, edit }: PanelProps<Document>) {
  const settings = document.readings;
  const change = (part: Partial<Document["readings"]>, gesture?: string) =>
    edit({ readings: { ...settings, ...part } }, gesture);
  const chosen = readings.filter(({ id }) => settings.chosen.includes(id));
  return (
    <>
      <Checkboxes
        label="Then"
        options={readings.map(({ id, name, rule }) => ({
          value: id,
          label: (
            <>
              {name} <span className="note">{rule}</span>
            </>
          ),
        }))}
        chosen={settings.chosen}
        onChange={(next) => change({ chosen: next })}
      />
      {chosen.length === 0 ? null : (
        <Slider
          label="Sentences read, at each rate"
          value={settings.sentences}
          min={1}
          max={40}
          step={1}
          help="Rates are the share of words that are switched: none, about 25, 50 and 75 %."
          onChange={(value, gesture) => change({ sentences: Math.round(value) }, gesture)}
        />
      )}
      {chosen.some(({ asksModels }) => asksModels) ? <Models models={settings.models} change={change} /> : null}
      {chosen.map(({ id, Controls }) =>
        Controls === undefined ? null : (
          <Suspense key={id}>
            <Controls document={document} edit={edit} />
          </Suspense>
        ),
      )}
    </>
  );
}

function Models({
  models,
  change,
}: {
  readonly models: readonly string[];
  readonly change: (part: { readonly models: string[] }) => void;
}) {
  return (
    <>
      {models.map((model, index) => (
        <ModelSelect
          // oxlint-disable-next-line react/no-array-index-key -- a model is known by its place
          key={index}
          label={models.length === 1 ? "Reading model" : `Reading model ${index + 1}`}
          value={model}
          onChange={(id) => change({ models: models.with(index, id) })}
        />
      ))}
      <div className="row">
        {models.length < mostModels ? (
          <Button kind="quiet" onClick={() => change({ models: [...models, models.at(-1)!] })}>
            Another model
          </Button>
        ) : null}
        {models.length > 1 ? (
          <Button kind="quiet" onClick={() => change({ models: models.slice(0, -1) })}>
            One model less
          </Button>
        ) : null}
      </div>
    </>
  );
}
