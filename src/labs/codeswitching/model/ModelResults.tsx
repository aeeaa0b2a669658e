import { LanguageTag } from "../../../ui/LanguageTag";
import { languageOf, languageStyle } from "../../../ui/languages";
import { SideBySide } from "../../../ui/SideBySide";
import { type Column, showFixed, Table } from "../../../ui/Table";
import { LanguageRuns } from "../LanguageRuns";
import type { OwnProps } from "../Results";
import { TakeAlong } from "../TakeAlong";
import { WrittenBits } from "./WrittenBits";
import type { ModelResult, WritingCondition, WrittenText } from "./result";
import "./styles.css";

const titles: Readonly<Record<WritingCondition, string>> = {
  unsteered: "As it is",
  instructed: "Asked to mix",
  directions: "Directions by the plan",
  filters: "Vocabulary by the plan",
};

/** The four texts beside each other, the plan above them, the numbers below. */
export function ModelResults({ document, result }: OwnProps<ModelResult>) {
  return (
    <section className="stack" aria-label="Texts by the model">
      <p className="switching-headline">{headline(result)}</p>
      <Plan result={result} />
      <SideBySide
        items={result.texts.map((text) => ({
          id: text.condition,
          title: titles[text.condition],
          baseline: text.condition === "unsteered",
          note: percent(text.reading.adherence),
          children: <Written prompt={result.prompt} text={text} />,
        }))}
        minimum={15}
      />
      <p className="note">
        Percent: words in the language that the plan has at their place. Dotted: words that are not. Vocabulary is held
        to {result.filter === "script" ? "each language’s script" : "words known of each language"}. What a direction or
        a filter writes is the model’s, not a community’s, way of mixing.
      </p>
      <WrittenBits texts={result.texts} titleOf={({ condition }) => titles[condition]} seed={document.seed} />
      <Numbers result={result} />
      <TakeAlong document={document} result={result} />
    </section>
  );
}

function headline({ texts, spans }: ModelResult): string {
  const steered = texts.find(({ condition }) => condition === "directions");
  const base = texts.find(({ condition }) => condition === "unsteered");
  if (steered === undefined || base === undefined) return "Writing…";
  const kept = steered.reading.borders.filter((border) => border.kept).length;
  return `Steered by the plan, ${percent(steered.reading.adherence)} of the words are in the planned language, ${percent(base.reading.adherence)} as the model is; ${kept} of ${spans.length - 1} borders are crossed where planned.`;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)}\u00a0%`;
}

function Plan({ result: { spans } }: { readonly result: ModelResult }) {
  return (
    <ol className="plan-strip" aria-label="Plan">
      {spans.map(({ language, from, to }) => (
        <li key={from} style={{ ...languageStyle(language), flexGrow: to - from }}>
          <LanguageTag code={language} /> {to - from}
          <span className="hidden-text"> tokens of {languageOf(language).name}</span>
        </li>
      ))}
    </ol>
  );
}

function Written({ prompt, text }: { readonly prompt: string; readonly text: WrittenText }) {
  const { sentence, planned } = text.reading;
  const offPlan = (index: number) => {
    const { language, script } = sentence.words[index]!;
    return script !== "Zyyy" && planned[index] !== null && language !== planned[index];
  };
  return (
    <p className="mixed planned-text" data-condition={text.condition}>
      <span className="planned-prompt">{prompt}</span> <LanguageRuns words={sentence.words} isMarked={offPlan} />
    </p>
  );
}

function Numbers({ result }: { readonly result: ModelResult }) {
  const columns: readonly Column<WrittenText>[] = [
    { key: "condition", label: "Text", value: ({ condition }) => titles[condition], heading: true },
    {
      key: "adherence",
      label: "In the planned language",
      value: ({ reading }) => reading.adherence,
      render: ({ reading }) => percent(reading.adherence),
    },
    {
      key: "borders",
      label: "Borders kept",
      value: ({ reading }) => reading.borders.filter(({ kept }) => kept).length,
    },
    { key: "cmi", label: "CMI", value: ({ cmi }) => cmi, digits: 1 },
    {
      key: "bits",
      label: "Bits per byte, unsteered model",
      value: ({ bitsPerByte }) => bitsPerByte,
      render: ({ bitsPerByte }) => (bitsPerByte === null ? "–" : showFixed(bitsPerByte, 2)),
    },
    { key: "written", label: "Text as written", value: ({ reading }) => reading.sentence.text },
  ];
  return (
    <Table
      caption="Measured on what was written"
      columns={columns}
      rows={result.texts}
      rowKey={({ condition }) => condition}
      name="model-switched"
      provenance={[
        `${result.checkpoint}, layer ${result.layer}, strength ${result.strength}, synthetic`,
        `plan ${result.spans.map(({ language, from, to }) => `${language} ${to - from}`).join(", ")}`,
      ]}
    />
  );
}
