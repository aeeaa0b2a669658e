import { type LayerMap, recipeOfMap, type Supplier, suppliers } from "../../merging/layer-map";
import { type LayerSwap, layerSwapOf, layerSwapShares } from "../../merging/layer-swap";
import { Details } from "../../ui/Details";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import type { Document } from "../../experiments/documents/merging";
import type { PanelProps } from "../lab";
import { resized } from "./settings";

interface MapControlsProps extends Pick<PanelProps<Document>, "edit"> {
  readonly map: LayerMap;
  /** Which layers are B's is what a search tries: no zones to set. */
  readonly searched: boolean;
}

const zones: readonly {
  readonly zone: keyof LayerSwap;
  readonly label: string;
  readonly max: (layers: number) => number;
}[] = [
  { zone: "bottom", label: "From B at the foot", max: (layers) => layers },
  { zone: "bottomTransition", label: "Blended above them", max: (layers) => Math.min(8, layers) },
  { zone: "topTransition", label: "Blended below the top", max: (layers) => Math.min(8, layers) },
  { zone: "top", label: "From B at the top", max: (layers) => layers },
];

const parts: readonly { readonly part: "embeddings" | "norm" | "head"; readonly label: string }[] = [
  { part: "embeddings", label: "Embeddings" },
  { part: "norm", label: "Final norm" },
  { part: "head", label: "Head" },
];

/** What a supplier is called; half of each is an average only where the map blends by averages. */
function supplierName(supplier: Supplier, map: LayerMap): string {
  if (supplier === "a" || supplier === "b") return `${supplier.toUpperCase()}: ${map[supplier]}`;
  if (supplier === "base") return "common base";
  return map.method === "slerp" ? "half way along the arc" : "average";
}

/** Method, zones, and who supplies what stands outside the layers: the recipe as far as a map can draw it. */
export function MapControls({ map, searched, edit }: MapControlsProps) {
  const change = (next: Partial<LayerMap>, gesture?: string) =>
    edit({ recipe: recipeOfMap({ ...map, ...next }), draft: "" }, gesture);
  return (
    <>
      <Segmented
        label="Blend by"
        value={map.method}
        options={[
          { value: "linear", label: "average" },
          { value: "slerp", label: "SLERP" },
        ]}
        onChange={(method) => change({ method, ...(method === "slerp" && withoutBase(map)) })}
      />
      {searched ? null : <Zones map={map} change={change} />}
      {parts.map(({ part, label }) => (
        <Select
          key={part}
          label={label}
          value={map[part]}
          options={suppliers.map((value) => ({
            value,
            label: supplierName(value, map),
            disabled: value === "base" && map.method === "slerp",
          }))}
          {...(part === "head" && { help: "Where the head is tied, it is the embeddings." })}
          onChange={(supplier) => change({ [part]: supplier })}
        />
      ))}
      <Details summary="Models of another depth">
        <Slider
          label="Layers"
          value={map.shares.length}
          min={1}
          max={128}
          step={1}
          help="As many as both models have; the map is stretched to it."
          onChange={(value, gesture) =>
            change(
              {
                shares: resized(map.shares, Math.round(value)),
                ...(map.mlp && { mlp: resized(map.mlp, Math.round(value)) }),
              },
              gesture,
            )
          }
        />
      </Details>
    </>
  );
}

interface ZonesProps {
  readonly map: LayerMap;
  readonly change: (next: Partial<LayerMap>, gesture?: string) => void;
}

function Zones({ map, change }: ZonesProps) {
  const swap = map.mlp ? undefined : layerSwapOf(map.shares);
  if (!swap) {
    return <p className="note">The map is painted freely; the zones of a layer swap do not describe it.</p>;
  }
  const blend = map.shares.find((share) => share > 0 && share < 1);
  return zones.map(({ zone, label, max }) => (
    <Slider
      key={zone}
      label={label}
      value={swap[zone]}
      min={0}
      max={max(map.shares.length)}
      step={1}
      unit="layers"
      onChange={(value, gesture) =>
        change({ shares: layerSwapShares(map.shares.length, { ...swap, [zone]: Math.round(value) }, blend) }, gesture)
      }
    />
  ));
}

/** SLERP knows two models: what the base supplied comes from half way between them. */
function withoutBase(map: LayerMap): Partial<LayerMap> {
  return Object.fromEntries(parts.filter(({ part }) => map[part] === "base").map(({ part }) => [part, "average"]));
}
