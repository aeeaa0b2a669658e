import { useState } from "react";
import type { LabId } from "../experiments/experiment";
import type { Preset } from "../labs/lab";
import type { AnyDocument } from "./labs";
import { Terms } from "../ui/Terms";

export interface PresetsProps {
  readonly lab: LabId;
  readonly presets: readonly Preset<AnyDocument>[];
  readonly current: Preset<AnyDocument> | undefined;
}

/** The lab's questions; each opens a finished experiment. Beneath: what to look for in the one that is open. */
export function Presets({ lab, presets, current }: PresetsProps) {
  const [last, setLast] = useState(current);
  if (current && current !== last) setLast(current);
  return (
    <div className="presets">
      <nav aria-label="Questions">
        <ol className="preset-list">
          {presets.map((preset) => (
            <li key={preset.id}>
              <a href={`#/${lab}?preset=${preset.id}`} aria-current={preset === current ? "true" : undefined}>
                {preset.question}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {current ? (
        <p className="preset-look">
          <Terms>{current.look}</Terms> <cite>{current.paper}</cite>
        </p>
      ) : (
        <p className="preset-look">
          Your own experiment{last ? `; the last question opened was “${last.question}”` : ""}.
        </p>
      )}
    </div>
  );
}
