import type { Evidence } from "../merging/evidence";
import { modelsOf, type Recipe } from "../merging/recipe";
import { unwrap } from "../result";
import type { Checkpoint } from "./checkpoint";
import { mergeCheckpoint, type VirtualCheckpoint } from "./virtual";
import { vocabularyOf } from "./vocabularies";

/**
 * Opens a recipe with all that it names: its inputs first, each a virtual checkpoint that the later ones may use, and
 * vocabularies where a rule needs them. Throws as `open` and `mergeCheckpoint` do.
 */
export async function openMerge(
  recipe: Recipe,
  open: (name: string) => Promise<Checkpoint>,
  evidence?: Evidence,
): Promise<VirtualCheckpoint> {
  const made = new Map<string, Checkpoint>();
  for (const input of recipe.inputs ?? []) made.set(input.name, await merged(input.recipe));
  return await merged(recipe);

  async function merged(part: Recipe): Promise<VirtualCheckpoint> {
    const parents = new Map<string, Checkpoint>();
    for (const name of modelsOf(part)) parents.set(name, made.get(name) ?? (await open(name)));
    const vocabularies = part.tokenizer && (await vocabulariesOf(parents));
    return unwrap(
      mergeCheckpoint(part, parents, { ...(vocabularies && { vocabularies }), ...(evidence && { evidence }) }),
    );
  }
}

async function vocabulariesOf(parents: ReadonlyMap<string, Checkpoint>) {
  const entries = [...parents].map(async ([name, parent]) => [name, vocabularyOf(await parent.tokenizer())] as const);
  return new Map(await Promise.all(entries));
}
