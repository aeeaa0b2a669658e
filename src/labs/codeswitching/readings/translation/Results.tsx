import { type RateScore, scoreByRate } from "../../../../codeswitch/comprehension/score";
import { chrf } from "../../../../measures/text/chrf";
import { seededRandom } from "../../../../random";
import { Curve } from "../../../../ui/Curve";
import { languageOf } from "../../../../ui/languages";
import { showFixed, Table } from "../../../../ui/Table";
import { conditionLook } from "../looks";
import type { TranslatedBy, TranslationResult } from "./result";

interface Scored {
  readonly name: string;
  readonly scores: readonly RateScore[];
  readonly answers: readonly string[];
  /** Mean seconds a sentence; null for what no model wrote. */
  readonly seconds: number | null;
}

/** chrF by the switching rate, the mix itself beside the models, and every translation. */
export function TranslationResults({ result }: { readonly result: TranslationResult }) {
  const copied = scored(
    result,
    "the mix itself, copied",
    result.sentences.map(({ text }) => text),
    null,
  );
  const models = result.conditions.map((condition) =>
    scored(result, nameOf(condition), condition.answers, condition.seconds / Math.max(1, condition.answers.length)),
  );
  const all = [...models, copied];
  return (
    <section className="stack" aria-label="Translated back">
      <p className="switching-headline">{headline(result, models[0], copied)}</p>
      <Curve
        caption="chrF of the translation against the unmixed sentence, by the share of words that are switched. The copied mix is what no translation at all would score."
        series={all.map(({ name, scores }, index) => ({
          id: name,
          label: name,
          ...conditionLook(index === all.length - 1 ? null : index),
          points: scores.map(({ rate, chrf }) => ({ x: rate, y: chrf?.value ?? null })),
        }))}
        xLabel="switched words, %"
        yLabel="chrF"
        yDomain={[0, 100]}
        yFormat={(value) => showFixed(value, 1)}
        name="chrf-by-rate"
      />
      <RateTable all={all} result={result} />
      <Answers result={result} />
    </section>
  );
}

function scored(
  { sentences, seed }: TranslationResult,
  name: string,
  answers: readonly string[],
  seconds: number | null,
): Scored {
  const translated = answers.map((text, index) => ({ ...sentences[index]!, text }));
  return { name, scores: scoreByRate(translated, seededRandom(seed)), answers, seconds };
}

function nameOf({ checkpoint, shots }: TranslatedBy): string {
  return `${checkpoint}, ${shots === 0 ? "no examples" : `${shots} examples`}`;
}

function headline({ sentences }: TranslationResult, model: Scored | undefined, copied: Scored): string {
  const into = [...new Set(sentences.map(({ into }) => languageOf(into).name))].join(", ");
  const known = model?.scores.filter(({ chrf }) => chrf !== null) ?? [];
  const [first, last] = [known[0], known.at(-1)];
  if (model === undefined || first === undefined || last === undefined) return "Translating…";
  const value = ({ scores }: Scored, rate: number) =>
    showFixed(scores.find((score) => score.rate === rate)?.chrf?.value ?? null, 0);
  return `Into ${into}, ${model.name}: chrF ${value(model, first.rate)} at ${first.rate} % switched words and ${value(model, last.rate)} at ${last.rate} %; the copied mix has ${value(copied, first.rate)} and ${value(copied, last.rate)}.`;
}

function RateTable({ all, result }: { readonly all: readonly Scored[]; readonly result: TranslationResult }) {
  const rows = all.flatMap(({ name, scores, seconds }) =>
    scores.filter(({ sentences }) => sentences > 0).map((score) => ({ name, seconds, ...score })),
  );
  return (
    <Table
      caption="By switching rate: mean chrF of the sentences with its 95 % interval, and BLEU of the bucket"
      name="translation-by-rate"
      columns={[
        { key: "name", label: "Translated by", value: ({ name }) => name, heading: true },
        { key: "rate", label: "Switched words", unit: "%", value: ({ rate }) => rate },
        { key: "sentences", label: "Sentences", value: ({ sentences }) => sentences },
        { key: "chrf", label: "chrF", value: ({ chrf }) => chrf?.value ?? null, digits: 1 },
        { key: "low", label: "from", value: ({ chrf }) => chrf?.low ?? null, digits: 1 },
        { key: "high", label: "to", value: ({ chrf }) => chrf?.high ?? null, digits: 1 },
        { key: "bleu", label: "BLEU", value: ({ bleu }) => bleu, digits: 1 },
        { key: "seconds", label: "Time a sentence", unit: "s", value: ({ seconds }) => seconds, digits: 2 },
      ]}
      rows={rows}
      rowKey={({ name, rate }) => `${name} ${rate}`}
      provenance={[`${result.sentences.length} synthetic sentences, seed ${result.seed}, greedy`]}
    />
  );
}

function Answers({ result }: { readonly result: TranslationResult }) {
  const rows = result.conditions.flatMap((condition) =>
    condition.answers.map((answer, index) => ({ by: nameOf(condition), answer, ...result.sentences[index]! })),
  );
  return (
    <Table
      caption="Every translation"
      name="translations"
      columns={[
        { key: "text", label: "Mix", value: ({ text }) => text, heading: true },
        { key: "percent", label: "Switched words", unit: "%", value: ({ percent }) => percent, digits: 0 },
        {
          key: "answer",
          label: "Translation",
          value: ({ answer }) => answer,
          render: ({ answer }) => answer || <em>nothing written</em>,
        },
        { key: "reference", label: "Reference", value: ({ reference }) => reference },
        { key: "chrf", label: "chrF", value: ({ answer, reference }) => chrf(answer, reference), digits: 1 },
        { key: "by", label: "By", value: ({ by }) => by },
      ]}
      rows={rows}
      rowKey={({ by, text }, index) => `${by} ${text} ${index}`}
    />
  );
}
