import { useEffect, useRef, useState } from "react";
import type { LabId } from "../experiments/experiment";
import type { Preset } from "../labs/lab";
import { Details } from "../ui/Details";
import type { AnyDocument } from "./labs";
import { Terms } from "../ui/Terms";
import { useNarrow } from "./narrow";

export interface PresetsProps {
  readonly lab: LabId;
  readonly presets: readonly Preset<AnyDocument>[];
  readonly current: Preset<AnyDocument> | undefined;
}

/**
 * The lab's questions; each opens a finished experiment. Beneath: what to look for in the one that is open. On a narrow page the
 * others are folded, so that the experiment is not far below.
 */
export function Presets({ lab, presets, current }: PresetsProps) {
  const [last, setLast] = useState(current);
  if (current && current !== last) setLast(current);
  const narrow = useNarrow();
  const nav = useRef<HTMLElement>(null);
  const before = useRef(current);
  // The fold closes over the question that was chosen in it, and the focus stays with the fold.
  useEffect(() => {
    if (current === before.current) return;
    before.current = current;
    if (document.activeElement === document.body) nav.current?.querySelector("summary")?.focus({ preventScroll: true });
  }, [current]);
  const list = (
    <ol className="preset-list">
      {presets.map((preset) => (
        <li key={preset.id}>
          <a href={`#/${lab}?preset=${preset.id}`} aria-current={preset === current ? "true" : undefined}>
            {preset.question}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <div className="presets">
      <nav ref={nav} aria-label="Questions">
        {narrow ? (
          <>
            {current ? <p className="preset-current">{current.question}</p> : null}
            <Details key={current?.id} summary={current ? "Other questions" : "Questions"}>
              {list}
            </Details>
          </>
        ) : (
          list
        )}
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
