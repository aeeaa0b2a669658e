import type { Document, Variant } from "../../experiments/documents/measures";
import { mapOfRecipe, recipeOfMap } from "../../merging/layer-map";
import { modelsOf, type Recipe } from "../../merging/recipe";
import { type Random, seededRandom } from "../../random";

/** A variant of a document, or the random control of one. */
export interface Contestant {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly control: boolean;
  readonly variant: Variant;
}

/** The variants in order, each followed by its control where it has one and the document wants it. */
export function contestantsOf({ variants, control, seed }: Document): readonly Contestant[] {
  return variants.flatMap((variant, index): readonly Contestant[] => {
    const own = { id: `v${index}`, title: titleOf(variant), detail: detailOf(variant), control: false, variant };
    const random = control ? controlOf(variant, seed) : null;
    if (random === null) return [own];
    return [own, { ...random, id: `v${index}c`, title: `${own.title}, control`, control: true }];
  });
}

/** Its name, or what its settings say in a few words. */
export function titleOf(variant: Variant): string {
  if (variant.name !== "") return variant.name;
  const suffix = variant.weights === "f32" ? "" : ` ${variant.weights}`;
  if (variant.kind === "checkpoint") return `${variant.model}${suffix}`;
  if (variant.kind === "merge") return `merge of ${modelsOf(variant.recipe).map(shortName).join(" + ")}${suffix}`;
  return `${variant.model} steered ${variant.source} → ${variant.target} × ${variant.strength}${suffix}`;
}

function shortName(model: string): string {
  return model.replace(/^polyglot-/, "");
}

function detailOf(variant: Variant): string {
  if (variant.kind === "checkpoint") return `${variant.model}, weights ${variant.weights}`;
  if (variant.kind === "merge") {
    return `${variant.recipe.merge_method} merge of ${modelsOf(variant.recipe).join(" and ")}, weights ${variant.weights}`;
  }
  const layer = variant.layer === null ? "the layer of best separation" : `layer ${variant.layer}`;
  return `${variant.model}, ${variant.strength} class distances from ${variant.source} to ${variant.target} added at ${layer}`;
}

/** The same amount of change in no direction; null where there is none: a checkpoint, or a merge equal in every layer. */
function controlOf(variant: Variant, seed: number): Pick<Contestant, "detail" | "variant"> | null {
  if (variant.kind === "steering")
    return { detail: "a random direction of the same length at the same layer", variant };
  if (variant.kind === "checkpoint") return null;
  const recipe = shuffledLayers(variant.recipe, seededRandom(seed));
  if (recipe === null) return null;
  return { detail: "the same layers' shares in random places", variant: { ...variant, recipe } };
}

function shuffledLayers(recipe: Recipe, random: Random): Recipe | null {
  const map = mapOfRecipe(recipe);
  if (!map || new Set(map.shares).size < 2) return null;
  const shares = [...map.shares];
  do {
    for (let i = shares.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [shares[i], shares[j]] = [shares[j]!, shares[i]!];
    }
  } while (shares.every((share, i) => share === map.shares[i]));
  return recipeOfMap({ ...map, shares });
}
