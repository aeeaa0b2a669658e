import { type MergeMethodName, methodOf } from "../../merging/methods/index";
import type { Contribution, LayerOrigins, RecipeOrigins } from "../../merging/origins";
import type { Recipe } from "../../merging/recipe";
import type { ScoreLayer, ScoreOrigin } from "../../ui/LayerScore";
import { partnersOf } from "./settings";

/** A model as the map draws it. */
export interface NamedOrigin extends ScoreOrigin {
  readonly letter: string;
}

const colours = ["var(--origin-a)", "var(--origin-b)", "var(--origin-c)", "var(--origin-d)"] as const;
const patterns = ["solid", "diagonal", "dots", "cross"] as const;

/** The letter of a model, its colour and pattern: sixteen pairs that differ, and after Z the letters with a number. */
function lookOf(index: number): Omit<NamedOrigin, "id" | "label"> {
  const [letters, colourCount] = [26, colours.length];
  const round = Math.floor(index / letters);
  return {
    letter: `${String.fromCharCode(65 + (index % letters))}${round === 0 ? "" : round + 1}`,
    colour: colours[index % colourCount]!,
    pattern: patterns[(index + Math.floor(index / colourCount)) % patterns.length]!,
  };
}

/** The models that have a share anywhere, A and B first, each with its letter and look. */
export function namesOf(recipe: Recipe, origins: RecipeOrigins): readonly NamedOrigin[] {
  const { a, b } = partnersOf(recipe);
  const sharing = [...origins.layers.flatMap((layer) => layer.contributions), ...Object.values(origins.outer).flat()];
  const models = new Set([a, ...(b === undefined ? [] : [b]), ...sharing.map(({ model }) => model)]);
  return [...models].map((model, index) => {
    const look = lookOf(index);
    return { id: model, label: `${look.letter}: ${model}`, ...look };
  });
}

/** One layer of the result as a line of the score. */
export function scoreLayer(
  { contributions, uniform, halves }: LayerOrigins,
  index: number,
  names: readonly NamedOrigin[],
  method: MergeMethodName,
): ScoreLayer {
  const mixed = (of: readonly Contribution[]) => mixture(of, names, method, index);
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
    value: !uniform && halves ? `attention ${mixed(halves[0])} · MLP ${mixed(halves[1])}` : mixed(contributions),
    ...(notes.length > 0 && { note: notes.join(", ") }),
  };
}

/** Who supplies a tensor outside the layers: `A`, `average`, else as `mixture` has it. */
export function supplierText(
  contributions: readonly Contribution[],
  names: readonly NamedOrigin[],
  method: MergeMethodName,
): string {
  const halves = contributions.length === 2 && contributions.every(({ share }) => share === 0.5);
  return halves && method === "linear" ? "average" : mixture(contributions, names, method);
}

/**
 * `A`, `B 50 %`, `A 5` for A's layer 5 in another place, `A 40 % B 30 % C 30 %`. Of differences from a base their factors,
 * `A +1 B −0.5 on the base`, or who adds, `A B on the base`, where the tensors decide how much.
 */
export function mixture(
  contributions: readonly Contribution[],
  names: readonly NamedOrigin[],
  method: MergeMethodName,
  index?: number,
): string {
  const named = contributions.map(({ model, layer, share, base = false }) => {
    const letter = names.find(({ id }) => id === model)?.letter ?? model;
    const place = layer === undefined || layer === index ? "" : ` ${layer}`;
    return { text: `${letter}${place}`, share, base };
  });
  const { adds } = methodOf(method);
  const whole = named.length === 1 && named[0]!.share === 1;
  if (adds && !whole) {
    const added = named.filter(({ base }) => !base);
    const texts = added.map(({ text, share }) => (adds === "stated" ? `${text} ${factor(share)}` : text));
    return `${texts.join(" ")} on the base`;
  }
  if (named.length === 2 && Math.abs(named[0]!.share + named[1]!.share - 1) < 1e-9) {
    return `${named[1]!.text} ${percent(named[1]!.share)}`;
  }
  return named.map(({ text, share }) => (share === 1 ? text : `${text} ${percent(share)}`)).join(" ");
}

function factor(share: number): string {
  return `${share < 0 ? "−" : "+"}${Number(Math.abs(share).toFixed(2))}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
