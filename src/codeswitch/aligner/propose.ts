import { mean } from "../../vectors";
import type { Alignment } from "../alignment";
import { learnCollocations } from "./collocations";
import { type Ibm1, type Ibm1Options, trainIbm1, type WordPair } from "./ibm1";
import { foldedPair, reversed } from "./word-pair";
import { learnPieces } from "./pieces";
import { symmetrise } from "./symmetrise";

const options = { iterations: 6, nullShare: 0.05, unseen: 1e-5, start: startOfPieces };
/** The same for few pairs: words stay whole and the diagonal prior is kept, as too little tells against it. */
const optionsOfFew = { ...options, iterations: 5, nullShare: 0.02, start: startOf };
/** Strengths of the diagonal prior (Dyer et al. 2013): none suits languages of different order. */
const tensions = [0, 1] as const;
const tensionOfFew = 2;
/** Pairs from which on pieces and collocations can be learnt. */
const enoughPairs = 1_000;
/** Merges of each way to cut units into pieces; with none units stay whole. */
const mergesTried = [0, 600, 1_000, 1_500] as const;
/** Pairs of the corpus on which the directions are compared. */
const judged = 500;
/** A direction links words from this probability on. */
const bound = 0.4;

/**
 * Links for a sentence pair, learnt from the pair and from other pairs of the same languages. With few pairs it is a proposal to be
 * corrected by hand (SPEC 9.3).
 */
export function proposeAlignment(pair: WordPair, others: readonly WordPair[]): Alignment {
  return trainAligner([...others, pair])(pair);
}

/**
 * The same for any pair of a corpus that is trained on once: IBM Model 1 over units, which are collocations cut into pieces, in several
 * ways, from words to short pieces, and in both directions. Each direction's probabilities are averaged over the ways, and the links of both are
 * symmetrised. The diagonal prior is taken where with it both directions agree more (Liang et al. 2006 train for agreement; here it
 * only chooses).
 */
export function trainAligner(pairs: readonly WordPair[]): (pair: WordPair) => Alignment {
  const corpus = pairs.map(foldedPair);
  if (pairs.length < enoughPairs) {
    const member = trainMember(corpus, [wholeWords, wholeWords], { ...optionsOfFew, tension: tensionOfFew });
    return (pair) => alignBy([member], foldedPair(pair));
  }
  const sides = [corpus.map(([first]) => first), corpus.map(([, second]) => second)] as const;
  const collocate = [learnCollocations(sides[0]), learnCollocations(sides[1])] as const;
  const cuts = mergesTried.map((merges) => {
    const [first, second] = [0, 1].map((side) => learnUnits(sides[side]!, collocate[side]!, merges));
    return [first!, second!] as const;
  });
  const sample = corpus.slice(0, judged);
  const tried = tensions
    .map((tension) => ({ tension, member: trainMember(corpus, cuts[0]!, { ...options, tension }) }))
    .map((one) => ({ ...one, agreement: agreementOf(one.member, sample) }));
  const { tension, member: whole } = tried.toSorted((a, b) => b.agreement - a.agreement)[0]!;
  const members = [whole, ...cuts.slice(1).map((cut) => trainMember(corpus, cut, { ...options, tension }))];
  return (pair) => alignBy(members, foldedPair(pair));
}

/** One way to cut both languages, with IBM Model 1 in both directions over its units. */
interface Member {
  readonly cut: readonly [first: Cutter, second: Cutter];
  readonly forward: Ibm1;
  readonly backward: Ibm1;
}

function trainMember(corpus: readonly WordPair[], cut: Member["cut"], settings: Ibm1Options): Member {
  const units = corpus.map(([first, second]): WordPair => [cut[0](first).units, cut[1](second).units]);
  return { cut, forward: trainIbm1(units, settings), backward: trainIbm1(units.map(reversed), settings) };
}

function alignBy(members: readonly Member[], pair: WordPair): Alignment {
  const [forward, backward] = linksOf(members, pair);
  return symmetrise(forward, backward);
}

