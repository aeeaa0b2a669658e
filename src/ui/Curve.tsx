import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { KeyboardEvent, MouseEvent } from "react";
import { useId, useMemo, useState } from "react";
import { digitsOf, endLabels, extent, finiteSeries, labelHeight, walkedTo, xTicks } from "./curve-layout";
import { Figure } from "./Figure";
import { Readout } from "./Readout";
import { type Column, showFixed, Table } from "./Table";
import { useWidth } from "./width";

export interface CurveSeries {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** SVG dash array; lines are told apart by it and by the label at their end. */
  readonly dash?: string;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
}

export interface CurveProps {
  readonly caption: string;
  readonly series: readonly CurveSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
  /** A line across, neutral. */
  readonly baseline?: { readonly value: number; readonly label: string };
  readonly xFormat?: (x: number) => string;
  readonly yFormat?: (y: number) => string;
  readonly selectedX?: number | null;
  readonly onSelectX?: (x: number) => void;
  readonly height?: number;
  readonly name?: string;
}

/** Labels that need more pixels than this beside the lines stand in a legend. */
const mostRoom = 180;

interface Point {
  readonly x: number;
  readonly y: number | null;
}

/** Lines over one number; the values at an x on hover, touch and focus, arrow keys walk the x, Enter selects it. */
export function Curve(props: CurveProps) {
  const { height = 220 } = props;
  const series = useMemo(() => finiteSeries(props.series), [props.series]);
  const id = useId();
  const [frame, width] = useWidth<HTMLDivElement>(480);
  const [marker, setMarker] = useState<SVGLineElement | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const cursor = active ?? props.selectedX ?? null;
  const xs = useMemo(
    () => [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort((a, b) => a - b),
    [series],
  );
  const xFormat = props.xFormat ?? String;
  const longest = Math.max(0, ...series.map((one) => one.label.length));
  const room = 14 + longest * 6.6;
  const ends = { top: 12, bottom: 38 };
  const bottom = height - ends.bottom;
  const inside = width > 420 && room <= mostRoom && series.length * labelHeight <= bottom - ends.top;
  const margin = { ...ends, right: inside ? room : 16, left: 46 };
  const x = scaleLinear()
    .domain(props.xDomain ?? extent(xs))
    .range([margin.left, Math.max(margin.left + 20, width - margin.right)]);
  const ys = series.flatMap((one) => one.points.map((point) => point.y)).filter((value) => value !== null);
  const y = scaleLinear()
    .domain(props.yDomain ?? extent(props.baseline ? [...ys, props.baseline.value] : ys))
    .nice(5)
    .range([height - margin.bottom, margin.top]);
  const yTicks = y.ticks(5);
  const yFormat = props.yFormat ?? ((value: number) => showFixed(value, Math.max(2, digitsOf(yTicks))));
  const path = line<Point>()
    .defined((point) => point.y !== null)
    .x((point) => x(point.x))
    .y((point) => y(point.y ?? 0));
  const labels = inside ? endLabels(series, y, bottom) : [];

  function nearest(event: MouseEvent<SVGSVGElement>): number | null {
    const at = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
    return xs.reduce<number | null>(
      (best, one) => (best === null || Math.abs(one - at) < Math.abs(best - at) ? one : best),
      null,
    );
  }

  function walk(event: KeyboardEvent<SVGSVGElement>): void {
    if (event.key === "Enter" && active !== null) props.onSelectX?.(active);
    const next = walkedTo(event.key, xs, cursor);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }

  function valuesAt(at: number): readonly string[] {
    const values = series.map((one) => {
      const value = one.points.find((point) => point.x === at)?.y ?? null;
      return `${one.label} ${value === null ? "–" : yFormat(value)}`;
    });
    return [`${props.xLabel} ${xFormat(at)}`, ...values];
  }

  return (
    <Figure
      caption={props.caption}
      name={props.name ?? "curve"}
      table={<CurveTable {...props} series={series} xs={xs} />}
      legend={inside || series.length < 2 ? undefined : <CurveLegend series={series} />}
    >
      <div ref={frame} className="curve">
        <svg
          width={width}
          height={height}
          role="slider"
          tabIndex={0}
          aria-label={props.caption}
          aria-valuemin={xs[0] ?? 0}
          aria-valuemax={xs.at(-1) ?? 0}
          aria-valuenow={cursor ?? xs[0] ?? 0}
          aria-valuetext={cursor === null ? "Arrow keys walk the points" : valuesAt(cursor).join(", ")}
          onPointerDown={(event) => setActive(nearest(event))}
          onPointerMove={(event) => setActive(nearest(event))}
          onPointerCancel={() => setActive(null)}
          onPointerLeave={(event) => {
            // A finger that is lifted leaves, too: what it showed stays until the figure loses the focus.
            if (event.pointerType !== "touch") setActive(null);
          }}
          onBlur={() => setActive(null)}
          onKeyDown={walk}
          onClick={(event) => {
            const at = nearest(event);
            if (at !== null) props.onSelectX?.(at);
          }}
        >
          {yTicks.map((tick) => (
            <g key={tick} className="curve-tick">
              <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
              <text x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
                {yFormat(tick)}
              </text>
            </g>
          ))}
          {xTicks(xs, x.ticks(Math.max(2, Math.floor(width / 70)))).map((tick) => (
            <text key={tick} className="curve-text" x={x(tick)} y={height - margin.bottom + 16} textAnchor="middle">
              {xFormat(tick)}
            </text>
          ))}
          <text
            className="curve-text curve-axis"
            x={(margin.left + width - margin.right) / 2}
            y={height - 4}
            textAnchor="middle"
          >
            {props.xLabel}
          </text>
          {props.baseline ? (
            <line
              className="curve-baseline"
              x1={margin.left}
              x2={width - margin.right}
              y1={y(props.baseline.value)}
              y2={y(props.baseline.value)}
            />
          ) : null}
          {cursor === null ? null : (
            <line
              // One element for each x: the readout goes where its anchor is new.
              key={cursor}
              ref={setMarker}
              className="curve-cursor"
              x1={x(cursor)}
              x2={x(cursor)}
              y1={margin.top}
              y2={height - margin.bottom}
            />
          )}
          {series.map((one) => (
            <g key={one.id} style={{ color: one.colour }}>
              <path className="curve-line" d={path(one.points) ?? ""} strokeDasharray={one.dash} />
              {one.points.map((point) =>
                point.y === null ? null : (
                  <circle
                    key={point.x}
                    cx={x(point.x)}
                    cy={y(point.y)}
                    r={point.x === cursor ? 4 : 2.2}
                    className="curve-dot"
                  />
                ),
              )}
            </g>
          ))}
          {labels.map((label) => (
            <text
              key={label.id}
              className="curve-label"
              style={{ fill: label.colour }}
              x={width - margin.right + 8}
              y={label.y}
              dy="0.32em"
            >
              {label.text}
            </text>
          ))}
        </svg>
        <p className="note curve-y">{props.yLabel}</p>
      </div>
      <Readout anchor={active === null ? null : marker} id={`${id}-readout`}>
        {active === null ? null : (
          <>
            {valuesAt(active).map((value) => (
              <span key={value} className="numeric">
                {value}
              </span>
            ))}
          </>
        )}
      </Readout>
    </Figure>
  );
}

function CurveLegend({ series }: { series: readonly CurveSeries[] }) {
  return (
    <ul className="legend">
      {series.map((one) => (
        <li key={one.id}>
          <svg width="24" height="8" aria-hidden="true" style={{ color: one.colour }}>
            <line className="curve-line" x1="0" x2="24" y1="4" y2="4" strokeDasharray={one.dash} />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}

function CurveTable(props: CurveProps & { xs: readonly number[] }) {
  const columns: Column<number>[] = [
    { key: "x", label: props.xLabel, value: (x) => x, heading: true },
    ...props.series.map((one) => ({
      key: one.id,
      label: one.label,
      value: (x: number) => one.points.find((point) => point.x === x)?.y ?? null,
      digits: 4,
    })),
  ];
  return (
    <Table
      caption={props.caption}
      captionHidden
      columns={columns}
      rows={props.xs}
      rowKey={(x) => `${x}`}
      name={props.name ?? "curve"}
    />
  );
}
