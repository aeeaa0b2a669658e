import { useState } from "react";
import { Curve } from "../../../ui/Curve";
import { Details } from "../../../ui/Details";
import { languageOf } from "../../../ui/languages";
import { Slider } from "../../../ui/Slider";
import { Table } from "../../../ui/Table";
import type { TokenizerResult, TokenizersResult } from "../result";
import { costsOf, type LanguageCost, lorenz } from "./costs";

/** What a language pays for the same content: tokens, context, compute and price, and how evenly the cost is spread. */
export function Cost({ result, ranked }: { readonly result: TokenizersResult; readonly ranked: TokenizerResult }) {
  const [price, setPrice] = useState(1);
  const [context, setContext] = useState(8192);
  const rows = costsOf(result.languages, ranked, { price, context });
  const reference = languageOf(result.reference).name;
  return (
    <section className="stack" aria-label="What a language pays">
      <h3>What a language pays with {ranked.name}</h3>
      <div className="tokenizers-pair">
        <Slider
          label="Price of a million tokens"
          value={price}
          min={0.05}
          max={60}
          step={0.05}
          unit="$"
          onChange={setPrice}
        />
        <Slider
          label="Context"
          value={context}
          min={512}
          max={131_072}
          step={512}
          unit="tokens"
          onChange={setContext}
        />
      </div>
      <Table<LanguageCost>
        caption={`For the content of a million tokens of ${reference}`}
        columns={[
          { key: "language", label: "Language", value: ({ language }) => languageOf(language).name, heading: true },
          { key: "tokens", label: "Tokens", unit: "million", value: ({ times }) => times, digits: 2 },
          { key: "price", label: "Price", unit: "$", value: (row) => row.price, digits: 2 },
          {
            key: "context",
            label: "Context holds",
            unit: `tokens’ worth of ${reference}`,
            value: (row) => row.context,
            digits: 0,
          },
          { key: "linear", label: "Compute, layers", unit: "times", value: ({ times }) => times, digits: 2 },
          { key: "square", label: "Compute, attention", unit: "times", value: ({ attention }) => attention, digits: 1 },
        ]}
        rows={rows}
        rowKey={({ language }) => language}
        name={`cost-${ranked.id.replaceAll(":", "-")}`}
      />
      <Curve
        caption={`Lorenz curves: the share of all tokens that falls on the cheapest languages. Straight is even; Gini is twice the area between the straight line and the curve.`}
        series={result.tokenizers.map(({ id, name, languages }, i) => ({
          id,
          label: name,
          colour: id === ranked.id ? "var(--amount)" : "var(--ink-soft)",
          dash: id === ranked.id ? "" : `${2 + 3 * i} 3`,
          points: lorenz(result.languages.map((language) => languages[language]?.["parity-micro"] ?? null)),
        }))}
        xLabel="share of languages, cheapest first"
        yLabel="share of tokens"
        xDomain={[0, 1]}
        yDomain={[0, 1]}
        xFormat={(x) => x.toFixed(2)}
        name="lorenz"
      />
      <Details summary="How this is computed">
        <p className="formula">
          times = tokens(language) / tokens({reference}), context / times, price · times, times²
        </p>
        <p className="formula">L(k / n) = Σ the k smallest / Σ all</p>
        <p>
          From the forty sentences, micro-averaged. Feed-forward layers and projections take time in proportion to the
          tokens; attention, without a cache or a window, to their square. The price is the one you set: no provider’s.
        </p>
        <p className="note">Petrov et al. 2023 (arXiv 2305.15425); Ahia et al. 2023 (arXiv 2305.13707); Lorenz 1905</p>
      </Details>
    </section>
  );
}
