import { HeatMap } from "../../../ui/HeatMap";
import { type Column, showFixed, Table } from "../../../ui/Table";
import type { JoinedDirections } from "../result";
import { operationWords } from "./operation-words";

type Row = JoinedDirections["directions"][number] & { readonly index: number };

/** Several directions at the steered layer: what is done along each, and how far they point the same way. */
export function JoinedFigure({ joined, layer }: { readonly joined: JoinedDirections; readonly layer: number }) {
  const { directions, cosines, orthogonal } = joined;
  const names = directions.map(({ name }) => name);
  const rows: readonly Row[] = directions.map((direction, index) => ({ ...direction, index }));
  const columns: Column<Row>[] = [
    { key: "name", label: "Direction", value: ({ name }) => name, heading: true },
    { key: "operation", label: "Is", value: ({ operation }) => operationWords[operation].done },
    {
      key: "strength",
      label: "Strength",
      value: ({ operation, strength }) => (operation === "ablate" ? null : strength),
      render: ({ operation, strength }) => (operation === "ablate" ? "–" : showFixed(strength, 2)),
    },
    {
      key: "distance",
      label: "One class distance",
      value: ({ classDistance }) => classDistance,
      render: ({ classDistance }) => showFixed(classDistance, 2),
    },
  ];
  return (
    <section className="stack">
      <h2>Several directions at once</h2>
      <HeatMap
        caption={`Cosines of the directions at layer ${layer}${orthogonal ? ", before each was made orthogonal to those before it" : ""}: at 0 they have nothing in common, at 1 they are the same.`}
        rowLabels={names}
        columnLabels={names}
        rowTitle="direction"
        columnTitle="direction"
        values={cosines}
        scale="diverging"
        domain={[-1, 1]}
        name="direction-cosines"
      />
      <Table
        caption={`What is done along each direction${orthogonal ? "; the class distance is of what was left of it" : ""}.`}
        columns={columns}
        rows={rows}
        rowKey={({ index }) => String(index)}
        name="joined-directions"
      />
    </section>
  );
}
