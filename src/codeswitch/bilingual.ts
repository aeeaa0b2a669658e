import type { Problem, Result } from "../result";
import { fail, ok } from "../result";
import type { Alignment } from "./alignment";
import { arrange, type Draft } from "./arrange";
import { draftOf, flatDraft } from "./draft";
import type { Span } from "./phrases/span";
import type { WordRef } from "./reasons";
import { otherSide, type Sentence, type Side } from "./sentence";
import type { UniversalTag } from "./tags";
import type { Tree } from "./tree";
import { joinUnaligned } from "./unaligned";

/**
 * The smallest stretch that can only be taken whole: words of one sentence and the words of the other that they stand
 * for. Its words are neighbours in both sentences.
 */
export interface Unit {
  /** Word indexes by side, rising. */
  readonly words: readonly [readonly number[], readonly number[]];
  /** Parts of speech of its words on the parsed side, in order; empty without a tree. */
  readonly tags: readonly UniversalTag[];
}

/** A constituent of both sentences at once. A leaf is one unit. */
export interface BilingualNode {
  readonly label: string;
  readonly children: readonly BilingualNode[];
  /** Children's indexes in the order of either side. The order of the parsed side is 0, 1, 2, ... */
  readonly order: readonly [readonly number[], readonly number[]];
  /** The leaf's unit. */
  readonly unit?: number;
  /** All units below. */
  readonly units: readonly number[];
}

/** A word that has no link and the neighbour it goes with. */
export interface Stray {
  readonly side: Side;
  readonly index: number;
  readonly goesWith: number;
}

/** Phrases of one of the two sentences. */
export interface SidePhrases {
  readonly side: Side;
  readonly spans: readonly Span[];
}

/** Two sentences as one structure: what every constraint judges and every grammar generator walks. */
export interface BilingualTree {
  readonly sentences: readonly [Sentence, Sentence];
  readonly alignment: Alignment;
  /** The side the tree was drawn over, or `undefined` for the flat structure without a tree. */
  readonly parsed: Side | undefined;
  readonly root: BilingualNode;
  readonly units: readonly Unit[];
  /** Unit of each word, by side. */
  readonly unitOf: readonly [readonly number[], readonly number[]];
  /** Word sets that the links hold together, by side: the units before constituents forced them into larger ones. */
  readonly groups: readonly (readonly [readonly number[], readonly number[]])[];
  readonly strays: readonly Stray[];
  /** Phrases whose words are held together with what they stand for, so that each lies in one unit; absent: none are. */
  readonly held?: SidePhrases;
}

/**
 * Projects a constituency tree of one sentence through the word alignment onto the other (Bhat, Choudhury and Bali 2016;
 * Pratapa et al. 2018): each constituent gets the order of its children in both languages. Children whose words
 * interleave in the other language are opened up, and what still interleaves becomes one unit. Without a tree all units
 * are children of one root. The words of a `held` phrase end up in one unit. Fails with `alignment-invalid` where there is no link and `input-invalid` where the tree's
 * words are not the sentence's.
 */
export function buildBilingualTree(
  sentences: readonly [Sentence, Sentence],
  alignment: Alignment,
  tree?: { readonly side: Side; readonly tree: Tree },
  held?: SidePhrases,
): Result<BilingualTree> {
  const empty = sentences.findIndex((sentence) => sentence.words.length === 0);
  if (empty >= 0) return fail(emptyProblem(empty, sentences[empty]!.text));
  if (alignment.length === 0) return fail(noLinks);
  const parsed = tree?.side ?? 0;
  const draft = tree === undefined ? flatDraft(sentences[0].words.length) : draftOf(tree.tree, sentences[parsed]);
  if ("code" in draft) return fail(draft);
  const { groups, groupOf, strays } = joinUnaligned(sentences, alignment, parsed, draft, held);
  const arranged = arrange(
    draft,
    (word) => groupOf[parsed][word]!,
    (group) => groups[group]![otherSide(parsed)],
  );
  return ok({
    sentences,
    alignment,
    parsed: tree?.side,
    groups,
    strays,
    ...(held === undefined ? {} : { held }),
    ...numbered(arranged, groups, parsed),
  });
}

function numbered(
  root: Draft,
  groups: BilingualTree["groups"],
  parsed: Side,
): Pick<BilingualTree, "root" | "units" | "unitOf"> {
  const units: Unit[] = [];
  const unitOf: [number[], number[]] = [[], []];
  function visit(node: Draft): BilingualNode {
    if (node.groups !== undefined) {
      const unit = units.length;
      const words: [number[], number[]] = [[], []];
      for (const group of node.groups) for (const side of [0, 1] as const) words[side].push(...groups[group]![side]);
      for (const side of [0, 1] as const) {
        words[side].sort((a, b) => a - b);
        for (const word of words[side]) unitOf[side][word] = unit;
      }
      units.push({ words, tags: node.tags ?? [] });
      return { label: node.label, children: [], order: [[], []], unit, units: [unit] };
    }
    const children = node.children.map(visit);
    const own = children.map((_, index) => index);
    const other = otherSide(parsed);
    const starts = children.map((child) => Math.min(...child.units.map((unit) => units[unit]!.words[other][0]!)));
    const projected = own.toSorted((a, b) => starts[a]! - starts[b]!);
    return {
      label: node.label,
      children,
      order: parsed === 0 ? [own, projected] : [projected, own],
      units: children.flatMap((child) => child.units),
    };
  }
  return { root: visit(root), units, unitOf };
}

export function wordRef(pair: BilingualTree, side: Side, index: number): WordRef {
  return { side, index, text: pair.sentences[side].words[index]?.text ?? "" };
}

/** The words of units on one side, in that sentence's order. */
export function wordRefs(pair: BilingualTree, side: Side, units: readonly number[]): readonly WordRef[] {
  return units
    .flatMap((unit) => pair.units[unit]!.words[side])
    .toSorted((a, b) => a - b)
    .map((index) => wordRef(pair, side, index));
}

function emptyProblem(side: number, text: string): Problem {
  const which = side === 0 ? "first" : "second";
  return {
    code: "input-invalid",
    what: text.trim() === "" ? `The ${which} sentence is empty.` : `The ${which} sentence has no words, only signs.`,
    remedy: `Write the ${which} sentence, or choose a pair from the list.`,
    facts: { side },
  };
}

const noLinks: Problem = {
  code: "alignment-invalid",
  what: "The alignment is empty: no word of one sentence is linked to a word of the other, so nothing can be switched.",
  remedy:
    "Link at least two pairs of words: choose a word of each sentence in the figure, or write links such as 0-0 1-2.",
  facts: { links: 0 },
};
