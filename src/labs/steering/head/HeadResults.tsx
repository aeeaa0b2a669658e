import { Curve } from "../../../ui/Curve";
import { HeatMap } from "../../../ui/HeatMap";
import { languageColour, languageOf } from "../../../ui/languages";
import { SideBySide } from "../../../ui/SideBySide";
import { type Column, showFixed, Table } from "../../../ui/Table";
import { Measured } from "../Comparisons";
import { MarkedText } from "../MarkedText";
import { shown } from "../wording";
import type { HeadResult } from "./result";

/** The texts at each strength, what that reaches and costs, and what the vectors are like. */
export function HeadResults({ result }: { readonly result: HeadResult }) {
  return (
    <>
      <Headline result={result} />
      {result.texts.length === 0 ? null : <Texts result={result} />}
      {result.cells ? <Strengths result={result} cells={result.cells} /> : null}
      <Vectors result={result} />
    </>
  );
}

export function HeadCover({ result }: { readonly result: HeadResult }) {
  return result.cells ? <Strengths result={result} cells={result.cells} /> : <Texts result={result} />;
}

function Headline({ result: { cells, language, strengths, script, share } }: { readonly result: HeadResult }) {
  const last = strengths.length - 1;
  const [vector, random] = [cells?.vector[last]?.success, cells?.random[last]?.success];
  if (vector == null || random == null) return null;
  const name = languageOf(language).name;
  const percent = (value: number) => `${Math.round(value * 100)}\u00a0%`;
  return (
    <p className="steering-headline">
      With {shown(strengths[last]!)} times the vector of {name}
      {script ? " and of its script" : ""} behind the last norm, {percent(Math.abs(share * strengths[last]!))} of what
      the head reads, {percent(vector)} of the continuations are {name}; with a random vector of the same length{" "}
      {percent(random)}.
    </p>
  );
}

function Texts({ result: { texts } }: { readonly result: HeadResult }) {
  return (
    <section className="stack">
      <h2>The same beginnings at five strengths</h2>
      {texts.map(({ prompt, rows }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- prompts may repeat; their order is their identity
        <section key={index}>
          <h3 className="hidden-text">{prompt}</h3>
          <SideBySide
            minimum={9}
            items={rows.map(({ strength, continuation }) => ({
              id: String(strength),
              title: strength === 0 ? "Unsteered" : `Times ${shown(strength)}`,
              baseline: strength === 0,
              note: <Measured continuation={continuation} />,
              children: <MarkedText prompt={prompt} promptLanguage="und" continuation={continuation} />,
            }))}
          />
        </section>
      ))}
    </section>
  );
}

function Strengths({
  result: { strengths, language, texts },
  cells,
}: {
  readonly result: HeadResult;
  readonly cells: NonNullable<HeadResult["cells"]>;
}) {
  const series = (of: "success" | "bitsPerByte") =>
    (["vector", "random"] as const).map((kind) => ({
      id: kind,
      label: kind === "vector" ? languageOf(language).name : "random vector",
      colour: kind === "vector" ? languageColour(language) : "var(--ink-soft)",
      ...(kind === "random" && { dash: "5 3" }),
      points: strengths.map((x, at) => ({ x, y: cells[kind][at]![of] })),
    }));
  return (
    <section className="stack">
      <h2>What the strength does</h2>
      <div className="steering-layers">
        <Curve
          caption={`Share of continuations identified as ${languageOf(language).name}, over ${texts.length} prompts.`}
          xLabel="strength"
          yLabel="share"
          yDomain={[0, 1]}
          series={series("success")}
          name="head-success"
        />
        <Curve
          caption="What the continuations cost under the model without the vector."
          xLabel="strength"
          yLabel="bits per byte"
          series={series("bitsPerByte")}
          name="head-bits-per-byte"
        />
      </div>
    </section>
  );
}

interface Promoted {
  readonly language: string;
  readonly tokens: HeadResult["promoted"][number];
}

function Vectors({ result: { languages, cosines, promoted, model } }: { readonly result: HeadResult }) {
  const columns: Column<Promoted>[] = [
    { key: "language", label: "Vector of", value: ({ language }) => languageOf(language).name, heading: true },
    {
      key: "tokens",
      label: "Tokens that it raises most, and their logits by",
      value: ({ tokens }) => tokens.map(({ text, by }) => `${text} ${showFixed(by, 1)}`).join(", "),
      render: ({ tokens }) => (
        <span className="steering-tokens">
          {tokens.map(({ text, by }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- tokens may look alike; their rank is their identity
            <bdi key={index}>
              {text.trim() === "" ? JSON.stringify(text) : text.trim()} <span className="unit">{showFixed(by, 1)}</span>
            </bdi>
          ))}
        </span>
      ),
    },
  ];
  return (
    <section className="stack">
      <h2>What is a language’s own at the head</h2>
      <Table
        caption="A vector added behind the last norm adds the same to a token’s logit at every position."
        columns={columns}
        rows={languages.map((language, at) => ({ language, tokens: promoted[at]! }))}
        rowKey={({ language }) => language}
        name="head-tokens"
        provenance={[model.checkpoint]}
      />
      <HeatMap
        caption="Cosines of the languages’ vectors. Weighted by their tokens they sum to nothing, so not all can be alike."
        rowLabels={languages}
        columnLabels={languages}
        rowTitle="vector of"
        columnTitle="and of"
        values={cosines}
        scale="diverging"
        domain={[-1, 1]}
        format={(value) => showFixed(value, 2)}
        name="head-cosines"
      />
    </section>
  );
}
