import { expect, test } from "vitest";
import type { StoryLanguage } from "../../data/lexicon";
import { loadStories } from "../../data/stories";
import { scoreAlignments } from "../alignment";
import { trainAligner } from "./propose";
import { storyPair } from "./story-pair";

/** AER on the last 200 sentence pairs, trained on the first 2,000, which are other stories'. */
async function heldOutAer(from: StoryLanguage, to: StoryLanguage): Promise<number> {
  const pairs = (await loadStories()).flatMap(({ texts }) =>
    texts[from].map((first, index) => storyPair(first, texts[to][index]!)),
  );
  const align = trainAligner(pairs.slice(0, 2000).map(({ words }) => words));
  return scoreAlignments(
    pairs.slice(-200).map(({ words, gold }) => ({ proposed: align(words), sure: gold, possible: gold })),
  ).aer;
}

test("IBM Model 1 on held-out stories, English and German (SPEC 9.5): AER under 0.10; every pair in bench/alignment.json", async () => {
  expect(await heldOutAer("en", "de")).toBeLessThan(0.1);
}, 20_000);
