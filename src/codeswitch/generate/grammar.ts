import { seededRandom } from "../../random";
import type { Problem, Result } from "../../result";
import { fail, ok } from "../../result";
import type { BilingualTree } from "../bilingual";
import { constraints, type TheoryId } from "../constraints";
import type { LanguageCode } from "../language";
import type { Path } from "../lattice/lattice";
import { cmi2014 } from "../metrics/cmi-2014";
import { iIndex } from "../metrics/i-index";
import type { TaggedWord } from "../metrics/metric";
import type { Side, SwitchedSentence } from "../sentence";
import { equivalenceLattice } from "./equivalence-lattice";
import { matrixLattice } from "./matrix-lattice";
import { shownLanguage } from "./spoken";
import { choosePaths, embeddedPercent, type Target } from "./target";
import { writeSentence } from "./write";

export interface GrammarRequest {
  readonly theory: TheoryId;
  /** Whether the free morpheme constraint holds beside the theory; default true. */
  readonly freeMorpheme?: boolean;
  /** The main language: matrix language of the frame, and the one with more words where both orders are free. */
  readonly matrix: Side;
  readonly target: Target;
  readonly count: number;
  readonly seed: number;
}

export interface GrammarResult {
  /** Sentences nearest to the target, nearest first. */
  readonly sentences: readonly SwitchedSentence[];
  /** How many the theory allows, the two monolingual ones included. */
  readonly total: bigint;
  /** True when all of them were compared, false when some were drawn by chance. */
  readonly enumerated: boolean;
}

/** The longest sentence that is read, in words. */
export const longestSentence = 800;

/**
 * Sentences that a theory of switching allows for a pair, nearest to the target. Fails with `input-invalid` where the
 * theory needs a tree that is not there or a sentence is too long; a pair that allows no switch is no failure, its total
 * is 2 (or 1 for a matrix language).
 */
export function generateFromGrammar(pair: BilingualTree, request: GrammarRequest): Result<GrammarResult> {
  const problem = theoryProblem(pair, request.theory);
  if (problem !== undefined) return fail(problem);
  const { theory, matrix, target, freeMorpheme = true } = request;
  const lattice =
    theory === "matrix-language"
      ? matrixLattice(pair, matrix, freeMorpheme)
      : equivalenceLattice(pair, theory, matrix, freeMorpheme);
  const written = new Map<Path, SwitchedSentence>();
  const write = (path: Path): SwitchedSentence => {
    const old = written.get(path);
    if (old !== undefined) return old;
    const sentence = writeSentence(pair, path, theory, matrix, freeMorpheme);
    written.set(path, sentence);
    return sentence;
  };
  const languages = shownLanguages(pair);
  const spoken = (unit: number, side: Side): number =>
    languages[unit]![side].filter((language) => language !== null).length;
  const sizes = (path: Path): readonly [number, number] => {
    const words: [number, number] = [0, 0];
    for (const { unit, side } of path) words[side] += spoken(unit, side);
    return words;
  };
  const metric = target.measure === "cmi" ? cmi2014 : iIndex;
  const { paths, total, enumerated } = choosePaths(
    lattice,
    target,
    request.count,
    matrix,
    {
      value: (path) =>
        target.measure === "embedded"
          ? embeddedPercent(sizes(path), matrix)
          : (metric.measure(
              path.flatMap(({ unit, side }) => languages[unit]![side].map((language) => ({ language }))),
            ) ?? 0),
      sizes,
      text: (path) => write(path).text,
      words: spoken,
    },
    seededRandom(request.seed),
  );
  return ok({ sentences: paths.map(write), total, enumerated });
}

/** The words of a sentence as the measures read them; parts of speech come from the parsed side through the units. */
export function taggedWords(pair: BilingualTree, sentence: SwitchedSentence): readonly TaggedWord[] {
  return sentence.words.map((word) => {
    if (word.source === undefined) return { language: word.language };
    const { side, index } = word.source;
    const { tags, words } = pair.units[pair.unitOf[side][index]!]!;
    const position = words[side].indexOf(index);
    const tag = words[side].length === tags.length ? tags[position] : undefined;
    return tag === undefined ? { language: word.language } : { language: word.language, tag };
  });
}

/** What each word of a unit shows, by unit and side. */
function shownLanguages(
  pair: BilingualTree,
): readonly (readonly [readonly (LanguageCode | null)[], readonly (LanguageCode | null)[]])[] {
  return pair.units.map(({ words }) => {
    const shown = (side: Side) => words[side].map((index) => shownLanguage(pair, side, index));
    return [shown(0), shown(1)] as const;
  });
}

/** Why a theory cannot be applied to a pair: it needs a tree that is not there, or a sentence is too long. */
export function theoryProblem(pair: BilingualTree, theory: TheoryId): Problem | undefined {
  const longest = Math.max(pair.sentences[0].words.length, pair.sentences[1].words.length);
  if (longest > longestSentence) {
    return {
      code: "input-invalid",
      what: `A sentence has ${longest} words; the lab reads at most ${longestSentence}.`,
      remedy: "Cut the text into sentences and work on one at a time.",
      facts: { words: longest },
    };
  }
  if (constraints[theory].needs.includes("tree") && pair.parsed === undefined) {
    return {
      code: "input-invalid",
      what: `There is no tree, and ${constraints[theory].phrase} needs a constituency tree of one sentence.`,
      remedy: "Paste a bracketed tree of either sentence, or choose “No crossing links”, which needs only the links.",
      facts: { theory },
    };
  }
  return undefined;
}
