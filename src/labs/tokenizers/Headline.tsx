import { languageOf } from "../../ui/languages";
import { showFixed } from "../../ui/Table";
import { metricOf, showMetric, type ShownMetric, shownUnit } from "./metric-choice";
import { rankedTokenizer, type TokenizerResult, type TokenizersResult } from "./result";
import { Terms } from "../../ui/Terms";

interface HeadlineProps {
  readonly result: TokenizersResult;
  readonly ranked: string;
  readonly metric: ShownMetric;
}

/** The finding in words: where the metric in view is least and most, under the tokenizer that is ranked. */
export function Headline({ result, ranked, metric }: HeadlineProps) {
  const chosen = rankedTokenizer(result, ranked);
  if (chosen === undefined) return null;
  const sentenceOf = metricOf(metric).kind === "pair" ? priceSentence : rangeSentence;
  const sentence = sentenceOf(result, chosen, metric);
  if (sentence === null) return null;
  return (
    <Terms>
      <p className="tokenizers-headline numeric" data-finding="">
        {sentence}
      </p>
    </Terms>
  );
}

/** What the dearest language pays, and under which other vocabulary it pays least; of the reference alone nothing is said. */
function priceSentence(result: TokenizersResult, chosen: TokenizerResult, metric: ShownMetric): string | null {
  const languages = byValue(result, chosen, metric);
  const dearest = languages.at(-1);
  if (dearest === undefined) return null;
  const reference = languageOf(result.reference).name;
  if (dearest.language === result.reference) {
    if (languages.length === 1) return null;
    return `To say the same forty sentences takes more tokens in no other of these languages than in ${reference} with ${chosen.name}.`;
  }
  const best = result.tokenizers
    .filter((other) => other !== chosen && !["utf8", "code-points", "graphemes"].includes(other.id))
    .flatMap((other) => {
      const value = other.languages[dearest.language]?.[metric] ?? null;
      return value === null || value >= dearest.value ? [] : { name: other.name, value };
    })
    .toSorted((a, b) => a.value - b.value)[0];
  const language = languageOf(dearest.language).name;
  const times = showFixed(dearest.value, 1);
  const elsewhere = best ? `, and ${showFixed(best.value, 1)} times as many with ${best.name}` : "";
  return `To say the same forty sentences takes ${times} times as many tokens in ${language} as in ${reference} with ${chosen.name}${elsewhere}.`;
}

function rangeSentence(result: TokenizersResult, chosen: TokenizerResult, metric: ShownMetric): string | null {
  const values = byValue(result, chosen, metric);
  const [least, most] = [values[0], values.at(-1)];
  if (least === undefined || most === undefined) return null;
  const [low, high] = [least, most].map(({ language, value }) => {
    return `${showMetric(metric, value)} in ${languageOf(language).name}`;
  });
  return `${metricOf(metric).name} with ${chosen.name}, ${shownUnit(metric)}: from ${low} to ${high}.`;
}

function byValue(result: TokenizersResult, { languages }: TokenizerResult, metric: ShownMetric) {
  return result.languages
    .flatMap((language) => {
      const value = languages[language]?.[metric] ?? null;
      return value === null ? [] : { language, value };
    })
    .toSorted((a, b) => a.value - b.value);
}
