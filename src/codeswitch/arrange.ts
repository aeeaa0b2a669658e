import type { UniversalTag } from "./tags";

/** A constituent on its way into a bilingual tree. A leaf stands for a word (`word`) or, once arranged, for groups. */
export interface Draft {
  readonly label: string;
  readonly children: readonly Draft[];
  readonly tag?: UniversalTag;
  readonly word?: number;
  readonly groups?: readonly number[];
  readonly tags?: readonly UniversalTag[];
}

/** A draft with what it covers: the groups below it and the interval of the other sentence that they span. */
interface Part {
  readonly draft: Draft;
  readonly parts: readonly Part[];
  readonly groups: ReadonlySet<number>;
  readonly low: number;
  readonly high: number;
}

/**
 * Makes the children of every constituent follow one another in the other sentence too. A group that reaches over several
 * children, or children whose words interleave there, open those constituents into the one above; leaves that still
 * overlap become one leaf, with all that lies between them.
 */
export function arrange(
  draft: Draft,
  groupOf: (word: number) => number,
  wordsThere: (group: number) => readonly number[],
): Draft {
  function leaf(draft: Draft, groups: ReadonlySet<number>): Part {
    const there = [...groups].flatMap(wordsThere);
    return { draft, parts: [], groups, low: Math.min(...there), high: Math.max(...there) };
  }
  function visit(node: Draft): Part {
    if (node.word !== undefined) {
      const groups = new Set([groupOf(node.word)]);
      return leaf(
        { label: node.label, children: [], groups: [...groups], tags: node.tag === undefined ? [] : [node.tag] },
        groups,
      );
    }
    let parts: readonly Part[] = node.children.map(visit);
    for (;;) {
      const clash = findClash(parts);
      if (clash === undefined) break;
      const [from, to] = clash;
      const opened = [from, to].filter((index) => parts[index]!.parts.length > 0);
      parts =
        opened.length > 0
          ? parts.flatMap((part, index) => (opened.includes(index) ? part.parts : [part]))
          : [...parts.slice(0, from), fused(node.label, parts.slice(from, to + 1)), ...parts.slice(to + 1)];
    }
    const only = parts[0];
    if (parts.length === 1 && only !== undefined) return { ...only, draft: { ...only.draft, label: node.label } };
    return {
      draft: { label: node.label, children: parts.map((part) => part.draft) },
      parts,
      groups: new Set(parts.flatMap((part) => [...part.groups])),
      low: Math.min(...parts.map((part) => part.low)),
      high: Math.max(...parts.map((part) => part.high)),
    };
  }
  function fused(label: string, parts: readonly Part[]): Part {
    const groups = new Set(parts.flatMap((part) => [...part.groups]));
    const tags = parts.flatMap((part) => tagsOf(part.draft));
    return leaf({ label, children: [], groups: [...groups], tags }, groups);
  }
  return visit(draft).draft;
}

function tagsOf(draft: Draft): readonly UniversalTag[] {
  return draft.tags ?? draft.children.flatMap(tagsOf);
}

/** The first two parts whose intervals in the other sentence overlap; a shared group always makes them overlap. */
function findClash(parts: readonly Part[]): readonly [number, number] | undefined {
  const sorted = parts.map((_, index) => index).sort((a, b) => parts[a]!.low - parts[b]!.low);
  let reach = -1;
  let holder = -1;
  for (const index of sorted) {
    const part = parts[index]!;
    if (holder >= 0 && part.low <= reach) return holder < index ? [holder, index] : [index, holder];
    if (part.high > reach) {
      reach = part.high;
      holder = index;
    }
  }
  return undefined;
}
