import { parallelLanguages } from "../../data/parallel-languages";
import type { Document } from "../../experiments/documents/measures";
import { Checkbox } from "../../ui/Checkbox";
import { Checkboxes } from "../../ui/Checkboxes";
import { Details } from "../../ui/Details";
import { LanguageTag } from "../../ui/LanguageTag";
import { Segmented } from "../../ui/Segmented";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";
import { SeedField } from "../SeedField";
import { MeasureChoice } from "./MeasureChoice";
import { OwnTexts } from "./OwnTexts";
import { mostLanguages, readParallel } from "./own-texts";

const embeddedSentences = 40;
/** As many as a document can ask for. */
const mostSentences = 200;

/** The settings: what is measured, in which languages, on how much. */
export function Controls({ document, edit }: PanelProps<Document>) {
  const own = document.parallel.trim() === "" ? null : readParallel(document.parallel);
  const columns = own?.ok ? own.value : {};
  const lines = Object.values(columns)[0]?.length ?? 0;
  return (
    <>
      <MeasureChoice document={document} edit={edit} />
      <LanguageChoice document={document} edit={edit} own={Object.keys(columns)} />
      <Slider
        label="Sentences a language"
        value={document.sentences}
        min={2}
        max={Math.max(embeddedSentences, Math.min(lines, mostSentences))}
        step={1}
        help="Parallel sentences, minimal pairs and words; 40 of each are embedded."
        onChange={(value, gesture) => edit({ sentences: Math.round(value) }, gesture)}
      />
      <Slider
        label="Written texts a language"
        value={document.written}
        min={1}
        max={40}
        step={1}
        help="Beginnings, problems and questions that the model answers, half as many conversations; of questions there are 20 a language, of conversations 4."
        onChange={(value, gesture) => edit({ written: Math.round(value) }, gesture)}
      />
      <Checkbox
        label="Random controls beside merges and steering"
        checked={document.control}
        onChange={(control) => edit({ control })}
      />
      <OwnTexts document={document} edit={edit} />
      <Details summary="More settings">
        <Segmented
          label="Intervals"
          value={document.interval}
          options={[
            { value: "bca", label: "BCa" },
            { value: "percentile", label: "percentile" },
          ]}
          onChange={(interval) => edit({ interval })}
        />
        <SeedField document={document} edit={edit} help="Of bootstraps, permutation tests and random controls." />
      </Details>
    </>
  );
}

function LanguageChoice({ document, edit, own }: PanelProps<Document> & { readonly own: readonly string[] }) {
  const all = [...new Set<string>([...parallelLanguages, ...own, ...document.languages])];
  return (
    <Checkboxes
      label="Languages"
      options={all.map((value) => ({ value, label: <LanguageTag code={value} /> }))}
      chosen={document.languages}
      least={1}
      most={mostLanguages}
      inRow
      note="Minimal pairs, questions, conversations and problems are there in the first five."
      onChange={(languages) => edit({ languages })}
    />
  );
}
