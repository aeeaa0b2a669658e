import { useRef } from "react";
import { FigurePlace } from "../../ui/figure-place";
import { ErrorBoundary } from "../ErrorBoundary";
import { useNear } from "../near";
import { useOpened } from "./open-saved";
import type { Saved } from "./store";

/** A small picture of what a saved experiment found, drawn from its results when it comes near the window. What it says in words stands beside it. */
export function SavedCover({ item }: { item: Saved }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const opened = useOpened(near ? item : null);
  const Cover = opened?.lab.Cover;
  return (
    <div className="saved-cover" ref={place} inert>
      {opened?.recording && Cover ? (
        <ErrorBoundary what="the picture" resetKey={item}>
          <FigurePlace value="cover">
            <Cover document={opened.document} result={opened.recording.result} />
          </FigurePlace>
        </ErrorBoundary>
      ) : null}
    </div>
  );
}
