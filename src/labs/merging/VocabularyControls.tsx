import type { Document } from "../../experiments/documents/merging";
import { modelsOf, type Recipe } from "../../merging/recipe";
import { Details } from "../../ui/Details";
import { Select } from "../../ui/Select";
import type { PanelProps } from "../lab";

/** How models of different vocabularies go together: not at all, or by a rule whose rows a run tells. */
export function VocabularyControls({ document: { recipe }, edit }: PanelProps<Document>) {
  const { tokenizer, ...alike } = recipe;
  const models = modelsOf(alike);
  return (
    <Details summary="Models of different vocabularies">
      <Select
        label="Vocabulary of the result"
        value={tokenizer?.source ?? ""}
        options={[
          { value: "", label: "must be the same in all" },
          { value: "union", label: "all tokens of all models" },
          ...(recipe.base_model === undefined ? [] : [{ value: "base", label: "the base’s" }]),
          ...models.map((model) => ({ value: model, label: `${model}’s` })),
        ]}
        help="A token that a model lacks takes the row of the one that has it, else the base’s, else their mean; a run tells row by row."
        onChange={(source) => edit({ recipe: withRule(recipe, source), draft: "" })}
      />
    </Details>
  );
}

function withRule({ tokenizer, ...alike }: Recipe, source: string): Recipe {
  return source === "" ? alike : { ...alike, tokenizer: { ...tokenizer, source } };
}
