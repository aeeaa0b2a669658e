import type { CSSProperties, KeyboardEvent } from "react";
import { useId, useMemo, useRef, useState } from "react";
import type { Token } from "../tokenization/encoder";
import { graphemeStarts } from "../tokenization/segments";
import { touched } from "../tokenization/spans";
import { Readout } from "./Readout";
import { cellColours, colourScale, type ScaleKind } from "./scale";
import { type StripCell, stripCells } from "./strip";
import { showFixed } from "./Table";
import { mean } from "../vectors";

export interface TokenStripProps {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Names the strip: whose tokens these are. */
  readonly label: string;
  readonly lang?: string;
  /** One number a token, drawn as ink instead of the four turning tints. */
  readonly values?: readonly (number | null)[];
  readonly scale?: ScaleKind;
  readonly baseline?: number;
  readonly domain?: readonly [number, number];
  /** What the numbers are, such as "nats". */
  readonly unit?: string;
  /** Tokens that differ from the baseline: underlined. */
  readonly marked?: ReadonlySet<number>;
  /** Tokens that another figure points at: framed. */
  readonly linked?: ReadonlySet<number>;
  /** The tokens of the box that is pointed at or focused; null when none is. */
  readonly onPoint?: (tokens: readonly number[] | null) => void;
  /** More about a token, shown with its id and offsets. */
  readonly describe?: (token: Token, index: number) => string | undefined;
  readonly selected?: number | null;
  readonly onSelect?: (index: number) => void;
}

/**
 * A text as its tokens. A boundary is drawn only between graphemes: tokens inside one are one box with marks at its foot.
 * Ids and offsets on hover and focus; arrow keys walk. `tokens` may be a run out of the middle of the text's tokens.
 */
export function TokenStrip(props: TokenStripProps) {
  const { text, tokens } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState(0);
  const [active, setActiveCell] = useState<{ cell: number; element: Element } | null>(null);
  const cells = useMemo(() => stripCells(text, tokens), [text, tokens]);
  const scale = useMemo(
    () =>
      props.values
        ? colourScale(props.scale ?? "sequential", props.values, { baseline: props.baseline, domain: props.domain })
        : null,
    [props.values, props.scale, props.baseline, props.domain],
  );

  function setActive(cell: { cell: number; element: Element } | null): void {
    setActiveCell(cell);
    props.onPoint?.(cell ? (cells[cell.cell]?.tokens ?? null) : null);
  }

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    const right = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const step: Partial<Record<string, number>> = {
      ArrowRight: right,
      ArrowLeft: -right,
      ArrowDown: 1,
      ArrowUp: -1,
      Home: -cells.length,
      End: cells.length,
    };
    if ((event.key === "Enter" || event.key === " ") && props.onSelect) {
      event.preventDefault();
      props.onSelect(cells[focus]?.tokens[0] ?? 0);
      return;
    }
    const by = step[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(cells.length - 1, focus + by));
    setFocus(next);
    list.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  }

  function style(cell: StripCell): CSSProperties | undefined {
    if (!scale || !props.values) return undefined;
    const numbers = cell.tokens.map((index) => props.values?.[index] ?? null).filter((value) => value !== null);
    return numbers.length === 0 ? undefined : cellColours(scale, mean(numbers));
  }

  const focused = Math.min(focus, Math.max(0, cells.length - 1));
  return (
    <div className="strip-frame">
      <div
        ref={list}
        className="strip"
        role="listbox"
        tabIndex={-1}
        aria-label={`${props.label}, ${tokens.length} tokens`}
        aria-orientation="horizontal"
        dir="auto"
        lang={props.lang}
        onKeyDown={walk}
        onMouseOver={(event) => setActive(cellAt(event.target))}
        onFocus={(event) => {
          const cell = cellAt(event.target);
          setActive(cell);
          if (cell) setFocus(cell.cell);
        }}
        onClick={(event) => {
          const cell = cellAt(event.target);
          if (cell) props.onSelect?.(cells[cell.cell]?.tokens[0] ?? 0);
        }}
        onMouseLeave={() => setActive(null)}
        onBlur={() => setActive(null)}
      >
        {cells.map((cell, index) => (
          <span
            // oxlint-disable-next-line react/no-array-index-key -- a cell is its place in the text
            key={index}
            role="option"
            data-cell={index}
            tabIndex={index === focused ? 0 : -1}
            aria-selected={props.selected !== undefined && cell.tokens.includes(props.selected ?? -1)}
            aria-label={cellName(cell, tokens)}
            className={cellClass(cell, index, props)}
            style={style(cell)}
          >
            {visible(cell)}
            {cell.marks.length > 0 ? <InnerMarks marks={cell.marks} /> : null}
          </span>
        ))}
      </div>
      <Readout anchor={active?.element ?? null} id={`${id}-readout`}>
        {active ? <CellReadout {...props} cell={cells[active.cell]} /> : null}
      </Readout>
    </div>
  );
}

function cellAt(target: EventTarget): { cell: number; element: Element } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  return element ? { cell: Number(element.dataset["cell"]), element } : null;
}

/** Ticks along the foot of a cell where one token ends inside a grapheme. */
function InnerMarks({ marks }: { marks: readonly number[] }) {
  return (
    <span className="strip-marks" aria-hidden="true">
      {marks.map((mark, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- marks have no identity but their order
        <span key={index} style={{ insetInlineStart: `${mark * 100}%` }} />
      ))}
    </span>
  );
}

function CellReadout(props: TokenStripProps & { cell: StripCell | undefined }) {
  const starts = useMemo(() => graphemeStarts(props.text), [props.text]);
  if (!props.cell) return null;
  return (
    <>
      {props.cell.tokens.map((index) => {
        const token = props.tokens[index]!;
        const value = props.values?.[index];
        const more = props.describe?.(token, index);
        const graphemes = touched(starts, token.utf16);
        return (
          <span key={index} className="readout-token numeric">
            <strong>{token.id}</strong>
            <code>{token.piece}</code>
            <span>
              bytes {token.bytes.join("–")}, code points {token.codePoints.join("–")}, graphemes {graphemes.join("–")}
            </span>
            {value === null || value === undefined ? null : (
              <span>
                {showFixed(value, 2)} {props.unit}
              </span>
            )}
            {more ? <span>{more}</span> : null}
          </span>
        );
      })}
    </>
  );
}

function cellClass(cell: StripCell, index: number, props: TokenStripProps): string {
  const classes = ["strip-cell"];
  if (cell.special) classes.push("strip-special");
  else if (!props.values) classes.push(`strip-tint-${(index % 4) + 1}`);
  if (cell.tokens.some((token) => props.marked?.has(token))) classes.push("strip-marked");
  if (cell.tokens.some((token) => props.linked?.has(token))) classes.push("strip-linked");
  if (cell.tokens.length > 1) classes.push("strip-joined");
  return classes.join(" ");
}

function cellName(cell: StripCell, tokens: readonly Token[]): string {
  const ids = cell.tokens.map((index) => tokens[index]!.id).join(", ");
  return `${cell.text.trim() === "" ? "space" : cell.text}: ${cell.tokens.length > 1 ? "tokens" : "token"} ${ids}`;
}

/** Line breaks get a sign of their own; spaces are kept by the style. */
function visible(cell: StripCell): string {
  return cell.special ? cell.text : cell.text.replace(/\r?\n/g, "↵\n");
}
