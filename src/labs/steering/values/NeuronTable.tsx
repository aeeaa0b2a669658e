import { Button } from "../../../ui/Button";
import { LanguageTag } from "../../../ui/LanguageTag";
import { type Column, showFixed, Table } from "../../../ui/Table";
import type { NeuronToken, ValueNeuron } from "./result";

interface NeuronTableProps {
  readonly caption: string;
  readonly neurons: readonly ValueNeuron[];
  readonly name: string;
  readonly checkpoint: string;
  /** Adds a neuron to those that are scaled. */
  readonly onChoose?: (neuron: ValueNeuron) => void;
}

/** Neurons with the tokens that they raise and lower. */
export function NeuronTable({ caption, neurons, name, checkpoint, onChoose }: NeuronTableProps) {
  const found = neurons.some(({ dPrime }) => dPrime !== null);
  const columns: Column<ValueNeuron>[] = [
    { key: "neuron", label: "Neuron", value: nameOf, heading: true },
    ...(found ? [{ key: "d-prime", label: "d′", value: ({ dPrime }: ValueNeuron) => dPrime, digits: 2 }] : []),
    tokensColumn("raised", "Raises"),
    tokensColumn("lowered", "Lowers"),
    { key: "languages", label: "Languages raised", value: ({ languages }) => languages.length },
    ...(onChoose
      ? [
          {
            key: "choose",
            label: "Scale",
            value: () => null,
            render: (neuron: ValueNeuron) => (
              <Button kind="quiet" label={`Scale neuron ${nameOf(neuron)}`} onClick={() => onChoose(neuron)}>
                Add
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={neurons}
      rowKey={nameOf}
      name={name}
      provenance={[`${checkpoint}; neurons as layer.neuron`]}
    />
  );
}

export function nameOf({ layer, neuron }: ValueNeuron): string {
  return `${layer}.${neuron}`;
}

function tokensColumn(key: "raised" | "lowered", label: string): Column<ValueNeuron> {
  return {
    key,
    label,
    value: (neuron) =>
      neuron[key].map(({ text, language, by }) => `${text} (${language ?? "?"}) ${showFixed(by, 2)}`).join(", "),
    render: (neuron) => (
      <span className="steering-tokens">
        {neuron[key].map((token, rank) => (
          // oxlint-disable-next-line react/no-array-index-key -- tokens may look alike; their rank is their identity
          <Token key={rank} token={token} />
        ))}
      </span>
    ),
  };
}

function Token({ token: { text, language, by } }: { readonly token: NeuronToken }) {
  return (
    <span title={`logit ${showFixed(by, 2)}`}>
      <bdi lang={language ?? undefined}>{text.trim() === "" ? JSON.stringify(text) : text.trim()}</bdi>
      {language === null ? null : (
        <>
          {" "}
          <LanguageTag code={language} />
        </>
      )}
    </span>
  );
}
