import type { Document } from "../../experiments/documents/merging";
import { Curve, type CurveSeries } from "../../ui/Curve";
import { Table } from "../../ui/Table";
import type { PanelProps } from "../lab";
import type { PackCurve as Packs } from "./result";

const looks: readonly Pick<CurveSeries, "colour" | "dash">[] = [
  { colour: "var(--origin-a)" },
  { colour: "var(--origin-b)", dash: "6 3" },
  { colour: "var(--origin-c)", dash: "2 3" },
];

interface PackCurveProps extends Pick<PanelProps<Document>, "edit"> {
  readonly curve: Packs;
}

/** How far the base with the pack stays from the whole merge, by the pack's size; a point can be taken as the setting. */
export function PackCurve({ curve: { base, points }, edit }: PackCurveProps) {
  const keeps = [...new Set(points.map(({ keep }) => keep))];
  return (
    <section className="stack" aria-label="Size against divergence">
      <h2>How small may it be?</h2>
      <Curve
        caption={`KL(base with the pack || merge) on ${base.n} held-out sentences, by the pack’s size: along a line more of the matrices’ energy is kept, from line to line more of the embeddings`}
        xLabel="MB"
        yLabel="nats/token"
        xFormat={(x) => x.toFixed(2)}
        yFormat={(y) => y.toFixed(3)}
        series={keeps.map((keep, index) => ({
          id: String(keep),
          label: `embeddings ${percent(keep)}`,
          ...looks[index % looks.length]!,
          points: points
            .filter((point) => point.keep === keep)
            .map((point) => ({ x: megabytes(point), y: point.divergence.value })),
        }))}
        baseline={{ value: base.value, label: "the base alone" }}
        onSelectX={(x) => {
          const point = points.find((candidate) => megabytes(candidate) === x);
          if (point) edit({ packKeep: point.keep, packBeta: point.beta });
        }}
        name="skillpack-curve"
      />
      <p className="note">A click on a point, or Enter, takes it as the setting; Run then makes that pack.</p>
      <Table
        caption="Every pack with its 95 % bootstrap interval over sentences; the base alone is a pack of nothing"
        columns={[
          { key: "keep", label: "Embeddings", value: ({ keep }) => percent(keep), heading: true },
          { key: "beta", label: "Energy", value: ({ beta }) => percent(beta) },
          { key: "size", label: "MB", value: megabytes, digits: 2 },
          { key: "divergence", label: "nats/token", value: ({ divergence }) => divergence.value, digits: 4 },
          { key: "low", label: "from", value: ({ divergence }) => divergence.low, digits: 4 },
          { key: "high", label: "to", value: ({ divergence }) => divergence.high, digits: 4 },
        ]}
        rows={[{ keep: 0, beta: 0, bits: 0, bytes: 0, divergence: base }, ...points]}
        rowKey={({ keep, beta }) => `${keep} ${beta}`}
        name="skillpack"
      />
    </section>
  );
}

function megabytes({ bytes }: { readonly bytes: number }): number {
  return bytes / 1e6;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
