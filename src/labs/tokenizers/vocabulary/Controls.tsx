import { parallelLanguages } from "../../../data/parallel-languages";
import type { Document } from "../../../experiments/documents/tokenizers";
import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";
import type { Problem } from "../../../result";
import { scriptNames } from "../../../tokenization/catalogue";
import { trainers } from "../../../tokenization/training";
import { Checkbox } from "../../../ui/Checkbox";
import { Checkboxes } from "../../../ui/Checkboxes";
import { Details } from "../../../ui/Details";
import { Field } from "../../../ui/Field";
import { FileField } from "../../../ui/FileField";
import { LanguageTag } from "../../../ui/LanguageTag";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { describeTokenizer } from "../encoders";
import { addOwnTokenizer, ownFiles } from "../own-tokenizers";
import { OwnText } from "./OwnText";
import { RowControls } from "./RowControls";
import type { VocabularyProps } from "./settings";

/** Where pieces get Latin letters, what is compared is their rows, in a language that has another script. */
const transliterated: Partial<VocabularyDocument> = {
  languages: ["hi"],
  scored: ["en", "hi"],
  initialisers: ["random", "mean", "transmi"],
  keep: "transmi",
};

const languageOptions = parallelLanguages.map((value) => ({ value, label: <LanguageTag code={value} /> }));

/** The settings of a changed vocabulary, or of a tokenizer that is trained. */
export function VocabularyControls({ document, edit }: PanelProps<Document>) {
  const settings = document.vocabulary;
  const set: VocabularyProps["set"] = (change, gesture) => edit({ vocabulary: { ...settings, ...change } }, gesture);
  if (document.task === "train" || document.task === "one-or-five") {
    return (
      <>
        <Learning settings={settings} set={set} />
        <Languages settings={settings} set={set} are="learnt from" />
        {document.task === "train" ? <OwnText settings={settings} set={set} /> : null}
      </>
    );
  }
  return (
    <>
      <ModelSelect label="Base model" value={settings.base} onChange={(base) => set({ base })} />
      <Select
        label="New vocabulary"
        value={settings.target}
        options={[
          { value: "trim", label: "fewer of the base’s tokens" },
          { value: "expand", label: "the base’s tokens and more" },
          { value: "transliterate", label: "the base’s tokens in Latin letters too" },
          { value: "train", label: "another one, trained here" },
          { value: "file", label: "another one, from a tokenizer.json" },
          { value: "model", label: "another model’s" },
        ]}
        onChange={(target) => set(target === "transliterate" ? { target, ...transliterated } : { target })}
      />
      {settings.target === "trim" ? <Trimming settings={settings} set={set} /> : null}
      {settings.target === "expand" ? (
        <Slider
          label="Tokens to add"
          value={settings.more}
          min={0}
          max={10_000}
          step={50}
          help="At most: first the characters of the text that the base has only as bytes or as unknown, then merges."
          onChange={(more, gesture) => set({ more: Math.round(more) }, gesture)}
        />
      ) : null}
      {settings.target === "train" ? <Learning settings={settings} set={set} /> : null}
      {settings.target === "file" ? <FileChoice settings={settings} set={set} /> : null}
      {settings.target === "model" ? (
        <ModelSelect label="Its model" value={settings.donor} onChange={(donor) => set({ donor })} />
      ) : null}
      <Languages settings={settings} set={set} are={languagesAre(settings)} />
      <OwnText settings={settings} set={set} />
      {settings.target === "trim" ? null : <RowControls settings={settings} set={set} />}
      <Measuring settings={settings} set={set} />
    </>
  );
}

