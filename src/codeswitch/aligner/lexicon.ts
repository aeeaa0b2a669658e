import { type Alignment, type Link, sortLinks } from "../alignment";
import type { WordPair } from "./ibm1";

/**
 * Links between words that may mean the same: each word of the first sentence with the nearest place of the second, by the share of
 * the sentence before it, whose word shares a meaning with it, and of two for one place the nearer. `meaningsOf` gives a word's meanings.
 */
export function alignByMeaning(
  [first, second]: WordPair,
  meaningsOf: (word: string, side: 0 | 1) => ReadonlySet<string>,
): Alignment {
  const there = second.map((word) => meaningsOf(word, 1));
  const candidates = first.flatMap((word, index) => {
    const here = meaningsOf(word, 0);
    return there.flatMap((meanings, other) => {
      const distance = Math.abs((index + 0.5) / first.length - (other + 0.5) / second.length);
      return [...meanings].some((meaning) => here.has(meaning)) ? [{ first: index, second: other, distance }] : [];
    });
  });
  candidates.sort((a, b) => a.distance - b.distance || a.first - b.first || a.second - b.second);
  const links: Link[] = [];
  for (const { first: from, second: to } of candidates) {
    if (links.every((link) => link.first !== from && link.second !== to)) links.push({ first: from, second: to });
  }
  return sortLinks(links);
}
