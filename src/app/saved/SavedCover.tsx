import { useEffect, useRef, useState } from "react";
import { FigurePlace } from "../../ui/figure-place";
import { ErrorBoundary } from "../ErrorBoundary";
import type { AnyDocument } from "../labs";
import { useNear } from "../near";
import { fetchFigures, type SavedFigures } from "./figures";
import type { Saved } from "./store";

/** A small picture of what a saved experiment found, drawn from its results when it comes near the window. What it says in words stands beside it. */
export function SavedCover({ item }: { item: Saved }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const [figures, setFigures] = useState<SavedFigures | null>(null);
  useEffect(() => {
    let current = near;
    async function open(): Promise<void> {
      const found = current ? await fetchFigures(item) : null;
      if (current) setFigures(found);
    }
    open().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [item, near]);
  const Cover = figures?.lab.Cover;
  return (
    <div className="saved-cover" ref={place} inert>
      {figures && Cover ? (
        <ErrorBoundary what="the picture" resetKey={item}>
          <FigurePlace value="cover">
            <Cover document={figures.recording.document as AnyDocument} result={figures.recording.result} />
          </FigurePlace>
        </ErrorBoundary>
      ) : null}
    </div>
  );
}
