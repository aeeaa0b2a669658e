import { Suspense } from "react";
import type { Document } from "../../experiments/documents/codeswitching";
import { Select } from "../../ui/Select";
import type { PanelProps } from "../lab";
import { sourceOf, sources } from "./sources";

/** The settings: what makes the text, and what that asks. */
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
    </>
  );
}
