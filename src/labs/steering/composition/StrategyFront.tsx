import { bootstrap } from "../../../measures/statistics/bootstrap";
import { onFront } from "../../../measures/statistics/pareto";
import { seededRandom } from "../../../random";
import { type Strategy, strategies } from "../../../steering/dynamic-strength";
import { Figure } from "../../../ui/Figure";
import { showFixed } from "../../../ui/Table";
import { FrontChart, type Interval } from "../sweep/FrontChart";
import type { CompositionResult } from "./result";
import { mean } from "../../../vectors";

interface Point {
  readonly strategy: Strategy;
  /** Bits per byte, and the mean place over all properties, each with its interval over the prompts. */
  readonly cost: Interval;
  readonly gain: Interval;
}

/** Each strategy by what its texts cost and how far all properties are reached, with the front of those that no other beats. */
export function StrategyFront({
  result,
  titles,
}: {
  readonly result: CompositionResult;
  readonly titles: Readonly<Record<Strategy, string>>;
}) {
  const points = strategies.flatMap((strategy) => pointOf(result, strategy));
  if (points.length < 2) return null;
  const front = onFront(points.map(({ cost, gain }) => ({ cost: cost.value, gain: gain.value })));
  return (
    <Figure
      name="strategies"
      caption={`What each strategy buys: mean place over the properties, 0 where the texts pushed away from lie and 1 where those pushed towards do, by bits per byte under the unsteered model. The line joins those that no other beats; bars are 95 % bootstrap intervals over ${result.texts.length} prompts, and say little where these are few.`}
    >
      <FrontChart
        label="Place by cost"
        costLabel="bits per byte"
        gains={[0, 1]}
        formatGain={(place) => showFixed(place, 1)}
        points={points.map(({ strategy, cost, gain }, index) => ({
          id: strategy,
          title: `${titles[strategy]}: place ${showFixed(gain.value, 2)}, ${showFixed(cost.value, 2)} bits per byte`,
          label: titles[strategy],
          cost,
          gain,
          onFront: front[index]!,
          baseline: strategy === "none",
        }))}
      />
    </Figure>
  );
}

function pointOf({ texts }: CompositionResult, strategy: Strategy): Point[] {
  const rows = texts.flatMap(({ rows }) => rows.filter((row) => row.strategy === strategy));
  const costs = rows.flatMap(({ bitsPerByte }) => (bitsPerByte === null ? [] : [bitsPerByte]));
  const gains = rows.flatMap(({ places }) => (places === null ? [] : [mean(places)]));
  if (costs.length === 0 || gains.length === 0) return [];
  return [{ strategy, cost: bootstrap(costs, seededRandom(0)), gain: bootstrap(gains, seededRandom(0)) }];
}
