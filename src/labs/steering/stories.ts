import { loadStories } from "../../data/stories";
import type { Document } from "../../experiments/documents/steering";
import { fail, ok, type Result } from "../../result";
import { storyLanguages, traitEnds } from "./traits";

const storiesOfAKind = 60;
/** A story's first sentences, so that all texts are about as long. They show its tense; its mood comes mostly later. */
const sentencesOfAStory = 4;

/** Stories of both ends of the trait in one language, or in all languages in turn. */
export async function storySets({
  trait,
  storyLanguage,
}: Pick<Document, "trait" | "storyLanguage">): Promise<
  Result<{ readonly source: readonly string[]; readonly target: readonly string[] }>
> {
  const languages = storyLanguages.filter((language) => storyLanguage === "mul" || storyLanguage === language);
  if (languages.length === 0) {
    return fail({
      code: "input-invalid",
      what: `There are no stories in “${storyLanguage}”.`,
      remedy: `Choose among ${storyLanguages.join(", ")}, or give your own texts.`,
      facts: { language: storyLanguage },
    });
  }
  const stories = await loadStories();
  const [source, target] = traitEnds[trait].map((end) =>
    stories
      .filter(({ attributes }) => attributes[trait] === end)
      .slice(0, storiesOfAKind)
      .map(({ texts }, index) =>
        texts[languages[index % languages.length]!]
          .slice(0, sentencesOfAStory)
          .map(({ text }) => text)
          .join(" "),
      ),
  );
  return ok({ source: source!, target: target! });
}
