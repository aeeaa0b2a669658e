import type { CardMeasure } from "../../measures/card/card-measure";
import { Bars } from "../../ui/Bars";
import { HeatMap } from "../../ui/HeatMap";
import { showFixed } from "../../ui/Table";
import { type Card, clarityOf } from "./card";
import { betterIs, languageName, lookOf, showP, showReading, showSigned } from "./showing";

export interface PictureProps {
  readonly card: Card;
  readonly measure: CardMeasure;
}

interface MapProps extends PictureProps {
  readonly onSelect?: (variant: string, language: string) => void;
}

/** Variants by languages as numbers and ink. */
export function MapPicture({ card, measure, onSelect }: MapProps) {
  const languages = card.languagesOf(measure.id);
  const reading = (row: number, column: number) =>
    card.reading({ variant: card.variants[row]!.id, measure: measure.id, language: languages[column]!, facet: "" });
  return (
    <HeatMap
      caption={`${measure.name}, ${measure.unit}${betterIs[measure.better]}.`}
      rowTitle="variant"
      columnTitle="language"
      rowLabels={card.variants.map(({ title }) => title)}
      columnLabels={languages}
      values={card.variants.map((_, row) => languages.map((_language, column) => reading(row, column)?.value ?? null))}
      format={(value) => showFixed(value, measure.digits)}
      unit={measure.unit}
      name={`card-${measure.id}`}
      describe={(row, column) => {
        const found = reading(row, column);
        return found && `${showReading(found, measure)}, ${found.n} items${found.note ? `. ${found.note}` : ""}`;
      }}
      {...(onSelect && { onSelect: (row, column) => onSelect(card.variants[row]!.id, languages[column]!) })}
    />
  );
}

const gainIs = { higher: "; above 0 is better", lower: "; below 0 is better", neither: "" } as const;

/** What changed against the baseline, neutral at zero. */
export function DifferenceMap({ card, measure, onSelect }: MapProps) {
  const languages = card.languagesOf(measure.id);
  const others = card.variants.filter((variant) => variant !== card.baseline);
  const change = (row: number, column: number) =>
    card.change({ variant: others[row]!.id, measure: measure.id, language: languages[column]!, facet: "" });
  if (others.length === 0) return null;
  return (
    <HeatMap
      caption={`${measure.name} less that of ${card.baseline?.title ?? "the baseline"}, on the items that could be measured on both${gainIs[measure.better]}.`}
      rowTitle="variant"
      columnTitle="language"
      rowLabels={others.map(({ title }) => title)}
      columnLabels={languages}
      values={others.map((_, row) => languages.map((_language, column) => change(row, column)?.difference ?? null))}
      scale="diverging"
      baseline={0}
      format={(value) => showSigned(value, measure.digits)}
      unit={measure.unit}
      name={`card-${measure.id}-differences`}
      describe={(row, column) => {
        const found = change(row, column);
        if (!found) return undefined;
        return `${found.test}, ${showP(found.adjusted)} corrected: ${clarityOf(found)}`;
      }}
      {...(onSelect && { onSelect: (row, column) => onSelect(others[row]!.id, languages[column]!) })}
    />
  );
}

/** Every measure as a small figure of its own: languages as groups, a bar a variant. */
export function Multiples({ card }: { readonly card: Card }) {
  return (
    <div className="measures-multiples">
      {card.measures.map((measure) => (
        <Bars
          key={measure.id}
          caption={`${measure.name}${betterIs[measure.better]}`}
          unit={measure.unit}
          series={card.variants.map((variant) => lookOf(card.variants, variant))}
          groups={card.languagesOf(measure.id).map((language) => ({
            id: language,
            label: languageName(language),
            ...(language !== "all" && { lang: language }),
            values: card.variants.map(
              ({ id }) => card.reading({ variant: id, measure: measure.id, language, facet: "" })?.value ?? null,
            ),
          }))}
          format={(value) => showFixed(value, measure.digits)}
          groupTitle="language"
          name={`card-${measure.id}`}
        />
      ))}
    </div>
  );
}
