import { parallelLanguages } from "../../../data/parallel-languages";
import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";
import { initialisers } from "../../../tokenization/transfer/initialisers";
import { rowMaps } from "../../../tokenization/transfer/maps";
import { Checkbox } from "../../../ui/Checkbox";
import { Checkboxes } from "../../../ui/Checkboxes";
import { languageOf } from "../../../ui/languages";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import { ModelSelect } from "../../ModelSelect";
import type { VocabularyProps } from "./settings";
import { VectorFiles } from "./VectorFiles";

const needsVectors = new Set(initialisers.filter(({ needs }) => needs.includes("vectors")).map(({ name }) => name));

/** How new rows are made, and what the ways of making them want to know. */
export function RowControls({ settings, set }: VocabularyProps) {
  const names = [...initialisers, ...rowMaps].map(({ name, title }) => ({
    value: name as VocabularyDocument["keep"],
    label: title,
  }));
  return (
    <>
      <Checkboxes
        label="New rows are made by"
        options={names.map(({ value, label }) => {
          const lacking = value === "sava" && settings.target !== "model";
          return {
            value,
            label: lacking ? `${label}: needs another model’s vocabulary` : label,
            disabled: lacking && !settings.initialisers.includes(value),
          };
        })}
        chosen={settings.initialisers}
        least={1}
        onChange={(chosen) => set({ initialisers: chosen })}
      />
      <Select
        label="On the shelf goes the model of"
        value={settings.keep}
        options={names.filter(({ value }) => settings.initialisers.includes(value) || value === settings.keep)}
        onChange={(keep) => set({ keep })}
      />
      <Checkbox
        label="Put the rows into a fine-tune of the base too"
        checked={settings.tuned !== ""}
        onChange={(wanted) => set({ tuned: wanted ? "polyglot-de" : "" })}
      />
      {settings.tuned === "" ? null : (
        <ModelSelect label="Fine-tune" value={settings.tuned} onChange={(tuned) => set({ tuned })} />
      )}
      {settings.initialisers.includes("transmi") || settings.target === "transliterate" ? (
        <Select
          label="Pieces that are one in Latin letters"
          value={settings.collisions}
          options={[
            { value: "max", label: "take after the most frequent" },
            { value: "min", label: "take after the rarest" },
            { value: "average", label: "are averaged" },
          ]}
          onChange={(collisions) => set({ collisions })}
        />
      ) : null}
      {settings.initialisers.includes("ofa") ? (
        <Slider
          label="Rank of OFA"
          value={settings.rank}
          min={0}
          max={256}
          step={8}
          help="0 keeps all dimensions of the embedding."
          onChange={(rank, gesture) => set({ rank: Math.round(rank) }, gesture)}
        />
      ) : null}
      {settings.initialisers.includes("trans-tokenization") || settings.rotate ? (
        <Select
          label="Words are paired from"
          value={settings.from}
          options={parallelLanguages.map((language) => ({ value: language, label: languageOf(language).name }))}
          onChange={(from) => set({ from })}
        />
      ) : null}
      {settings.initialisers.some((name) => needsVectors.has(name)) ? (
        <VectorFiles settings={settings} set={set} />
      ) : null}
    </>
  );
}
