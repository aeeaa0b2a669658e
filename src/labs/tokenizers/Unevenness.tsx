import { Bars } from "../../ui/Bars";
import { showFixed } from "../../ui/Table";
import { metricOf } from "./metric-choice";
import type { TokenizersResult } from "./result";

/** How unevenly the cost of the same content falls on the languages, a bar a tokenizer. */
export function Unevenness({ result }: { readonly result: TokenizersResult }) {
  if (result.languages.length < 2) return null;
  const { digits, unit } = metricOf("gini");
  return (
    <Bars
      caption="Gini index of tokens per sentence over these languages, evenest first: how unevenly a tokenizer's cost falls."
      groups={result.tokenizers
        .toSorted((a, b) => (a.gini ?? 1) - (b.gini ?? 1))
        .map(({ id, name, gini }) => ({ id, label: name, values: [gini] }))}
      series={[{ id: "gini", label: "Gini", colour: "var(--amount)" }]}
      unit={unit}
      groupTitle="Tokenizer"
      format={(value) => showFixed(value, digits)}
      name="gini"
    />
  );
}
