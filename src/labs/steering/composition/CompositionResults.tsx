import type { Strategy } from "../../../steering/dynamic-strength";
import { Curve } from "../../../ui/Curve";
import { HeatMap } from "../../../ui/HeatMap";
import { LanguageTag } from "../../../ui/LanguageTag";
import { languageOf } from "../../../ui/languages";
import { SideBySide } from "../../../ui/SideBySide";
import { type Column, showFixed, Table } from "../../../ui/Table";
import { StrategyFront } from "./StrategyFront";
import type { ComposedRow, ComposedText, CompositionResult, PropertyReport } from "./result";
import { type StrategySummary, summaryOf } from "./summary";

const titles: Readonly<Record<Strategy, string>> = {
  none: "Unsteered",
  fixed: "Always as strong",
  start: "At the start only",
  diminishing: "Ever weaker",
  dynamic: "By uncertainty",
};

const colours = ["var(--above)", "var(--below)", "var(--ink-soft)"] as const;
const dashes = ["", "5 3", "1 3"] as const;

/** The texts of all strategies, the strength of each property token by token, and what each strategy reaches and costs. */
export function CompositionResults({ result }: { readonly result: CompositionResult }) {
  const names = result.properties.map(nameOf);
  return (
    <>
      <Headline result={result} names={names} />
      {result.texts.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- prompts may repeat; their order is their identity
        <Composed key={index} text={text} names={names} />
      ))}
      {result.texts.length === 0 ? null : (
        <>
          <Strategies result={result} names={names} />
          <StrategyFront result={result} titles={titles} />
        </>
      )}
      <Properties result={result} names={names} />
    </>
  );
}

export function CompositionCover({ result }: { readonly result: CompositionResult }) {
  return result.texts.length === 0 ? null : <StrategyFront result={result} titles={titles} />;
}

function nameOf({ property, ends: [from, to] }: PropertyReport): string {
  return property === "language" ? `${languageOf(from).name} to ${languageOf(to).name}` : `${from} to ${to}`;
}

interface NamedResult {
  readonly result: CompositionResult;
  readonly names: readonly string[];
}

function Headline({ result, names }: NamedResult) {
  const [dynamic, fixed] = (["dynamic", "fixed"] as const).map((strategy) => summaryOf(result, strategy));
  if (!dynamic || !fixed || dynamic.bitsPerByte === null || fixed.bitsPerByte === null) return null;
  const strengths = names.map((name, k) => `${showFixed(dynamic.strengths[k], 2)} from ${name}`);
  return (
    <p className="steering-headline">
      The model’s own uncertainty pushes with a mean strength of {strengths.join(" and ")}, and the text costs{" "}
      {showFixed(dynamic.bitsPerByte, 2)} bits per byte; with each always at {showFixed(result.strength, 2)} it costs{" "}
      {showFixed(fixed.bitsPerByte, 2)}.
    </p>
  );
}

function Composed({
  text: { prompt, rows },
  names,
}: {
  readonly text: ComposedText;
  readonly names: readonly string[];
}) {
  const dynamic = rows.find(({ strategy }) => strategy === "dynamic");
  return (
    <section className="stack">
      <h2 dir="auto">{prompt}</h2>
      <SideBySide
        minimum={9}
        items={rows.map(({ strategy, text, language, bitsPerByte }) => ({
          id: strategy,
          title: titles[strategy],
          baseline: strategy === "none",
          note: (
            <>
              {language === null ? "no language" : <LanguageTag code={language} />}
              {bitsPerByte === null ? null : ` ${showFixed(bitsPerByte, 2)} bits/byte`}
            </>
          ),
          children: (
            <p className="passage" dir="auto">
              <bdi className="steering-prompt">{prompt}</bdi>
              <bdi lang={language ?? undefined}>{text}</bdi>
              {text === "" ? <span className="note"> (ends here)</span> : null}
            </p>
          ),
        }))}
      />
      {dynamic && dynamic.pieces.length > 0 ? <Strengths row={dynamic} names={names} /> : null}
    </section>
  );
}

