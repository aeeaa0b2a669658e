import { seededRandom } from "../../src/random";
import { buckets, featuresOf } from "../../src/codeswitch/word-language/features";
import { latinLanguages, type ModelHeader } from "../../src/codeswitch/word-language/model";

const epochs = 8;
const rate = 0.35;
/** Half of the time a word is learnt from its n-grams alone, so that they carry words never seen. */
const withoutWhole = 0.5;
const shrinkage = 1e-5;

/**
 * Multinomial logistic regression on the features of words, by AdaGrad (Duchi et al. 2011): the target of a word is how its
 * occurrences are shared among the languages, each language's texts counted as equally long; its weight is the root of its count.
 */
export function trainWeights(counts: ReadonlyMap<string, readonly number[]>, seed: number): Float32Array {
  const width = latinLanguages.length;
  const random = seededRandom(seed);
  const totals = latinLanguages.map((_, column) => [...counts.values()].reduce((sum, row) => sum + row[column]!, 0));
  const largest = Math.max(...totals);
  const examples = [...counts].map(([word, row]) => {
    const even = row.map((count, column) => (count * largest) / totals[column]!);
    const sum = even.reduce((a, b) => a + b, 0);
    const { grams, whole } = featuresOf(word);
    return { grams, whole, shares: even.map((value) => value / sum), weight: Math.min(12, Math.sqrt(sum)) / 4 };
  });
  const weights = new Float32Array(buckets * width);
  const squares = new Float32Array(buckets * width).fill(1e-2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let left = examples.length - 1; left > 0; left--) {
      const other = Math.floor(random() * (left + 1));
      [examples[left], examples[other]] = [examples[other]!, examples[left]!];
    }
    for (const { grams, whole, shares, weight } of examples) {
      const scale = 1 / Math.sqrt(grams.length);
      const useWhole = random() >= withoutWhole;
      const logits = new Float64Array(width);
      for (let column = 0; column < width; column++) {
        let sum = 0;
        for (const row of grams) sum += weights[row * width + column]!;
        logits[column] = sum * scale + (useWhole ? weights[whole * width + column]! : 0);
      }
      const top = Math.max(...logits);
      const odds = logits.map((logit) => Math.exp(logit - top));
      const total = odds.reduce((a, b) => a + b, 0);
      for (let column = 0; column < width; column++) {
        const error = weight * (odds[column]! / total - shares[column]!);
        for (const row of grams) descend(row * width + column, error * scale);
        if (useWhole) descend(whole * width + column, error);
      }
    }
  }
  return weights;

  function descend(at: number, slope: number): void {
    const gradient = slope + shrinkage * weights[at]!;
    squares[at]! += gradient * gradient;
    weights[at]! -= (rate * gradient) / Math.sqrt(squares[at]!);
  }
}

/** Weights as bytes and what a byte is worth: the greatest 0.1 % are cut to the range. */
export function quantise(weights: Float32Array): { readonly bytes: Int8Array; readonly step: number } {
  const sizes = weights.map(Math.abs).toSorted();
  const step = sizes[Math.floor(sizes.length * 0.999)]! / 127;
  return { bytes: Int8Array.from(weights, (value) => Math.max(-127, Math.min(127, Math.round(value / step)))), step };
}

/** The file that `readModel` reads. */
export function writeModel(header: ModelHeader, weights: Int8Array): Uint8Array<ArrayBuffer> {
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const file = new Uint8Array(line.length + weights.length);
  file.set(line);
  file.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), line.length);
  return file;
}
