import { Figure } from "../../ui/Figure";
import { languageColour } from "../../ui/languages";
import { showFixed, Table } from "../../ui/Table";
import { outline } from "./outline";
import type { PictureProps } from "./Pictures";
import { betterIs, languageName, lookOf } from "./showing";

const size = 320;
const radius = 112;

/** One axis a language from zero at the centre, one outline a variant; a language without a number breaks the outline. */
export function Radar({ card, measure }: PictureProps) {
  const languages = card.languagesOf(measure.id);
  const valueOf = (variant: string, language: string) =>
    card.reading({ variant, measure: measure.id, language, facet: "" })?.value ?? null;
  const values = card.variants.flatMap(({ id }) => languages.map((language) => valueOf(id, language) ?? 0));
  const most = Math.max(1e-9, ...values);
  function point(axis: number, share: number): readonly [x: number, y: number] {
    const angle = (2 * Math.PI * axis) / languages.length - Math.PI / 2;
    return [size / 2 + radius * share * Math.cos(angle), size / 2 + radius * share * Math.sin(angle)];
  }
  const looks = card.variants.map((variant) => lookOf(card.variants, variant));
  const caption = `${measure.name} by language, ${measure.unit}${betterIs[measure.better]}: the centre is 0, the rim ${showFixed(most, measure.digits)}.`;
  return (
    <Figure
      name={`card-${measure.id}`}
      caption={caption}
      legend={
        <ul className="legend">
          {looks.map(({ id, label, colour, dash }) => (
            <li key={id}>
              <svg width="24" height="8" aria-hidden="true" style={{ color: colour }}>
                <line className="curve-line" x1="0" x2="24" y1="4" y2="4" strokeDasharray={dash} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      }
      table={
        <Table
          caption={caption}
          captionHidden
          name={`card-${measure.id}`}
          rows={languages}
          rowKey={(language) => language}
          columns={[
            { key: "language", label: "Language", value: languageName, heading: true },
            ...card.variants.map(({ id, title }) => ({
              key: id,
              label: title,
              value: (language: string) => valueOf(id, language),
              digits: measure.digits,
            })),
          ]}
        />
      }
    >
      <svg className="measures-radar" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={caption}>
        {[0.25, 0.5, 0.75, 1].map((share) => (
          <polygon
            key={share}
            className="measures-ring"
            points={languages.map((_, axis) => point(axis, share)).join(" ")}
          />
        ))}
        {languages.map((language, axis) => {
          const [x, y] = point(axis, 1.17);
          return (
            <text key={language} x={x} y={y} dy="0.32em" textAnchor="middle" style={{ fill: languageColour(language) }}>
              {language}
            </text>
          );
        })}
        {card.variants.map(({ id }, index) => {
          const corners = languages.map((language, axis) => {
            const value = valueOf(id, language);
            return value === null ? null : point(axis, Math.max(0, value) / most);
          });
          return (
            <path
              key={id}
              className="curve-line"
              style={{ color: looks[index]!.colour }}
              strokeDasharray={looks[index]!.dash}
              d={outline(corners)}
            />
          );
        })}
      </svg>
    </Figure>
  );
}
