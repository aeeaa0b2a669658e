import { type Alignment, sortLinks } from "../alignment";
import { learnCollocations } from "./collocations";
import { type Ibm1, trainIbm1, type WordPair } from "./ibm1";
import { learnPieces } from "./pieces";
import { symmetrise } from "./symmetrise";

const options = { iterations: 5, nullShare: 0.05, unseen: 1e-5, start: startOfPieces };
/** The same for few pairs: words stay whole and the diagonal prior is kept, as too little tells against it. */
const optionsOfFew = { ...options, nullShare: 0.02, start: startOf };
/** Strengths of the diagonal prior (Dyer et al. 2013): none suits languages of different order. */
const tensions = [0, 2] as const;
/** Pairs from which on pieces and collocations can be learnt. */
const enoughPairs = 1_000;
/** Pairs of the corpus on which the directions are compared. */
const judged = 500;

/**
 * Links for a sentence pair, learnt from the pair and from other pairs of the same languages. With few pairs it is a proposal to be
 * corrected by hand (SPEC 9.3).
 */
export function proposeAlignment(pair: WordPair, others: readonly WordPair[]): Alignment {
  return trainAligner([...others, pair])(pair);
}

/**
 * The same for any pair of a corpus that is trained on once: IBM Model 1 over units, which are collocations cut into pieces, in both
 * directions and symmetrised, with the diagonal prior or without, as the directions agree more (Liang et al. 2006 train for agreement;
 * here it only chooses). A link of units links all their words.
 */
export function trainAligner(pairs: readonly WordPair[]): (pair: WordPair) => Alignment {
  const corpus = pairs.map(foldedPair);
  const few = pairs.length < enoughPairs;
  const learn = few ? () => wholeWords : learnUnits;
  const cut = [learn(corpus.map(([first]) => first)), learn(corpus.map(([, second]) => second))] as const;
  const units = corpus.map(([first, second]): WordPair => [cut[0](first).units, cut[1](second).units]);
  const { forward, backward } = (few ? [2] : tensions)
    .map((tension) => {
      const model = trainIbm1(units, { ...(few ? optionsOfFew : options), tension });
      const inverse = trainIbm1(units.map(reversed), { ...(few ? optionsOfFew : options), tension });
      return { forward: model, backward: inverse, agreement: agreementOf(units, model, inverse) };
    })
    .sort((a, b) => b.agreement - a.agreement)[0]!;
  return (pair) => {
    const [first, second] = foldedPair(pair);
    const [here, there] = [cut[0](first), cut[1](second)];
    const own: WordPair = [here.units, there.units];
    const links = symmetrise(...linksOf(own, forward, backward));
    return sortLinks(
      links.flatMap((link) =>
        here.words[link.first]!.flatMap((one) =>
          there.words[link.second]!.map((other) => ({ first: one, second: other })),
        ),
      ),
    );
  };
}

/** Links of both directions. */
function linksOf(pair: WordPair, forward: Ibm1, backward: Ibm1): readonly [Alignment, Alignment] {
  return [
    forward.align(pair).flatMap((first, second) => (first < 0 ? [] : [{ first, second }])),
    backward.align(reversed(pair)).flatMap((second, first) => (second < 0 ? [] : [{ first, second }])),
  ];
}

/** How far both directions find the same links in the first pairs: twice those of both, over those of each. */
function agreementOf(pairs: readonly WordPair[], forward: Ibm1, backward: Ibm1): number {
  let both = 0;
  let all = 0;
  for (const pair of pairs.slice(0, judged)) {
    const [one, other] = linksOf(pair, forward, backward);
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

function wholeWords(words: readonly string[]): Cut {
  return { units: words, words: words.map((_, place) => [place]) };
}

function learnUnits(sentences: readonly (readonly string[])[]): (words: readonly string[]) => Cut {
  const collocate = learnCollocations(sentences);
  const pieces = learnPieces(sentences.flatMap(collocate));
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

function foldedPair([source, target]: WordPair): WordPair {
  return [source.map(folded), target.map(folded)];
}

function reversed([source, target]: WordPair): WordPair {
  return [target, source];
}

function folded(word: string): string {
  return word.toLowerCase().normalize("NFC");
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
