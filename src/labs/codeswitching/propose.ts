import { printPharaoh } from "../../codeswitch/alignment";
import type { WordPair } from "../../codeswitch/aligner/ibm1";
import { proposeAlignment } from "../../codeswitch/aligner/propose";
import { sentencePairs } from "../../codeswitch/pairs";
import { splitWords } from "../../codeswitch/words";
import type { Document } from "../../experiments/documents/codeswitching";

type Languages = Document["languages"];

/**
 * Links proposed for a document's sentences, in the Pharaoh format, learnt from the parallel sentences and shipped pairs
 * of the two languages and from the pair itself. `learntFrom` counts those other pairs.
 */
export async function proposeLinks(
  document: Document,
): Promise<{ readonly alignment: string; readonly learntFrom: number }> {
  const { languages, sentences } = document;
  const others = [...(await parallelPairs(languages)), ...shippedPairs(document)];
  const alignment = proposeAlignment(wordsOf(languages, sentences), others);
  return { alignment: printPharaoh(alignment), learntFrom: others.length };
}

async function parallelPairs(languages: Languages): Promise<readonly WordPair[]> {
  const { parallelSentences } = await import("../../data/parallel");
  const byLanguage: Readonly<Record<string, readonly string[] | undefined>> = parallelSentences;
  const [first, second] = [byLanguage[languages[0]], byLanguage[languages[1]]];
  if (first === undefined || second === undefined) return [];
  return first.map((sentence, index) => wordsOf(languages, [sentence, second[index] ?? ""]));
}

function shippedPairs({ languages, sentences }: Document): readonly WordPair[] {
  return sentencePairs
    .filter((pair) => pair.languages.join() === languages.join() && pair.sentences.join() !== sentences.join())
    .map((pair) => wordsOf(languages, pair.sentences));
}

function wordsOf(languages: readonly [string, string], sentences: readonly [string, string]): WordPair {
  const textsOf = (side: 0 | 1): readonly string[] =>
    splitWords(sentences[side], languages[side]).map(({ text }) => text);
  return [textsOf(0), textsOf(1)];
}
