import { HeatMap } from "../../../ui/HeatMap";
import { type Column, Table } from "../../../ui/Table";
import type { Likeness, NearestTokens } from "../result";

type Row = NearestTokens & { readonly layer: number };

interface LikenessFiguresProps {
  readonly likeness: Likeness;
  /** Those that have a direction. */
  readonly layers: readonly number[];
  /** The one that was steered. */
  readonly layer: number;
}

/** What the direction is like: across layers, beside other directions, and in the words of the head. */
export function LikenessFigures({ likeness, layers, layer }: LikenessFiguresProps) {
  const names = layers.map(String);
  const at = layers.indexOf(layer);
  const columns: Column<Row>[] = [
    { key: "layer", label: "Layer", value: (row) => row.layer, heading: true },
    tokensColumn("towards", "Nearest tokens"),
    tokensColumn("away", "Farthest tokens"),
  ];
  return (
    <section className="stack">
      <h2>What the direction is like</h2>
      <div className="steering-maps">
        <HeatMap
          caption="Is it one direction through the model? Its cosine at one layer to itself at another."
          rowLabels={names}
          columnLabels={names}
          rowTitle="layer"
          columnTitle="layer"
          values={likeness.acrossLayers}
          selected={{ row: at, column: at }}
          scale="diverging"
          domain={[-1, 1]}
          name="direction-across-layers"
        />
        <HeatMap
          caption="What does it share with others? Its cosine at each layer to other directions there."
          rowLabels={names}
          columnLabels={likeness.others}
          rowTitle="layer"
          columnTitle="direction"
          values={likeness.cosines}
          scale="diverging"
          domain={[-1, 1]}
          name="direction-to-others"
        />
      </div>
      <Table
        caption="What the last norm and the head read in the direction of each layer. Early layers write for later ones, so their words may say little."
        columns={columns}
        rows={likeness.tokens.map((tokens, index) => ({ ...tokens, layer: layers[index]! }))}
        rowKey={(row) => String(row.layer)}
        name="nearest-tokens"
      />
    </section>
  );
}

function tokensColumn(key: "towards" | "away", label: string): Column<Row> {
  return {
    key,
    label,
    value: (row) => row[key].join(" "),
    render: (row) => (
      <span className="steering-tokens">
        {row[key].map((token, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- tokens may look alike; their rank is their identity
          <bdi key={index}>{token.trim() === "" ? JSON.stringify(token) : token.trim()}</bdi>
        ))}
      </span>
    ),
  };
}
