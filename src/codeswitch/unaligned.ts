import type { Alignment } from "./alignment";
import type { Draft } from "./arrange";
import type { BilingualTree, SidePhrases, Stray } from "./bilingual";
import { isHeadFinal } from "./language";
import type { Sentence, Side } from "./sentence";
import { otherSide } from "./sentence";

interface Groups {
  readonly groups: BilingualTree["groups"];
  /** Group of each word, by side. */
  readonly groupOf: readonly [readonly number[], readonly number[]];
  readonly strays: readonly Stray[];
}

/**
 * The sets of words that links, and phrases that are kept whole, hold together. A word without a link joins a neighbour: on the parsed side one of its own
 * constituent, elsewhere the next word, or the word before in languages whose small words follow.
 */
export function joinUnaligned(
  sentences: readonly [Sentence, Sentence],
  alignment: Alignment,
  parsed: Side,
  draft: Draft,
  held?: SidePhrases,
): Groups {
  const sizes = [sentences[0].words.length, sentences[1].words.length] as const;
  const parent = Array.from({ length: sizes[0] + sizes[1] }, (_, index) => index);
  const place = (side: Side, index: number): number => (side === 0 ? index : sizes[0] + index);
  function find(item: number): number {
    let top = item;
    while (parent[top] !== top) top = parent[top]!;
    parent[item] = top;
    return top;
  }
  const linked: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (const { first, second } of alignment) {
    parent[find(place(0, first))] = find(place(1, second));
    linked[0].add(first);
    linked[1].add(second);
  }
  if (held !== undefined) {
    const { side, spans } = held;
    for (const [start, end] of spans) {
      for (let index = start + 1; index < end; index += 1) parent[find(place(side, index))] = find(place(side, start));
    }
  }
  const strays: Stray[] = [];
  for (const side of [parsed, otherSide(parsed)]) {
    const backwards = isHeadFinal(sentences[side].language);
    const spans = side === parsed ? spansOf(draft) : [[0, sizes[side]] as const];
    for (let index = 0; index < sizes[side]; index += 1) {
      if (linked[side].has(index)) continue;
      const goesWith = neighbour(index, linked[side], spans, backwards);
      strays.push({ side, index, goesWith });
      parent[find(place(side, index))] = find(place(side, goesWith));
    }
  }
  const numbers = new Map<number, number>();
  const groups: [number[], number[]][] = [];
  const groupOf: [number[], number[]] = [[], []];
  for (const side of [0, 1] as const) {
    for (let index = 0; index < sizes[side]; index += 1) {
      const top = find(place(side, index));
      const group = numbers.get(top) ?? groups.length;
      if (group === groups.length) {
        numbers.set(top, group);
        groups.push([[], []]);
      }
      groups[group]![side].push(index);
      groupOf[side][index] = group;
    }
  }
  return { groups, groupOf, strays };
}

/** Half-open word intervals of the constituents, smallest first. */
function spansOf(draft: Draft): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  function visit(node: Draft): [number, number] {
    if (node.word !== undefined) return [node.word, node.word + 1];
    const parts = node.children.map(visit);
    const span: [number, number] = [parts[0]![0], parts.at(-1)![1]];
    spans.push(span);
    return span;
  }
  visit(draft);
  return spans.sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
}

/** The nearest linked word inside the smallest constituent that has one, looking the language's way first. */
function neighbour(
  index: number,
  linked: ReadonlySet<number>,
  spans: readonly (readonly [number, number])[],
  backwards: boolean,
): number {
  for (const [start, end] of spans) {
    if (index < start || index >= end) continue;
    const before = nearest(index, start - 1, -1, linked);
    const after = nearest(index, end, 1, linked);
    const found = backwards ? (before ?? after) : (after ?? before);
    if (found !== undefined) return found;
  }
  return nearest(index, -1, -1, linked) ?? nearest(index, Number.MAX_SAFE_INTEGER, 1, linked) ?? index;
}

function nearest(index: number, stop: number, step: 1 | -1, linked: ReadonlySet<number>): number | undefined {
  for (let at = index + step; at !== stop; at += step) if (linked.has(at)) return at;
  return undefined;
}
