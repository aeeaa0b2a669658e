import { alignmentOf, type StorySentence } from "../../data/stories";
import type { Alignment } from "../alignment";
import type { WordPair } from "./ibm1";

interface StoryPair {
  /** In small letters, signs left out. */
  readonly words: WordPair;
  readonly gold: Alignment;
  /** Gold links that are no part of a block of several words on both sides (am Ende = in the end), which says nothing of its words. */
  readonly single: Alignment;
}

/** A sentence of a story in two languages, with the links that the generator knows. */
export function storyPair(first: StorySentence, second: StorySentence): StoryPair {
  const [here, there] = [kept(first), kept(second)];
  const gold = alignmentOf(first, second).map(([one, other]) => ({
    first: here.indexOf(one),
    second: there.indexOf(other),
  }));
  const timesFirst = countBy(gold.map((link) => link.first));
  const timesSecond = countBy(gold.map((link) => link.second));
  const isSingle = (link: Alignment[number]): boolean =>
    timesFirst.get(link.first) === 1 || timesSecond.get(link.second) === 1;
  return {
    words: [forms(first, here), forms(second, there)],
    gold,
    single: gold.filter(isSingle),
  };
}

/** Numbers of the words that have a letter or digit. */
function kept({ words }: StorySentence): readonly number[] {
  return words.flatMap(({ form }, index) => (/[\p{L}\p{N}]/u.test(form) ? [index] : []));
}

function forms({ words }: StorySentence, places: readonly number[]): readonly string[] {
  return places.map((index) => words[index]!.form.toLowerCase());
}

function countBy(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
