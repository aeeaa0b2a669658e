import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from "react";
import { useEffect, useId, useRef, useState } from "react";
import { Figure } from "./Figure";
import { useGesture } from "./gesture";
import { type Pattern, patternStyle } from "./patterns";
import { Readout } from "./Readout";

/** A model that layers come from. Told apart by pattern first, colour second. */
export interface ScoreOrigin {
  readonly id: string;
  readonly label: string;
  /** A CSS colour, best a custom property such as `var(--origin-a)`. */
  readonly colour: string;
  readonly pattern: Pattern;
}

/** What is marked on one layer's line. */
export interface ScoreLayer {
  /** Shares of the origins in this layer's weights, e.g. [{origin: "a", share: 1}]; [] for a bare line. */
  readonly origins?: readonly { readonly origin: string; readonly share: number }[];
  /** Its activations are read: an open note. */
  readonly read?: boolean;
  /** Its activations are edited: a filled note; the number is the strength, whose sign turns the stem up or down. */
  readonly edited?: number;
  /** Its weights are borrowed from another checkpoint: a bracket. */
  readonly borrowed?: boolean;
  /** A number written at the end of the line. */
  readonly value?: string;
  /** In the readout. */
  readonly note?: string;
}

export interface LayerScoreProps {
  /** Names the figure for screen readers and stands under it. */
  readonly caption?: ReactNode;
  readonly label: string;
  /** From layer 0 at the foot to the last at the top, as the residual stream rises. */
  readonly layers: readonly ScoreLayer[];
  readonly origins?: readonly ScoreOrigin[];
  readonly selected?: ReadonlySet<number>;
  readonly onSelect?: (layer: number) => void;
  /** Given, a drag over lines paints them: called for each layer once, all with one gesture. */
  readonly onPaint?: (layer: number, gesture: string) => void;
  /** What is written at the foot and at the top of the stack. */
  readonly ends?: readonly [foot: string, top: string];
}

/**
 * The stack of layers as a score: one line a layer, the first at the foot. On it: where its weights come from, open notes
 * where it is read, filled notes where it is edited. Arrow keys walk; Enter selects or paints; a drag paints.
 */
export function LayerScore(props: LayerScoreProps) {
  const { layers, origins = [] } = props;
  const id = useId();
  const gesture = useGesture();
  const list = useRef<HTMLDivElement>(null);
  const painted = useRef<Set<number> | null>(null);
  const [focus, setFocus] = useState(0);
  const [active, setActive] = useState<{ layer: number; element: Element } | null>(null);
  // A drag may end anywhere in the window.
  useEffect(() => {
    function endPaint(): void {
      painted.current = null;
    }
    window.addEventListener("pointerup", endPaint);
    window.addEventListener("pointercancel", endPaint);
    return () => {
      window.removeEventListener("pointerup", endPaint);
      window.removeEventListener("pointercancel", endPaint);
    };
  }, []);
  const interactive = props.onSelect !== undefined || props.onPaint !== undefined;

  function act(layer: number): void {
    props.onSelect?.(layer);
    if (!props.onPaint || painted.current?.has(layer)) return;
    painted.current?.add(layer);
    props.onPaint(layer, gesture.current());
  }

  function startPaint(event: PointerEvent<HTMLDivElement>, layer: number): void {
    if (event.button !== 0) return;
    gesture.begin();
    painted.current = new Set();
    event.currentTarget.releasePointerCapture?.(event.pointerId);
    act(layer);
  }

  function movePaint(event: PointerEvent<HTMLDivElement>): void {
    if (!painted.current || !props.onPaint || event.buttons === 0) return;
    const line = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-layer]");
    if (line && list.current?.contains(line)) act(Number(line.dataset["layer"]));
  }

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === "Enter" || event.key === " ") {
      if (!interactive) return;
      event.preventDefault();
      gesture.begin();
      act(focus);
      return;
    }
    const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(layers.length - 1, focus + step));
    setFocus(next);
    list.current?.querySelector<HTMLElement>(`[data-layer="${next}"]`)?.focus();
    if (event.shiftKey && interactive) act(next);
  }

  return (
    <Figure
      caption={props.caption}
      legend={origins.length > 0 ? <OriginLegend origins={origins} /> : undefined}
      name="layers"
    >
      <div
        ref={list}
        className="score"
        role="listbox"
        tabIndex={-1}
        aria-multiselectable={props.onPaint ? true : undefined}
        aria-label={props.label}
        data-paintable={props.onPaint ? "" : undefined}
        onKeyDown={walk}
        onPointerMove={movePaint}
        onMouseLeave={() => setActive(null)}
        onBlur={() => setActive(null)}
      >
        {props.ends ? (
          <div className="score-end" aria-hidden="true">
            {props.ends[1]}
          </div>
        ) : null}
        {layers
          .map((layer, index) => (
            <div
              // oxlint-disable-next-line react/no-array-index-key -- a layer is its index
              key={index}
              role="option"
              className="score-layer"
              data-layer={index}
              data-borrowed={layer.borrowed ? "" : undefined}
              tabIndex={index === Math.min(focus, layers.length - 1) ? 0 : -1}
              aria-selected={props.selected?.has(index) ?? false}
              aria-label={layerName(layer, index, origins)}
              onFocus={(event) => {
                setFocus(index);
                setActive({ layer: index, element: event.currentTarget });
              }}
              onMouseEnter={(event) => setActive({ layer: index, element: event.currentTarget })}
              onPointerDown={interactive ? (event) => startPaint(event, index) : undefined}
            >
              <span className="score-number numeric">{index}</span>
              <span className="score-line">
                <span className="score-rule" />
                <OriginBand layer={layer} origins={origins} />
                <Notes layer={layer} />
              </span>
              {layer.value === undefined ? null : <span className="score-value numeric">{layer.value}</span>}
            </div>
          ))
          .reverse()}
        {props.ends ? (
          <div className="score-end" aria-hidden="true">
            {props.ends[0]}
          </div>
        ) : null}
      </div>
      <Readout anchor={active?.element ?? null} id={`${id}-readout`}>
        {active ? <LayerReadout layer={layers[active.layer]} index={active.layer} origins={origins} /> : null}
      </Readout>
    </Figure>
  );
}

