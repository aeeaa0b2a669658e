import { infoNce } from "../../../measures/alignment/info-nce";
import { retrieved } from "../../../measures/alignment/retrieval";
import { cosines } from "../../../measures/alignment/similarity";
import { addScaled, mean, subtract } from "../../../steering/vectors";
import { procrustes, rowTimes } from "../../../tokenization/vectors/procrustes";
import type { Barrier, Side } from "./result";

/** Mean states of sentences as they are written and in Latin letters, [text][layer], with the language of each. */
export interface BarrierRequest {
  readonly languages: readonly string[];
  readonly native: readonly (readonly Float32Array[])[];
  readonly latin: readonly (readonly Float32Array[])[];
}

export type BarrierEvent =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly note: string }
  | { readonly kind: "barrier"; readonly layers: readonly Barrier[] };

const temperature = 0.1;

/**
 * How far Latin letters lie from the own script, layer by layer (Liu et al. 2024, TransliCo, arXiv 2401.06620), on every second sentence,
 * and how far once the states in Latin letters are moved to the mean of the others and rotated onto them: both fitted on the sentences
 * between. The paper trains the model instead.
 */
export async function* barrierOf({ languages, native, latin }: BarrierRequest): AsyncGenerator<BarrierEvent, void> {
  const layers: Barrier[] = [];
  const total = native[0]?.length ?? 0;
  for (let layer = 0; layer < total; layer++) {
    yield { kind: "progress", done: layer, total, note: `the barrier at layer ${layer}` };
    const [own, letters] = [native, latin].map((texts) => texts.map((states) => states[layer]!)) as [
      Float32Array[],
      Float32Array[],
    ];
    const fitted = own.map((_, at) => at).filter((at) => at % 2 === 0);
    const held = own.map((_, at) => at).filter((at) => at % 2 === 1);
    const pick = (vectors: readonly Float32Array[], which: readonly number[]) => which.map((at) => vectors[at]!);
    const [to, from] = [own, letters].map((vectors) => mean(pick(vectors, fitted))) as [Float32Array, Float32Array];
    const width = to.length;
    const rotation = procrustes(
      stacked(pick(letters, fitted).map((vector) => subtract(vector, from))),
      stacked(pick(own, fitted).map((vector) => subtract(vector, to))),
      width,
    );
    const mapped = letters.map((vector) => addScaled(rowTimes(subtract(vector, from), rotation, width), to, 1));
    for (const language of new Set(languages)) {
      const which = held.filter((at) => languages[at] === language);
      const side = (vectors: readonly Float32Array[]) => sideOf(pick(vectors, which), pick(own, which));
      layers.push({ language, layer, sentences: which.length, before: side(letters), mapped: side(mapped) });
    }
  }
  yield { kind: "barrier", layers };
}

function sideOf(latin: readonly Float32Array[], own: readonly Float32Array[]): Side {
  const similarities = cosines(latin, own);
  const found = retrieved(similarities).filter(Boolean).length / latin.length;
  const [from, to] = [mean(latin), mean(own)];
  return { loss: infoNce(similarities, temperature), found, apart: 1 - cosines([from], [to])[0]![0]! };
}

function stacked(vectors: readonly Float32Array[]): Float32Array {
  const width = vectors[0]!.length;
  const matrix = new Float32Array(vectors.length * width);
  for (const [at, vector] of vectors.entries()) matrix.set(vector, at * width);
  return matrix;
}
