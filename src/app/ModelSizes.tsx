import type { WeightFormat } from "../compiler/program";
import type { Inspection } from "../engine/engine";
import { Table } from "../ui/Table";
import { showBytes } from "./format";

const names: Readonly<Record<WeightFormat, string>> = {
  f32: "32-bit floats",
  f16: "16-bit floats",
  q8: "8 bits",
  q4: "4 bits",
};

/** What a model takes in each weight format, before any of its weights is fetched. */
export function ModelSizes({ inspection }: { inspection: Inspection }) {
  const { storedBytes, heldBytes, auto, parameters, layers, vocabulary } = inspection;
  const rows = (Object.keys(names) as WeightFormat[]).map((format) => ({ format, bytes: heldBytes[format] }));
  return (
    <div className="shelf-loading">
      <p className="note numeric">
        {(parameters / 1e6).toFixed(1)} million parameters in {layers} layers, {vocabulary.toLocaleString("en")} tokens.
        The download is {showBytes(storedBytes)} in every format: weights are converted as they arrive.
      </p>
      <Table
        caption={`What ${inspection.checkpoint} takes`}
        captionHidden
        rowKey={({ format }) => format}
        rows={rows}
        columns={[
          { key: "format", label: "Weights in memory", value: ({ format }) => names[format], heading: true },
          { key: "bytes", label: "Held in memory", value: ({ bytes }) => showBytes(bytes) },
          { key: "auto", label: "Here", value: ({ format }) => (format === auto ? "fits best" : "") },
        ]}
      />
    </div>
  );
}
