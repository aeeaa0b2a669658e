import { neighboursAmong } from "../transfer/initialisers/neighbours";
import type { TokenVectors } from "../transfer/transfer";
import type { WordVectors } from "./ppmi-svd";
import { procrustes, rowTimes } from "./procrustes";

/** Words of two languages that mean the same. */
export type Dictionary = readonly (readonly [source: string, target: string])[];

/** The rotation of one space of word vectors onto another, and how well it does. */
export interface Rotation {
  /** [d, d], row-major: a source vector times it lies in the target's space. */
  readonly matrix: Float32Array;
  /** Pairs of the dictionary that have vectors, those held out left out. */
  readonly pairs: number;
  readonly heldOut: number;
  /** The share of held-out words whose nearest target word by cosine is theirs (P@1), as the spaces were and rotated. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Every so many pairs one is held out, and no more than so many in all. */
const heldOutEach = 5;
const mostHeldOut = 100;

/**
 * The orthogonal map that takes the source vectors of a dictionary nearest to the target's (WECHSEL, Minixhofer et al. 2022). Words
 * that are not there as written are looked for in lower case. `undefined` where no pair has both vectors.
 */
export function rotationOf(source: WordVectors, target: WordVectors, dictionary: Dictionary): Rotation | undefined {
  const found = dictionary.flatMap(([old, made]) => {
    const [x, word] = [lookedUp(source, old), lookedUp(target, made)];
    return x && word ? [{ x: x.vector, y: word.vector, word: word.word }] : [];
  });
  const held = new Set(found.filter((_, at) => at % heldOutEach === heldOutEach - 1).slice(0, mostHeldOut));
  const fitted = found.filter((pair) => !held.has(pair));
  const [first] = fitted;
  if (!first) return undefined;
  const [x, y] = [fitted.map((pair) => pair.x), fitted.map((pair) => pair.y)].map(stacked) as [
    Float32Array,
    Float32Array,
  ];
  const matrix = procrustes(x, y, first.x.length);
  const words = [...target.keys()];
  const nearest = neighboursAmong(new Map([...target.values()].entries()));
  const right = (turned: (vector: Float32Array) => Float32Array) =>
    held.size === 0
      ? null
      : [...held].filter((pair) => words[nearest(turned(pair.x), 1)[0]?.id ?? -1] === pair.word).length / held.size;
  return {
    matrix,
    pairs: fitted.length,
    heldOut: held.size,
    before: right((vector) => vector),
    after: right((vector) => rowTimes(vector, matrix, vector.length)),
  };
}

/** Vectors of tokens in the other space: a mean of rotated words is the rotated mean. */
export function rotated(vectors: TokenVectors, { matrix }: Rotation): TokenVectors {
  return new Map([...vectors].map(([id, vector]) => [id, rowTimes(vector, matrix, vector.length)]));
}

/** Pairs as a text has them, one a line: the old word, a tab or a space, the new one. */
export function readDictionary(text: string): Dictionary {
  return text.split("\n").flatMap((line) => {
    const [source, target] = line.trim().split(/\t|\s+/u);
    return source && target ? [[source, target] as const] : [];
  });
}

function lookedUp(vectors: WordVectors, written: string) {
  const word = vectors.has(written) ? written : written.toLowerCase();
  const vector = vectors.get(word);
  return vector && { word, vector };
}

function stacked(rows: readonly Float32Array[]): Float32Array {
  const width = rows[0]?.length ?? 0;
  const matrix = new Float32Array(rows.length * width);
  for (const [at, row] of rows.entries()) matrix.set(row, at * width);
  return matrix;
}
