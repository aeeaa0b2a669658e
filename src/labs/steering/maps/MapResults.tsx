import type { Document } from "../../../experiments/documents/steering";
import type { PairFit } from "../../../steering/maps/language-map";
import { Curve } from "../../../ui/Curve";
import { languageColour, languageOf } from "../../../ui/languages";
import { SideBySide } from "../../../ui/SideBySide";
import { showFixed, Table } from "../../../ui/Table";
import type { PanelProps } from "../../lab";
import { Measured } from "../Comparisons";
import { MarkedText } from "../MarkedText";
import type { MapCondition, MapsResult, MapSweep } from "./result";

const titles: Readonly<Record<MapCondition, string>> = {
  unsteered: "Unedited",
  map: "The map",
  shuffled: "Map of shuffled pairs",
  difference: "Difference of means",
};

/** The texts, how the strength changes them, and how well each layer's map fits sentences that it has not seen. */
export function MapResults({ result, edit }: Pick<PanelProps<Document>, "edit"> & { readonly result: MapsResult }) {
  return (
    <>
      <Headline result={result} />
      <Texts result={result} />
      {result.sweep ? <Strengths result={result} sweep={result.sweep} /> : null}
      <Fits result={result} edit={edit} />
    </>
  );
}

export function MapCover({ result }: { readonly result: MapsResult }) {
  return result.sweep ? <Strengths result={result} sweep={result.sweep} /> : <Texts result={result} />;
}

function Headline({ result }: { readonly result: MapsResult }) {
  const { proposedLayer, fits, source, target } = result;
  if (proposedLayer === null) return null;
  const { before, after } = fits[proposedLayer]!;
  const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;
  return (
    <p className="steering-headline">
      After layer {proposedLayer}, {percent(before.retrieval)} of unseen {languageOf(source).name} sentences lie nearest
      to their {languageOf(target).name} translation as they are, {percent(after.retrieval)} through the map; it
      explains {percent(Math.max(0, after.explained))} of how the translations differ.
    </p>
  );
}

const places = {
  both: "every position",
  prompt: "the prompt",
  last: "the prompt’s last position",
  generation: "what is written",
} as const;

function Texts({ result: { texts, layers, source, rank, model, span = "both" } }: { readonly result: MapsResult }) {
  if (texts.length === 0) return null;
  return (
    <section className="stack">
      <h2>The same beginnings, with and without the map</h2>
      {texts.map(({ prompt, rows }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- prompts may repeat; their order is their identity
        <section key={index}>
          <h3 className="hidden-text">{prompt}</h3>
          <SideBySide
            minimum={9}
            items={rows.map(({ condition, continuation }) => ({
              id: condition,
              title: titles[condition],
              baseline: condition === "unsteered",
              note: <Measured continuation={continuation} />,
              children: <MarkedText prompt={prompt} promptLanguage={source} continuation={continuation} />,
            }))}
          />
        </section>
      ))}
      <p className="note">
        Edited after {layers.length === 1 ? `layer ${layers[0]}` : `layers ${layers[0]} to ${layers.at(-1)}`},{" "}
        {places[span]}, {rank === model.width ? "by the full map" : `at rank ${rank}`}. Shuffled: fitted alike, but on
        sentences with translations of others, so that it knows the languages and not the meaning. Difference of means:
        added as a vector, at the same strength.
      </p>
    </section>
  );
}

const dashes = { map: "", shuffled: "5 3", difference: "1 3" } as const;

function Strengths({ result, sweep }: { readonly result: MapsResult; readonly sweep: MapSweep }) {
  const series = (of: "success" | "bitsPerByte") =>
    (["map", "shuffled", "difference"] as const)
      .filter((condition) => sweep.cells[condition].length > 0)
      .map((condition) => ({
        id: condition,
        label: titles[condition],
        colour: condition === "map" ? languageColour(result.target) : "var(--ink-soft)",
        ...(dashes[condition] !== "" && { dash: dashes[condition] }),
        points: sweep.strengths.map((x, at) => ({ x, y: sweep.cells[condition][at]![of] })),
      }));
  return (
    <section className="stack">
      <h2>What the strength does</h2>
      <div className="steering-layers">
        <Curve
          caption={`Share of continuations identified as ${languageOf(result.target).name}, over ${result.texts.length} prompts.`}
          xLabel="strength"
          yLabel="share"
          yDomain={[0, 1]}
          series={series("success")}
          selectedX={result.strength}
          name="map-success"
        />
        <Curve
          caption="What the continuations cost under the unedited model."
          xLabel="strength"
          yLabel="bits per byte"
          series={series("bitsPerByte")}
          selectedX={result.strength}
          name="map-bits-per-byte"
        />
      </div>
    </section>
  );
}

const measures = [
  {
    key: "explained",
    label: "variance explained",
    caption: "Share of how the translations differ that is explained (R²); below 0 their mean is nearer.",
  },
  { key: "retrieval", label: "found", caption: "Share of sentences that lie nearest to their own translation." },
  {
    key: "cosine",
    label: "cosine",
    caption: "Mean cosine of a sentence and its translation.",
  },
] as const;

function Fits({ result, edit }: Pick<PanelProps<Document>, "edit"> & { readonly result: MapsResult }) {
  const { fits, pairs, layers, model } = result;
  const points = (when: "before" | "after", key: keyof PairFit) => fits.map((fit, x) => ({ x, y: fit[when][key] }));
  return (
    <section className="stack">
      <h2>How well the map fits, layer by layer</h2>
      <p>
        Fitted on {pairs.train} sentences and their translations, judged on {pairs.heldOut} others.
      </p>
      <div className="steering-layers">
        {measures.map(({ key, label, caption }) => (
          <Curve
            key={key}
            caption={caption}
            xLabel="layer"
            yLabel={label}
            xDomain={[0, model.layers - 1]}
            series={[
              { id: "after", label: "mapped", colour: "var(--above)", points: points("after", key) },
              {
                id: "before",
                label: "as it is",
                colour: "var(--ink-soft)",
                dash: "5 3",
                points: points("before", key),
              },
            ]}
            selectedX={layers[0] ?? null}
            onSelectX={(layer) => edit({ layer })}
            height={190}
            name={`map-${key}`}
          />
        ))}
      </div>
      <Table
        caption={`Fit on ${pairs.heldOut} held-out pairs`}
        columns={[
          { key: "layer", label: "Layer", value: ({ layer }: FitRow) => layer, heading: true },
          ...measures.flatMap(({ key, label }) =>
            (["before", "after"] as const).map((when) => ({
              key: `${key}-${when}`,
              label: `${label}, ${when === "before" ? "as it is" : "mapped"}`,
              value: (row: FitRow) => row[when][key],
              render: (row: FitRow) => showFixed(row[when][key], 2),
            })),
          ),
        ]}
        rows={fits.map((fit, layer) => ({ layer, ...fit }))}
        rowKey={({ layer }) => String(layer)}
        name="map-fit"
        provenance={[`${model.checkpoint}, ${result.source} to ${result.target}, ridge ${result.ridge}`]}
      />
    </section>
  );
}

interface FitRow {
  readonly layer: number;
  readonly before: PairFit;
  readonly after: PairFit;
}
