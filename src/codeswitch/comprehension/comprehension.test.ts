import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import { translationPrompt } from "./prompt";
import { byRate, mixedPercent, rateOf, rates } from "./rate";
import { scoreByRate, type Translated } from "./score";
import { afterSwitches } from "./switch-cost";

const tags = (written: string) =>
  written.split(" ").map((language) => ({ language: language === "-" ? null : language }));

describe("translating a mix back (SPEC 16)", () => {
  test("16.1 the share counts words with a language: en en de -: 1 of 3", () => {
    expect(mixedPercent(tags("en en de -"), "en")).toBeCloseTo(100 / 3, 10);
    expect(mixedPercent(tags("- -"), "en")).toBe(0);
  });

  test("16.1 buckets part all sentences: their counts sum to N, and only the unmixed are at 0", () => {
    const shares = [0, 0.1, 10, 37.4, 37.5, 50, 62.4, 62.5, 75, 100];
    expect(shares.map(rateOf)).toEqual([0, 25, 25, 25, 50, 50, 50, 75, 75, 75]);
    const counts = [...byRate(shares, (share) => share).values()].map((some) => some.length);
    expect(counts).toEqual([1, 3, 3, 3]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(shares.length);
  });

  test("16.2 copying the reference scores chrF 100 and BLEU 100 at every rate that has sentences, another text less", () => {
    const reference = "The old dog sees a small house today.";
    const copied = [0, 25, 25, 75].map((percent): Translated => ({ percent, text: reference, reference }));
    const scores = scoreByRate(copied, seededRandom(1));
    expect(scores.map(({ rate }) => rate)).toEqual(rates);
    expect(scores.map(({ sentences }) => sentences)).toEqual([1, 2, 0, 1]);
    expect(scores.map(({ chrf }) => chrf?.value ?? null)).toEqual([100, 100, null, 100].map((value) => value));
    expect(scores[1]!.bleu).toBeCloseTo(100, 8);
    const half = scoreByRate([{ percent: 0, text: "The old dog", reference }], seededRandom(1))[0]!.chrf!.value;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(60);
  });

  test("16.3 at rate 0 the prompt is that of plain translation", () => {
    expect(translationPrompt("Guten Tag.", [["Ja.", "Yes."]])).toBe("Ja.\nYes.\nGuten Tag.\n");
    expect(translationPrompt("Guten Tag.", [["Ja.", "Yes."]], ["German", "English"])).toBe(
      "German: Ja.\nEnglish: Yes.\nGerman: Guten Tag.\nEnglish:",
    );
  });

  test("16.4 a word stands after a switch if the nearest word with a language before it is of another: en de - de en", () => {
    expect(afterSwitches(tags("en de - de en"))).toEqual([false, true, false, false, true]);
    expect(afterSwitches(tags("- en - de"))).toEqual([false, false, false, true]);
  });
});