function OriginBand({ layer, origins }: { layer: ScoreLayer; origins: readonly ScoreOrigin[] }) {
  if (!layer.origins || layer.origins.length === 0) return null;
  return (
    <span className="score-band">
      {layer.origins.map(({ origin, share }) => {
        const found = origins.find((candidate) => candidate.id === origin);
        const fill: CSSProperties = found ? patternStyle(found.colour, found.pattern) : {};
        return share > 0 ? <span key={origin} style={{ ...fill, flexGrow: share }} /> : null;
      })}
    </span>
  );
}

function Notes({ layer }: { layer: ScoreLayer }) {
  return (
    <>
      {layer.read ? <span className="score-note score-read" /> : null}
      {layer.edited === undefined ? null : (
        <span className={`score-note score-edited ${layer.edited < 0 ? "score-down" : "score-up"}`}>
          <span className="score-stem" />
        </span>
      )}
    </>
  );
}

function OriginLegend({ origins }: { origins: readonly ScoreOrigin[] }) {
  return (
    <ul className="legend">
      {origins.map((origin) => (
        <li key={origin.id}>
          <span className="legend-swatch" style={patternStyle(origin.colour, origin.pattern)} />
          {origin.label}
        </li>
      ))}
    </ul>
  );
}

function LayerReadout({
  layer,
  index,
  origins,
}: {
  layer: ScoreLayer | undefined;
  index: number;
  origins: readonly ScoreOrigin[];
}) {
  if (!layer) return null;
  return <span className="numeric">{layerName(layer, index, origins)}</span>;
}

function layerName(layer: ScoreLayer, index: number, origins: readonly ScoreOrigin[]): string {
  const parts: string[] = [];
  for (const { origin, share } of layer.origins ?? []) {
    const label = origins.find((candidate) => candidate.id === origin)?.label ?? origin;
    if (share >= 1) parts.push(`from ${label}`);
    else if (share > 0) parts.push(`${Math.round(share * 100)} % ${label}`);
  }
  if (layer.borrowed) parts.push("borrowed");
  if (layer.read) parts.push("read");
  if (layer.edited !== undefined) parts.push(`edited, strength ${layer.edited}`);
  if (layer.value !== undefined) parts.push(layer.value);
  if (layer.note) parts.push(layer.note);
  return parts.length === 0 ? `layer ${index}` : `layer ${index}: ${parts.join(", ")}`;
}
