import type { Document } from "../../experiments/documents/codeswitching";
import { Button } from "../../ui/Button";
import { Segmented } from "../../ui/Segmented";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

const mostTargets = 4;

/** What is asked for: the code-mixing index or the switching rate, at one to four values. */
export function TargetControls({
  document,
  edit,
  single = false,
}: PanelProps<Document> & { readonly single?: boolean }) {
  const { targets, measure } = document;
  const highest = measure === "cmi" ? 50 : 100;
  return (
    <>
      <Segmented
        label="Ask for"
        value={measure}
        options={[
          { value: "cmi", label: "CMI" },
          { value: "switching", label: "switching rate" },
        ]}
        onChange={(next) =>
          edit({ measure: next, targets: next === "cmi" ? targets.map((target) => Math.min(50, target)) : targets })
        }
      />
      {targets.map((target, index) => (
        <Slider
          // oxlint-disable-next-line react/no-array-index-key -- a target is known by its place
          key={index}
          label={targets.length === 1 ? nameOf(measure) : `${nameOf(measure)} ${index + 1}`}
          value={target}
          min={0}
          max={highest}
          step={1}
          unit={measure === "cmi" ? "" : "%"}
          {...(index === targets.length - 1 ? { help: helpOf(measure) } : {})}
          onChange={(value, gesture) => edit({ targets: targets.with(index, value) }, gesture)}
        />
      ))}
      <div className="row">
        {targets.length < mostTargets && !single ? (
          <Button
            kind="quiet"
            onClick={() => edit({ targets: [...targets, Math.min(highest, Math.round(targets.at(-1)! * 1.5) + 5)] })}
          >
            Compare with another value
          </Button>
        ) : null}
        {targets.length > 1 && !single ? (
          <Button kind="quiet" onClick={() => edit({ targets: targets.slice(0, -1) })}>
            Leave the last out
          </Button>
        ) : null}
      </div>
    </>
  );
}

function nameOf(measure: Document["measure"]): string {
  return measure === "cmi" ? "CMI" : "Switching rate";
}

function helpOf(measure: Document["measure"]): string {
  return measure === "cmi"
    ? "Percent of words that are not in the main language; 50 at most with two languages."
    : "Percent of places between words where the language changes.";
}
