import * as v from "valibot";
import { expect, test } from "vitest";
import { defaults, schema } from "../../experiments/documents/merging";
import { unwrap } from "../../result";
import { recipeFault } from "../../merging/check";
import { recipeFromYaml, yamlOfRecipe } from "../../merging/yaml";
import { presets } from "./presets";

test.each(presets.map((preset) => [preset.id, { ...defaults, ...preset.settings }] as const))(
  "%s fits the schema, is a recipe without fault, and survives its YAML",
  (_, document) => {
    expect(v.parse(schema, document)).toEqual(document);
    expect(recipeFault(document.recipe)).toBeUndefined();
    expect(unwrap(recipeFromYaml(yamlOfRecipe(document.recipe)))).toEqual(document.recipe);
  },
);
