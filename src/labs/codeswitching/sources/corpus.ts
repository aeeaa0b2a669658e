import { corpusCmi } from "../../../codeswitch/metrics/cmi-2016";
import { generateFromGrammar } from "../../../codeswitch/generate/grammar";
import { shuffled } from "../../../codeswitch/generate/shuffle";
import { readPair } from "../../../codeswitch/read-pair";
import type { Document } from "../../../experiments/documents/codeswitching";
import { seededRandom } from "../../../random";
import { unwrap } from "../../../result";
import type { RunTools } from "../../lab";
import { CorpusControls } from "../CorpusControls";
import { type CorpusPair, corpusPairs } from "../corpus-pairs";
import { measuredPair } from "../measured";
import type { CorpusResult, GeneratedSentence } from "../result";
import { measuredPercent } from "../wording";
import type { Source } from "./source";

export const corpus: Source = {
  id: "corpus",
  name: "Corpus of many pairs",
  rule: "Sentences from a list of pairs with links, each as near to the request as its pair allows; what misses it is left out, with the reason. No crossing links: there are no trees.",
  reference: "Rizvi et al. 2021, GCM; Pratapa et al. 2018 (P18-1143)",
  Controls: CorpusControls,
  run,
};

/** Results are shown after so many pairs. */
const stride = 50;
/** Rounds over the pairs: each asks for one sentence more of each. */
const mostRounds = 8;

type Kept = GeneratedSentence & { readonly pair: string };

async function* run(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<CorpusResult, void> {
  const { languages, measure, seed, size, tolerance, matrix } = document;
  const target = document.targets[0]!;
  const pairs = shuffled(unwrap(await corpusPairs(document)), seededRandom(seed));
  const kept: Kept[] = [];
  const texts = new Set<string>();
  const rejected = new Map<string, { count: number; example: string }>();
  const reject = (reason: string, { id }: CorpusPair): void => {
    const { count, example } = rejected.get(reason) ?? { count: 0, example: id };
    rejected.set(reason, { count: count + 1, example });
  };
  const now = (): CorpusResult => ({
    source: "corpus",
    languages,
    theory: "linear",
    measure,
    target,
    seed,
    wanted: size,
    pairs: pairs.length,
    sentences: [...kept],
    rejected: [...rejected].map(([reason, found]) => ({ reason, ...found })),
    corpusCmi: kept.length === 0 ? 0 : corpusCmi(kept.map(({ words }) => words)),
  });
  for (let round = 1, steps = 0; round <= mostRounds && kept.length < size; round += 1) {
    const before = kept.length;
    for (const pair of pairs) {
      if (kept.length >= size) break;
      if (steps++ % stride === 0) {
        signal.throwIfAborted();
        onProgress({ done: kept.length, total: size, note: "generating sentences" });
        yield now();
        await new Promise((resolve) => setTimeout(resolve));
      }
      const read = readPair(
        { languages, sentences: pair.sentences, alignment: pair.alignment, tree: noTree },
        "linear",
      );
      if (!read.ok) {
        if (round === 1) reject(read.problem.what, pair);
        continue;
      }
      const made = generateFromGrammar(read.value, {
        theory: "linear",
        matrix,
        target: { measure, value: measure === "cmi" ? target : target / 100 },
        count: round,
        seed: seed + steps,
      });
      if (!made.ok) {
        if (round === 1) reject(made.problem.what, pair);
        continue;
      }
      const fresh = made.value.sentences.find(({ text }) => !texts.has(text));
      if (fresh === undefined) {
        if (round === 1) reject("No switch is possible: the links hold the words together or cross.", pair);
        continue;
      }
      const sentence = measuredPair(read.value, fresh);
      const off = Math.abs(measuredPercent(measure, sentence.measures) - target);
      if (off > tolerance) {
        if (round === 1) reject(`The nearest sentence is more than ${tolerance} from the request.`, pair);
        continue;
      }
      texts.add(fresh.text);
      kept.push({ ...sentence, pair: pair.id });
    }
    if (kept.length === before) break;
  }
  yield now();
}

const noTree = { side: 0, text: "" } as const;
