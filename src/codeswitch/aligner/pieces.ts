import { learnMerges } from "../../tokenization/training/merges";

/**
 * Learns to cut words into pieces by byte-pair encoding over letters (Sennrich et al. 2016), so that forms of one word share a piece: after
 * so many merges frequent words are whole, rare ones fall into stems and endings. The last piece of a word ends in `▁`.
 */
export function learnPieces(words: Iterable<string>, mergeCount: number): (word: string) => readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const alphabet = [...new Set([...counts.keys()].flatMap(symbolsOf))];
  const learning = learnMerges(counts, alphabet, alphabet.length + mergeCount, symbolsOf);
  let step = learning.next();
  while (step.done !== true) step = learning.next();
  const ranks = new Map(step.value.merges.map(([left, right], rank) => [`${left}\t${right}`, rank]));
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const pieces = known.get(word) ?? merged(symbolsOf(word), ranks);
    known.set(word, pieces);
    return pieces;
  };
}

function symbolsOf(word: string): readonly string[] {
  const letters = Array.from(word);
  return letters.map((letter, index) => (index === letters.length - 1 ? `${letter}▁` : letter));
}

/** The earliest merge first, everywhere from left to right, until none applies. */
function merged(symbols: readonly string[], ranks: ReadonlyMap<string, number>): readonly string[] {
  let pieces = [...symbols];
  for (;;) {
    const rankAt = (place: number) => ranks.get(`${pieces[place]}\t${pieces[place + 1]}`) ?? Infinity;
    const best = Math.min(...pieces.map((_, place) => rankAt(place)));
    if (best === Infinity) return pieces;
    const next: string[] = [];
    for (let place = 0; place < pieces.length; place += 1) {
      if (rankAt(place) === best) next.push(pieces[place]! + pieces[++place]!);
      else next.push(pieces[place]!);
    }
    pieces = next;
  }
}
