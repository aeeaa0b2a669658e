import { beforeAll, describe, expect, test } from "vitest";
import { loadIdentifier } from "../../codeswitch/identify";
import { parallelSentences } from "../../data/parallel";
import { type ParallelLanguage, parallelLanguages } from "../../data/parallel-languages";
import { seededRandom } from "../../random";
import { estimate, type Measure } from "../measure";
import { type Adherence, adherence } from "./coco-cola";
import { likeliestPath, wordLanguages, wrongWords } from "./word-languages";

describe("CoCo-CoLa", () => {
  const gold = { own: "Schnee", english: "snow" };

  test("12.1 a lower-cased substring either way; nothing matches an empty answer", () => {
    expect(adherence(" schnee liegt", gold)).toEqual({ own: true, english: false });
    expect(adherence("Sch", gold)).toEqual({ own: true, english: false });
    expect(adherence(" Snow.", gold)).toEqual({ own: false, english: true });
    expect(adherence(" ", gold)).toEqual({ own: false, english: false });
    expect(adherence("He roto el florero", { own: "rot", english: "red" })).toEqual({ own: true, english: false });
  });

  test("12.1 accuracies .3 and .1 over ten items: ratio .75, which is 3 / (3 + 1)", () => {
    const ratio: Measure<Adherence> = {
      id: "ratio",
      name: "",
      unit: "",
      better: "higher",
      source: "",
      parts: ({ own, english }) => [Number(own), Number(own) + Number(english)],
    };
    const verdicts = "oooe------".split("").map((one) => ({ own: one === "o", english: one === "e" }));
    expect(estimate(ratio, verdicts, seededRandom(1)).value).toBe(0.75);
    expect(estimate(ratio, verdicts.slice(4), seededRandom(1)).n).toBe(0);
  });
});

describe("words of another language", () => {
  beforeAll(loadIdentifier, 60_000);

  test("12.2 one wrong word in ten is 0.1; words without letters do not count", () => {
    const words = "dddddddddeu".split("").map((one) => ({ text: one, language: { d: "de", e: "en", u: "und" }[one]! }));
    expect(wrongWords(words, "de")).toEqual([1, 10]);
    expect(wrongWords([], "de")).toEqual([0, 0]);
  });

  test("12.2 the likeliest path stays where the letters say little and moves where they say much", () => {
    const slight = [Math.log(0.4), Math.log(0.6)];
    const sure = [Math.log(0.001), Math.log(0.999)];
    const clear = [Math.log(0.99), Math.log(0.01)];
    expect(likeliestPath([clear, slight, clear], 0.98)).toEqual([0, 0, 0]);
    expect(likeliestPath([clear, sure, sure, clear], 0.9)).toEqual([0, 1, 1, 0]);
    expect(likeliestPath([], 0.9)).toEqual([]);
  });

  test("12.2 a word in another script is told at once", () => {
    const words = wordLanguages("Ich habe पानी getrunken", ["en", "de", "hi"], "de");
    expect(words.map(({ language }) => language)).toEqual(["de", "de", "hi", "de"]);
  });

  test("12.2 a word in letters of no candidate's script is another language's", () => {
    const words = wordLanguages("Ich habe воду getrunken, 3", ["en", "de"], "de");
    expect(words.map(({ language }) => language)).toEqual(["de", "de", "other", "de", "und"]);
    expect(wrongWords(words, "de")).toEqual([1, 4]);
  });

  test("12.2 sentences of one language have under 2 % wrong words; of two joined, at least 85 % are told", () => {
    const first = ["en", "de", "es", "hi", "tr"] as const;
    const share = (counts: readonly (readonly [number, number])[]) =>
      counts.reduce((sum, [wrong]) => sum + wrong, 0) / counts.reduce((sum, [, counted]) => sum + counted, 0);
    const pure = (language: ParallelLanguage, candidates: readonly string[]) =>
      parallelSentences[language].map((text) => wrongWords(wordLanguages(text, candidates, language), language));
    expect(share(first.flatMap((language) => pure(language, first)))).toBeLessThan(0.02);
    for (const language of parallelLanguages.filter((code) => code !== "sw")) {
      expect(share(pure(language, parallelLanguages))).toBeLessThan(0.04);
    }
    const joined = parallelSentences.de.map((text, i) => {
      const words = wordLanguages(`${text} ${parallelSentences.es[i]}`, first, "de");
      const border = wordLanguages(text, first, "de").length;
      const right = words.filter(({ language }, at) => language === (at < border ? "de" : "es"));
      return [words.length - right.length, words.length] as const;
    });
    expect(share(joined)).toBeLessThan(0.15);
  });
});
