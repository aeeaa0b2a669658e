import type { Document } from "../../experiments/documents/merging";
import { recipeOfMap } from "../../merging/layer-map";
import { recipeLimits } from "../../merging/limits";
import { methodOf } from "../../merging/methods/index";
import { originsOf } from "../../merging/origins";
import { baseOf, modelsOf, type Recipe } from "../../merging/recipe";
import { Details } from "../../ui/Details";
import { Button } from "../../ui/Button";
import type { PanelProps } from "../lab";

interface LineageProps extends PanelProps<Document> {
  /** Layers of the models where they are known, for recipes that do not say it. */
  readonly depth: number | undefined;
}

/** What the merge is made of, down to the checkpoints, with methods and seeds; any of it opens, and more can be built on it. */
export function Lineage({ document, edit, depth }: LineageProps) {
  const { recipe, base } = document;
  const open = (opened: Recipe) => edit({ recipe: opened, draft: "" });
  return (
    <Details summary="What it is made of">
      <ul className="merging-tree">
        <Node name="the merge" recipe={recipe} whole={recipe} open={open} />
      </ul>
      <div className="row">
        <Button
          disabled={(recipe.inputs ?? []).length >= recipeLimits.inputs}
          onClick={() => open(builtOn(recipe, base, depth))}
        >
          Merge the merge with another model
        </Button>
      </div>
    </Details>
  );
}

interface NodeProps {
  readonly name: string;
  readonly recipe: Recipe;
  readonly whole: Recipe;
  readonly open: (recipe: Recipe) => void;
}

function Node({ name, recipe, whole, open }: NodeProps) {
  const inputs = whole.inputs ?? [];
  const bases = new Set(recipe.slices.map((slice) => baseOf(recipe, slice)));
  const seed = recipe.parameters?.["seed"];
  const place = inputs.findIndex((input) => input.name === name);
  return (
    <li>
      <strong>{name}</strong>: {methodOf(recipe.merge_method).title}
      {typeof seed === "number" ? `, seed ${seed}` : ""}{" "}
      {place >= 0 ? (
        <Button onClick={() => open(place === 0 ? recipe : { ...recipe, inputs: inputs.slice(0, place) })}>
          Open {name}
        </Button>
      ) : null}
      <ul>
        {modelsOf(recipe).map((model) => {
          const input = inputs.find((candidate) => candidate.name === model);
          return input ? (
            <Node key={model} name={model} recipe={input.recipe} whole={whole} open={open} />
          ) : (
            <li key={model}>
              {model}
              {bases.has(model) ? ", the base" : ""} <Button onClick={() => open(alone(model))}>Open {model}</Button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** A checkpoint by itself. */
function alone(model: string): Recipe {
  return { merge_method: "passthrough", slices: [{ sources: [{ model }] }] };
}

/** A map of the merge, which becomes an input, and the common base; all layers are the merge's at first. */
function builtOn({ inputs = [], ...recipe }: Recipe, base: string, depth: number | undefined): Recipe {
  const taken = new Set([...inputs.map(({ name }) => name), ...modelsOf(recipe)]);
  const name = Array.from({ length: taken.size + 1 }, (_, i) => `merge-${i + 1}`).find((one) => !taken.has(one))!;
  const layers = originsOf(recipe, depth)?.layers.length ?? 8;
  return recipeOfMap({
    a: name,
    b: base,
    method: "linear",
    shares: Array.from({ length: layers }, () => 0),
    embeddings: "a",
    norm: "a",
    head: "a",
    extras: { inputs: [...inputs, { name, recipe }] },
  });
}
