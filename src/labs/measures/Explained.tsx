import { useEffect, useRef } from "react";
import type { CardMeasure } from "../../measures/card/card-measure";
import type { Change } from "../../measures/card/change";
import { denominatorOf, type Reading, termsOf } from "../../measures/card/reading";
import { Button } from "../../ui/Button";
import { Details } from "../../ui/Details";
import { Select } from "../../ui/Select";
import { backendName, showDate } from "../../ui/show-origin";
import { showFixed, Table } from "../../ui/Table";
import { Terms } from "../../ui/Terms";
import { type Card, clarityOf, type NumberKey } from "./card";
import { languageName, showP, showReading, showSigned } from "./showing";

interface ExplainedProps {
  readonly card: Card;
  readonly selected: NumberKey;
  readonly onSelect: (number: NumberKey | null) => void;
}

/** What is behind one number: formula, convention, source, sample, interval, change, and the items. */
export function Explained({ card, selected, onSelect }: ExplainedProps) {
  const panel = useRef<HTMLElement>(null);
  const { variant: chosen, measure: about, language } = selected;
  // oxlint-disable-next-line react/exhaustive-deps -- another number brings its panel into view; another facet does not
  useEffect(() => panel.current?.focus(), [chosen, about, language]);
  const measure = card.measures.find(({ id }) => id === selected.measure);
  const reading = card.reading(selected);
  const variant = card.variants.find(({ id }) => id === selected.variant);
  if (!measure || !reading || !variant) return null;
  const change = card.change(selected);
  const taken = card.takenOf(variant.id, measure.id);
  const { unit, formula, chance } = termsOf(measure, reading);
  return (
    <section ref={panel} tabIndex={-1} className="measures-explained stack-close" aria-label="Behind the number">
      <h3>
        {measure.name}, {languageName(reading.language)}, {variant.title}
      </h3>
      <p className="measures-value numeric">
        {showReading(reading, measure)} {unit}
      </p>
      <FacetChoice card={card} selected={selected} onSelect={onSelect} />
      <Sample reading={reading} />
      {change ? <ChangeInWords card={card} change={change} measure={measure} reading={reading} /> : null}
      <p className="formula">{formula}</p>
      <p>
        <Terms>{measure.convention}</Terms>
      </p>
      {chance ? <p>By chance: {chance}.</p> : null}
      <p className="note">
        {measure.source}. {variant.detail}.
        {taken ? ` Taken over as recorded on ${showDate(taken.on)} on ${backendName(taken.backend)}.` : ""}
      </p>
      <Details summary={`The ${itemCount(card.itemsOf(reading).length)}`}>
        <Items card={card} reading={reading} answers={card.answersOf(variant.id, reading)} />
      </Details>
      <div className="row">
        <Button onClick={() => onSelect(null)}>Close</Button>
      </div>
    </section>
  );
}

function FacetChoice({ card, selected, onSelect }: ExplainedProps) {
  const facets = card.facetsOf(selected.measure).filter((facet) => card.reading({ ...selected, facet }));
  if (facets.length < 2) return null;
  return (
    <Select
      label="Facet"
      value={selected.facet}
      options={facets.map((facet) => ({ value: facet, label: facet === "" ? "main number" : facet }))}
      onChange={(facet) => onSelect({ ...selected, facet })}
    />
  );
}

const intervals = {
  bca: "95 % bias-corrected and accelerated bootstrap interval (Efron 1987), 1,000 draws of whole items",
  percentile: "95 % percentile bootstrap interval (Efron 1979), 1,000 draws of whole items",
  wilson: "95 % Wilson interval (1927), because all items are alike and resampling has nothing to draw",
} as const;

function itemCount(count: number, what = "item"): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function Sample({ reading }: { readonly reading: Reading }) {
  const all = reading.numerators.length;
  return (
    <p>
      {reading.n === all ? itemCount(all) : `${reading.n} of ${all} items could be measured`}
      {reading.interval ? `; ${intervals[reading.interval]}` : ""}.{reading.note ? ` ${reading.note}` : ""}
    </p>
  );
}

function ChangeInWords({
  card,
  change,
  measure,
  reading,
}: {
  readonly card: Card;
  readonly change: Change;
  readonly measure: CardMeasure;
  readonly reading: Reading;
}) {
  const { flips, difference, n } = change;
  const interval = change.interval();
  const items = card.itemsOf(reading);
  const range = interval
    ? ` (${showSigned(interval.low, measure.digits)} to ${showSigned(interval.high, measure.digits)})`
    : "";
  return (
    <>
      <Terms>
        <p>
          Against {card.baseline?.title}: {showSigned(difference, measure.digits)}
          {range} on {itemCount(n, "common item")}
          {n < items.length ? " (only items that could be measured on both count)" : ""}; {testInWords(change)}.
        </p>
      </Terms>
      {flips ? (
        <>
          <p>
            {flips.negative} right before and wrong now ({showFixed((100 * flips.negative) / n, 0)} % negative flips),{" "}
            {flips.positive} wrong before and right now.
          </p>
          <Flipped title="Lost" items={flips.lost.map((i) => items[i] ?? "")} />
          <Flipped title="Won" items={flips.won.map((i) => items[i] ?? "")} />
        </>
      ) : null}
    </>
  );
}

function testInWords(change: Change): string {
  if (change.n === 1) return "one item cannot be tested";
  const named = change.test === "McNemar" ? "McNemar’s exact test" : "paired permutation test";
  return `${named}, ${showP(change.p)}, ${showP(change.adjusted)} after Holm’s correction: ${clarityOf(change)}`;
}

function Flipped({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Details summary={`${title}: ${items.length}`}>
      <ul>
        {items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Items({
  card,
  reading,
  answers,
}: {
  readonly card: Card;
  readonly reading: Reading;
  readonly answers: readonly string[] | undefined;
}) {
  const rows = card.itemsOf(reading).map((item, i) => ({ item, i }));
  const value = (i: number) => {
    const denominator = denominatorOf(reading, i);
    return denominator === 0 ? null : (reading.numerators[i] ?? 0) / denominator;
  };
  return (
    <Table
      caption={`Items of ${reading.set}`}
      captionHidden
      name={reading.set.replaceAll(/\W+/g, "-")}
      rows={rows}
      rowKey={({ i }) => `${i}`}
      columns={[
        {
          key: "item",
          label: "Item",
          value: ({ item }) => item,
          render: ({ item }) => <bdi>{item}</bdi>,
          heading: true,
        },
        ...(answers
          ? [
              {
                key: "answer",
                label: "The model wrote",
                value: ({ i }: { i: number }) => answers[i] ?? "",
                render: ({ i }: { i: number }) => <bdi>{answers[i] ?? ""}</bdi>,
              },
            ]
          : []),
        { key: "value", label: "Value", value: ({ i }) => value(i), digits: 3 },
        { key: "weight", label: "Weight", value: ({ i }) => denominatorOf(reading, i) },
      ]}
    />
  );
}
