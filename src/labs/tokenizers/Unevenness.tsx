import { Bars } from "../../ui/Bars";
import { Details } from "../../ui/Details";
import { showFixed } from "../../ui/Table";
import { metricOf } from "./metric-choice";
import type { TokenizersResult } from "./result";

/** How unevenly the cost of the same content falls on the languages, a bar a tokenizer. */
export function Unevenness({ result }: { readonly result: TokenizersResult }) {
  if (result.languages.length < 2) return null;
  const { digits, unit, formula, convention, source } = metricOf("gini");
  return (
    <div className="stack-close">
      <Bars
        caption="Gini index of tokens per sentence over these languages, evenest first: how unevenly a tokenizer's cost falls."
        groups={result.tokenizers
          .toSorted((a, b) => (a.gini ?? 1) - (b.gini ?? 1))
          .map(({ id, name, gini, giniInterval }) => ({
            id,
            label: name,
            values: [gini],
            ...(giniInterval && { intervals: [giniInterval] }),
          }))}
        series={[{ id: "gini", label: "Gini", colour: "var(--amount)" }]}
        unit={unit}
        groupTitle="Tokenizer"
        format={(value) => showFixed(value, digits)}
        name="gini"
      />
      <Details summary="What Gini counts">
        <p className="formula">{formula}</p>
        <p>{convention}</p>
        <p className="note">
          {source}. Intervals: 95 %, the same of the forty sentences drawn anew for every language, 400 times (Efron
          1979).
        </p>
      </Details>
    </div>
  );
}
