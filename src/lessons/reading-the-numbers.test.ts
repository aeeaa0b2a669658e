import { expect } from "vitest";
import { isClear } from "../labs/measures/card";
import { showFixed } from "../ui/show-fixed";
import { carded, changed, languages, merged, showInterval, testFound, zeroIn } from "./testing";
import { lesson } from "./reading-the-numbers";

testFound(lesson, [
  () => {
    const card = carded("what-was-forgotten");
    const [turkish, spanish] = ["tr", "es"].map((code) => changed(card, "v1", "minimal-pairs", code).flips!);
    const more = turkish!.positive - turkish!.negative;
    return {
      choice: "at least two",
      says: "At least two",
      numbers: [
        `has ${more} more right than the base, yet ${turkish!.positive + turkish!.negative} changed`,
        `${turkish!.positive} for the better and ${turkish!.negative} for the worse`,
        `${spanish!.negative - spanish!.positive} fewer right, and here no more than ${spanish!.negative + spanish!.positive}`,
      ],
    };
  },
  () => {
    const card = carded("what-do-4-bits-cost");
    const of = (language: string) => changed(card, "v2", "bits-per-byte", language);
    expect(languages.filter((language) => zeroIn(of(language).interval()!))).toEqual(["en", "de", "es"]);
    expect(languages.filter((language) => isClear(of(language)))).toEqual(["hi"]);
    expect(languages.toSorted((a, b) => of(b).difference - of(a).difference).slice(0, 2)).toEqual(["tr", "hi"]);
    const loss = (language: string) => showFixed(of(language).difference, 3);
    return {
      choice: "all lose alike",
      says: "Not English, and not all alike",
      numbers: [
        `${loss("tr")} bits per byte ${showInterval(of("tr").interval()!)}`,
        `${loss("hi")} ${showInterval(of("hi").interval()!)}`,
      ],
    };
  },
  () => {
    const { bestLess } = merged("how-many-layers").search!.heldOut.find(({ role }) => role === "average")!;
    expect(zeroIn(bestLess!)).toBe(true);
    return {
      choice: "it cannot be told",
      says: "It cannot be told",
      numbers: [`${showFixed(bestLess!.value, 3)} bits per byte ${showInterval(bestLess!)}`],
    };
  },
]);
