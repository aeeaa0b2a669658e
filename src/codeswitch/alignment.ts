import type { Result } from "../result";
import { fail, ok } from "../result";

/** Word `first` of the first sentence stands for word `second` of the second. Both count from 0. */
export interface Link {
  readonly first: number;
  readonly second: number;
}

/** A set of links, sorted by `first`, then `second`, each once. */
export type Alignment = readonly Link[];

export function sortLinks(links: Iterable<Link>): Alignment {
  const unique = new Map<string, Link>();
  for (const link of links) unique.set(`${link.first}-${link.second}`, { first: link.first, second: link.second });
  return [...unique.values()].sort((a, b) => a.first - b.first || a.second - b.second);
}

/** The Pharaoh format of the aligners: `0-0 1-2 2-1`. */
export function printPharaoh(alignment: Alignment): string {
  return alignment.map((link) => `${link.first}-${link.second}`).join(" ");
}

/**
 * Reads the Pharaoh format and checks it against the number of words of the two sentences. Fails with
 * `alignment-invalid`, naming the entry and its place in the text.
 */
export function parsePharaoh(text: string, sizes: readonly [number, number]): Result<Alignment> {
  const links: Link[] = [];
  for (const match of text.matchAll(/[^\s,;]+/gu)) {
    const entry = match[0];
    const parts = /^(\d{1,6})-(\d{1,6})$/u.exec(entry);
    if (parts === null) {
      return invalid(
        `“${entry.slice(0, 40)}” at position ${match.index + 1} of the alignment is not a link.`,
        "Write links as two word numbers from 0 with a hyphen, such as 0-0 1-2 2-1.",
        { position: match.index },
      );
    }
    links.push({ first: Number(parts[1]), second: Number(parts[2]) });
  }
  return checkAlignment(links, sizes);
}

/** Sorted links that fit the sentences, or `alignment-invalid` with the link that does not. */
export function checkAlignment(links: readonly Link[], sizes: readonly [number, number]): Result<Alignment> {
  for (const { first, second } of links) {
    const [index, size, which] = first >= sizes[0] ? [first, sizes[0], "first"] : [second, sizes[1], "second"];
    if (index >= size || index < 0 || !Number.isInteger(index)) {
      return invalid(
        `The link ${first}-${second} points to word ${index} of the ${which} sentence, which has ${size} words.`,
        size === 0
          ? `Write something into the ${which} sentence.`
          : `Use numbers from 0 to ${size - 1} there, or remove the link.`,
        { first, second },
      );
    }
  }
  return ok(sortLinks(links));
}

/** The same set with one link more, or without it if it was there. */
export function toggleLink(alignment: Alignment, link: Link): Alignment {
  const without = alignment.filter((other) => other.first !== link.first || other.second !== link.second);
  return without.length < alignment.length ? without : sortLinks([...alignment, link]);
}

/** Two links cross when their words stand in one order here and in the other there. */
export function crosses(a: Link, b: Link): boolean {
  return (a.first - b.first) * (a.second - b.second) < 0;
}

export interface AlignmentScore {
  /** |A ∩ P| / |A|; 1 when nothing was proposed. */
  readonly precision: number;
  /** |A ∩ S| / |S|; 1 when nothing is sure. */
  readonly recall: number;
  /** 1 - (|A ∩ S| + |A ∩ P|) / (|A| + |S|); 0 when both are empty. */
  readonly aer: number;
}

/**
 * Alignment error rate of proposed links A against sure links S and possible links P, which includes S
 * (Och and Ney 2003). Sums over sentences: pass one entry a sentence.
 */
export function scoreAlignments(
  sentences: readonly { readonly proposed: Alignment; readonly sure: Alignment; readonly possible: Alignment }[],
): AlignmentScore {
  let proposed = 0;
  let sure = 0;
  let inSure = 0;
  let inPossible = 0;
  for (const sentence of sentences) {
    const sureKeys = keysOf(sentence.sure);
    const possibleKeys = new Set([...keysOf(sentence.possible), ...sureKeys]);
    const keys = keysOf(sentence.proposed);
    proposed += keys.size;
    sure += sureKeys.size;
    for (const key of keys) {
      inSure += Number(sureKeys.has(key));
      inPossible += Number(possibleKeys.has(key));
    }
  }
  return {
    precision: proposed === 0 ? 1 : inPossible / proposed,
    recall: sure === 0 ? 1 : inSure / sure,
    aer: proposed + sure === 0 ? 0 : 1 - (inSure + inPossible) / (proposed + sure),
  };
}

function keysOf(alignment: Alignment): Set<string> {
  return new Set(alignment.map((link) => `${link.first}-${link.second}`));
}

function invalid(what: string, remedy: string, facts: Readonly<Record<string, number>>): Result<Alignment> {
  return fail({ code: "alignment-invalid", what, remedy, facts });
}
