import { useEffect, useRef, useState } from "react";
import type { LabId } from "../../experiments/experiment";
import { ErrorBoundary } from "../ErrorBoundary";
import { type AnyDocument, type AnyLab, loadLab } from "../labs";
import { useNear } from "../near";
import { fetchPresetRecording } from "../preset-recording";

interface Recorded {
  readonly lab: AnyLab;
  readonly document: AnyDocument;
  readonly result: unknown;
}

/** A small figure of the lab's first recorded result. Its code is fetched when it comes near the window; its place is kept free. */
export function LabCover({ id }: { id: LabId }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  useEffect(() => {
    let current = near;
    async function open(): Promise<void> {
      const found = current ? await fetchRecorded(id) : null;
      if (current) setRecorded(found);
    }
    open().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [id, near]);
  const Cover = recorded?.lab.Cover;
  return (
    <div className="start-figure" ref={place}>
      {recorded && Cover ? (
        <ErrorBoundary what="the figure" resetKey={recorded.lab}>
          <Cover document={recorded.document} result={recorded.result} />
        </ErrorBoundary>
      ) : null}
    </div>
  );
}

async function fetchRecorded(id: LabId): Promise<Recorded | null> {
  const lab = await loadLab(id);
  const [first] = lab.presets;
  if (!first || !lab.Cover) return null;
  const recording = await fetchPresetRecording(id, first.id);
  return recording ? { lab, document: recording.document as AnyDocument, result: recording.result } : null;
}
