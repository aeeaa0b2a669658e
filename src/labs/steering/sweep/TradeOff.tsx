import { shareOf } from "../../../measures/statistics/wilson";
import { Figure } from "../../../ui/Figure";
import { languageOf } from "../../../ui/languages";
import { type Column, showFixed, Table } from "../../../ui/Table";
import type { SteeringResult, Sweep } from "../result";
import { chooseOnHalf, neutralStrength, type Outcome, type TradePoint, tradeOffs } from "./choice";
import { FrontChart, type Interval } from "./FrontChart";
import { shown } from "../wording";

/** What the target language costs: every setting, the front of those that no other beats, and one chosen on half of the prompts. */
export function TradeOff({ sweep, result }: { readonly sweep: Sweep; readonly result: SteeringResult }) {
  const neutral = neutralStrength(result);
  const points = tradeOffs(sweep, neutral);
  if (points.length === 0) return null;
  const language = languageOf(result.target).name;
  const front = points.filter(({ onFront }) => onFront).toSorted((a, b) => a.bits.value - b.bits.value);
  const choice = chooseOnHalf(sweep, neutral);
  const named = ({ layer, strength, baseline }: TradePoint) =>
    baseline ? "unsteered" : `layer ${layer}, strength ${shown(sweep.strengths[strength]!)}`;
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
        name="trade-off"
        caption={`Each setting of the sweep by the bits per byte of its text under the unsteered model and the share of continuations in ${language}. The line joins those that no other beats in both. Bars are 95 % intervals, Wilson’s of the share and the bootstrap’s over the ${result.comparisons.length} prompts of the bits: over so few, front and intervals say little of other prompts.${points.some(({ baseline }) => baseline) ? " The square is unsteered." : ""}`}
        table={
          <Table
            caption="Settings that no other beats"
            captionHidden
            columns={[
              { key: "setting", label: "Setting", value: named, heading: true },
              interval("success", language, "%", successOf, (share) => String(Math.round(share * 100))),
              interval(
                "bits",
                "Bits per byte",
                "",
                ({ bits }) => bits,
                (bits) => showFixed(bits, 2),
              ),
            ]}
            rows={front}
            rowKey={({ layer, strength }) => `${layer}-${strength}`}
            name="sweep-front"
          />
        }
      >
        <FrontChart
          label={`${language} by cost`}
          costLabel="bits per byte"
          gains={[0, 1]}
          formatGain={(share) => `${Math.round(share * 100)} %`}
          points={points.map((point) => ({
            id: `${point.layer}-${point.strength}`,
            title: `${named(point)}: ${Math.round(point.success * 100)} %, ${showFixed(point.bits.value, 2)} bits per byte`,
            cost: point.bits,
            gain: successOf(point),
            onFront: point.onFront,
            baseline: point.baseline,
          }))}
        />
      </Figure>
    </section>
  );
}

function told({ success, bitsPerByte, n }: Outcome): string {
  const bits = bitsPerByte === null ? "" : `, ${showFixed(bitsPerByte, 2)} bits per byte`;
  return `${Math.round(success * n)} of ${n} in the language${bits}`;
}

function successOf({ success, n }: TradePoint): Interval {
  return shareOf(success, n);
}

function interval(
  key: string,
  label: string,
  unit: string,
  of: (point: TradePoint) => Interval,
  format: (value: number) => string,
): Column<TradePoint> {
  return {
    key,
    label,
    ...(unit !== "" && { unit }),
    value: (point) => of(point).value,
    interval: of,
    render: (point) => (
      <>
        {format(of(point).value)}{" "}
        <span className="unit">
          {format(of(point).low)}–{format(of(point).high)}
        </span>
      </>
    ),
  };
}
