import type { SidePhrases } from "../../../../codeswitch/bilingual";
import { generateFromGrammar } from "../../../../codeswitch/generate/grammar";
import { shuffled } from "../../../../codeswitch/generate/shuffle";
import { corpusCmi } from "../../../../codeswitch/metrics/cmi-2016";
import { readPair } from "../../../../codeswitch/read-pair";
import { canonicalJson } from "../../../../experiments/delta";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { factoryDefaults } from "../../../../experiments/documents/codeswitching-factory";
import { seededRandom } from "../../../../random";
import { fail, ok, type Result, unwrap } from "../../../../result";
import { turns } from "../../../../turns";
import type { RunTools } from "../../../lab";
import { type CorpusPair, corpusPairs } from "../../corpus-pairs";
import { type Cell, cellsOf } from "../../factory/cells";
import { Reasons } from "../../factory/reasons";
import { measuredPair } from "../../measured";
import { phrasesOfCorpusPair } from "../../phrases";
import type { CorpusResult, CorpusSentence } from "../../result";
import { measuredPercent, targetOf } from "../../wording";

/** Results are shown after so many pairs. */
const stride = 50;
/** Rounds over the pairs: each asks for one sentence more of each. */
const mostRounds = 8;

/** Sentences of many pairs at every place of the grid, each near its request and verified. Throws what reading pairs and checks throws. */
export async function* runCorpus(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<CorpusResult, void> {
  const { languages, measure, matrix, seed, size, targets } = document;
  const verifier = await (await import("../../factory/verify")).verifierOf(document);
  const all = unwrap(await corpusPairs(document));
  const cells = cellsOf(document).map((cell) => ({ ...cell, kept: 0, refused: 0 }));
  const isPlain = canonicalJson(document.factory) === canonicalJson(factoryDefaults);
  const read = all.filter(({ topic }) => cells.some((cell) => isIn(cell, topic)));
  const kept: CorpusSentence[] = [];
  const wanted = size * targets.length;
  const texts = new Set<string>();
  const rejected = new Reasons();
  const refused = new Reasons();
  const now = (): CorpusResult => ({
    source: "corpus",
    languages,
    theory: "linear",
    matrix,
    measure,
    target: targets[0]!,
    seed,
    wanted: size,
    pairs: read.length,
    sentences: [...kept],
    rejected: rejected.list(),
    ...(isPlain ? {} : { refused: refused.list(), cells: cells.map((cell) => ({ ...cell })) }),
    ...(isPlain || kept.length === 0 ? {} : { diversity: verifier.diversity() }),
    corpusCmi: kept.length === 0 ? 0 : corpusCmi(kept.map(({ words }) => words)),
  });
  let steps = 0;
  const turn = turns();
  for (const cell of cells) {
    const pairs = shuffled(
      read.filter(({ topic }) => isIn(cell, topic)),
      seededRandom(seed),
    );
    for (let round = 1; round <= mostRounds && cell.kept < wanted; round += 1) {
      const before = cell.kept + cell.refused;
      for (const pair of pairs) {
        if (cell.kept >= wanted) break;
        await turn();
        if (steps++ % stride === 0) {
          signal.throwIfAborted();
          onProgress({ done: kept.length, total: wanted * cells.length, note: "generating sentences" });
          yield now();
        }
        const phrases =
          document.phrases === "ignored" ? undefined : await phrasesOfCorpusPair(pair, languages, cell.matrix);
        const made = sentencesOf(pair, document, { cell, count: round, seed: seed + steps, texts, phrases });
        if (!made.ok) {
          if (round === 1) rejected.count(made.problem.what, pair.id);
          continue;
        }
        for (const { text } of made.value) texts.add(text);
        const refusal = verifier.refusalOf(made.value);
        if (refusal !== undefined) {
          refused.count(refusal.reason, refusal.text);
          cell.refused += 1;
          continue;
        }
        verifier.keep(made.value);
        kept.push(...made.value);
        cell.kept += made.value.length;
      }
      if (cell.kept + cell.refused === before) break;
    }
  }
  yield now();
}

function isIn(cell: Cell, topic: CorpusPair["topic"]): boolean {
  return cell.topic === undefined || cell.topic === topic;
}

interface Draw {
  readonly cell: Cell;
  /** Nearest sentences that are looked at. */
  readonly count: number;
  readonly seed: number;
  /** What the corpus has already. */
  readonly texts: ReadonlySet<string>;
  readonly phrases: SidePhrases | undefined;
}

/** One new sentence a request, all of one pair, so that what is asked changes and what is said does not; or why not. */
function sentencesOf(pair: CorpusPair, document: Document, draw: Draw): Result<readonly CorpusSentence[]> {
  const { languages, measure, targets, tolerance, factory } = document;
  const { matrix, topic } = draw.cell;
  const held = document.phrases === "whole" ? draw.phrases : undefined;
  const written = { languages, sentences: pair.sentences, alignment: pair.alignment, tree: noTree };
  const read = readPair(written, "linear", held);
  if (!read.ok) return read;
  const sentences: CorpusSentence[] = [];
  for (const target of targets) {
    const { count, seed, texts } = draw;
    const request = { theory: "linear", matrix, target: targetOf(measure, target), count, seed } as const;
    const made = generateFromGrammar(read.value, request);
    if (!made.ok) return made;
    const fresh = made.value.sentences.find(({ text }) => !texts.has(text));
    if (fresh === undefined) return left(made.value.sentences.length === 0 ? noSwitch : duplicate);
    const sentence = measuredPair(read.value, fresh, draw.phrases);
    if (Math.abs(measuredPercent(measure, sentence, matrix) - target) > tolerance) {
      return left(`The nearest sentence is more than ${tolerance} from the request.`);
    }
    sentences.push({
      ...sentence,
      pair: pair.id,
      originals: pair.sentences,
      ...(targets.length > 1 ? { asked: target } : {}),
      ...(topic === undefined ? {} : { topic }),
      ...(factory.mains === "each" ? { main: matrix } : {}),
    });
  }
  return ok(sentences);
}

function left(what: string): Result<never> {
  return fail({ code: "input-invalid", what, remedy: "Ask for less, or allow more distance from the request." });
}

const noSwitch = "No switch is possible: the links hold the words together or cross.";
const duplicate = "Its nearest sentences are in the corpus already: exact duplicates, whose Jaccard index is 1.";

const noTree = { side: 0, text: "" } as const;
