import type { Contribution, LayerOrigins, RecipeOrigins } from "../../merging/origins";
import type { Recipe } from "../../merging/recipe";
import type { ScoreLayer, ScoreOrigin } from "../../ui/LayerScore";
import { partnersOf } from "./settings";

/** A model as the map draws it. */
export interface NamedOrigin extends ScoreOrigin {
  readonly letter: string;
}

const looks = [
  { letter: "A", colour: "var(--origin-a)", pattern: "solid" },
  { letter: "B", colour: "var(--origin-b)", pattern: "diagonal" },
  { letter: "C", colour: "var(--origin-c)", pattern: "dots" },
  { letter: "D", colour: "var(--origin-d)", pattern: "cross" },
] as const;

/** The models that have a share anywhere, A and B first, each with its letter and look. */
export function namesOf(recipe: Recipe, origins: RecipeOrigins): readonly NamedOrigin[] {
  const { a, b } = partnersOf(recipe);
  const sharing = [...origins.layers.flatMap((layer) => layer.contributions), ...Object.values(origins.outer).flat()];
  const models = new Set([a, ...(b === undefined ? [] : [b]), ...sharing.map(({ model }) => model)]);
  return [...models].map((model, index) => {
    const { letter, colour, pattern } = looks[Math.min(index, looks.length - 1)]!;
    return { id: model, letter, label: `${letter}: ${model}`, colour, pattern };
  });
}

/** One layer of the result as a line of the score. */
export function scoreLayer(
  { contributions, uniform, halves }: LayerOrigins,
  index: number,
  names: readonly NamedOrigin[],
): ScoreLayer {
  const moved = contributions.filter(({ layer }) => layer !== index);
  const notes = [
    ...moved.map(({ model, layer }) => `layer ${layer} of ${model}`),
    ...(uniform
      ? []
      : halves
        ? ["attention and MLP have different shares; the mean is drawn"]
        : ["its parts have different shares; the mean is drawn"]),
  ];
  return {
    origins: contributions.map(({ model, share }) => ({ origin: model, share: Math.abs(share) })),
    value:
      !uniform && halves
        ? `attention ${mixture(halves[0], names, index)} · MLP ${mixture(halves[1], names, index)}`
        : mixture(contributions, names, index),
    ...(notes.length > 0 && { note: notes.join(", ") }),
  };
}

/** Who supplies a tensor outside the layers: `A`, `average`, else the shares. */
export function supplierText(contributions: readonly Contribution[], names: readonly NamedOrigin[]): string {
  const halves = contributions.length === 2 && contributions.every(({ share }) => share === 0.5);
  return halves ? "average" : mixture(contributions, names);
}

/** `A`, `B 50 %`, `A 5` for A's layer 5 in another place, `A 40 % B 30 % C 30 %`. */
export function mixture(contributions: readonly Contribution[], names: readonly NamedOrigin[], index?: number): string {
  const named = contributions.map(({ model, layer, share }) => {
    const letter = names.find(({ id }) => id === model)?.letter ?? model;
    const place = layer === undefined || layer === index ? "" : ` ${layer}`;
    return { text: `${letter}${place}`, share };
  });
  if (named.length === 2 && Math.abs(named[0]!.share + named[1]!.share - 1) < 1e-9) {
    return `${named[1]!.text} ${percent(named[1]!.share)}`;
  }
  return named.map(({ text, share }) => (share === 1 ? text : `${text} ${percent(share)}`)).join(" ");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
