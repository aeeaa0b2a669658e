import type { Result } from "../result";
import { fail, ok } from "../result";
import type { Tree } from "./tree";

/** One word of a dependency tree. */
export interface DependencyWord {
  readonly form: string;
  readonly upos: string;
  /** The index of its head, from 0; -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** The tenth column: `SpaceAfter=No`, a language tag; `_` where empty. */
  readonly misc: string;
}

/** A sentence of a CoNLL-U file with its syntactic words. */
export interface DependencySentence {
  /** The `# text` comment, where there is one. */
  readonly text?: string;
  readonly words: readonly DependencyWord[];
}

/**
 * Reads CoNLL-U: ten columns parted by tabs, a blank line between sentences. Ranges (`1-2`) and empty nodes (`1.1`) are
 * passed over; each sentence's heads must form one tree. Fails with `input-invalid` and the line, from 1.
 */
export function parseConllu(source: string): Result<readonly DependencySentence[]> {
  const sentences: DependencySentence[] = [];
  let words: DependencyWord[] = [];
  let text: string | undefined;
  let start = 1;
  const lines = [...source.split(/\r?\n/u), ""];
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    if (line.trim() === "") {
      if (words.length > 0) {
        const fault = treeFault(words);
        if (fault !== undefined) return broken(start, fault);
        sentences.push({ ...(text === undefined ? {} : { text }), words });
      }
      [words, text, start] = [[], undefined, number + 1];
      continue;
    }
    if (line.startsWith("#")) {
      text = /^#\s*text\s*=\s*(.*)$/u.exec(line)?.[1] ?? text;
      continue;
    }
    const columns = line.split("\t");
    if (columns.length !== 10) return broken(number, `there are ${columns.length} columns, not ten parted by tabs`);
    const [id, form, , upos, , , head, relation, , misc] = columns as [string, ...string[]];
    if (/^\d+[-.]\d+$/u.test(id)) continue;
    if (id !== String(words.length + 1)) return broken(number, `the word's number is “${id}”, not ${words.length + 1}`);
    if (!/^\d+$/u.test(head!)) return broken(number, `the head of “${form}” is “${head}”, not a number`);
    words.push({ form: form!, upos: upos!, head: Number(head) - 1, relation: relation!, misc: misc! });
  }
  return sentences.length > 0 ? ok(sentences) : broken(1, "there is no sentence");
}

function treeFault(words: readonly DependencyWord[]): string | undefined {
  const roots = words.filter(({ head }) => head === -1).length;
  if (roots !== 1) return `the sentence has ${roots} roots, not one`;
  for (const [index, { form, head }] of words.entries()) {
    if (head >= words.length) return `the head of “${form}” is word ${head + 1} of ${words.length}`;
    let above = index;
    for (let step = 0; above !== -1; step += 1) {
      if (step > words.length) return `the heads above “${form}” go round in a circle`;
      above = words[above]!.head;
    }
  }
  return undefined;
}

const phrases: Readonly<Record<string, string>> = {
  NOUN: "NP",
  PROPN: "NP",
  PRON: "NP",
  NUM: "NP",
  VERB: "S",
  AUX: "S",
  ADJ: "AP",
  ADV: "AdvP",
  ADP: "PP",
};

/**
 * A constituency tree with one flat phrase for each word that has dependents: the word and its dependents' phrases, in
 * the order of the sentence. Dependents whose phrases stand apart (crossing arcs) are raised until every phrase is a
 * stretch of the sentence, so the leaves are the words in order.
 */
export function treeFromDependencies({ words }: DependencySentence): Tree {
  const heads = projective(words);
  const dependents = words.map((): number[] => []);
  for (const [index, head] of heads.entries()) if (head >= 0) dependents[head]!.push(index);
  function phrase(index: number): Tree {
    const { form, upos } = words[index]!;
    const leaf: Tree = { label: upos, word: form };
    if (dependents[index]!.length === 0) return leaf;
    const members = [...dependents[index]!, index].sort((a, b) => a - b);
    return {
      label: phrases[upos] ?? "XP",
      children: members.map((member) => (member === index ? leaf : phrase(member))),
    };
  }
  return phrase(heads.indexOf(-1));
}

/** Heads with non-projective words attached to their head's head, the shortest such arc first (Nivre and Nilsson 2005). */
function projective(words: readonly DependencyWord[]): readonly number[] {
  const heads = words.map(({ head }) => head);
  const isBelow = (word: number, head: number): boolean => {
    for (let above = word; above !== -1; above = heads[above]!) if (above === head) return true;
    return false;
  };
  const isLoose = (word: number): boolean => {
    const head = heads[word]!;
    if (head === -1) return false;
    const [from, to] = [Math.min(word, head), Math.max(word, head)];
    for (let between = from + 1; between < to; between += 1) if (!isBelow(between, head)) return true;
    return false;
  };
  for (;;) {
    let shortest: number | undefined;
    for (const word of heads.keys()) {
      const length = Math.abs(word - heads[word]!);
      if (isLoose(word) && (shortest === undefined || length < Math.abs(shortest - heads[shortest]!))) shortest = word;
    }
    if (shortest === undefined) return heads;
    heads[shortest] = heads[heads[shortest]!]!;
  }
}

function broken(line: number, what: string): Result<readonly DependencySentence[]> {
  return fail({
    code: "input-invalid",
    what: `The dependency tree cannot be read: in line ${line} ${what}.`,
    remedy: "Paste CoNLL-U as treebanks have it: ten columns parted by tabs, and a blank line after each sentence.",
    facts: { line },
  });
}
