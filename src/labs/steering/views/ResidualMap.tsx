import { Figure } from "../../../ui/Figure";
import { languageColour } from "../../../ui/languages";
import { showFixed, Table } from "../../../ui/Table";
import type { MapLayer } from "./result";

const size = 200;
const margin = 12;

/** Small multiples: the same sentences after each layer, each point its language's tag. */
export function ResidualMap({ layers }: { readonly layers: readonly MapLayer[] }) {
  return (
    <section className="stack">
      <h2>Where sentences lie</h2>
      <Figure
        name="residual-map"
        caption="Parallel sentences by the mean of their residual stream after a layer, along the two directions of greatest spread there. Where tags of one kind gather, the layer sorts by language; where they mix, by something else."
        table={
          <Table
            caption="Nearest sentences by layer"
            captionHidden
            columns={[
              { key: "layer", label: "Layer", value: ({ layer }: MapLayer) => layer, heading: true },
              percentColumn("language", "Nearest is of the same language", ({ sameLanguage }) => sameLanguage),
              percentColumn("translation", "Nearest is the translation", ({ translation }) => translation),
              percentColumn("first", "Variance along the first", ({ explained }) => explained[0]),
              percentColumn("second", "Variance along the second", ({ explained }) => explained[1]),
            ]}
            rows={layers}
            rowKey={({ layer }) => String(layer)}
            name="residual-map"
          />
        }
      >
        <div className="views-maps">
          {layers.map((layer) => (
            <LayerMap key={layer.layer} {...layer} />
          ))}
        </div>
      </Figure>
    </section>
  );
}

function percentColumn(key: string, label: string, of: (layer: MapLayer) => number) {
  return {
    key,
    label,
    unit: "%",
    value: (layer: MapLayer) => of(layer) * 100,
    render: (layer: MapLayer) => showFixed(of(layer) * 100, 0),
  };
}

function LayerMap({ layer, points, sameLanguage, translation, explained }: MapLayer) {
  const place = (axis: 0 | 1) => {
    const values = points.map(({ at }) => at[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number) => margin + ((value - low) / (high - low || 1)) * (size - 2 * margin);
  };
  const [x, y] = [place(0), place(1)];
  const shares = explained.map((share) => Math.round(share * 100)).join(" and ");
  return (
    <div>
      <h3 className="views-map-title">Layer {layer}</h3>
      <svg
        className="views-map"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={`Layer ${layer}: ${points.length} sentences; the nearest is of the same language for ${Math.round(sameLanguage * 100)} percent`}
      >
        {points.map(({ language, sentence, at }) => (
          <text
            key={`${language}-${sentence}`}
            x={x(at[0])}
            y={size - y(at[1])}
            fill={languageColour(language)}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {language}
          </text>
        ))}
      </svg>
      <p className="note numeric">
        nearest: same language {Math.round(sameLanguage * 100)}&nbsp;%, translation {Math.round(translation * 100)}
        &nbsp;%; the axes hold {shares}&nbsp;%
      </p>
    </div>
  );
}
