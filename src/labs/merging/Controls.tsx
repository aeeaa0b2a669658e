import { parallelLanguages } from "../../data/parallel-languages";
import type { Document } from "../../experiments/documents/merging";
import { renameModels } from "../../merging/origins";
import { Checkbox } from "../../ui/Checkbox";
import { Details } from "../../ui/Details";
import { LanguageTag } from "../../ui/LanguageTag";
import { Slider } from "../../ui/Slider";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { ModelSelect } from "../ModelSelect";
import { SamplingFields } from "../SamplingFields";
import { MapControls } from "./MapControls";
import { mapOf, maximalPrompts, partnersOf, promptsOf } from "./settings";

/** The settings: which two models, how they are joined, what they continue, what is measured. */
export function Controls({ document, edit }: PanelProps<Document>) {
  const { a, b } = partnersOf(document.recipe);
  const map = mapOf(document);

  /** A model chosen for one side; the one that stood there changes places with it where it stood on the other. */
  function replace(from: string, to: string): void {
    edit({
      recipe: renameModels(
        document.recipe,
        new Map([
          [from, to],
          [to, from],
        ]),
      ),
      draft: "",
    });
  }

  return (
    <>
      <ModelSelect label="A" value={a} onChange={(model) => replace(a, model)} />
      {b === undefined ? null : <ModelSelect label="B" value={b} onChange={(model) => replace(b, model)} />}
      {map ? <MapControls map={map} edit={edit} /> : null}
      <TextArea
        label="Prompts, one a line"
        value={document.prompts}
        maxLength={4000}
        help={`Beginnings that every model continues; the first ${maximalPrompts} are used.`}
        error={promptsOf(document).ok ? undefined : "Write at least one beginning."}
        onChange={(prompts, gesture) => edit({ prompts }, gesture)}
      />
      <LanguageChoice document={document} edit={edit} />
      <Details summary="More settings">
        <Slider
          label="Held-out sentences a language"
          value={document.sentences}
          min={2}
          max={40}
          step={1}
          onChange={(value, gesture) => edit({ sentences: Math.round(value) }, gesture)}
        />
        <SamplingFields document={document} edit={edit} seedHelp="Of sampling, where the temperature is above 0." />
      </Details>
    </>
  );
}

function LanguageChoice({ document, edit }: PanelProps<Document>) {
  const all = [...new Set([...parallelLanguages, ...document.languages])];
  return (
    <fieldset className="field">
      <legend className="field-label">Bits per byte in</legend>
      <div className="row">
        {all.map((language) => (
          <Checkbox
            key={language}
            label={<LanguageTag code={language} />}
            checked={document.languages.includes(language)}
            onChange={(checked) =>
              edit({
                languages: all.filter((other) => (other === language ? checked : document.languages.includes(other))),
              })
            }
          />
        ))}
      </div>
      <p className="note">On sentences that none of the embedded models was trained on.</p>
    </fieldset>
  );
}