/** The dynamic strengths: on the text's own tokens, and as curves. */
function Strengths({ row: { pieces }, names }: { readonly row: ComposedRow; readonly names: readonly string[] }) {
  return (
    <>
      <HeatMap
        caption="How strong each property was pushed before each token of the text “by uncertainty”: as much as the push would have told the model there."
        rowLabels={names}
        columnLabels={pieces.map(({ text }) => text.replaceAll("\n", "↵").trim() || "␣")}
        rowTitle="property"
        columnTitle="token"
        values={names.map((_, k) => pieces.map(({ strengths }) => strengths[k]!))}
        domain={[0, 2]}
        numbers={false}
        unit="class distances"
        name="composition-strengths"
      />
      <Curve
        caption="The same over the steps of the text."
        xLabel="token"
        yLabel="strength"
        yDomain={[0, 2]}
        series={names.map((name, k) => ({
          id: `${k}`,
          label: name,
          colour: colours[k]!,
          ...(dashes[k] !== "" && { dash: dashes[k]! }),
          points: pieces.map(({ strengths }, step) => ({ x: step + 1, y: strengths[k]! })),
        }))}
        height={170}
        name="composition-curve"
      />
    </>
  );
}

function Strategies({ result, names }: NamedResult) {
  const shown = (value: number | null) => (value === null ? "–" : showFixed(value, 2));
  const column = (
    key: string,
    label: string,
    of: (row: StrategySummary) => number | null,
  ): Column<StrategySummary> => ({
    key,
    label,
    value: of,
    render: (row) => shown(of(row)),
  });
  return (
    <Table
      caption="What each strategy reaches and costs, over all prompts. Strength: its mean over the tokens. Place: where the text lies as the unsteered model reads it, 0 at the mean of the texts pushed away from, 1 at that of those pushed towards."
      columns={[
        { key: "strategy", label: "Strategy", value: ({ strategy }) => titles[strategy], heading: true },
        ...names.map((name, k) => column(`strength-${k}`, `Strength, ${name}`, ({ strengths }) => strengths[k]!)),
        ...names.map((name, k) => column(`place-${k}`, `Place, ${name}`, ({ places }) => places[k]!)),
        column("bits-per-byte", "Bits per byte", ({ bitsPerByte }) => bitsPerByte),
      ]}
      rows={(Object.keys(titles) as Strategy[]).map((strategy) => summaryOf(result, strategy))}
      rowKey={({ strategy }) => strategy}
      name="composition-strategies"
      provenance={[`${result.model.checkpoint}, ${names.join("; ")}, strength ${result.strength}`]}
    />
  );
}

function Properties({ result: { properties, cosines, model }, names }: NamedResult) {
  return (
    <>
      <Table
        caption="The directions"
        columns={[
          { key: "name", label: "Property", value: ({ name }: NamedProperty) => name, heading: true },
          { key: "layer", label: "Layer", value: ({ layer }: NamedProperty) => layer },
          {
            key: "d-prime",
            label: "d′ on held-out texts",
            value: ({ dPrime }: NamedProperty) => dPrime,
            render: ({ dPrime }: NamedProperty) => showFixed(dPrime, 1),
          },
        ]}
        rows={properties.map((property, k) => ({ ...property, name: names[k]! }))}
        rowKey={(_, index) => String(index)}
        name="composition-directions"
        provenance={[model.checkpoint]}
      />
      <HeatMap
        caption="Cosine between the directions; empty where they act at different layers. Directions that point the same way push twice."
        rowLabels={names}
        columnLabels={names}
        rowTitle="direction"
        columnTitle="and"
        values={cosines}
        scale="diverging"
        domain={[-1, 1]}
        format={(value) => showFixed(value, 2)}
        name="composition-cosines"
      />
    </>
  );
}

type NamedProperty = PropertyReport & { readonly name: string };
