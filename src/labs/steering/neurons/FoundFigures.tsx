import { adjusted, type Gaussian, logDensity } from "../../../steering/neurons/adjust";
import { Curve } from "../../../ui/Curve";
import { HeatMap } from "../../../ui/HeatMap";
import { languageColour, languageOf } from "../../../ui/languages";
import { showFixed } from "../../../ui/Table";
import type { Fallback, KeySpace, NeuronsResult, Rise, Stability } from "./result";

/** What belongs to one way of finding neurons: overlap by layer, two densities and the cube in key space. */
export function FoundFigures({ result }: { readonly result: NeuronsResult }) {
  const { overlapByLayer, rise, keySpace, language, languages, stability, fallback } = result;
  return (
    <>
      {fallback ? <FallbackMap fallback={fallback} language={languageOf(language).name} /> : null}
      {stability ? (
        <Curve
          caption="Are they found from fewer tokens? Overlap of the neurons that so many tokens give with those that all give: intersection over union."
          xLabel="tokens read of a language, on average"
          yLabel="overlap"
          yDomain={[0, 1]}
          series={stability.map((steps, index) => ({
            id: languages[index]!,
            label: languageOf(languages[index]!).name,
            colour: languageColour(languages[index]!),
            points: steps.map(({ overlap }, step) => ({ x: meanTokens(stability, step), y: overlap })),
          }))}
          height={190}
          name="neurons-stability"
        />
      ) : null}
      {overlapByLayer ? (
        <HeatMap
          caption="How far two languages share their specialised neurons, layer by layer: neurons in both sets over neurons in either."
          rowLabels={overlapByLayer.map(({ pair }) => pair)}
          columnLabels={overlapByLayer[0]?.layers.map((_, layer) => String(layer)) ?? []}
          rowTitle="languages"
          columnTitle="layer"
          values={overlapByLayer.map(({ layers }) => layers)}
          domain={[0, 1]}
          format={(value) => showFixed(value, 2)}
          name="neurons-overlap-by-layer"
        />
      ) : null}
      {rise ? <Densities rise={rise} language={languageOf(language).name} adjusted={result.adjusted === true} /> : null}
      {keySpace ? <Cube keySpace={keySpace} languages={languages} language={languageOf(language).name} /> : null}
    </>
  );
}

/** Tokens read of a language up to a step, rounded, so that all languages share their marks on the axis. */
function meanTokens(stability: readonly Stability[], step: number): number {
  return Math.round(stability.reduce((sum, steps) => sum + steps[step]!.tokens, 0) / stability.length);
}

function FallbackMap({ fallback, language }: { readonly fallback: Fallback; readonly language: string }) {
  const { off, languages, counts } = fallback;
  return (
    <HeatMap
      caption={`What comes instead of ${language}? Continuations by language, with ever more of the neurons of ${language} switched off.`}
      rowLabels={languages.map((code) => (code === "und" ? "none" : code))}
      columnLabels={off.map(String)}
      rowTitle="identified as"
      columnTitle="neurons off"
      values={counts}
      format={String}
      unit="continuations"
      name="neurons-fallback"
    />
  );
}

function Densities({
  rise: { layer, neuron, forget, retain },
  language,
  adjusted: applied,
}: {
  readonly rise: Rise;
  readonly language: string;
  readonly adjusted: boolean;
}) {
  if (forget.deviation === 0 || retain.deviation === 0) return null;
  const widest = 3 * Math.max(forget.deviation, retain.deviation);
  const [from, to] = [Math.min(forget.mean, retain.mean) - widest, Math.max(forget.mean, retain.mean) + widest];
  const xs = Array.from({ length: 81 }, (_, i) => from + ((to - from) * i) / 80);
  const density = (gaussian: Gaussian) => xs.map((x) => ({ x, y: Math.exp(logDensity(x, gaussian)) }));
  const axis = { xLabel: "gate before its activation", xFormat: (x: number) => showFixed(x, 2), height: 190 };
  return (
    <section className="stack">
      <h2>The neuron whose gate rises most</h2>
      <div className="steering-layers">
        <Curve
          {...axis}
          caption={`Neuron ${neuron} of layer ${layer}: the normal densities of its gate in ${language} and in the other languages, by the means and deviations over tokens.`}
          yLabel="density"
          series={[
            { id: "forget", label: language, colour: "var(--above)", points: density(forget) },
            { id: "retain", label: "others", colour: "var(--ink-soft)", dash: "5 3", points: density(retain) },
          ]}
          name="neuron-densities"
        />
        <Curve
          {...axis}
          caption={`What Neuron Adjust makes of it: values likelier in ${language} take the mirrored place among the others’.${applied ? "" : " The texts above do something else with the neurons: choose “adjusted at their gates” for this."}`}
          yLabel="adjusted"
          series={[
            {
              id: "adjusted",
              label: "adjusted",
              colour: "var(--above)",
              points: xs.map((x) => ({ x, y: adjusted(x, forget, retain) })),
            },
          ]}
          name="neuron-adjusted"
        />
      </div>
    </section>
  );
}

interface CubeProps {
  readonly keySpace: KeySpace;
  readonly languages: readonly string[];
  readonly language: string;
}

function Cube({ keySpace: { factor, inside }, languages, language }: CubeProps) {
  return (
    <section className="stack">
      <h2>Would it abstain?</h2>
      <HeatMap
        caption={`Share of held-out sentences whose key, what the layer’s down projection reads at their last token, lies in the cube around the keys of ${language}, ${showFixed(factor, 2)} times as wide as covers those it was made from. Inside, Key Space Detection abstains: the row of ${language} should be strong and the others faint.`}
        rowLabels={languages}
        columnLabels={inside[0]?.map((_, layer) => String(layer)) ?? []}
        rowTitle="sentences in"
        columnTitle="layer"
        values={inside}
        domain={[0, 1]}
        format={(value) => showFixed(value, 2)}
        name="key-space"
      />
    </section>
  );
}
