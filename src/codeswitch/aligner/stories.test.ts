import { describe, expect, test } from "vitest";
import type { StoryLanguage } from "../../data/lexicon";
import { alignmentOf, loadStories, type StorySentence } from "../../data/stories";
import { type Alignment, scoreAlignments } from "../alignment";
import { trainIbm1, type WordPair } from "./ibm1";
import { symmetrise } from "./symmetrise";

/** Words without signs, with gold links between them. */
function withoutSigns(
  first: StorySentence,
  second: StorySentence,
): { readonly words: WordPair; readonly gold: Alignment } {
  const places = [first, second].map(({ words }) => {
    const kept = words.flatMap(({ form }, index) => (/[\p{L}\p{N}]/u.test(form) ? [index] : []));
    return { kept, at: new Map(kept.map((index, place) => [index, place])) };
  });
  const forms = (one: StorySentence, side: number): readonly string[] =>
    places[side]!.kept.map((index) => one.words[index]!.form.toLowerCase());
  const gold = alignmentOf(first, second).map(([one, other]) => ({
    first: places[0]!.at.get(one)!,
    second: places[1]!.at.get(other)!,
  }));
  return { words: [forms(first, 0), forms(second, 1)], gold };
}

/** AER of IBM 1 in both directions on the last 200 sentence pairs, trained on the first 2,000, which are other stories'. */
async function heldOutAer(from: StoryLanguage, to: StoryLanguage, tension: number): Promise<number> {
  const pairs = (await loadStories()).flatMap(({ texts }) =>
    texts[from].map((first, index) => withoutSigns(first, texts[to][index]!)),
  );
  const training = pairs.slice(0, 2000).map(({ words }) => words);
  const options = { iterations: 5, tension, nullShare: 0.02 };
  const forward = trainIbm1(training, options);
  const backward = trainIbm1(
    training.map(([first, second]) => [second, first] as const),
    options,
  );
  return scoreAlignments(
    pairs.slice(-200).map(({ words: [first, second], gold }) => ({
      proposed: symmetrise(
        forward.align([first, second]).flatMap((one, other) => (one < 0 ? [] : [{ first: one, second: other }])),
        backward.align([second, first]).flatMap((other, one) => (other < 0 ? [] : [{ first: one, second: other }])),
      ),
      sure: gold,
      possible: gold,
    })),
  ).aer;
}

describe("IBM Model 1 on held-out stories (SPEC 9.5)", () => {
  test.each([
    ["en", "de", 2, 0.107],
    ["en", "es", 2, 0.146],
    ["en", "hi", 0, 0.199],
    ["en", "tr", 0, 0.242],
  ] as const)(
    "9.5 %s and %s, tension %d: AER under %d",
    async (from, to, tension, most) => {
      expect(await heldOutAer(from, to, tension)).toBeLessThan(most);
    },
    20_000,
  );
});
