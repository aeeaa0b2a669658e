import type { LoadOptions, Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import type { Evidence } from "../../merging/evidence";
import { averageRecipe, isAverage } from "../../merging/layer-map";
import type { Recipe } from "../../merging/recipe";
import type { RunTools } from "../lab";
import type { Role } from "./result";
import { partnersOf } from "./settings";

/** One of the compared models and how it is opened. */
export interface Contestant {
  readonly role: Role;
  readonly name: string;
  readonly open: (options: LoadOptions) => Promise<Model>;
}

/** The base where it is no parent, A, B, their average where the merge is another, and the merge. Parents may be merges themselves. */
export function contestantsOf(
  { recipe, base }: Document,
  { engine }: RunTools,
  evidence?: Evidence,
): readonly Contestant[] {
  const { a, b } = partnersOf(recipe);
  const inputs = recipe.inputs ?? [];
  /** A recipe of its own that may use the inputs before it. */
  const withInputs = (own: Recipe, upTo = inputs.length): Recipe =>
    upTo === 0 ? own : { ...own, inputs: inputs.slice(0, upTo) };
  const parent = (role: Role, name: string): Contestant => {
    const index = inputs.findIndex((input) => input.name === name);
    const open = (options: LoadOptions) =>
      index < 0 ? engine.load(name, options) : engine.merge(withInputs(inputs[index]!.recipe, index), options);
    return { role, name, open };
  };
  return [
    ...(base === a || base === b ? [] : [parent("base", base)]),
    parent("a", a),
    ...(b === undefined ? [] : [parent("b", b)]),
    ...(b === undefined || isAverage(recipe)
      ? []
      : [
          {
            role: "average" as const,
            name: "",
            open: (options: LoadOptions) => engine.merge(withInputs(averageRecipe(a, b, recipe.tokenizer)), options),
          },
        ]),
    {
      role: "merge",
      name: "",
      open: (options) => engine.merge(recipe, { ...options, ...(evidence && { evidence }) }),
    },
  ];
}

export function nameOf({ role, name }: Contestant): string {
  return name === "" ? `the ${role}` : name;
}
