import { sum } from "../../vectors";

/** Words a gram: three, as near-duplicate filters of corpora count them. */
const size = 3;

/** The n-grams of a text's words, in small letters; of a shorter text the words as one. */
export function gramsOf(words: readonly string[]): ReadonlySet<string> {
  const small = words.map((word) => word.toLowerCase());
  if (small.length <= size) return new Set([small.join(" ")]);
  return new Set(Array.from({ length: small.length - size + 1 }, (_, at) => small.slice(at, at + size).join(" ")));
}

/** Texts that were kept, asked for the likest of them: a list of texts a gram, so that only those with a common one are counted. */
export class KeptTexts {
  private readonly sizes: number[] = [];
  private readonly byGram = new Map<string, number[]>();

  keep(words: readonly string[]): void {
    const grams = gramsOf(words);
    for (const gram of grams) {
      const texts = this.byGram.get(gram);
      if (texts === undefined) this.byGram.set(gram, [this.sizes.length]);
      else texts.push(this.sizes.length);
    }
    this.sizes.push(grams.size);
  }

  /** Share of distinct n-grams among those of all kept texts, each text's counted once: 1 where none is in two texts. NaN of none. */
  diversity(): number {
    return this.byGram.size / sum(this.sizes);
  }

  /** Greatest Jaccard index with a kept text, |A ∩ B| / |A ∪ B| over their n-grams: 1 for equal words, 0 with none in common. */
  nearest(words: readonly string[]): number {
    const grams = gramsOf(words);
    const common = new Map<number, number>();
    for (const gram of grams) {
      for (const text of this.byGram.get(gram) ?? []) common.set(text, (common.get(text) ?? 0) + 1);
    }
    let nearest = 0;
    for (const [text, count] of common) nearest = Math.max(nearest, count / (grams.size + this.sizes[text]! - count));
    return nearest;
  }
}
