import { methodOf } from "../../merging/methods/index";
import { checkpointsOf, type Recipe } from "../../merging/recipe";
import { yamlOfRecipe } from "../../merging/yaml";

/** The README of a merged checkpoint as the hub reads it: what it is made of, how, and the recipe. */
export function modelCard(recipe: Recipe): string {
  const { title, formula, reference } = methodOf(recipe.merge_method);
  const parents = checkpointsOf(recipe);
  return `---
library_name: transformers
tags:
- merge
- mergekit
base_model:
${parents.map((parent) => `- ${parent}`).join("\n")}
---

# A merge of ${parents.join(", ")}

${title}: \`${formula}\` (${reference}). Made in a browser by Babelscope; arithmetic in float32.

\`\`\`yaml
${yamlOfRecipe(recipe)}\`\`\`
`;
}
