import type { TextActivations } from "./layers";
import type { Split } from "./separation";

/** What is read of one text: a sample, or one for each of its tokens. */
export type TextSamples = TextActivations;

/** Samples of many texts in a row, split as the texts are: no text is on both sides. */
export interface Samples {
  readonly activations: TextActivations;
  readonly split: Split;
}

/** Activations [n,D] of one text, by layer, as n samples [L] of vectors [D]. */
export function tokensApart(layers: readonly Float32Array[], width: number): TextSamples {
  const tokens = (layers[0]?.length ?? 0) / width;
  return Array.from({ length: tokens }, (_, n) => layers.map((values) => values.subarray(n * width, (n + 1) * width)));
}

export function joined(texts: readonly TextSamples[], split: Split): Samples {
  let count = 0;
  const places = texts.map((samples) => samples.map(() => count++));
  const of = (chosen: readonly number[]) => chosen.flatMap((text) => places[text]!);
  return { activations: texts.flat(), split: { train: of(split.train), heldOut: of(split.heldOut) } };
}
