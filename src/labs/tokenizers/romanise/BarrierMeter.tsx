import { Curve } from "../../../ui/Curve";
import { languageOf } from "../../../ui/languages";
import { showFixed, Table } from "../../../ui/Table";
import { mean } from "../../../vectors";
import type { Barrier, RomaniseResult, Side } from "./result";

const sides = [
  { id: "before", label: "as it is", colour: "var(--ink)" },
  { id: "mapped", label: "rotated", colour: "var(--ink)", dash: "4 3" },
] as const;

/** How far a sentence in Latin letters lies from itself in its own script, inside a model, layer by layer. */
export function BarrierMeter({
  barrier: { model, layers },
}: {
  readonly barrier: NonNullable<RomaniseResult["barrier"]>;
}) {
  const depths = [...new Set(layers.map(({ layer }) => layer))];
  const meanAt = (layer: number, valueOf: (row: Barrier) => number) =>
    mean(layers.filter((row) => row.layer === layer).map(valueOf));
  const sentences = layers[0]?.sentences ?? 0;
  const columns = (id: "before" | "mapped", label: string, value: (side: Side) => number, digits: number) => ({
    key: `${label}-${id}`,
    label: id === "before" ? label : "rotated",
    value: (row: Barrier) => value(row[id]),
    render: (row: Barrier) => showFixed(value(row[id]), digits),
  });
  return (
    <section className="stack" aria-label="The script barrier">
      <h2>The script barrier in {model}</h2>
      <Curve
        caption={`Telling a sentence in Latin letters from ${sentences - 1} others of its language by its own script: InfoNCE, lower is nearer; ${showFixed(Math.log(sentences), 2)} is chance`}
        xLabel="layer"
        yLabel="InfoNCE, nats"
        series={sides.map(({ id, ...series }) => ({
          ...series,
          id,
          points: depths.map((layer) => ({ x: layer, y: meanAt(layer, (row) => row[id].loss) })),
        }))}
        name="script-barrier"
      />
      <Table<Barrier>
        caption={`By language and layer, on ${sentences} sentences; “rotated”: moved and rotated as fitted on as many others of each language`}
        columns={[
          { key: "language", label: "Language", value: ({ language }) => languageOf(language).name, heading: true },
          { key: "layer", label: "Layer", value: ({ layer }) => layer },
          columns("before", "InfoNCE", ({ loss }) => loss, 2),
          columns("mapped", "InfoNCE", ({ loss }) => loss, 2),
          columns("before", "Nearest to itself", ({ found }) => found, 2),
          columns("mapped", "Nearest to itself", ({ found }) => found, 2),
          columns("before", "Means apart, 1 − cosine", ({ apart }) => apart, 3),
          columns("mapped", "Means apart", ({ apart }) => apart, 3),
        ]}
        rows={layers}
        rowKey={({ language, layer }) => `${language} ${layer}`}
        name="script-barrier-by-layer"
      />
      <p className="note">
        Mean of a sentence’s states after each layer; temperature 0.1. Liu et al. 2024, TransliCo (arXiv 2401.06620)
        train the model to close the gap: the rotation stands in for that.
      </p>
    </section>
  );
}
