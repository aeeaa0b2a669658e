import { chrf } from "./chrf";
import { mean } from "../../vectors";

/**
 * For each text its mean chrF to the others, 0 to 100: what self-BLEU (Zhu et al. 2018) asks, by characters, so that
 * languages with much inflection are not taken for varied. Empty texts are no others and have null; so has a text
 * without any other.
 */
export function selfSimilarities(texts: readonly string[]): readonly (number | null)[] {
  const written = texts.flatMap((text, i) => (text.trim() === "" ? [] : [i]));
  return texts.map((text, i) => {
    const others = written.filter((j) => j !== i);
    if (!written.includes(i) || others.length === 0) return null;
    return mean(others.map((j) => chrf(text, texts[j]!)));
  });
}
