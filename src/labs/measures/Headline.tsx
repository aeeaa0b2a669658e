import type { CardMeasure } from "../../measures/card/card-measure";
import type { Change } from "../../measures/card/change";
import { showFixed } from "../../ui/Table";
import { type Card, isClear, isTooFew, largestChange } from "./card";
import { betterIs, languageName } from "./showing";
import { Terms } from "../../ui/Terms";

interface HeadlineProps {
  readonly card: Card;
  /** The one that is shown. */
  readonly measure: CardMeasure;
}

/** The finding in words: how much of all is clear, the largest clear gain and loss of each variant, and the measure that is shown. */
export function Headline({ card, measure }: HeadlineProps) {
  const { baseline } = card;
  const others = card.variants.filter((variant) => variant !== baseline && !variant.control);
  if (!baseline || others.length === 0) return null;
  return (
    <div className="measures-headline">
      {others.map(({ id, title }) => (
        <Finding key={id} card={card} measure={measure} variant={id} title={title} />
      ))}
      <p className="note">
        Against {baseline.title}, on the same items. Clear: p below 0.05 after Holm’s correction over all main numbers
        of a variant.
      </p>
    </div>
  );
}

function Finding({ card, measure, variant, title }: HeadlineProps & { variant: string; title: string }) {
  const changes = card.changesOf(variant);
  if (changes.length === 0) return null;
  const clear = changes.filter(isClear).length;
  const control = controlOf(card, variant);
  const [gain, loss] = [largestChange(card, variant, true), largestChange(card, variant, false)];
  return (
    <Terms>
      <p>
        <strong>{title}</strong>
        {`: ${countInWords(changes, clear)}`}
        {loss ? ` Its largest clear loss is in ${say(card, variant, loss)}.` : ""}
        {gain ? ` Its largest clear gain is in ${say(card, variant, gain)}.` : ""}
        {control ? ` Its random control changed ${card.changesOf(control).filter(isClear).length} clearly.` : ""}
        {card.measures.length > 1 ? aboutMeasure(card, measure, variant, [gain, loss]) : ""}
      </p>
    </Terms>
  );
}

function countInWords(changes: readonly Change[], clear: number): string {
  const numbers = `${changes.length} ${changes.length === 1 ? "number" : "numbers"}`;
  if (changes.every(isTooFew)) return `too few items to tell a change of its ${numbers} from chance.`;
  return `${clear === 0 ? "none" : clear} of ${numbers} changed clearly.`;
}

/** The control that stands right behind a variant, where there is one. */
function controlOf({ variants }: Card, variant: string): string | undefined {
  const next = variants[variants.findIndex(({ id }) => id === variant) + 1];
  return next?.control ? next.id : undefined;
}

/** What one measure says of a variant: how much of it is clear, and where it changed most unless that was `said`. */
function aboutMeasure(
  card: Card,
  measure: CardMeasure,
  variant: string,
  said: readonly (Change | undefined)[],
): string {
  const changes = card.changesOf(variant).filter((change) => change.measure === measure.id);
  const [most] = changes.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (!most) return "";
  const clear = `${changes.filter(isClear).length} of ${changes.length} changed clearly`;
  const count = changes.every(isTooFew) ? "too few items to tell" : clear;
  const where =
    most.difference === 0 || said.includes(most)
      ? ""
      : `, most ${inLanguage(most)} ${fromTo(card, measure, variant, most)}`;
  return ` ${measure.name}${betterIs[measure.better]}: ${count}${where}.`;
}

function inLanguage({ language }: Change): string {
  return language === "all" ? "" : `in ${languageName(language)},`;
}

/** `Hindi: Bits per byte 0.86 → 0.99, lower is better`. */
function say(card: Card, variant: string, change: Change): string {
  const measure = card.measures.find(({ id }) => id === change.measure)!;
  const values = fromTo(card, measure, variant, change);
  return `${languageName(change.language)}: ${measure.name} ${values}${betterIs[measure.better]}`;
}

/** `0.86 → 0.99`. */
function fromTo(card: Card, measure: CardMeasure, variant: string, change: Change): string {
  const before = card.reading({ ...change, variant: card.baseline!.id })?.value;
  const after = card.reading({ ...change, variant })?.value;
  const from = showFixed(before, measure.digits);
  return `${from} → ${showFixed(after, measure.digits)}`;
}
