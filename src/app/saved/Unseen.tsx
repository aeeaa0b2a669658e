import { memo, useCallback, useEffect, useRef } from "react";
import { FigurePlace } from "../../ui/figure-place";
import { type HeardTable, HearTables } from "../../ui/heard-tables";
import { readSettings } from "../../ui/read-settings";
import type { Recorded } from "../../labs/lab";
import { ErrorBoundary } from "../ErrorBoundary";
import type { Said } from "./compared";
import { noEdit, type OpenedSaved } from "./open-saved";

export interface UnseenProps {
  readonly opened: OpenedSaved;
  /** Called again when parts come that had to be fetched. Must stay the same. */
  readonly onSaid: (said: Said) => void;
}

/** An experiment drawn out of sight, to be read: its settings as the lab's controls say them, its numbers from the lab's tables. */
export const Unseen = memo(function Unseen({ opened, onSaid }: UnseenProps) {
  const { lab, document, recording } = opened;
  const place = useRef<HTMLDivElement>(null);
  const tables = useRef(new Map<Element, HeardTable>());
  const hear = useCallback((at: Element, table: HeardTable) => {
    tables.current.set(at, table);
    return () => void tables.current.delete(at);
  }, []);

  useEffect(() => {
    const element = place.current!;
    function look(): void {
      const inOrder = [...tables.current].toSorted(([a], [b]) => order(a, b));
      onSaid({ settings: readSettings(element.firstElementChild!), tables: inOrder.map(([, table]) => table) });
    }
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [onSaid]);

  return (
    <div ref={place} hidden>
      <div>
        <ErrorBoundary what="the settings" resetKey={opened}>
          <lab.Controls document={document} edit={noEdit} />
          {lab.Bench ? (
            <lab.Bench
              document={document}
              edit={noEdit}
              result={recording?.result ?? null}
              recorded={nothingRecorded}
            />
          ) : null}
        </ErrorBoundary>
      </div>
      {recording ? (
        <ErrorBoundary what="the figures" resetKey={opened}>
          <HearTables value={hear}>
            <FigurePlace value="cover">
              <lab.Results document={document} edit={noEdit} result={recording.result} running={false} stale={false} />
            </FigurePlace>
          </HearTables>
        </ErrorBoundary>
      ) : null}
    </div>
  );
});

/** As on the page, what is folded behind what is in view. */
function order(a: Element, b: Element): number {
  const [inA, inB] = [a, b].map((element) => (element.closest("details") ? 1 : 0));
  if (inA !== inB) return inA! - inB!;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Nothing is run here, so that nothing counts as measured. */
const nothingRecorded: Recorded = { recordings: [], backend: "wasm" };
