import { useState } from "react";
import { Details } from "../../ui/Details";
import { FigurePlace } from "../../ui/figure-place";
import { ErrorBoundary } from "../ErrorBoundary";
import { backendName } from "../../ui/show-origin";
import { showDate } from "../format";
import { noEdit, type OpenedSaved } from "./open-saved";

/** What a saved experiment found: where it was computed, its small figure, and all its figures when they are wanted. */
export function SavedFigures({ opened }: { opened: OpenedSaved | null }) {
  const [whole, setWhole] = useState(false);
  if (!opened?.recording) return null;
  const { lab, document, recording, source } = opened;
  const { on, backend, checkpoints, whole: finished } = recording.recorded;
  const models = Object.keys(checkpoints).join(", ");
  return (
    <ErrorBoundary what="the figures" resetKey={opened}>
      <p className="note">
        Computed on {showDate(on)} on {backendName(backend)}
        {models === "" ? "" : `, with ${models}`}.{finished ? "" : " It was stopped before its end."}
      </p>
      {lab.Cover ? (
        <FigurePlace value="cover">
          <lab.Cover document={document} result={recording.result} />
        </FigurePlace>
      ) : null}
      <Details summary="All figures" onOpen={() => setWhole(true)}>
        {whole ? (
          <FigurePlace value={() => source}>
            <lab.Results document={document} edit={noEdit} result={recording.result} running={false} stale={false} />
          </FigurePlace>
        ) : null}
      </Details>
    </ErrorBoundary>
  );
}
