import { Suspense } from "react";
import type { Document } from "../../experiments/documents/tokenizers";
import { parallelLanguages } from "../../data/parallel-languages";
import { Checkbox } from "../../ui/Checkbox";
import { Checkboxes } from "../../ui/Checkboxes";
import { Details } from "../../ui/Details";
import { LanguageTag } from "../../ui/LanguageTag";
import { languageOf } from "../../ui/languages";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { TextArea } from "../../ui/TextArea";
import { lazily } from "../../ui/lazily";
import type { PanelProps } from "../lab";
import { ModelSelect } from "../ModelSelect";
import { SentenceButton } from "./SentenceButton";
import { TokenizerChoice } from "./TokenizerChoice";

const VocabularyControls = lazily(async () => ({
  default: (await import("./vocabulary/Controls")).VocabularyControls,
}));

const HalfWordControls = lazily(async () => ({ default: (await import("./half-word/Controls")).HalfWordControls }));
const MarkovControls = lazily(async () => ({ default: (await import("./why-tokenize/Controls")).MarkovControls }));

/** What is done, and the settings of that. */
export function Controls({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Segmented
        label="Run does"
        value={document.task}
        options={[
          { value: "compare", label: "compare" },
          { value: "change", label: "change a vocabulary" },
          { value: "train", label: "train" },
          { value: "half-word", label: "give half a word" },
          { value: "romanise", label: "romanise" },
          { value: "one-or-five", label: "train one or five" },
          { value: "why-tokenize", label: "ask why tokenize" },
        ]}
        onChange={(task) => edit({ task })}
      />
      {document.task === "compare" || document.task === "romanise" ? (
        <>
          <CompareControls document={document} edit={edit} />
          {document.task === "romanise" ? <BarrierControls document={document} edit={edit} /> : null}
        </>
      ) : (
        <Suspense>
          <TaskControls document={document} edit={edit} />
        </Suspense>
      )}
    </>
  );
}

/** The settings of the tasks whose panel is fetched. */
function TaskControls({ document, edit }: PanelProps<Document>) {
  if (document.task === "half-word") return <HalfWordControls document={document} edit={edit} />;
  if (document.task === "why-tokenize") return <MarkovControls document={document} edit={edit} />;
  return <VocabularyControls document={document} edit={edit} />;
}

/** The settings of a comparison: the text, the tokenizers, the languages of the scorecard. */
function CompareControls({ document, edit }: PanelProps<Document>) {
  const length = Array.from(document.text).length;
  return (
    <>
      <TextArea
        label="Text"
        value={document.text}
        maxLength={20_000}
        rows={5}
        help={`${length.toLocaleString("en")} characters. Any language, script or emoji; up to 20,000.`}
        error={document.text.trim() === "" ? "Write or paste a text." : undefined}
        onChange={(text, gesture) => edit({ text }, gesture)}
      />
      <SentenceButton document={document} edit={edit} />
      <TokenizerChoice document={document} edit={edit} />
      <Checkbox
        label="Add the special tokens of the template"
        checked={document.specialTokens}
        onChange={(specialTokens) => edit({ specialTokens })}
      />
      <Details summary={`Languages of the scorecard: ${document.languages.length}`}>
        <Checkboxes
          label="Languages"
          labelHidden
          options={parallelLanguages.map((value) => ({ value, label: <LanguageTag code={value} named /> }))}
          chosen={document.languages}
          least={1}
          onChange={(languages) => edit({ languages })}
        />
        <Select
          label="Others are divided by"
          value={document.reference}
          options={parallelLanguages.map((language) => ({ value: language, label: languageOf(language).name }))}
          onChange={(reference) => edit({ reference })}
        />
      </Details>
    </>
  );
}

/** Whether the romanised sentences are held against themselves inside a model. */
function BarrierControls({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Checkbox
        label="Measure the script barrier inside a model"
        checked={document.barrier !== ""}
        onChange={(wanted) => edit({ barrier: wanted ? "polyglot-base" : "" })}
      />
      {document.barrier === "" ? null : (
        <ModelSelect label="Model" value={document.barrier} onChange={(barrier) => edit({ barrier })} />
      )}
    </>
  );
}
