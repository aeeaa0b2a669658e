import { expect } from "vitest";
import { type Card, isClear } from "../labs/measures/card";
import type { MixingResult } from "../labs/steering/mixing/result";
import { leastTurning } from "../labs/steering/sweep-finding";
import { sum } from "../vectors";
import { carded, changed, languages, main, recorded, steered, testFound, turnedAt, written } from "./testing";
import { lesson } from "./steering-and-its-price";

/** Minimal pairs that a variant gets right. */
const rightOf = (card: Card, variant: string, of: readonly string[] = languages) =>
  sum(of.map((language) => sum(main(card, variant, "minimal-pairs", language).numerators)));

testFound(lesson, [
  () => {
    const result = steered("english-to-german");
    expect(written(result, "unsteered", "en")).toBe(written(result, "random", "en"));
    return {
      choice: "leaves the language alone",
      says: "It leaves the language alone",
      numbers: [
        `with the random vector ${written(result, "random", "en")} continuations are English`,
        `With the vector towards German ${written(result, "steered", "de")} are German`,
      ],
    };
  },
  () => {
    const [german, hindi] = ["english-to-german", "english-to-hindi"].map((preset) => steered(preset));
    const [least, more] = [german!, hindi!].map(({ sweep }) => leastTurning(sweep!, 0)!.strength);
    expect(more!).toBeGreaterThan(least!);
    const most = new Set([german!, hindi!].map((result) => Math.max(...turnedAt(result, 1))));
    return {
      choice: "more",
      says: "More: ",
      numbers: [`is ${least} for German and ${more} for Hindi`, `turn ${[...most].join(" or ")} of 4, for both`],
    };
  },
  () => {
    const card = carded("does-steering-hurt");
    expect(languages.map((language) => isClear(changed(card, "v2", "minimal-pairs", language)))).not.toContain(true);
    const lost = (language: string) => rightOf(card, "v0", [language]) - rightOf(card, "v2", [language]);
    return {
      choice: "nothing",
      says: "Nothing that can be told from chance",
      numbers: [
        `${rightOf(card, "v2")} of 100 pairs are right instead of ${rightOf(card, "v0")}`,
        `${rightOf(card, "v2c")} with the random push`,
        `it loses ${lost("de")} pair of 20, English ${lost("en")}, Turkish ${lost("tr")}`,
      ],
    };
  },
  () => {
    const { texts } = recorded("steering", "small-steers-bigger").result as MixingResult;
    const german = texts.slice(0, 2);
    expect(german.flatMap(({ language, alone }) => [language, alone[0]!.language])).toEqual(["de", "de", "de", "de"]);
    expect(texts[2]!.language).toBe("hi");
    const [together, alone] = [german[0]!.pieces.map(({ text }) => text).join(""), german[0]!.alone[0]!.text];
    return {
      choice: "yes, and keeps its Hindi",
      says: "It keeps its Hindi",
      numbers: [`the ${german.length} German ones`, `together “${together.trim()}”, alone “${alone.trim()}”`],
    };
  },
]);
