import { scaleLinear } from "d3-scale";
import type { Estimate } from "../../../measures/statistics/bootstrap";
import "./styles.css";

const [width, height] = [560, 260];
const margin = { left: 52, right: 16, top: 16, bottom: 40 };

export type Interval = Pick<Estimate, "value" | "low" | "high">;

export interface FrontPoint {
  readonly id: string;
  /** Said where the pointer rests, and by screen readers of those on the front. */
  readonly title: string;
  /** Written beside the point, where there is room for all: of few. */
  readonly label?: string;
  /** Less is better. */
  readonly cost: Interval;
  /** More is better. */
  readonly gain: Interval;
  readonly onFront: boolean;
  /** Unsteered: drawn as a square. */
  readonly baseline: boolean;
}

export interface FrontChartProps {
  readonly label: string;
  readonly costLabel: string;
  readonly points: readonly FrontPoint[];
  /** What the axis of gains holds at least. */
  readonly gains: readonly [number, number];
  readonly formatGain: (gain: number) => string;
}

/** Gain by cost: the front of those that no other beats is joined, and bars are its intervals. */
export function FrontChart({ label, costLabel, points, gains, formatGain }: FrontChartProps) {
  const front = points.filter(({ onFront }) => onFront).toSorted((a, b) => a.cost.value - b.cost.value);
  const costs = points.map(({ cost, onFront }) => (onFront ? cost.high : cost.value));
  const reached = points.flatMap(({ gain, onFront }) => (onFront ? [gain.low, gain.high] : [gain.value]));
  const x = scaleLinear([0, Math.max(...costs)], [margin.left, width - margin.right]).nice();
  const y = scaleLinear(
    [Math.min(gains[0], ...reached), Math.max(gains[1], ...reached)],
    [height - margin.bottom, margin.top],
  );
  return (
    <svg
      className="trade-off"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${label}. No other beats: ${front.map(({ title }) => title).join("; ")}`}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="trade-off-grid" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {formatGain(tick)}
          </text>
        </g>
      ))}
      {x.ticks(6).map((tick) => (
        <text key={tick} x={x(tick)} y={height - margin.bottom + 16} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text x={width - margin.right} y={height - 4} textAnchor="end">
        {costLabel}
      </text>
      <polyline
        className="trade-off-front"
        points={front.map(({ cost, gain }) => `${x(cost.value)},${y(gain.value)}`).join(" ")}
      />
      {points.map(({ id, title, label: beside, cost, gain, onFront, baseline }) => {
        const [at, up] = [x(cost.value), y(gain.value)];
        const size = onFront ? 4.5 : 3;
        return (
          <g key={id} className={onFront ? "trade-off-best" : "trade-off-other"}>
            <title>{title}</title>
            {onFront ? (
              <>
                <line x1={at} x2={at} y1={y(gain.low)} y2={y(gain.high)} />
                <line x1={x(cost.low)} x2={x(cost.high)} y1={up} y2={up} />
              </>
            ) : null}
            {baseline ? (
              <rect x={at - size} y={up - size} width={2 * size} height={2 * size} />
            ) : (
              <circle cx={at} cy={up} r={size} />
            )}
            {beside === undefined ? null : (
              <text x={at} y={up - 9} textAnchor={at > width / 2 ? "end" : "start"}>
                {beside}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
