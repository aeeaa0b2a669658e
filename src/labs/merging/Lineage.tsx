import type { Document } from "../../experiments/documents/merging";
import { methodOf } from "../../merging/methods/index";
import { baseOf, modelsOf, type Recipe } from "../../merging/recipe";
import { Details } from "../../ui/Details";
import { Button } from "../../ui/Button";
import type { PanelProps } from "../lab";

/** What the merge is made of, down to the checkpoints, with methods and seeds; a merge within it can be opened by itself. */
export function Lineage({ document, edit }: PanelProps<Document>) {
  const { recipe } = document;
  return (
    <Details summary="What it is made of">
      <ul className="merging-tree">
        <Node name="the merge" recipe={recipe} whole={recipe} edit={edit} />
      </ul>
    </Details>
  );
}

interface NodeProps extends Pick<PanelProps<Document>, "edit"> {
  readonly name: string;
  readonly recipe: Recipe;
  readonly whole: Recipe;
}

function Node({ name, recipe, whole, edit }: NodeProps) {
  const inputs = whole.inputs ?? [];
  const bases = new Set(recipe.slices.map((slice) => baseOf(recipe, slice)));
  const seed = recipe.parameters?.["seed"];
  const place = inputs.findIndex((input) => input.name === name);
  return (
    <li>
      <strong>{name}</strong>: {methodOf(recipe.merge_method).title}
      {typeof seed === "number" ? `, seed ${seed}` : ""}{" "}
      {place >= 0 ? (
        <Button
          onClick={() =>
            edit({ recipe: place === 0 ? recipe : { ...recipe, inputs: inputs.slice(0, place) }, draft: "" })
          }
        >
          Open {name}
        </Button>
      ) : null}
      <ul>
        {modelsOf(recipe).map((model) => {
          const input = inputs.find((candidate) => candidate.name === model);
          return input ? (
            <Node key={model} name={model} recipe={input.recipe} whole={whole} edit={edit} />
          ) : (
            <li key={model}>
              {model}
              {bases.has(model) ? ", the base" : ""}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
