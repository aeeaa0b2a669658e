import { corpusCmi } from "../../../codeswitch/metrics/cmi-2016";
import { generateFromGrammar } from "../../../codeswitch/generate/grammar";
import { shuffled } from "../../../codeswitch/generate/shuffle";
import { readPair } from "../../../codeswitch/read-pair";
import type { Document } from "../../../experiments/documents/codeswitching";
import { seededRandom } from "../../../random";
import { fail, ok, type Result, unwrap } from "../../../result";
import type { RunTools } from "../../lab";
import { CorpusControls } from "../CorpusControls";
import { type CorpusPair, corpusPairs } from "../corpus-pairs";
import { measuredPair } from "../measured";
import type { CorpusResult, CorpusSentence } from "../result";
import { measuredPercent, targetOf } from "../wording";
import type { Source } from "./source";

export const corpus: Source = {
  id: "corpus",
  name: "Corpus of many pairs",
  rule: "Sentences from a list of pairs with links, each as near to the request as its pair allows; what misses it is left out, with the reason. With several requests every pair meets them all. No crossing links: there are no trees.",
  reference: "Rizvi et al. 2021, GCM; Pratapa et al. 2018 (P18-1143)",
  Controls: CorpusControls,
  run,
};

/** Results are shown after so many pairs. */
const stride = 50;
/** Rounds over the pairs: each asks for one sentence more of each. */
const mostRounds = 8;

async function* run(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<CorpusResult, void> {
  const { languages, measure, matrix, seed, size, targets } = document;
  const pairs = shuffled(unwrap(await corpusPairs(document)), seededRandom(seed));
  const kept: CorpusSentence[] = [];
  const wanted = size * targets.length;
  const texts = new Set<string>();
  const rejected = new Map<string, { count: number; example: string }>();
  const now = (): CorpusResult => ({
    source: "corpus",
    languages,
    theory: "linear",
    matrix,
    measure,
    target: targets[0]!,
    seed,
    wanted: size,
    pairs: pairs.length,
    sentences: [...kept],
    rejected: [...rejected].map(([reason, found]) => ({ reason, ...found })),
    corpusCmi: kept.length === 0 ? 0 : corpusCmi(kept.map(({ words }) => words)),
  });
  for (let round = 1, steps = 0; round <= mostRounds && kept.length < wanted; round += 1) {
    const before = kept.length;
    for (const pair of pairs) {
      if (kept.length >= wanted) break;
      if (steps++ % stride === 0) {
        signal.throwIfAborted();
        onProgress({ done: kept.length, total: wanted, note: "generating sentences" });
        yield now();
        await new Promise((resolve) => setTimeout(resolve));
      }
      const made = sentencesOf(pair, document, { count: round, seed: seed + steps, texts });
      if (made.ok) {
        for (const { text } of made.value) texts.add(text);
        kept.push(...made.value);
      } else if (round === 1) {
        const { count, example } = rejected.get(made.problem.what) ?? { count: 0, example: pair.id };
        rejected.set(made.problem.what, { count: count + 1, example });
      }
    }
    if (kept.length === before) break;
  }
  yield now();
}

interface Draw {
  /** Nearest sentences that are looked at. */
  readonly count: number;
  readonly seed: number;
  /** What the corpus has already. */
  readonly texts: ReadonlySet<string>;
}

/** One new sentence a request, all of one pair, so that what is asked changes and what is said does not; or why not. */
function sentencesOf(pair: CorpusPair, document: Document, draw: Draw): Result<readonly CorpusSentence[]> {
  const { languages, measure, matrix, targets, tolerance } = document;
  const read = readPair({ languages, sentences: pair.sentences, alignment: pair.alignment, tree: noTree }, "linear");
  if (!read.ok) return read;
  const sentences: CorpusSentence[] = [];
  for (const target of targets) {
    const { count, seed, texts } = draw;
    const request = { theory: "linear", matrix, target: targetOf(measure, target), count, seed } as const;
    const made = generateFromGrammar(read.value, request);
    if (!made.ok) return made;
    const fresh = made.value.sentences.find(({ text }) => !texts.has(text));
    if (fresh === undefined) return left("No switch is possible: the links hold the words together or cross.");
    const sentence = measuredPair(read.value, fresh);
    if (Math.abs(measuredPercent(measure, sentence, matrix) - target) > tolerance) {
      return left(`The nearest sentence is more than ${tolerance} from the request.`);
    }
    const asked = targets.length > 1 ? { asked: target } : {};
    sentences.push({ ...sentence, pair: pair.id, originals: pair.sentences, ...asked });
  }
  return ok(sentences);
}

function left(what: string): Result<never> {
  return fail({ code: "input-invalid", what, remedy: "Ask for less, or allow more distance from the request." });
}

const noTree = { side: 0, text: "" } as const;
