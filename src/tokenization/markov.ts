import { seededRandom } from "../random";
import { argmax } from "../vectors";

/** Bits: X_t is X_{t-order}, flipped with a probability; the first `order` bits are fair. */
export function markovSource(order: number, flip: number, length: number, seed: number): Uint16Array {
  const random = seededRandom(seed);
  const symbols = new Uint16Array(length);
  for (let at = 0; at < length; at++) {
    const changed = random() < (at < order ? 0.5 : flip) ? 1 : 0;
    symbols[at] = (at < order ? 0 : symbols[at - order]!) ^ changed;
  }
  return symbols;
}

/** The fewest bits a symbol of the source can be told in: h(p) = -p log₂ p - (1 - p) log₂ (1 - p). */
export function entropyOfFlip(flip: number): number {
  return [flip, 1 - flip].reduce((sum, share) => (share === 0 ? sum : sum - share * Math.log2(share)), 0);
}

/** What a vocabulary makes of the symbols, and the bits a symbol that a model needs which knows only how frequent each token is. */
export interface UnigramCost {
  readonly rows: number;
  readonly tokens: number;
  /** Entropy of the tokens · tokens / symbols. */
  readonly bits: number;
}

/**
 * Merges the most frequent pair of tokens again and again, and tells after each merge what it costs to know only frequencies
 * (Rajaraman et al. 2024, Toward a Theory of Tokenization in LLMs, arXiv 2404.08335). Symbols are ids under 2.
 */
export function* unigramCosts(symbols: Uint16Array, mostRows: number): Generator<UnigramCost> {
  let tokens: Uint16Array = symbols.slice();
  for (let rows = 2; ; rows++) {
    yield { rows, tokens: tokens.length, bits: (entropyOf(tokens, rows) * tokens.length) / symbols.length };
    if (rows >= mostRows || tokens.length < 2) return;
    tokens = merged(tokens, mostFrequentPair(tokens, rows), rows);
  }
}

/** Counts as many pairs as a merge would replace: of three equal tokens in a row one, not two. */
function mostFrequentPair(tokens: Uint16Array, rows: number): number {
  const counts = new Int32Array(rows * rows);
  let before = -1;
  for (let at = 1; at < tokens.length; at++) {
    const pair = tokens[at - 1]! * rows + tokens[at]!;
    const overlaps = pair === before && tokens[at - 1] === tokens[at];
    if (!overlaps) counts[pair]! += 1;
    before = overlaps ? -1 : pair;
  }
  return argmax(counts);
}

/** The tokens with every pair, from the left, as one token whose id is the number of rows there were. */
function merged(tokens: Uint16Array, pair: number, rows: number): Uint16Array {
  const [left, right] = [Math.floor(pair / rows), pair % rows];
  const made = new Uint16Array(tokens.length);
  let length = 0;
  for (let at = 0; at < tokens.length; at++) {
    const both = tokens[at] === left && tokens[at + 1] === right;
    made[length++] = both ? rows : tokens[at]!;
    if (both) at++;
  }
  return made.subarray(0, length);
}

function entropyOf(tokens: Uint16Array, rows: number): number {
  const counts = new Int32Array(rows);
  for (const id of tokens) counts[id]! += 1;
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / tokens.length) * Math.log2(count / tokens.length);
  return sum;
}
