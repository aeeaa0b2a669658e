import { useState } from "react";
import { compilePattern } from "../../../codeswitch/factory/pattern";
import { storyTopics } from "../../../data/stories";
import type { Document } from "../../../experiments/documents/codeswitching";
import { Button } from "../../../ui/Button";
import { Checkbox } from "../../../ui/Checkbox";
import { Checkboxes } from "../../../ui/Checkboxes";
import { Details } from "../../../ui/Details";
import { Field } from "../../../ui/Field";
import { Segmented } from "../../../ui/Segmented";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { cellsOf } from "./cells";

const mostRules = 6;

type Change = (part: Partial<Document["factory"]>, gesture?: string) => void;

/** The grid that a corpus is spread over, and what a program checks each of its sentences for. */
export function FactoryControls({ document, edit }: PanelProps<Document>) {
  const { factory, pairs } = document;
  const change: Change = (part, gesture) => edit({ factory: { ...factory, ...part } }, gesture);
  const places = cellsOf(document).length;
  const checks = [factory.identified > 0, factory.near < 100, factory.rules.length > 0].filter(Boolean).length;
  // A check that is taken off does not close the fold under the hand.
  const [startsOpen] = useState(checks > 0);
  return (
    <>
      <Checkbox
        label="Each language in turn as the main one"
        checked={factory.mains === "each"}
        onChange={(each) => change({ mains: each ? "each" : "chosen" })}
      />
      <Details summary={`Topics: ${factory.topics.length === 0 || pairs !== "" ? "any" : factory.topics.join(", ")}`}>
        <Checkboxes
          label="A part of the corpus for each topic"
          options={storyTopics.map((value) => ({ value, label: value, disabled: pairs !== "" }))}
          chosen={factory.topics}
          note={
            pairs === ""
              ? `${places === 1 ? "One part" : `${places} parts`} of the sentences wanted.`
              : "Pairs of your own have no topics."
          }
          onChange={(topics) => change({ topics })}
        />
      </Details>
      <Details summary={`Checks on each sentence: ${checks === 0 ? "none" : checks}`} open={startsOpen}>
        <Slider
          label="Words whose language is verified"
          value={factory.identified}
          min={0}
          max={100}
          step={5}
          unit="%"
          help="A program that sees the text alone must tell so many words’ languages as they were written; 0 does not ask it."
          onChange={(identified, gesture) => change({ identified }, gesture)}
        />
        <Slider
          label="Near-duplicate from"
          value={factory.near}
          min={10}
          max={100}
          step={5}
          unit="%"
          help="Jaccard index of word trigrams with any sentence that was kept; at 100 only equal sentences are left out."
          onChange={(near, gesture) => change({ near }, gesture)}
        />
        <Rules rules={factory.rules} change={change} />
      </Details>
    </>
  );
}

function Rules({ rules, change }: { readonly rules: Document["factory"]["rules"]; readonly change: Change }) {
  return (
    <>
      {rules.map(({ pattern, wanted }, index) => {
        const read = compilePattern(pattern);
        const put = (part: Partial<(typeof rules)[number]>, gesture?: string) =>
          change({ rules: rules.with(index, { pattern, wanted, ...part }) }, gesture);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a rule is known by its place
          <div key={index} className="stack-close">
            <Field
              label={`Pattern ${index + 1}`}
              value={pattern}
              mono
              maxLength={200}
              error={read.ok ? undefined : read.problem.what}
              onChange={(value, gesture) => put({ pattern: value }, gesture)}
            />
            <Segmented
              label={`A sentence, and pattern ${index + 1}`}
              labelHidden
              value={wanted ? "must" : "not"}
              options={[
                { value: "must", label: "must match" },
                { value: "not", label: "must not match" },
              ]}
              onChange={(value) => put({ wanted: value === "must" })}
            />
          </div>
        );
      })}
      <div className="row">
        {rules.length < mostRules ? (
          <Button
            kind="quiet"
            onClick={() => change({ rules: [...rules, { pattern: String.raw`^\p{Lu}.*[.!?]$`, wanted: true }] })}
          >
            Add a pattern
          </Button>
        ) : null}
        {rules.length > 0 ? (
          <Button kind="quiet" onClick={() => change({ rules: rules.slice(0, -1) })}>
            Leave the last out
          </Button>
        ) : null}
      </div>
      <p className="note">
        As in JavaScript, without look-around and back references: all ways are tried at once, so that no pattern hangs.
      </p>
    </>
  );
}
