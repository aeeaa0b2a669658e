import { mixture } from "../rows";
import type { Initialiser, Transfer } from "../transfer";
import { mean } from "./mean";

/** Old tokens of the words that translate the words a new token stands in; tokens of no such word are means of their pieces. */
export const transTokenization: Initialiser = {
  name: "trans-tokenization",
  title: "Trans-tokenization",
  reference: "Remy et al. 2024, arXiv 2408.04303",
  formula: "row = Σ (links between the tokens / all links of the new token) · old row",
  needs: ["wordPairs"],
  copies: "special",
  prepare(transfer) {
    const counts = tokenCounts(transfer);
    const fromPieces = mean.prepare(transfer);
    return (id) => {
      const weighted = counts.get(id);
      return weighted === undefined ? fromPieces(id) : mixture(weighted);
    };
  },
};

/** Half of a word pair's count goes to all pairs of their tokens, half to tokens in the same place of their words. */
function tokenCounts({ source, target, wordPairs = [] }: Transfer): ReadonlyMap<number, (readonly [number, number])[]> {
  const counts = new Map<number, (readonly [number, number])[]>();
  for (const { source: from, target: to, count } of wordPairs) {
    const old = source.encode(from).map(({ id }) => id);
    const made = target.encode(to).map(({ id }) => id);
    if (old.length === 1 && made.length === 1) {
      add(made[0]!, old[0]!, count);
      continue;
    }
    const half = Math.floor(count / 2);
    for (const id of made) for (const row of old) add(id, row, Math.max(1, Math.floor(half / old.length)));
    const common = greatestCommonDivisor(old.length, made.length);
    const length = (old.length * made.length) / common;
    const each = Math.max(1, Math.floor(half / (old.length / common)));
    for (let place = 0; place < length; place++) {
      const id = made[Math.floor((place * made.length) / length)]!;
      add(id, old[Math.floor((place * old.length) / length)]!, each);
    }
  }
  return counts;

  function add(id: number, row: number, count: number): void {
    const weighted = counts.get(id);
    if (weighted) weighted.push([row, count]);
    else counts.set(id, [[row, count]]);
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
