import { measuresOf } from "../../measures/card/registry";
import { methodOf } from "../../merging/methods/index";
import { checkpointsOf, type Recipe } from "../../merging/recipe";
import { yamlOfRecipe } from "../../merging/yaml";
import { cellsOf, languagesOf } from "./compare";
import type { MergingResult, Role } from "./result";
import { type Measured, readingText } from "./skill-words";

/** The README of a merged checkpoint as the hub reads it: what it is made of, how, the recipe, and what was measured. */
export function modelCard(recipe: Recipe, result: MergingResult): string {
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
${measures(result)}`;
}

/** The measures with their 95 % intervals, the merge beside its parents; nothing where nothing was measured. */
function measures(result: MergingResult): string {
  const { models, scores, skills = [] } = result;
  if (models.length === 0) return "";
  const cells = cellsOf(result, "merge");
  const sentences = languagesOf(result).map((language) =>
    row(
      `Bits per byte, ${language}`,
      models,
      3,
      (role) => cells.find((cell) => cell.role === role && cell.language === language)?.bitsPerByte,
    ),
  );
  const tasks = (skills[0]?.readings ?? []).map(({ measure, language, numerators }) =>
    row(`${measuresOf([measure])[0]?.name ?? measure}, ${language} (${numerators.length} items)`, models, 2, (role) =>
      skills
        .find((of) => of.role === role)
        ?.readings.find((reading) => reading.measure === measure && reading.language === language),
    ),
  );
  const shares = measuresOf([...new Set((skills[0]?.readings ?? []).map(({ measure }) => measure))])
    .map(({ name, formula }) => `${name}, ${formula}`)
    .join("; ");
  return `
## Measures

Held-out items; 95 % intervals in brackets: percentile bootstraps of bits per byte, BCa bootstraps of tasks where these are defined, Wilson’s where all items are right or all wrong. Bits per byte, the lower the better, on ${scores[0]?.bits.length ?? 0} sentences a language${shares === "" ? "." : `; tasks as shares: ${shares}; n where fewer items count.`}

| | ${models.map(({ name }) => (name === "" ? "the merge" : name)).join(" | ")} |
|---|${models.map(() => "---|").join("")}
${[...sentences, ...tasks].join("\n")}
`;
}

function row(
  title: string,
  models: MergingResult["models"],
  digits: number,
  of: (role: Role) => Measured | undefined,
): string {
  const cells = models.map(({ role }) => readingText(of(role), digits));
  return `| ${title} | ${cells.join(" | ")} |`;
}
