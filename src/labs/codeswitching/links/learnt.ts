import type { Alignment } from "../../../codeswitch/alignment";
import type { WordPair } from "../../../codeswitch/aligner/ibm1";
import { sentencePairs } from "../../../codeswitch/pairs";
import type { Document } from "../../../experiments/documents/codeswitching";
import { alignInWorker } from "./in-worker";
import { wordPair } from "./words";

type Languages = Document["languages"];

/**
 * Links by IBM Model 1, learnt from the parallel sentences, the shipped pairs and the pasted ones of the two languages, and from the
 * pair itself. `learntFrom` counts those other pairs.
 */
export async function learntLinks(
  document: Document,
): Promise<{ readonly links: Alignment; readonly learntFrom: number }> {
  const others = [...(await parallelPairs(document.languages)), ...shippedPairs(document), ...pastedPairs(document)];
  return { links: await alignInWorker({ pair: wordPair(document), others }), learntFrom: others.length };
}

async function parallelPairs(languages: Languages): Promise<readonly WordPair[]> {
  const { parallelSentences } = await import("../../../data/parallel");
  const byLanguage: Readonly<Record<string, readonly string[] | undefined>> = parallelSentences;
  const [first, second] = [byLanguage[languages[0]], byLanguage[languages[1]]];
  if (first === undefined || second === undefined) return [];
  return first.map((sentence, index) => wordPair({ languages, sentences: [sentence, second[index] ?? ""] }));
}

function shippedPairs({ languages, sentences }: Document): readonly WordPair[] {
  return sentencePairs
    .filter((pair) => pair.languages.join() === languages.join() && pair.sentences.join() !== sentences.join())
    .map((pair) => wordPair({ languages, sentences: [...pair.sentences] }));
}

/** Lines of two sentences with a tab between; other lines teach nothing. */
function pastedPairs({ languages, pairs }: Document): readonly WordPair[] {
  return pairs.split("\n").flatMap((line) => {
    const [first = "", second = ""] = line.split("\t");
    return first.trim() === "" || second.trim() === ""
      ? []
      : [wordPair({ languages, sentences: [first, second.trimEnd()] })];
  });
}
