import { chrf } from "./chrf";
import { mean } from "../../vectors";

/**
 * For each text its mean chrF to the others, 0 to 100: what self-BLEU (Zhu et al. 2018) asks, by characters, so that
 * languages with much inflection are not taken for varied. Null for fewer than two texts.
 */
export function selfSimilarities(texts: readonly string[]): readonly number[] | null {
  if (texts.length < 2) return null;
  return texts.map((text, i) => {
    const others = texts.filter((_, j) => j !== i).map((other) => chrf(text, other));
    return mean(others);
  });
}
