import type { Document } from "../../experiments/documents/merging";
import { recipeFault } from "../../merging/check";
import { recipeProblem } from "../../merging/fault";
import { recipeFromYaml, yamlOfRecipe } from "../../merging/yaml";
import type { Problem } from "../../result";

/** What the editor shows for a document, and what is wrong with it. */
export interface RecipeText {
  readonly text: string;
  readonly problem: Problem | null;
}

/**
 * The text of a document's recipe: as it was typed while that is this recipe or none at all, else written anew, so that
 * the editor never shows another recipe than the one that runs.
 */
export function recipeText({ draft, recipe }: Document): RecipeText {
  const canonical = yamlOfRecipe(recipe);
  if (draft === "") {
    const fault = recipeFault(recipe);
    return { text: canonical, problem: fault ? recipeProblem(fault) : null };
  }
  const read = recipeFromYaml(draft);
  if (!read.ok) return { text: draft, problem: read.problem };
  return { text: yamlOfRecipe(read.value) === canonical ? draft : canonical, problem: null };
}

/**
 * What typing `text` changes: the recipe where the text is one, and always the text that is kept. An empty draft would
 * bring the recipe's own text back, so an emptied field is kept as an empty line.
 */
export function typed(text: string): Pick<Document, "draft"> & Partial<Pick<Document, "recipe">> {
  const read = recipeFromYaml(text);
  return read.ok ? { draft: text, recipe: read.value } : { draft: text === "" ? "\n" : text };
}
