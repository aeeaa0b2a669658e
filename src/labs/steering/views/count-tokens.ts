import type { Model } from "../../../engine/engine";
import type { RunTools } from "../../lab";
import { storyLanguages } from "../traits";
import { tokenLanguages } from "./token-languages";

/** Stories whose sentences tell which tokens a language has. */
const countedStories = 80;

/** P(language | token) for every token [V], by the languages of the stories, from their sentences. */
export async function countTokens(model: Model, { engine }: RunTools): Promise<readonly Float32Array[]> {
  const { loadStories } = await import("../../../data/stories");
  const stories = (await loadStories()).slice(0, countedStories);
  const texts = storyLanguages.map((language) =>
    stories.flatMap(({ texts }) => texts[language].map(({ text }) => text)),
  );
  const counted = [];
  for (const [i, sentences] of texts.entries()) {
    const tokens = await engine.tokenize(model, sentences.join(" "));
    counted.push({ language: storyLanguages[i]!, ids: tokens.filter(({ special }) => !special).map(({ id }) => id) });
  }
  return tokenLanguages(counted, model.geometry.vocabulary);
}
