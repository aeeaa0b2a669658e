import type { Document } from "../../experiments/documents/codeswitching";
import { languageOf, languages } from "../../ui/languages";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { FactoryControls } from "./factory/Controls";
import { PhraseControls } from "./PhraseControls";
import { SeedField } from "./SeedField";
import { TargetControls } from "./TargetControls";

/** Of a corpus: languages, how many sentences, how near to the request, and pairs of one's own. */
export function CorpusControls({ document, edit }: PanelProps<Document>) {
  const options = [...languages.keys()].map((value) => ({ value, label: `${languageOf(value).name} (${value})` }));
  return (
    <>
      <Select
        label="First language"
        value={document.languages[0]}
        options={options}
        onChange={(code) => edit({ languages: [code, document.languages[1]] })}
      />
      <Select
        label="Second language"
        value={document.languages[1]}
        options={options}
        onChange={(code) => edit({ languages: [document.languages[0], code] })}
      />
      <Slider
        label={document.targets.length === 1 ? "Sentences wanted" : "Sentences wanted, a request"}
        value={document.size}
        min={10}
        max={5000}
        step={10}
        onChange={(value, gesture) => edit({ size: Math.round(value) }, gesture)}
      />
      <Segmented
        label="Main language"
        value={document.matrix === 0 ? "first" : "second"}
        options={[
          { value: "first", label: languageOf(document.languages[0]).name },
          { value: "second", label: languageOf(document.languages[1]).name },
        ]}
        onChange={(side) => edit({ matrix: side === "first" ? 0 : 1 })}
      />
      <TargetControls document={document} edit={edit} />
      <Slider
        label="Off by at most"
        value={document.tolerance}
        min={0}
        max={50}
        step={1}
        help="Sentences farther from the request are left out and counted."
        onChange={(tolerance, gesture) => edit({ tolerance }, gesture)}
      />
      <PhraseControls document={document} edit={edit} />
      <FactoryControls document={document} edit={edit} />
      <TextArea
        label="Own pairs"
        value={document.pairs}
        mono
        rows={4}
        maxLength={60_000}
        help="One a line: sentence, tab, sentence; links after another tab, else IBM Model 1 proposes them. Empty: the parallel stories."
        onChange={(pairs, gesture) => edit({ pairs }, gesture)}
      />
      <SeedField document={document} edit={edit} />
    </>
  );
}
