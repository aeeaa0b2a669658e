import type { Document } from "../../experiments/documents/tokenizers";
import { Bars } from "../../ui/Bars";
import { languageOf } from "../../ui/languages";
import { Select } from "../../ui/Select";
import type { PanelProps } from "../lab";
import { metricOf, showMetric, shownUnit } from "./metric-choice";
import type { TokenizerResult, TokenizersResult } from "./result";

interface RankingProps extends PanelProps<Document> {
  readonly result: TokenizersResult;
  readonly ranked: TokenizerResult;
}

/** The languages of one tokenizer in the order of the metric, the reference as a line across. */
export function Ranking({ document, result, ranked, edit }: RankingProps) {
  const metric = metricOf(document.metric);
  const values = result.languages.map((language) => ({
    language,
    value: ranked.languages[language]?.[metric.id] ?? null,
    interval: ranked.intervals?.[language]?.[metric.id],
  }));
  const reference = ranked.languages[result.reference]?.[metric.id] ?? null;
  const sign = metric.better === "higher" ? -1 : 1;
  const order = metric.better === "higher" || metric.better === "lower" ? "best first" : "least first";
  return (
    <div className="stack-close">
      <Select
        label="Rank the languages of"
        value={ranked.id}
        options={result.tokenizers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => edit({ ranked: id })}
      />
      <Bars
        caption={`${metric.name} with ${ranked.name}, ${order}, ${shownUnit(document.metric)}.`}
        groups={values
          .toSorted((a, b) => sign * ((a.value ?? Infinity * sign) - (b.value ?? Infinity * sign)))
          .map(({ language, value, interval }) => ({
            id: language,
            label: languageOf(language).name,
            lang: language,
            values: [value],
            ...(interval && { intervals: [interval] }),
          }))}
        series={[{ id: metric.id, label: metric.name, colour: "var(--amount)" }]}
        {...(reference === null ? {} : { baseline: { value: reference, label: languageOf(result.reference).name } })}
        unit={shownUnit(document.metric)}
        groupTitle="Language"
        format={(value) => showMetric(document.metric, value)}
        name={`ranking-${ranked.id.replaceAll(":", "-")}-${metric.id}`}
      />
    </div>
  );
}
