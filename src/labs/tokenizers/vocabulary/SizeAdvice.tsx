import { useState } from "react";
import { adviseRows } from "../../../tokenization/vocabulary-size";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import { showFixed, Table } from "../../../ui/Table";

/** Models of a size that is often met: parameters without embedding and head, in millions, and the width of the embedding. */
const models = [
  { id: "tiny", label: "10 million, width 256", parameters: 10, width: 256 },
  { id: "small", label: "125 million, width 768", parameters: 125, width: 768 },
  { id: "billion", label: "1 billion, width 2,048", parameters: 1000, width: 2048 },
  { id: "seven", label: "7 billion, width 4,096", parameters: 7000, width: 4096 },
  { id: "seventy", label: "70 billion, width 8,192", parameters: 70_000, width: 8192 },
] as const;

interface Advice {
  readonly by: string;
  readonly rows: number;
}

/** How large a vocabulary should be for a model of a size, beside the one that was trained. */
export function SizeAdvice({ rows: trained }: { readonly rows: number }) {
  const [parameters, setParameters] = useState(10);
  const [width, setWidth] = useState(256);
  const chosen = models.find((model) => model.parameters === parameters && model.width === width);
  const advised = adviseRows(parameters * 1e6, width);
  const bounds = Object.values(advised).toSorted((a: number, b: number) => a - b) as [number, number, number];
  const share = (rows: number) => (100 * rows * width) / (parameters * 1e6 + rows * width);
  return (
    <section className="stack" aria-label="How large should it be">
      <h2>How large should it be?</h2>
      <div className="tokenizers-pair">
        <Select
          label="Model without embedding and head"
          value={chosen?.id ?? "own"}
          options={[...models.map(({ id, label }) => ({ value: id, label })), { value: "own", label: "as set below" }]}
          onChange={(id) => {
            const model = models.find((candidate) => candidate.id === id);
            if (!model) return;
            setParameters(model.parameters);
            setWidth(model.width);
          }}
        />
        <Slider
          label="Its parameters"
          value={parameters}
          min={1}
          max={100_000}
          step={1}
          unit="million"
          onChange={setParameters}
        />
        <Slider label="Width of its embedding" value={width} min={64} max={16_384} step={64} onChange={setWidth} />
      </div>
      <p>
        {sentence(trained, bounds)} {showFixed(share(trained), 1)} % of the model would be this vocabulary’s embedding.
      </p>
      <Table<Advice>
        caption="Rows advised for a model that is trained with the compute that is optimal for it"
        columns={[
          { key: "by", label: "By", value: ({ by }) => by, heading: true },
          { key: "rows", label: "Rows", value: ({ rows }) => rows, render: ({ rows }) => counted(rows) },
          {
            key: "share",
            label: "Embedding, of all parameters",
            unit: "%",
            value: ({ rows }) => share(rows),
            render: ({ rows }) => showFixed(share(rows), 1),
          },
        ]}
        rows={[
          { by: "models of equal compute", rows: advised.byCompute },
          { by: "the derivative of the compute", rows: advised.byDerivative },
          { by: "the lowest fitted loss", rows: advised.byLoss },
          { by: "as trained here", rows: trained },
        ]}
        rowKey={({ by }) => by}
        name="advised-rows"
      />
      <p className="note">
        Tao et al. 2024, Scaling Laws with Vocabulary (arXiv 2407.13623): fits on English text, so that a vocabulary for
        several languages may want more.
      </p>
    </section>
  );
}

function sentence(trained: number, [least, , most]: readonly [number, number, number]): string {
  const band = `${counted(least)} to ${counted(most)} rows are advised`;
  if (trained < least) return `${band}; the ${counted(trained)} of this one are fewer.`;
  if (trained > most) return `${band}; the ${counted(trained)} of this one are more.`;
  return `${band}, and this one has ${counted(trained)}.`;
}

function counted(rows: number): string {
  return Math.round(rows).toLocaleString("en");
}
