import { Suspense } from "react";
import type { Document } from "../../experiments/documents/codeswitching";
import { Details } from "../../ui/Details";
import { Select } from "../../ui/Select";
import type { PanelProps } from "../lab";
import { readings } from "./readings";
import { ReadingsControls } from "./readings/Controls";
import { sourceOf, sources } from "./sources";

/** The settings: what makes the text, what that asks, and what is done with the sentences. */
export function Controls({ document, edit }: PanelProps<Document>) {
  const { Controls: Own, rule, reference } = sourceOf(document);
  return (
    <>
      <Select
        label="Made by"
        value={document.source}
        options={sources.map(({ id, name }) => ({ value: id, label: name }))}
        help={`${rule} ${reference}.`}
        onChange={(source) => edit({ source })}
      />
      <Suspense>
        <Own document={document} edit={edit} />
      </Suspense>
      <Details summary={readingsSummary(document)} open={document.readings.chosen.length > 0}>
        <ReadingsControls document={document} edit={edit} />
      </Details>
    </>
  );
}

function readingsSummary({ readings: { chosen } }: Document): string {
  const names = readings.filter(({ id }) => chosen.includes(id)).map(({ name }) => name.toLowerCase());
  return `Read the sentences: ${names.length === 0 ? "not yet" : names.join(", ")}`;
}
