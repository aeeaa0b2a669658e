import type { Reading } from "../../measures/card/reading";
import { languageName } from "./showing";

interface LayersOfLanguage {
  readonly language: string;
  /** From layer 0 on. */
  readonly byLayer: readonly Reading[];
}

/** After which layers each language is highest, and where the intervals are too wide to say so. */
export function peaks(languages: readonly LayersOfLanguage[], show: (value: number) => string): string {
  const found = languages.flatMap(({ language, byLayer }) => {
    const known = byLayer.filter(({ value }) => value !== null).toSorted((x, y) => y.value! - x.value!);
    const [best, worst] = [known[0], known.at(-1)];
    if (!best || !worst || best.value === worst.value) return [];
    const layers = byLayer.flatMap(({ value }, layer) => (value === best.value ? [layer] : []));
    const apart = best.low !== null && worst.high !== null && best.low > worst.high;
    const name = languageName(language);
    return [{ name, apart, said: `${name} after ${layers.join(" and ")} (${show(best.value!)})` }];
  });
  if (found.length === 0) return "";
  const unclear = found.filter(({ apart }) => !apart).map(({ name }) => name);
  const where = unclear.length === found.length ? "every language" : unclear.join(", ");
  return `Highest: ${found.map(({ said }) => said).join(", ")}.${
    unclear.length > 0 ? ` In ${where} the intervals of the highest layer and of the lowest overlap.` : ""
  }`;
}
