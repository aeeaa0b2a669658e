import { expect } from "vitest";
import type { Card } from "../labs/measures/card";
import { showFixed } from "../ui/show-fixed";
import { carded, steered, testFound, turnedAt, written } from "./testing";
import { lesson } from "./between-languages";

/** A measure of the base model after each layer. */
const layersOf = (card: Card, measure: string, language: string) =>
  Array.from(
    { length: 8 },
    (_, layer) => card.reading({ variant: "v0", measure, language, facet: `layer ${layer}` })!.value!,
  );

testFound(lesson, [
  () => {
    const card = carded("where-languages-meet");
    const best = (measure: string, language: string) => {
      const values = layersOf(card, measure, language);
      return { value: Math.max(...values), layer: values.indexOf(Math.max(...values)) };
    };
    const { value, layer } = best("mexa", "es");
    const others = ["de", "hi", "tr"].map((language) => best("mexa", language).value);
    expect(Math.max(...others)).toBe(2 / 40);
    for (const language of ["de", "es", "hi", "tr"]) expect(best("language-ranker", language).layer).toBe(0);
    const apart = ["de", "es", "hi", "tr"].map((language) => best("alignment-distance", language).layer);
    return {
      choice: "in the middle",
      says: "not at the beginning and not at the end, rather above the middle than in it",
      numbers: [
        `at best it is ${showFixed(value, 2)}, for Spanish after layer ${layer}`,
        `for no other language over ${showFixed(Math.max(...others), 2)}`,
        `after layer ${[...new Set(apart)].toSorted((a, b) => a - b).join(" or ")} of the layers 0 to 7`,
      ],
    };
  },
  () => {
    const result = steered("which-layer");
    const [whole, partly] = [turnedAt(result, 1), turnedAt(result, 0.75)];
    const [early, late] = [partly.slice(0, 6), partly.slice(6)];
    return {
      choice: "yes, but not equally soon",
      says: "Yes, but not equally soon",
      numbers: [
        `at least ${Math.min(...whole)} of the ${result.comparisons.length} beginnings`,
        `it turns ${Math.min(...early)} to ${Math.max(...early)} after layers 0 to 5`,
        `at most ${Math.max(...late)} after layers 6 and 7`,
      ],
    };
  },
  () => {
    const result = steered("german-to-spanish");
    const own = new Set((["unsteered", "random"] as const).map((condition) => written(result, condition, "de")));
    expect([written(result, "steered", "de"), written(result, "steered", "en")]).toEqual(["1 of 4", "0 of 4"]);
    return {
      choice: "Spanish",
      says: "Spanish, in ",
      numbers: [
        `Spanish, in ${written(result, "steered", "es")} continuations`,
        `Unsteered and with the random push ${[...own].join(" or ")} are German`,
      ],
    };
  },
]);