/** Links of both directions from the bound on, their probabilities averaged over the members. */
function linksOf(members: readonly Member[], [first, second]: WordPair): readonly [Alignment, Alignment] {
  const likely = members.map(({ cut, forward, backward }) => {
    const [here, there] = [cut[0](first), cut[1](second)];
    return [
      wordsByUnits(forward.posterior([here.units, there.units]), here, there, first.length),
      wordsByUnits(backward.posterior([there.units, here.units]), there, here, second.length),
    ] as const;
  });
  const average = (direction: 0 | 1, target: number, source: number): number =>
    mean(likely.map((one) => one[direction][target]?.[source] ?? 0));
  const all = first.flatMap((_, one) => second.map((__, other) => ({ first: one, second: other })));
  return [
    all.filter((link) => average(0, link.second, link.first) > bound),
    all.filter((link) => average(1, link.first, link.second) > bound),
  ];
}

/**
 * Probabilities of words from those of units [target units, source units]: a word is as sure as the surest of its units, and goes to
 * a source word with all that goes to the units of that word [target words, source words].
 */
function wordsByUnits(
  rows: readonly Float64Array[],
  source: Cut,
  target: Cut,
  sources: number,
): readonly Float64Array[] {
  const words: Float64Array[] = [];
  for (const [unit, row] of rows.entries()) {
    const here = new Float64Array(sources);
    for (const [other, covered] of source.words.entries()) for (const word of covered) here[word]! += row[other]!;
    for (const word of target.words[unit]!) {
      const surest = (words[word] ??= new Float64Array(sources));
      for (const [place, value] of here.entries()) surest[place] = Math.max(surest[place]!, value);
    }
  }
  return words;
}

/** How far both directions find the same links: twice those of both, over those of each. */
function agreementOf(member: Member, pairs: readonly WordPair[]): number {
  let both = 0;
  let all = 0;
  for (const pair of pairs) {
    const [one, other] = linksOf([member], pair);
    const known = new Set(one.map(({ first, second }) => `${first}-${second}`));
    both += other.filter(({ first, second }) => known.has(`${first}-${second}`)).length;
    all += one.length + other.length;
  }
  return all === 0 ? 0 : (2 * both) / all;
}

interface Cut {
  readonly units: readonly string[];
  /** By unit, the numbers of the words that it covers or is part of. */
  readonly words: readonly (readonly number[])[];
}

type Cutter = (words: readonly string[]) => Cut;

function wholeWords(words: readonly string[]): Cut {
  return { units: words, words: words.map((_, place) => [place]) };
}

function learnUnits(
  sentences: readonly (readonly string[])[],
  collocate: (words: readonly string[]) => readonly string[],
  merges: number,
): Cutter {
  const pieces = merges === 0 ? (unit: string) => [unit] : learnPieces(sentences.flatMap(collocate), merges);
  return (words) => {
    let place = 0;
    const cut = collocate(words).flatMap((unit) => {
      const size = unit.split(" ").length;
      const covered = Array.from({ length: size }, (_, offset) => place + offset);
      place += size;
      return pieces(unit).map((piece) => ({ piece, covered }));
    });
    return { units: cut.map(({ piece }) => piece), words: cut.map(({ covered }) => covered) };
  };
}

/** Cognates and names start ahead: up to 20 times the weight of words without a letter pair in common. */
function startOf(source: string, target: string): number {
  return 1 + 19 * dice(source, target) ** 2;
}

/** The same of pieces; of one or two letters none starts ahead. */
function startOfPieces(source: string, target: string): number {
  const [first, second] = [source.replace("▁", ""), target.replace("▁", "")];
  return first.length < 3 || second.length < 3 ? 1 : startOf(first, second);
}

/** Dice's coefficient of letter pairs, with the ends of the word as letters; accents do not count. */
function dice(a: string, b: string): number {
  const [first, second] = [bigrams(a), bigrams(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size);
}

function bigrams(word: string): ReadonlySet<string> {
  const letters = Array.from(` ${word.normalize("NFD").replace(/\p{Mn}/gu, "")} `);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
