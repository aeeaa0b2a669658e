import { useEffect, useRef, useState } from "react";
import { FigurePlace } from "../../ui/figure-place";
import { ErrorBoundary } from "../ErrorBoundary";
import { useNear } from "../near";
import { type OpenedSaved, openSaved } from "./open-saved";
import type { Saved } from "./store";

/** A small picture of what a saved experiment found, drawn from its results when it comes near the window. What it says in words stands beside it. */
export function SavedCover({ item }: { item: Saved }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const [opened, setOpened] = useState<OpenedSaved | null>(null);
  useEffect(() => {
    let current = near;
    async function open(): Promise<void> {
      const found = current ? await openSaved(item) : null;
      if (current) setOpened(found);
    }
    open().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [item, near]);
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
