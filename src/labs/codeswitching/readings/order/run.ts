import { phrasesByLexicon } from "../../../../codeswitch/phrases/from-lexicon";
import { permuted, type Piece, piecesOf, reversed, textOf, unitsOf } from "../../../../codeswitch/phrases/order";
import { loadLexicon } from "../../../../data/lexicon";
import type { Score } from "../../../../engine/engine";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { bitsByPart } from "../../../../measures/surprisal";
import { seededRandom } from "../../../../random";
import type { RunTools } from "../../../lab";
import type { GeneratedSentence } from "../../result";
import { scoredTokens } from "../scored";
import type { ReadSentence } from "../sentences";
import { type Order, type OrderBy, type OrderedSentence, type OrderResult, orders } from "./result";

/**
 * The sentences with their units permuted and reversed, and what each model pays for these texts. Units are the phrases that the source
 * looked for, else those that the lexicon tells, and the words outside them. Yields after every model.
 */
export async function* runOrder(
  sentences: readonly ReadSentence[],
  { readings: { models }, seed }: Document,
  { engine, signal, onProgress }: RunTools,
): AsyncGenerator<OrderResult, void> {
  const random = seededRandom(seed);
  const inOrders: OrderedSentence[] = [];
  for (const { sentence } of sentences) {
    const given = piecesOf(sentence.words, await phrasesOf(sentence));
    inOrders.push({ given, permuted: permuted(given, random), reversed: reversed(given) });
  }
  const texts = inOrders.flatMap((by) => orders.map((order) => textOf(by[order])));
  const done: OrderBy[] = [];
  const result = (): OrderResult => ({
    reading: "order",
    seed,
    sentences: inOrders,
    models: [...done],
  });
  yield result();
  for (const [index, id] of models.entries()) {
    const model = await engine.load(id, { signal });
    const progress = (read: number) =>
      onProgress({ done: index * texts.length + read, total: models.length * texts.length, note: "reading sentences" });
    const scores = await engine.scoreAll(model, texts, { signal, onProgress: progress });
    const scoreOf = (sentence: number, order: Order) => scores[sentence * orders.length + orders.indexOf(order)]!;
    done.push({
      checkpoint: model.checkpoint,
      bitsPerByte: inOrders.map((_, at) => byOrder((order) => scoreOf(at, order).bitsPerByte)),
      last: inOrders.map(({ given }, at) => bitsOfLast(given, scoreOf(at, "given"))),
      first: inOrders.map((by, at) => bitsOfLast(by.reversed, scoreOf(at, "reversed"))),
    });
    yield result();
  }
}

async function phrasesOf({ words, phrases }: GeneratedSentence): Promise<readonly (readonly number[])[]> {
  if (phrases !== undefined) return phrases;
  return phrasesByLexicon(words, await loadLexicon()).map(([start, end]) =>
    Array.from({ length: end - start }, (_, offset) => start + offset),
  );
}

function byOrder<T>(of: (order: Order) => T): Readonly<Record<Order, T>> {
  return { given: of("given"), permuted: of("permuted"), reversed: of("reversed") };
}

/** Bits a byte of the last unit, given all that stands before it; null where nothing does. */
function bitsOfLast(pieces: readonly Piece[], score: Score): number | null {
  if (unitsOf(pieces).length < 2) return null;
  const last = pieces.findLastIndex(({ isUnit }) => isUnit);
  // A token often begins with the space before its word, so what stands between is read with the unit.
  const cut = pieces[last - 1]!.isUnit ? last : last - 1;
  const unit = textOf(pieces.slice(cut, last + 1));
  const [, bits] = bitsByPart([textOf(pieces.slice(0, cut)), unit], scoredTokens(score));
  return bits! / new TextEncoder().encode(unit).length;
}
