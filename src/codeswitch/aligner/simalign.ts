import type { Alignment, Link } from "../alignment";
import { sortLinks } from "../alignment";
import { argmax, dot } from "../../vectors";

/** One vector a word, all of one length: the mean over the word's tokens at one layer of a multilingual model. */
export type WordVectors = readonly (readonly number[] | Float32Array)[];

/** What a similarity is worth beside a link: of a word that is free, where the other word has a link (Jalili Sabet et al. 2020). */
const beside = 0.9;

/** SimAlign's argmax: links between words that are each other's most similar, by cosine (Jalili Sabet et al. 2020). */
export function alignArgmax(first: WordVectors, second: WordVectors): Alignment {
  return mutual(similarities(first, second));
}

/**
 * SimAlign's itermax: argmax, then again with words that have no link yet; a link to a word that has one counts 0.9 of
 * its similarity, between two that have one nothing. `rounds` counts the first.
 */
export function alignItermax(first: WordVectors, second: WordVectors, rounds = 2): Alignment {
  const similar = similarities(first, second);
  let links = mutual(similar);
  if (Math.min(first.length, second.length) <= 2) return links;
  for (let round = 1; round < rounds; round += 1) {
    const firsts = new Set(links.map((link) => link.first));
    const seconds = new Set(links.map((link) => link.second));
    if (firsts.size === first.length || seconds.size === second.length) break;
    const isTaken = (row: number, column: number): boolean => firsts.has(row) && seconds.has(column);
    const weighted = similar.map((values, row) =>
      values.map((value, column) => {
        if (isTaken(row, column)) return 0;
        return firsts.has(row) || seconds.has(column) ? beside * value : value;
      }),
    );
    const found = mutual(weighted).filter((link) => !isTaken(link.first, link.second));
    if (found.length === 0) break;
    links = sortLinks([...links, ...found]);
  }
  return links;
}

/** (1 + cosine) / 2, in rows by word of the first sentence. */
function similarities(first: WordVectors, second: WordVectors): readonly (readonly number[])[] {
  const lengths = second.map((vector) => Math.sqrt(dot(vector, vector)));
  return first.map((vector) => {
    const length = Math.sqrt(dot(vector, vector));
    return second.map((other, column) => (1 + dot(vector, other) / (length * lengths[column]!)) / 2);
  });
}

function mutual(similar: readonly (readonly number[])[]): Alignment {
  const columns = similar[0]?.length ?? 0;
  const bestRows = Array.from({ length: columns }, (_, column) => argmax(similar.map((row) => row[column]!)));
  return similar.flatMap((row, first): Link[] => {
    const second = argmax(row);
    return bestRows[second] === first ? [{ first, second }] : [];
  });
}
