import type { Document } from "../../experiments/documents/steering";
import { residualShare } from "../../steering/strength";
import { Curve } from "../../ui/Curve";
import { LayerScore } from "../../ui/LayerScore";
import { languageOf } from "../../ui/languages";
import { showFixed } from "../../ui/Table";
import type { PanelProps } from "../lab";
import type { SteeringResult } from "./result";
import { layersTold, strengthALayer } from "./push-told";
import { steerableLayers, steeredLayers } from "./steerable-layers";
import { contrastOf } from "./traits";

const nameOf = (language: string) => languageOf(language).name;

/** Where the two sets come apart: the score with the steered layer, held-out separation and class distance by layer. */
export function Layers({ result, edit }: PanelProps<Document> & { readonly result: SteeringResult }) {
  const { layers, layer, proposedLayer } = result;
  const steerable = steerableLayers(result);
  const steered = steeredLayers(result);
  const strength = Number(strengthALayer(result).toFixed(3));
  const read = `Read at ${result.made?.fileLayers ? "the layers of the file" : "every layer"} (open notes), steered at ${layersTold(steered, layers.length)} (filled)`;
  const fromFile = result.made?.fileLayers !== undefined;
  const points = (of: (index: number) => number) => steerable.map((index) => ({ x: index, y: of(index) }));
  const names = (contrastOf(result) ?? [result.source, result.target].map(nameOf)).join(" and ");
  return (
    <section className="stack">
      <h2>Where the two sets lie apart</h2>
      <div className="steering-layers">
        <LayerScore
          label="Layers of the model; choose the one to steer"
          ends={["tokens in", "logits out"]}
          layers={layers.map((report, index) =>
            steerable.includes(index)
              ? {
                  read: true,
                  value: `d′ ${showFixed(report.dPrime, 1)}`,
                  note: `${Math.round(report.accuracy * 100)} % of held-out texts on the right side; strength 1 is ${Math.round(residualShare(report, 1) * 100)} % of the residual stream`,
                  ...(steered.includes(index) ? { edited: strength } : {}),
                }
              : { value: "–", note: "the file has no vector for this layer" },
          )}
          selected={new Set([layer])}
          onSelect={(chosen) => edit({ layer: chosen })}
          caption={
            proposedLayer === layer && steered.length === 1
              ? `${read}, which held-out separation proposes.`
              : `${read}; held-out separation proposes layer ${proposedLayer}.`
          }
        />
        <div className="stack">
          <Curve
            caption={
              fromFile
                ? `How well the file’s direction tells ${names} apart on ${result.texts.heldOut} texts (d′ along it), at the layers that the file has.`
                : `How well the direction tells ${names} apart on ${result.texts.heldOut} texts that it was not made from (d′ along the direction; made from ${result.texts.train}).`
            }
            xLabel="layer"
            yLabel="d′ on held-out texts"
            series={[
              { id: "separation", label: "d′", colour: "var(--above)", points: points((i) => layers[i]!.dPrime) },
            ]}
            yFormat={(y) => showFixed(y, 1)}
            selectedX={layer}
            onSelectX={(chosen) => edit({ layer: chosen })}
            height={190}
            name="separation-by-layer"
          />
          <Curve
            caption={`What strength 1 means: ${fromFile ? "the length of the file’s vector" : "the distance between the two means"}, beside the length of the residual stream. An absolute strength would mean something else at every layer.`}
            xLabel="layer"
            yLabel="activation units"
            series={[
              {
                id: "distance",
                label: fromFile ? "file’s vector" : "class distance",
                colour: "var(--above)",
                points: points((i) => layers[i]!.classDistance),
              },
              {
                id: "residual",
                label: "residual stream",
                colour: "var(--ink-soft)",
                dash: "5 3",
                points: points((i) => layers[i]!.residualNorm),
              },
            ]}
            yFormat={(y) => showFixed(y, y < 10 ? 1 : 0)}
            selectedX={layer}
            height={190}
            name="class-distance-by-layer"
          />
        </div>
      </div>
    </section>
  );
}