/** Which rows stay: those that a text uses, or those of some scripts. */
function Trimming({ settings, set }: VocabularyProps) {
  return (
    <>
      <Segmented
        label="Rows stay"
        value={settings.trimBy}
        options={[
          { value: "use", label: "that a text uses" },
          { value: "script", label: "of some scripts" },
        ]}
        onChange={(trimBy) => set({ trimBy })}
      />
      {settings.trimBy === "script" ? (
        <Checkboxes
          label="Scripts kept"
          options={scriptNames.map((value) => ({ value, label: value }))}
          chosen={settings.scripts}
          least={1}
          inRow
          note="Special tokens, single bytes and characters, and what merges need on the way, always stay."
          onChange={(scripts) => set({ scripts })}
        />
      ) : (
        <Slider
          label="Rows at most"
          value={settings.rows}
          min={0}
          max={8192}
          step={64}
          help="0 keeps every token that the text uses."
          onChange={(rows, gesture) => set({ rows: Math.round(rows) }, gesture)}
        />
      )}
    </>
  );
}

function Learning({ settings, set }: VocabularyProps) {
  return (
    <>
      <Select
        label="Learnt by"
        value={settings.trainer}
        options={trainers.map(({ name, title }) => ({ value: name as VocabularyDocument["trainer"], label: title }))}
        onChange={(trainer) => set({ trainer })}
      />
      <Slider
        label="Rows of the vocabulary"
        value={settings.size}
        min={300}
        max={32_000}
        step={4}
        onChange={(size, gesture) => set({ size: Math.round(size) }, gesture)}
      />
    </>
  );
}

/** The languages that count. */
function Languages({ settings, set, are }: VocabularyProps & { readonly are: string }) {
  const own = settings.textFile !== "" || settings.text.trim() !== "";
  return (
    <Checkboxes
      label={`Languages ${are}`}
      options={languageOptions}
      chosen={settings.languages}
      least={1}
      inRow
      note={
        own
          ? "The text below is read in their place; pairs of sentences are still the lab’s."
          : "Read from 2,561 sentences of stories in English, German, Spanish, Hindi and Turkish; others have forty sentences."
      }
      onChange={(languages) => set({ languages })}
    />
  );
}

function languagesAre({ target, trimBy }: VocabularyDocument): string {
  if (target !== "trim") return "learnt from";
  return trimBy === "script" ? "whose use is set beside it" : "kept";
}

function FileChoice({ settings, set }: VocabularyProps) {
  const ids = [...new Set([...ownFiles.keys(), ...(settings.file === "" ? [] : [settings.file])])];
  async function add(file: File): Promise<Problem | null> {
    const added = await addOwnTokenizer(file);
    if (!added.ok) return added.problem;
    set({ file: added.value });
    return null;
  }
  return (
    <>
      {ids.length > 0 ? (
        <Select
          label="Tokenizer"
          value={settings.file === "" ? ids[0]! : settings.file}
          options={ids.map((id) => ({ value: id, label: describeTokenizer(id).name }))}
          onChange={(file) => set({ file })}
        />
      ) : null}
      <FileField label="Load a tokenizer.json" accept=".json,application/json" take={add} />
    </>
  );
}

function Measuring({ settings, set }: VocabularyProps) {
  return (
    <Details summary={`Bits per byte in ${settings.scored.length} languages, and what else is shown`}>
      <Checkboxes
        label="Languages"
        labelHidden
        options={languageOptions}
        chosen={settings.scored}
        least={1}
        inRow
        onChange={(scored) => set({ scored })}
      />
      <Slider
        label="Held-out sentences a language"
        value={settings.sentences}
        min={2}
        max={40}
        step={1}
        onChange={(sentences, gesture) => set({ sentences: Math.round(sentences) }, gesture)}
      />
      {settings.target === "trim" ? null : (
        <Field
          label="Explain the new tokens of"
          value={settings.explained}
          maxLength={200}
          help="Words whose rows are shown beside those of the 24 most frequent new tokens."
          onChange={(explained, gesture) => set({ explained }, gesture)}
        />
      )}
      <Checkbox
        label="Make a Hugging Face folder too"
        checked={settings.folder}
        onChange={(folder) => set({ folder })}
      />
      <Slider
        label="Seed of drawn rows"
        value={settings.seed}
        min={0}
        max={100}
        step={1}
        onChange={(seed, gesture) => set({ seed: Math.round(seed) }, gesture)}
      />
    </Details>
  );
}
