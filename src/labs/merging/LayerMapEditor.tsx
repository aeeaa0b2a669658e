import { useRef, useState } from "react";
import type { Document } from "../../experiments/documents/merging";
import { type LayerMap, recipeOfMap } from "../../merging/layer-map";
import type { MlpNorm } from "../../merging/mlp-norm";
import { originsOf } from "../../merging/origins";
import { Button } from "../../ui/Button";
import { LayerScore } from "../../ui/LayerScore";
import { Segmented } from "../../ui/Segmented";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";
import { namesOf, scoreLayer, supplierText } from "./drawing";
import { mapOf, partnersOf } from "./settings";

interface LayerMapEditorProps extends PanelProps<Document> {
  /** Layers of the parents where they are known, for recipes that do not say it. */
  readonly depth: number | undefined;
  /** What they call the norms of a layer's MLP half, likewise. */
  readonly mlpNorm: MlpNorm | undefined;
}

const brushes = [
  {
    value: "toggle",
    label: "A ↔ B",
    help: "A click sends a layer to the other model; a drag takes the layers it crosses along. Keys: arrows and Enter, Shift with an arrow to drag.",
  },
  { value: "blend", label: "blend", help: "A click or a drag gives layers this share of B." },
  {
    value: "border",
    label: "move border",
    help: "A drag that starts in one zone and ends in the next moves the border between them.",
  },
] as const;
type Brush = (typeof brushes)[number]["value"];

const paintedParts = [
  { value: "layer", label: "whole layers" },
  { value: "attention", label: "attention" },
  { value: "mlp", label: "MLP" },
] as const;
type Part = (typeof paintedParts)[number]["value"];

/** The layers of the result drawn by origin. Clicks and drags paint them; what cannot be painted is still drawn. */
export function LayerMapEditor({ document, edit, depth, mlpNorm }: LayerMapEditorProps) {
  const [brush, setBrush] = useState<Brush>("toggle");
  const [blend, setBlend] = useState(0.5);
  const [part, setPart] = useState<Part>("layer");
  const stroke = useRef<{ readonly gesture: string; readonly share: number } | null>(null);
  const origins = originsOf(document.recipe, depth);
  const map = mapOf(document, depth);

  if (!origins) {
    const whole = document.recipe.slices.some(({ sources }) => sources.some((source) => !source.layer_range));
    return (
      <p className="note">
        {whole
          ? "This recipe takes all layers of its models. How many these are is known once they have been opened: press Run."
          : "This recipe cannot be drawn; the text beside it says why."}
      </p>
    );
  }

  function paint(current: LayerMap, layer: number, gesture: string): void {
    const mlp = current.mlp ?? current.shares;
    const share = (part === "mlp" ? mlp : current.shares)[layer] ?? 0;
    if (stroke.current?.gesture !== gesture) stroke.current = { gesture, share: beginning(brush, share, blend) };
    const { share: wanted } = stroke.current;
    if (share === wanted && (part !== "layer" || mlp[layer] === wanted)) return;
    const painted = (shares: readonly number[], on: Part) =>
      part === "layer" || part === on ? shares.with(layer, wanted) : shares;
    const next = {
      ...current,
      shares: painted(current.shares, "attention"),
      mlp: painted(mlp, "mlp"),
      ...(mlpNorm && { mlpNorm }),
    };
    edit({ recipe: recipeOfMap(next), draft: "" }, gesture);
  }

  const { merge_method: method } = document.recipe;
  const names = namesOf(document.recipe, origins);
  return (
    <div className="stack-close">
      {map ? (
        <>
          <Segmented label="A drag over layers" value={brush} options={brushes} onChange={setBrush} />
          <Segmented label="It paints" value={part} options={paintedParts} onChange={setPart} />
          {brush === "blend" ? (
            <Slider label="B's share of a blend" value={blend} min={0} max={1} step={0.05} onChange={setBlend} />
          ) : null}
        </>
      ) : null}
      <LayerScore
        label="Layers of the merge by origin"
        layers={origins.layers.map((layer, index) => scoreLayer(layer, index, names, method))}
        origins={names}
        ends={[
          `embeddings: ${supplierText(origins.outer.embeddings, names, method)}`,
          `final norm: ${supplierText(origins.outer.norm, names, method)} · head: ${supplierText(origins.outer.head, names, method)}`,
        ]}
        {...(map && { caption: <span role="status">{brushes.find(({ value }) => value === brush)!.help}</span> })}
        {...(map && { onPaint: (layer: number, gesture: string) => paint(map, layer, gesture) })}
      />
      {map ? null : <BeyondTheMap document={document} edit={edit} layers={origins.layers.length} />}
    </div>
  );
}

/** The share that a stroke paints, from the layer where it begins. */
function beginning(brush: Brush, share: number, blend: number): number {
  if (brush === "border") return share;
  if (brush === "blend") return blend;
  return share >= 0.5 ? 0 : 1;
}

function BeyondTheMap({ document, edit, layers }: PanelProps<Document> & { readonly layers: number }) {
  const { a, b } = partnersOf(document.recipe);
  function startMap(): void {
    const map: LayerMap = {
      a,
      b: b ?? document.base,
      method: "linear",
      shares: Array.from({ length: layers }, () => 0),
      embeddings: "average",
      norm: "average",
      head: "average",
    };
    edit({ recipe: recipeOfMap(map), draft: "" });
  }
  return (
    <div className="stack-close">
      <p className="note">
        This recipe does more than a map of two models can say: it moves, repeats, scales or splits layers, or has one
        model or three. It runs as it is; change it in the YAML.
      </p>
      <div className="row">
        <Button onClick={startMap}>Start a map instead</Button>
      </div>
    </div>
  );
}
