import { HeatMap } from "../../../ui/HeatMap";
import { languageOf } from "../../../ui/languages";
import { LanguageTag } from "../../../ui/LanguageTag";
import { Button } from "../../../ui/Button";
import { Curve } from "../../../ui/Curve";
import { type Column, showFixed, Table } from "../../../ui/Table";
import { hasFile, saveFile } from "../../files";
import { Continuations } from "./Continuations";
import { Findings } from "./Findings";
import { HeldOut } from "./HeldOut";
import { NewRows } from "./NewRows";
import { Scripts } from "./Scripts";
import { Transliterated } from "./Transliterated";
import { TokenizerFile } from "./TokenizerFile";
import { TwoHeads } from "./TwoHeads";
import type { ChangeResult, Fertility } from "./result";

/** What another vocabulary did to the model: size, cost of each language, and what the model still knows. */
export function ChangeResults({ result }: { readonly result: ChangeResult }) {
  return (
    <>
      <Findings result={result} />
      <Sizes result={result} />
      <Bits result={result} />
      <HeldOut learntFrom={result.learntFrom} />
      {result.transliteration ? <Transliterated result={result} made={result.transliteration} /> : null}
      {result.continuations ? (
        <Continuations continuations={result.continuations} by={result.kept?.by ?? "changed"} />
      ) : null}
      {result.heads ? <TwoHeads heads={result.heads} by={result.kept?.by ?? "changed"} /> : null}
      <FertilityTable fertility={result.fertility} name="fertility-before-and-after" />
      {result.scripts ? <Scripts result={result} /> : null}
      {result.coverage.length > 0 ? <CoverageCurve result={result} /> : null}
      {result.words.length > 0 && result.models.length > 1 ? <NewRows result={result} /> : null}
      <Along result={result} />
    </>
  );
}

interface SizeRow {
  readonly what: string;
  readonly before: number;
  readonly after: number;
}

function Sizes({ result: { before, after } }: { readonly result: ChangeResult }) {
  const rows: SizeRow[] = [
    { what: "rows of the vocabulary", before: before.rows, after: after.rows },
    { what: "parameters", before: before.parameters, after: after.parameters },
    { what: "MB as 32-bit floats", before: megabytes(before.parameters), after: megabytes(after.parameters) },
  ];
  const columns: readonly Column<SizeRow>[] = [
    { key: "what", label: "", value: (row) => row.what, heading: true },
    { key: "before", label: "before", value: (row) => row.before, render: (row) => row.before.toLocaleString("en") },
    { key: "after", label: "after", value: (row) => row.after, render: (row) => row.after.toLocaleString("en") },
    {
      key: "left",
      label: "left",
      unit: "%",
      value: (row) => (100 * row.after) / row.before,
      render: (row) => showFixed((100 * row.after) / row.before, 1),
    },
  ];
  return <Table caption="Size of the model" columns={columns} rows={rows} rowKey={(row) => row.what} name="size" />;
}

/** Bits per byte, languages by models. */
function Bits({ result: { models, scored } }: { readonly result: ChangeResult }) {
  return (
    <HeatMap
      caption="Bits per byte, lower is better; nothing was trained after the change"
      rowTitle="language"
      columnTitle="rows"
      rowLabels={scored.map((language) => languageOf(language).name)}
      columnLabels={models.map(({ name }) => name)}
      values={scored.map((language) => models.map((model) => model.bitsPerByte[language] ?? null))}
      numbers
      format={(value) => showFixed(value, 2)}
      describe={(row, column) => `${languageOf(scored[row]!).name}, ${models[column]!.title}`}
      name="bits-per-byte"
    />
  );
}

/** Tokens a word before and after, and how many sentences are cut in other places. */
export function FertilityTable({
  fertility,
  name,
  labels = ["before", "after"],
}: {
  readonly fertility: readonly Fertility[];
  readonly name: string;
  readonly labels?: readonly [string, string];
}) {
  const columns: readonly Column<Fertility>[] = [
    {
      key: "language",
      label: "Language",
      value: (row) => row.language,
      render: (row) => <LanguageTag code={row.language} named />,
      heading: true,
    },
    { key: "before", label: `Tokens a word, ${labels[0]}`, value: (row) => row.before, digits: 2 },
    { key: "after", label: labels[1], value: (row) => row.after, digits: 2 },
    { key: "tokens-before", label: `Tokens, ${labels[0]}`, value: (row) => row.tokensBefore },
    { key: "tokens-after", label: labels[1], value: (row) => row.tokensAfter },
    {
      key: "changed",
      label: "Cut otherwise",
      value: (row) => row.changed,
      render: (row) => `${row.changed} of ${row.sentences}`,
    },
  ];
  return (
    <Table
      caption="Forty sentences a language under both vocabularies"
      columns={columns}
      rows={fertility}
      rowKey={(row) => row.language}
      name={name}
    />
  );
}

function CoverageCurve({ result: { coverage } }: { readonly result: ChangeResult }) {
  return (
    <Curve
      caption="How much of the kept languages’ text the most frequent tokens are"
      xLabel="tokens, most frequent first"
      yLabel="share of the text’s tokens"
      yDomain={[0, 1]}
      series={[
        {
          id: "coverage",
          label: "covered",
          colour: "var(--ink)",
          points: coverage.map(({ tokens, share }) => ({ x: tokens, y: share })),
        },
      ]}
      yFormat={(share) => `${showFixed(100 * share, 1)} %`}
      name="coverage"
    />
  );
}

function Along({ result: { kept, folder, tokenizer } }: { readonly result: ChangeResult }) {
  return (
    <section className="stack-close" aria-label="To take along">
      <h2>To take along</h2>
      {kept ? (
        <p>
          The model “{kept.name}” is on the shelf for as long as this page is open: every lab’s model fields list it, it
          can be steered, scored, and merged with models of its vocabulary.
        </p>
      ) : null}
      <div className="row">
        <TokenizerFile id={tokenizer} />
        {folder ? (
          <Button disabled={!hasFile(folder.id)} onClick={() => saveFile(folder.id)}>
            Download {folder.name}, {(folder.bytes / 1e6).toFixed(1)} MB
          </Button>
        ) : null}
      </div>
      {folder ? null : (
        <p className="note">For the weights as a Hugging Face folder tick “Make a Hugging Face folder too” and run.</p>
      )}
    </section>
  );
}

function megabytes(parameters: number): number {
  return Math.round((4 * parameters) / 1e4) / 100;
}
