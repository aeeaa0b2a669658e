import { useState } from "react";
import { pairsOf, variantNames } from "../../../../codeswitch/variants";
import { HeatMap } from "../../../../ui/HeatMap";
import { languageOf } from "../../../../ui/languages";
import { type Row, RowsFile } from "../../../../ui/RowsFile";
import { showFixed, Table } from "../../../../ui/Table";
import type { FourWays, VariantsBy, VariantsResult } from "./result";

/** The six pairs of variants, as places in `variantNames`. */
const pairs = variantNames.flatMap((_, one) =>
  variantNames.flatMap((_, other) => (other > one ? [[one, other] as const] : [])),
);

/** How alike each model holds the four variants, what they cost in tokens, and the texts. */
export function VariantsResults({ result }: { readonly result: VariantsResult }) {
  return (
    <section className="stack" aria-label="Four ways">
      {result.models.map((by, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a model is known by its place
        <ByLayer key={index} by={by} />
      ))}
      {result.models.length === 0 ? null : <Fertility result={result} />}
      <Texts result={result} />
    </section>
  );
}

/** Pairs by layer, and the matrix of the layer that is chosen. */
function ByLayer({ by: { checkpoint, layers } }: { readonly by: VariantsBy }) {
  const [chosen, setChosen] = useState(Math.floor(layers.length / 2));
  const layer = layers[Math.min(chosen, layers.length - 1)]!;
  const rows = pairs.map(([one, other]) => ({
    label: `${variantNames[one]} – ${variantNames[other]}`,
    values: layers.map(({ cosines }) => cosines[one]![other]!),
  }));
  const unrelated = layers.map((one) => one.unrelated);
  const isCompared = unrelated.every((value) => value !== null);
  const lines = isCompared ? [...rows, { label: "different sentences", values: unrelated }] : rows;
  return (
    <>
      <p className="switching-headline">
        After layer {chosen} of {checkpoint} a sentence and its romanised form have a cosine of{" "}
        {showFixed(layer.cosines[0]![1], 2)}, and its translation of {showFixed(layer.cosines[0]![2], 2)}
        {isCompared ? `; different sentences have ${showFixed(layer.unrelated, 2)}` : ""}.
      </p>
      <HeatMap
        caption={`Cosine of the mean states of a sentence’s variants in ${checkpoint}, mean over sentences.${isCompared ? " What different sentences share by themselves stands in the last row." : ""} Choose a layer.`}
        rowLabels={lines.map(({ label }) => label)}
        columnLabels={layers.map((_, index) => String(index))}
        rowTitle="pair"
        columnTitle="layer"
        values={lines.map(({ values }) => values)}
        format={(value) => showFixed(value, 2)}
        selected={{ row: 0, column: chosen }}
        onSelect={(_, column) => setChosen(column)}
        name="variants-by-layer"
      />
      <HeatMap
        caption={`All four against one another after layer ${chosen}.`}
        rowLabels={variantNames}
        columnLabels={variantNames}
        rowTitle="variant"
        columnTitle="variant"
        values={layer.cosines}
        numbers
        format={(value) => showFixed(value, 2)}
        name="variants-matrix"
      />
    </>
  );
}

function Fertility({ result: { models, words } }: { readonly result: VariantsResult }) {
  return (
    <Table
      caption="Tokens a word of each variant, by the model’s own tokenizer"
      name="variants-fertility"
      columns={[
        { key: "model", label: "Model", value: ({ checkpoint }) => checkpoint, heading: true },
        ...variantNames.map((variant) => ({
          key: variant,
          label: variant,
          value: ({ tokens }: VariantsBy) => tokens[variant] / words[variant],
          digits: 2,
        })),
      ]}
      rows={models}
      rowKey={({ checkpoint }, index) => `${checkpoint} ${index}`}
    />
  );
}

function Texts({ result: { sentences, seed } }: { readonly result: VariantsResult }) {
  const isGloss = sentences.some((way) => way.isGloss);
  return (
    <>
      <Table
        caption={`The sentences four ways.${isGloss ? " Without a translation at hand, the lexicon’s words stand in its place: a gloss." : ""}`}
        name="variants"
        columns={variantNames.map((variant) => ({
          key: variant,
          label: variant,
          value: ({ texts }: FourWays) => texts[variant],
          render: ({ texts }: FourWays) => (
            <bdi className="measure-sentence measure-sentence-of-four">{texts[variant]}</bdi>
          ),
          ...(variant === "native" ? { heading: true } : {}),
        }))}
        rows={sentences}
        rowKey={(_, index) => String(index)}
      />
      <RowsFile
        what="Pairs"
        name="variants"
        head={() => ({ synthetic: true, seed })}
        rows={() => pairRows(sentences)}
        note={`The native text of ${languageOf(sentences[0]!.languages[0]).name} with each variant that differs from it, a pair a line.`}
      />
    </>
  );
}

/** Each pair once, though sentences share variants. */
function pairRows(sentences: readonly FourWays[]): readonly Row[] {
  const rows = sentences.flatMap(({ languages, texts, isGloss }) =>
    pairsOf(texts).map((pair) => ({
      ...pair,
      languages,
      ...(pair.kind === "translation" && isGloss ? { gloss: true } : {}),
      synthetic: true,
    })),
  );
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
