import type { Change } from "../../measures/card/change";
import { showFixed } from "../../ui/Table";
import { type Card, isClear, largestChange } from "./card";
import { languageName } from "./showing";
import { Terms } from "../../ui/Terms";

/** The finding in words: the largest clear gain and loss of each variant, and how much of all is clear. */
export function Headline({ card }: { readonly card: Card }) {
  const { baseline } = card;
  const others = card.variants.filter((variant) => variant !== baseline && !variant.control);
  if (!baseline || others.length === 0) return null;
  return (
    <div className="measures-headline">
      {others.map(({ id, title }) => (
        <Finding key={id} card={card} variant={id} title={title} />
      ))}
      <p className="note">
        Against {baseline.title}, on the same items. Clear: p below 0.05 after Holm’s correction over all main numbers
        of a variant.
      </p>
    </div>
  );
}

function Finding({ card, variant, title }: { card: Card; variant: string; title: string }) {
  const changes = card.changesOf(variant);
  if (changes.length === 0) return null;
  const clear = changes.filter(isClear).length;
  const control = controlOf(card, variant);
  const [gain, loss] = [largestChange(card, variant, true), largestChange(card, variant, false)];
  return (
    <Terms>
      <p>
        <strong>{title}</strong>
        {clear === 0
          ? `: none of ${changes.length} numbers changed clearly.`
          : `: ${clear} of ${changes.length} numbers changed clearly.`}
        {loss ? ` Its largest clear loss is in ${say(card, variant, loss)}.` : ""}
        {gain ? ` Its largest clear gain is in ${say(card, variant, gain)}.` : ""}
        {control ? ` Its random control changed ${card.changesOf(control).filter(isClear).length} clearly.` : ""}
      </p>
    </Terms>
  );
}

/** The control that stands right behind a variant, where there is one. */
function controlOf({ variants }: Card, variant: string): string | undefined {
  const next = variants[variants.findIndex(({ id }) => id === variant) + 1];
  return next?.control ? next.id : undefined;
}

/** `Hindi: bits per byte 0.86 → 0.99`. */
function say(card: Card, variant: string, change: Change): string {
  const measure = card.measures.find(({ id }) => id === change.measure)!;
  const before = card.reading({ ...change, variant: card.baseline!.id })?.value;
  const after = card.reading({ ...change, variant })?.value;
  const from = showFixed(before, measure.digits);
  return `${languageName(change.language)}: ${measure.name} ${from} → ${showFixed(after, measure.digits)}`;
}
