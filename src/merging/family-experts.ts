import { recipeOfMap } from "./layer-map";
import { layerSwapShares } from "./layer-swap";
import type { Recipe } from "./recipe";
import { sum } from "../vectors";

/**
 * Languages share early layers and part in late ones: a shared trunk with the last layers of a language family's expert, chosen by
 * the language that a text is told to be in. Apollo-MoE (Zheng et al. 2024, arXiv 2410.10626) trains such experts inside the layers and
 * routes token by token; here an expert is a whole fine-tune, and one is chosen for the whole text.
 */
interface LateLayers {
  readonly trunk: string;
  readonly expert: string;
  /** Of each model. */
  readonly layers: number;
  /** k, how many of the last ones are the expert's: 0 is the trunk. */
  readonly last: number;
}

/** As a layer map, which mergekit does too. Embeddings, norm and head stay the trunk's, so that k = 0 is the trunk, tensor by tensor. */
export function recipeOfLateLayers({ trunk, expert, layers, last }: LateLayers): Recipe {
  const shares = layerSwapShares(layers, { bottom: 0, top: last, bottomTransition: 0, topTransition: 0 });
  return recipeOfMap({ a: trunk, b: expert, method: "linear", shares, embeddings: "a", norm: "a", head: "a" });
}

/** Bits and bytes of one text under one expert. */
export interface TextCost {
  readonly bits: number;
  readonly bytes: number;
}

/**
 * Which expert serves which language: the one under which its texts cost least in bits per byte, the earlier of equals.
 * `costs` [expert][text], `told` the language each text is told to be in.
 */
export function familiesOf(
  costs: readonly (readonly TextCost[])[],
  told: readonly string[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...new Set(told)].map((language) => {
      const rates = costs.map((own) => bitsPerByte(own.filter((_, text) => told[text] === language)));
      return [language, rates.indexOf(Math.min(...rates))];
    }),
  );
}

/** Each text under the expert of its language; a language that no expert serves goes to the first. */
export function routed(
  costs: readonly (readonly TextCost[])[],
  told: readonly string[],
  families: Readonly<Record<string, number>>,
): readonly TextCost[] {
  return told.map((language, text) => costs[families[language] ?? 0]![text]!);
}

export function bitsPerByte(costs: readonly TextCost[]): number {
  return sum(costs.map(({ bits }) => bits)) / sum(costs.map(({ bytes }) => bytes));
}
