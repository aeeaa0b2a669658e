import { useEffect, useState } from "react";
import type { Recording } from "../../experiments/experiment";
import { readRecording } from "../../experiments/recording";
import { Details } from "../../ui/Details";
import { ErrorBoundary } from "../ErrorBoundary";
import { showDate } from "../format";
import { type AnyDocument, type AnyLab, loadLab } from "../labs";
import type { Saved } from "./store";

interface Read {
  readonly lab: AnyLab;
  readonly recording: Recording;
}

/** What a saved experiment found: where it was computed, its small figure, and all its figures when they are wanted. */
export function SavedFigures({ item }: { item: Saved }) {
  const [read, setRead] = useState<Read | null>(null);
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    let current = true;
    fetchFigures(item).then(
      (found) => current && setRead(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [item]);
  if (!read) return null;
  const { lab, recording } = read;
  const { on, backend, checkpoints } = recording.recorded;
  const document = recording.document as AnyDocument;
  const models = Object.keys(checkpoints).join(", ");
  return (
    <ErrorBoundary what="the figures" resetKey={item}>
      <p className="note">
        Computed on {showDate(on)} on {backend}
        {models === "" ? "" : `, with ${models}`}.
      </p>
      {lab.Cover ? <lab.Cover document={document} result={recording.result} /> : null}
      <Details summary="All figures" onOpen={() => setWhole(true)}>
        {whole ? (
          <lab.Results document={document} edit={noEdit} result={recording.result} running={false} stale={false} />
        ) : null}
      </Details>
    </ErrorBoundary>
  );
}

/** What is saved stays as it was. */
const noEdit = (): void => undefined;

async function fetchFigures({ lab, text }: Saved): Promise<Read | null> {
  const [code, read] = await Promise.all([loadLab(lab), readRecording(text)]);
  return read.ok && read.value.recording ? { lab: code, recording: read.value.recording } : null;
}
