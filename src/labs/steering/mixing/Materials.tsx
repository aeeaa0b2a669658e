import type { Mixing } from "../../../experiments/documents/steering-mixing";
import { parallelLanguages } from "../../../data/parallel-languages";
import type { Mixer } from "../../../mixing/mixer";
import { Checkbox } from "../../../ui/Checkbox";
import { Field } from "../../../ui/Field";
import { languageOf } from "../../../ui/languages";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";

export interface MaterialsProps {
  readonly mixing: Mixing;
  readonly needs: Mixer["needs"];
  readonly change: (part: Partial<Mixing>, gesture?: string) => void;
}

const kinds = {
  script: { label: "a script", field: "Scripts, as Unicode names them", help: "Such as Latin, Devanagari, Cyrillic." },
  letters: { label: "letters that are banned", field: "Banned letters", help: "In either case, such as e." },
  words: { label: "a list of words", field: "Allowed words", help: "Only these words, in any order." },
  pattern: {
    label: "a pattern",
    field: "Pattern that each token matches",
    help: "A regular expression, such as ^[^e]*$",
  },
} as const satisfies Record<Mixing["filter"]["kind"], unknown>;

const helps = {
  band: "The first model reads sixteen sentences; how sure of itself it is there, step by step, makes the band.",
  difficulty:
    "Level 1: words in three and more of forty everyday sentences; 2: in two; 3: in one. Others are not graded.",
  head: "The bag: tokens of its forty everyday sentences that those of no other language have.",
} as const;

const gateHelp =
  "Before it writes, both models read a hundred and twenty everyday sentences in five languages: three of five teach the gate, one chooses the threshold, one judges it beside each model alone, a rule on entropy, and chance.";

/** What the mixer needs beside logits: a filter, graded words, human text, or a bag of words. */
export function Materials({ mixing, needs, change }: MaterialsProps) {
  if (needs === undefined) return null;
  if (needs === "gate") return <p className="note">{gateHelp}</p>;
  if (needs === "filter") return <FilterFields {...mixing} change={change} />;
  const languages = [...new Set([...parallelLanguages, mixing.language])].map((code) => ({
    value: code,
    label: `${languageOf(code).name} (${code})`,
  }));
  return (
    <>
      <Select
        label={{ band: "Human text in", difficulty: "Words graded in", head: "Words of" }[needs]}
        value={mixing.language}
        options={languages}
        help={helps[needs]}
        onChange={(language) => change({ language })}
      />
      {needs === "difficulty" ? (
        <Slider
          label="Level"
          value={mixing.level}
          min={1}
          max={3}
          step={1}
          help="Words above it are avoided."
          onChange={(level, gesture) => change({ level: Math.round(level) }, gesture)}
        />
      ) : null}
    </>
  );
}

function FilterFields({ filter, change }: { filter: Mixing["filter"]; change: MaterialsProps["change"] }) {
  const { field, help } = kinds[filter.kind];
  return (
    <>
      <Select
        label="Filter by"
        value={filter.kind}
        options={Object.entries(kinds).map(([value, { label }]) => ({ value: value as typeof filter.kind, label }))}
        onChange={(kind) => change({ filter: { ...filter, kind, text: kind === "script" ? "Latin" : "" } })}
      />
      <Field
        label={field}
        value={filter.text}
        maxLength={1000}
        help={help}
        error={filter.text.trim() === "" ? "Write at least one." : undefined}
        onChange={(text, gesture) => change({ filter: { ...filter, text } }, gesture)}
      />
      {filter.kind === "script" ? (
        <Checkbox
          label="Keep only these scripts"
          checked={filter.keep}
          onChange={(keep) => change({ filter: { ...filter, keep } })}
        />
      ) : null}
    </>
  );
}
