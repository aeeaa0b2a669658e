import { scaleLinear } from "d3-scale";
import { wilson } from "../../../measures/statistics/wilson";
import { Figure } from "../../../ui/Figure";
import { languageOf } from "../../../ui/languages";
import { showFixed, Table } from "../../../ui/Table";
import type { Sweep } from "../result";
import { chooseOnHalf, type Outcome, type TradePoint, tradeOffs } from "./choice";
import "./styles.css";

const [width, height] = [560, 260];
const margin = { left: 46, right: 16, top: 12, bottom: 40 };

/** What the target language costs: every setting, the front of those that no other beats, and one chosen on half of the prompts. */
export function TradeOff({ sweep, target }: { readonly sweep: Sweep; readonly target: string }) {
  const points = tradeOffs(sweep);
  if (points.length === 0) return null;
  const language = languageOf(target).name;
  const front = points.filter(({ onFront }) => onFront).toSorted((a, b) => a.bitsPerByte - b.bitsPerByte);
  const choice = chooseOnHalf(sweep);
  return (
    <section className="stack">
      <h2>What {language} costs</h2>
      {choice ? (
        <p>
          Chosen on half of the prompts: layer {choice.layer} at strength {sweep.strengths[choice.strength]}, with{" "}
          {told(choice.chosenOn)}. On the other half, which did not choose it: {told(choice.reportedOn)}.
        </p>
      ) : null}
      <Figure
        caption={`Each setting of the sweep by the bits per byte of its text under the unsteered model and the share of continuations in ${language}. The line joins those that no other beats in both; bars are 95 % Wilson intervals.`}
        table={
          <Table
            caption="Settings that no other beats"
            captionHidden
            columns={[
              { key: "layer", label: "Layer", value: ({ layer }: TradePoint) => layer, heading: true },
              { key: "strength", label: "Strength", value: ({ strength }: TradePoint) => sweep.strengths[strength]! },
              { key: "success", label: language, unit: "%", value: ({ success }: TradePoint) => success * 100 },
              {
                key: "bits",
                label: "Bits per byte",
                value: ({ bitsPerByte }: TradePoint) => bitsPerByte,
                render: ({ bitsPerByte }: TradePoint) => showFixed(bitsPerByte, 2),
              },
            ]}
            rows={front}
            rowKey={({ layer, strength }) => `${layer}-${strength}`}
            name="sweep-front"
          />
        }
      >
        <Chart points={points} front={front} sweep={sweep} />
      </Figure>
    </section>
  );
}

function told({ success, bitsPerByte, n }: Outcome): string {
  const bits = bitsPerByte === null ? "" : `, ${showFixed(bitsPerByte, 2)} bits per byte`;
  return `${Math.round(success * n)} of ${n} in the language${bits}`;
}

interface ChartProps {
  readonly points: readonly TradePoint[];
  readonly front: readonly TradePoint[];
  readonly sweep: Sweep;
}

function Chart({ points, front, sweep }: ChartProps) {
  const x = scaleLinear()
    .domain([0, Math.max(...points.map(({ bitsPerByte }) => bitsPerByte))])
    .nice()
    .range([margin.left, width - margin.right]);
  const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);
  const title = ({ layer, strength, success, bitsPerByte }: TradePoint) =>
    `layer ${layer}, strength ${sweep.strengths[strength]}: ${Math.round(success * 100)} %, ${showFixed(bitsPerByte, 2)} bits per byte`;
  return (
    <svg
      className="trade-off"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Success by cost. No other beats: ${front.map(title).join("; ")}`}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="trade-off-grid" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {Math.round(tick * 100)} %
          </text>
        </g>
      ))}
      {x.ticks(6).map((tick) => (
        <text key={tick} x={x(tick)} y={height - margin.bottom + 16} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text x={width - margin.right} y={height - 4} textAnchor="end">
        bits per byte
      </text>
      <polyline
        className="trade-off-front"
        points={front.map(({ bitsPerByte, success }) => `${x(bitsPerByte)},${y(success)}`).join(" ")}
      />
      {points.map((point) => {
        const { low, high } = wilson(Math.round(point.success * point.n), point.n);
        const [at, up] = [x(point.bitsPerByte), y(point.success)];
        return (
          <g key={`${point.layer}-${point.strength}`} className={point.onFront ? "trade-off-best" : "trade-off-other"}>
            {point.onFront ? <line x1={at} x2={at} y1={y(low)} y2={y(high)} /> : null}
            <circle cx={at} cy={up} r={point.onFront ? 4.5 : 3}>
              <title>{title(point)}</title>
            </circle>
          </g>
        );
      })}
    </svg>
  );
}
