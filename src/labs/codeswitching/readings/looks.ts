const colours = [
  "var(--above)",
  "var(--below)",
  "var(--origin-c)",
  "var(--origin-d)",
  "var(--origin-b)",
  "var(--amount)",
];
const dashes = [undefined, "7 3", "2 3", "9 3 2 3", "4 4", "1 4"];

/** How the line of the condition at this place is drawn; null is what no model made, beside which they stand. */
export function conditionLook(place: number | null): { readonly colour: string; readonly dash?: string } {
  if (place === null) return { colour: "var(--ink-soft)", dash: "1 3" };
  const dash = dashes[place % dashes.length];
  return { colour: colours[place % colours.length]!, ...(dash === undefined ? {} : { dash }) };
}
