import { Suspense } from "react";
import type { Document } from "../../experiments/documents/tokenizers";
import { Details } from "../../ui/Details";
import { HeatMap } from "../../ui/HeatMap";
import { languageOf } from "../../ui/languages";
import { Select } from "../../ui/Select";
import { lazily } from "../../ui/lazily";
import type { PanelProps } from "../lab";
import { SentencesButton } from "../SentencesButton";
import { ScriptButton } from "../../ui/ScriptButton";
import { AllNumbers } from "./AllNumbers";
import { describeTokenizer } from "./encoders";
import { metricOf, metricOptions, showInterval, showMetric, shownUnit } from "./metric-choice";
import { Ranking } from "./Ranking";
import { rankedTokenizer, type TokenizersResult } from "./result";
import { Unevenness } from "./Unevenness";

const Cost = lazily(async () => ({ default: (await import("./cost/Cost")).Cost }));

interface ScorecardProps extends PanelProps<Document> {
  readonly result: TokenizersResult;
}

const directions = { lower: ", lower is better", higher: ", higher is better", one: ", even at 1", none: "" } as const;

/** One metric on the parallel sentences, languages by tokenizers; a column that is chosen is ranked beneath. */
export function Scorecard({ document, result, edit }: ScorecardProps) {
  const metric = metricOf(document.metric);
  const { languages, tokenizers } = result;
  const values = languages.map((language) =>
    tokenizers.map((tokenizer) => tokenizer.languages[language]?.[metric.id] ?? null),
  );
  const ranked = rankedTokenizer(result, document.ranked);
  return (
    <section className="stack" aria-label="Scorecard">
      <h2>Forty sentences that say the same, in {languages.length} languages</h2>
      <Select
        label="Metric"
        value={document.metric}
        options={metricOptions}
        onChange={(value) => edit({ metric: value })}
      />
      <HeatMap
        caption={`${metric.name}, ${shownUnit(document.metric)}${directions[metric.better]}. Choose a column to rank its languages.`}
        rowTitle="language"
        columnTitle="tokenizer"
        rowLabels={languages.map((language) => languageOf(language).name)}
        columnLabels={tokenizers.map(({ id }) => describeTokenizer(id).short)}
        values={values}
        {...(metric.kind === "pair" ? { domain: parityDomain(values) } : {})}
        numbers
        format={(value) => showMetric(document.metric, value)}
        describe={(row, column) =>
          showInterval(document.metric, tokenizers[column]?.intervals?.[languages[row] ?? ""]?.[metric.id])
        }
        selected={null}
        onSelect={(_row, column) => edit({ ranked: tokenizers[column]?.id ?? document.ranked })}
        name={`scorecard-${metric.id}`}
      />
      <Details summary="What this metric counts">
        <p className="formula">{metric.formula}</p>
        <p>{metric.convention}</p>
        <p className="note">
          {metric.source}. Intervals: 95 %, the forty sentences drawn anew 400 times
          {"ofFrequencies" in metric
            ? ", as value ± 1.96 standard deviations, for a draw loses ids (Efron and Tibshirani 1993)."
            : " (Efron 1979)."}
        </p>
      </Details>
      <div className="tokenizers-pair">
        {ranked ? <Ranking document={document} result={result} ranked={ranked} edit={edit} /> : null}
        <Unevenness result={result} />
      </div>
      {ranked ? (
        <Suspense>
          <Cost result={result} ranked={ranked} />
        </Suspense>
      ) : null}
      <Details summary="All numbers">
        <AllNumbers result={result} />
        <div className="row">
          <ScriptButton name="card.py" load={() => import("../../../scripts/card.py?raw")} />
          <SentencesButton languages={document.languages} />
        </div>
        <p className="note">
          <code>python card.py sentences.json TOKENIZER OTHER --tokens</code> counts the tokens of these sentences for
          any tokenizer of the hub, with transformers.
        </p>
      </Details>
    </section>
  );
}

/** Ink begins at parity: what is cheaper than the reference stays blank. */
function parityDomain(values: readonly (readonly (number | null)[])[]): readonly [number, number] {
  return [1, Math.max(1.01, ...values.flat().map((value) => value ?? 1))];
}
