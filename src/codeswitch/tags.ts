/** Parts of speech of Universal Dependencies. */
export const universalTags = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type UniversalTag = (typeof universalTags)[number];

const universal: ReadonlySet<string> = new Set(universalTags);

/** Penn Treebank tags by longest prefix (Petrov, Das and McDonald 2012, revised to Universal Dependencies). */
const penn: readonly (readonly [string, UniversalTag])[] = [
  ["NNP", "PROPN"],
  ["NN", "NOUN"],
  ["JJ", "ADJ"],
  ["RP", "ADP"],
  ["RB", "ADV"],
  ["WRB", "ADV"],
  ["MD", "AUX"],
  ["VB", "VERB"],
  ["PRP$", "DET"],
  ["WP$", "DET"],
  ["PRP", "PRON"],
  ["WP", "PRON"],
  ["EX", "PRON"],
  ["PDT", "DET"],
  ["WDT", "DET"],
  ["DT", "DET"],
  ["IN", "ADP"],
  ["TO", "PART"],
  ["POS", "PART"],
  ["CC", "CCONJ"],
  ["CD", "NUM"],
  ["UH", "INTJ"],
  ["FW", "X"],
  ["SYM", "SYM"],
];

/** The universal tag that a tree's tag stands for: itself, or by the Penn Treebank's table; `X` where neither knows it. */
export function universalTag(tag: string): UniversalTag {
  if (universal.has(tag)) return tag as UniversalTag;
  if (!/\p{L}/u.test(tag)) return "PUNCT";
  return penn.find(([prefix]) => tag.startsWith(prefix))?.[1] ?? "X";
}

const content: ReadonlySet<UniversalTag> = new Set<UniversalTag>([
  "NOUN",
  "PROPN",
  "VERB",
  "ADJ",
  "ADV",
  "NUM",
  "INTJ",
]);

/** Content morphemes in Myers-Scotton's sense, as far as a part of speech can tell: it assigns or receives a role. */
export function isContent(tag: UniversalTag): boolean {
  return content.has(tag);
}

const functionalHeads: ReadonlySet<UniversalTag> = new Set<UniversalTag>(["DET", "AUX", "SCONJ", "PART", "NUM"]);

/**
 * Functional heads of Belazi, Rubin and Toribio (1994): C (SCONJ), D (DET), I (AUX and the infinitive's particle),
 * NEG (PART), Q (NUM and quantifying determiners).
 */
export function isFunctionalHead(tag: UniversalTag): boolean {
  return functionalHeads.has(tag);
}
