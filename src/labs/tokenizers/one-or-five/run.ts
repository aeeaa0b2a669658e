import type { Document } from "../../../experiments/documents/tokenizers";
import { parallelSentences } from "../../../data/parallel";
import { unwrap } from "../../../result";
import type { Encoder } from "../../../tokenization/encoder";
import { createEncoder } from "../../../tokenization/hf-encoder";
import { sampleOf, tokenCount } from "../../../tokenization/metrics/metric";
import { runTraining } from "../../../tokenization/training/trainer";
import { trainers } from "../../../tokenization/training";
import { turns } from "../../../turns";
import type { RunTools } from "../../lab";
import { emptyResult, type TokenizersResult } from "../result";
import { learntFrom, linesOf, textsOf } from "../vocabulary/texts";
import type { OneOrFiveResult } from "./result";

/**
 * Trains one vocabulary on each language and one on all of them, of equal size and by the same method, and counts each language's
 * forty sentences with each. Throws what training throws.
 */
export async function* oneOrFive(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<TokenizersResult, void> {
  const { languages, size, trainer: name } = document.vocabulary;
  const trainer = trainers.find((one) => one.name === name)!;
  const texts = await textsOf(languages);
  const sets = [...languages.map((language) => [language]), languages];
  const tokenizers: OneOrFiveResult["tokenizers"][number][] = [];
  for (const [done, learnt] of sets.entries()) {
    const text = learnt.flatMap((language) => linesOf(texts, language)).join("\n");
    const note = learnt.length === 1 ? `training on ${learnt[0]!}` : "training on all";
    const files = await runTraining(
      trainer,
      text,
      { vocabularySize: size, specialTokens: ["<|endoftext|>"] },
      { signal, onProgress: () => onProgress({ done, total: sets.length, note }) },
    );
    const encoder = unwrap(createEncoder(files, note));
    tokenizers.push({ learnt, rows: encoder.vocabularySize, tokens: await countsOf(encoder, document) });
    yield {
      ...emptyResult(document),
      oneOrFive: {
        title: trainer.title,
        size,
        languages,
        learntFrom: learntFrom(languages),
        tokenizers: [...tokenizers],
      },
    };
  }
}

async function countsOf(encoder: Encoder, { languages }: Document): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const turn = turns();
  for (const language of languages) {
    counts[language] = 0;
    for (const sentence of parallelSentences[language]) {
      await turn();
      counts[language] += tokenCount(sampleOf(encoder, [sentence]));
    }
  }
  return counts;
}
