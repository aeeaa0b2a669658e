import { parallelLanguages } from "../../../data/parallel-languages";
import type { Document } from "../../../experiments/documents/steering";
import { type Applying, type Further, furtherOperations } from "../../../experiments/documents/steering-applying";
import { storyTraits } from "../../../experiments/documents/story-traits";
import { Button } from "../../../ui/Button";
import { Checkbox } from "../../../ui/Checkbox";
import { languageOf } from "../../../ui/languages";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { storyLanguages, traitEnds } from "../traits";
import { nameOf } from "./names";
import { operationWords } from "./operation-words";

const mostFurther = 3;
const fresh: Further = { between: "mood", source: "en", target: "de", operation: "add", strength: 1 };
const languageOptions = parallelLanguages.map((code) => ({
  value: code as string,
  label: `${languageOf(code).name} (${code})`,
}));
const storyOptions = [
  ...storyLanguages.map((code) => ({ value: code as string, label: languageOf(code).name })),
  { value: "mul", label: "all five, in turn" },
];

/** Which directions join the first, and what bounds them all. */
export function ApplyingControls({ document, edit }: PanelProps<Document>) {
  const { applying } = document;
  const { further, condition } = applying;
  const change = (part: Partial<Applying>, gesture?: string) => edit({ applying: { ...applying, ...part } }, gesture);
  return (
    <>
      {further.map((one, index) => (
        <FurtherControls
          // oxlint-disable-next-line react/no-array-index-key -- directions may be alike; their order is their identity
          key={index}
          further={one}
          number={index + 2}
          onChange={(changed, gesture) => change({ further: further.with(index, changed) }, gesture)}
          onRemove={() => change({ further: further.toSpliced(index, 1) })}
        />
      ))}
      {further.length < mostFurther ? (
        <Button onClick={() => change({ further: [...further, fresh] })}>Add a direction</Button>
      ) : null}
      {further.length > 0 ? (
        <Checkbox
          label="Make each orthogonal to those before it"
          checked={applying.orthogonal}
          onChange={(orthogonal) => change({ orthogonal })}
        />
      ) : null}
      <Checkbox
        label="Keep the length of the residual stream"
        checked={applying.keepNorm}
        onChange={(keepNorm) => change({ keepNorm })}
      />
      <Slider
        label="Steer from token"
        value={applying.from}
        min={0}
        max={64}
        step={1}
        help="Counted from the first token of the prompt; 1 leaves the beginning mark alone."
        onChange={(from, gesture) => change({ from: Math.round(from) }, gesture)}
      />
      <Checkbox
        label="Steer only where the text is in one of two languages"
        checked={condition !== null}
        onChange={(on) =>
          change({ condition: on ? { source: document.target, target: document.source, decided: "prompt" } : null })
        }
      />
      {condition === null ? null : (
        <>
          <Select
            label="Steer where it is rather"
            value={condition.target}
            options={languageOptions}
            onChange={(target) => change({ condition: { ...condition, target } })}
          />
          <Select
            label="than"
            value={condition.source}
            options={languageOptions}
            onChange={(source) => change({ condition: { ...condition, source } })}
          />
          <Select
            label="Decided"
            value={condition.decided}
            options={[
              { value: "prompt", label: "once a prompt" },
              { value: "token", label: "at every token" },
            ]}
            help={
              condition.decided === "prompt"
                ? "By the mean of the prompt’s tokens, at the layer that tells the two languages apart best."
                : "At the layer that is steered: beyond the midpoint of the two languages’ means."
            }
            onChange={(decided) => change({ condition: { ...condition, decided } })}
          />
        </>
      )}
    </>
  );
}

interface FurtherProps {
  readonly further: Further;
  readonly number: number;
  readonly onChange: (further: Further, gesture?: string) => void;
  readonly onRemove: () => void;
}

function FurtherControls({ further, number, onChange, onRemove }: FurtherProps) {
  const { between, operation } = further;
  const words = operationWords[operation];
  return (
    <fieldset className="stack-close">
      <legend>
        Direction {number}: {nameOf(further)}
      </legend>
      <Select
        label="Between"
        value={between}
        options={[
          { value: "languages", label: "two languages" },
          ...storyTraits.map((trait) => ({ value: trait, label: traitEnds[trait].join(" and ") })),
        ]}
        onChange={(changed) => onChange({ ...further, between: changed, source: "en" })}
      />
      {between === "languages" ? (
        <>
          <Select
            label="Away from"
            value={further.source}
            options={languageOptions}
            onChange={(source) => onChange({ ...further, source })}
          />
          <Select
            label="Towards"
            value={further.target}
            options={languageOptions}
            onChange={(target) => onChange({ ...further, target })}
          />
        </>
      ) : (
        <Select
          label="Stories in"
          value={further.source}
          options={storyOptions}
          onChange={(source) => onChange({ ...further, source })}
        />
      )}
      <Select
        label="It is"
        value={operation}
        options={furtherOperations.map((value) => ({ value, label: operationWords[value].done }))}
        onChange={(changed) => onChange({ ...further, operation: changed })}
      />
      {operation === "ablate" ? null : (
        <Slider
          label={`Strength of direction ${number}`}
          value={further.strength}
          min={-4}
          max={4}
          step={0.05}
          unit={words.unit}
          onChange={(strength, gesture) => onChange({ ...further, strength }, gesture)}
        />
      )}
      <Button kind="quiet" onClick={onRemove}>
        Take direction {number} out
      </Button>
    </fieldset>
  );
}
