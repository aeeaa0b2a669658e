import { LabError } from "../../result";
import { logSoftmax } from "../distribution";
import type { NextLogits } from "../generate";
import type { ByteVocabulary } from "./spellings";
import { TokenTrie } from "./trie";
import { sum } from "../../vectors";

/** The row behind the 256 bytes: the text ends. */
export const endOfBytes = 256;
/** Distributions that are remembered: a byte further, all but one are those of the byte before. */
const remembered = 64;
/** Tokens that have less than this share of what is found all together are not looked at. */
const negligible = 1e-5;

export interface ByteSourceOptions {
  /** Ids before every text, such as BOS. */
  readonly begin: readonly number[];
  /** Ids that end a text. */
  readonly end: ReadonlySet<number>;
}

/**
 * A model over the 256 bytes and an end instead of over tokens, so that models of different vocabularies can be mixed. Ids are the
 * UTF-8 bytes of the text. With x the bytes so far: P(x b) = sum over splits x = y z of P(spelling of y) times the probability
 * of the tokens that begin with z b and are spelled so behind y; scaled to a sum of 1 over b and the end. Spellings that the
 * tokenizer never makes are left out. After Phan et al. 2024, arXiv 2410.09303. Throws `input-invalid` where nothing spells
 * the bytes, and what the source throws.
 */
export function byteSource(
  source: NextLogits,
  vocabulary: ByteVocabulary,
  { begin, end }: ByteSourceOptions,
): NextLogits {
  const trie = new TokenTrie(vocabulary.size, (id) => vocabulary.bytesOf(id));
  const known = new Map<string, Float64Array>();

  async function after(ids: readonly number[], signal: AbortSignal | undefined): Promise<Float64Array> {
    const key = ids.join();
    const before = known.get(key);
    if (before) return before;
    const logs = logSoftmax(await source.next([...begin, ...ids], signal));
    if (known.size >= remembered) known.delete(known.keys().next().value!);
    known.set(key, logs);
    return logs;
  }

  return {
    name: source.name,
    vocabulary: "bytes",
    async next(bytes, signal) {
      const text = Uint8Array.from(bytes);
      const splits = splitsOf(text, trie, vocabulary);
      const stem = sharedStart(splits.map(({ left }) => left));
      const weights: number[] = [];
      for (const { left } of splits) {
        let weight = 0;
        for (let i = stem; i < left.length; i++) weight += (await after(left.slice(0, i), signal))[left[i]!]!;
        weights.push(weight);
      }
      const top = Math.max(...weights);
      const candidates: Candidate[] = [];
      let ended = 0;
      for (const [i, split] of splits.entries()) {
        const weight = Math.exp(weights[i]! - top);
        const logs = await after(split.left, signal);
        const massOf = (id: number) => weight * Math.exp(logs[id]!);
        for (const { id, bytes: own } of split.tokens) {
          candidates.push({ split, id, byte: own[text.length - split.start]!, mass: massOf(id) });
        }
        if (split.start === text.length) for (const id of end) ended += massOf(id);
      }
      const isSpelled = ({ split: { start, left }, id }: Candidate) =>
        isSpelling(vocabulary, text.subarray(0, start), left, id);
      return logarithms(massByByte(candidates, ended, isSpelled), source.name);
    },
  };
}

interface Split {
  /** The spelling of the bytes before `start`. */
  readonly left: readonly number[];
  readonly start: number;
  /** Tokens that begin with the bytes from `start` on and go further. */
  readonly tokens: readonly { readonly id: number; readonly bytes: Uint8Array }[];
}

/** A token that goes on behind a split. */
interface Candidate {
  readonly split: Split;
  readonly id: number;
  /** Its first byte beyond the text. */
  readonly byte: number;
  /** Of the split's spelling and the token, in any unit that all share. */
  readonly mass: number;
}

/**
 * The mass of each next byte and of the end, [257]. Candidates of all splits are looked at from the likeliest on, until those left
 * are negligible beside what was found.
 */
function massByByte(
  candidates: readonly Candidate[],
  ended: number,
  isSpelled: (candidate: Candidate) => boolean,
): Float64Array {
  const masses = new Float64Array(endOfBytes + 1);
  masses[endOfBytes] = ended;
  const ascending = candidates.toSorted((a, b) => a.mass - b.mass);
  let sumSoFar = 0;
  const upTo = ascending.map(({ mass }) => (sumSoFar += mass));
  let found = ended;
  for (let i = ascending.length - 1; i >= 0 && upTo[i]! >= negligible * found; i--) {
    const candidate = ascending[i]!;
    if (!isSpelled(candidate)) continue;
    masses[candidate.byte]! += candidate.mass;
    found += candidate.mass;
  }
  return masses;
}

function splitsOf(text: Uint8Array, trie: TokenTrie, vocabulary: ByteVocabulary): readonly Split[] {
  const splits: Split[] = [];
  for (let start = Math.max(0, text.length - trie.longest + 1); start <= text.length; start++) {
    const tokens = trie.beyond(text.subarray(start));
    if (tokens.length === 0) continue;
    for (const left of vocabulary.spellings(text.subarray(0, start))) splits.push({ left, start, tokens });
  }
  return splits;
}

function isSpelling(vocabulary: ByteVocabulary, before: Uint8Array, left: readonly number[], id: number): boolean {
  const wanted = [...left, id].join();
  const bytes = Uint8Array.from([...before, ...vocabulary.bytesOf(id)]);
  for (const ids of vocabulary.spellings(bytes)) if (ids.join() === wanted) return true;
  return false;
}

/** How many ids all begin with. */
function sharedStart(rows: readonly (readonly number[])[]): number {
  const shortest = Math.min(...rows.map(({ length }) => length));
  for (let i = 0; i < shortest; i++) if (rows.some((row) => row[i] !== rows[0]![i])) return i;
  return Number.isFinite(shortest) ? shortest : 0;
}

function logarithms(probabilities: Float64Array, name: string): Float32Array {
  const total = sum(probabilities);
  if (total > 0) return Float32Array.from(probabilities, (mass) => Math.log(mass / total));
  throw new LabError({
    code: "input-invalid",
    what: `The vocabulary of ${name} does not spell these bytes.`,
    remedy: "Choose a model with a byte-level tokenizer, or keep to characters that its vocabulary has.",
  });
}
