import type { Document } from "../../experiments/documents/codeswitching";
import { Button } from "../../ui/Button";
import { Segmented } from "../../ui/Segmented";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";
import { askable } from "./wording";

const mostTargets = 4;

/** What is asked for: an index, a share of words or of switches, at one to four values. */
export function TargetControls({ document, edit }: PanelProps<Document>) {
  const { targets, measure } = document;
  const { name, unit, most, help } = askable[measure];
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    <>
      <Segmented
        label="Ask for"
        value={measure}
        options={[
          { value: "cmi", label: "CMI" },
          { value: "embedded", label: "embedded words" },
          { value: "switching", label: "switching rate" },
        ]}
        onChange={(next) =>
          edit({ measure: next, targets: targets.map((target) => Math.min(askable[next].most, target)) })
        }
      />
      {targets.map((target, index) => (
        <Slider
          // oxlint-disable-next-line react/no-array-index-key -- a target is known by its place
          key={index}
          label={targets.length === 1 ? label : `${label} ${index + 1}`}
          value={target}
          min={0}
          max={most}
          step={1}
          unit={unit}
          {...(index === targets.length - 1 ? { help } : {})}
          onChange={(value, gesture) => edit({ targets: targets.with(index, value) }, gesture)}
        />
      ))}
      <div className="row">
        {targets.length < mostTargets ? (
          <Button
            kind="quiet"
            onClick={() => edit({ targets: [...targets, Math.min(most, Math.round(targets.at(-1)! * 1.5) + 5)] })}
          >
            Compare with another value
          </Button>
        ) : null}
        {targets.length > 1 ? (
          <Button kind="quiet" onClick={() => edit({ targets: targets.slice(0, -1) })}>
            Leave the last out
          </Button>
        ) : null}
      </div>
    </>
  );
}
