import { afterSwitches } from "../../../../codeswitch/comprehension/switch-cost";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { bitsByPart, bitsByWord, type ScoredTokens } from "../../../../measures/surprisal";
import type { RunTools } from "../../../lab";
import { scoredTokens } from "../scored";
import type { ReadSentence } from "../sentences";
import type { SurprisalBy, SurprisalResult, WordCost } from "./result";

/** Each model reads each mix, and the sentences that it is made of. Yields after every model. */
export async function* runSurprisal(
  sentences: readonly ReadSentence[],
  { readings: { models }, seed }: Document,
  { engine, signal, onProgress }: RunTools,
): AsyncGenerator<SurprisalResult, void> {
  const texts = [
    ...new Set(
      sentences.flatMap(({ sentence, originals }) => [sentence.text, ...originals.filter((text) => text !== null)]),
    ),
  ];
  const read: SurprisalBy[] = [];
  for (const [index, id] of models.entries()) {
    const model = await engine.load(id, { signal });
    const progress = (done: number) =>
      onProgress({ done: index * texts.length + done, total: models.length * texts.length, note: "reading sentences" });
    const scores = await engine.scoreAll(model, texts, { signal, onProgress: progress });
    const known = new Map(texts.map((text, place) => [text, scoredTokens(scores[place]!)]));
    read.push({
      checkpoint: model.checkpoint,
      bits: sentences.map(({ sentence }) =>
        rounded(
          bitsByPart(
            sentence.words.map(({ written }) => written),
            known.get(sentence.text)!,
          ),
        ),
      ),
      plain: sentences.map((one) => plainBits(one, known)),
    });
    yield {
      reading: "surprisal",
      seed,
      sentences: sentences.map(({ sentence, percent }) => ({ percent, words: wordsOf(sentence.words) })),
      models: [...read],
    };
  }
}

function wordsOf(words: ReadSentence["sentence"]["words"]): readonly WordCost[] {
  const switched = afterSwitches(words);
  return words.map(({ written, language }, index) => ({ written, language, switched: switched[index]! }));
}

/** Bits of each word of the mix where it stands in its own language's sentence, behind another word. */
function plainBits(
  { sentence, languages, originals, main }: ReadSentence,
  known: ReadonlyMap<string, ScoredTokens>,
): readonly (number | null)[] {
  const bits = originals.map((text, place) =>
    text === null ? [] : rounded(bitsByWord(text, known.get(text)!, languages[place]!).map((word) => word.bits)),
  );
  return sentence.words.map(({ side, index, language }) => {
    const place = side === main ? 0 : 1;
    return language === languages[place] && index > 0 ? (bits[place]![index] ?? null) : null;
  });
}

/** Hundredths of a bit are enough to draw, and keep recordings small. */
function rounded(bits: readonly number[]): readonly number[] {
  return bits.map((value) => Math.round(value * 100) / 100);
}
