import { logSoftmax } from "../distribution";
import { endOfBytes } from "./source";
import type { ByteVocabulary } from "./spellings";
import { sum } from "../../vectors";

/** Logits [V] behind ids. */
export type Behind = (ids: readonly number[]) => Promise<ArrayLike<number>>;

type Spelled = Pick<ByteVocabulary, "size" | "bytesOf">;

/**
 * The next byte as a sampler over tokens sees it: the probability of the tokens that begin with it, behind the text's own tokens.
 * [257], the last for the end. Wrong in the middle of a word, as the tokens behind which the word goes on are hardly ever
 * those of its beginning (tokenization bias; Phan et al. 2024, arXiv 2410.09303).
 */
export async function naiveBytes(
  ids: readonly number[],
  behind: Behind,
  vocabulary: Spelled,
  end: ReadonlySet<number>,
): Promise<Float64Array> {
  const logs = logSoftmax(await behind(ids));
  const bytes = new Float64Array(endOfBytes + 1);
  for (let id = 0; id < vocabulary.size; id++) {
    const [first] = vocabulary.bytesOf(id);
    const at = end.has(id) ? endOfBytes : first;
    if (at !== undefined) bytes[at]! += Math.exp(logs[id]!);
  }
  return scaled(bytes);
}

/**
 * Token healing (Lundberg 2023): the last token is taken back, and a token that begins with its bytes takes its place. The same one
 * again goes on as the naive way does. [257]. Mends cuts inside the last token only.
 */
export async function healedBytes(
  ids: readonly number[],
  behind: Behind,
  vocabulary: Spelled,
  end: ReadonlySet<number>,
): Promise<Float64Array> {
  const last = ids.at(-1);
  const naive = await naiveBytes(ids, behind, vocabulary, end);
  const stem = last === undefined ? new Uint8Array() : vocabulary.bytesOf(last);
  if (last === undefined || stem.length === 0) return naive;
  const logs = logSoftmax(await behind(ids.slice(0, -1)));
  const bytes = naive.map((mass) => mass * Math.exp(logs[last]!));
  for (let id = 0; id < vocabulary.size; id++) {
    const own = vocabulary.bytesOf(id);
    if (own.length > stem.length && stem.every((byte, i) => own[i] === byte)) {
      bytes[own[stem.length]!]! += Math.exp(logs[id]!);
    }
  }
  return scaled(bytes);
}

function scaled(bytes: Float64Array): Float64Array {
  const total = sum(bytes);
  return bytes.map((mass) => mass / total);
}
