import { expect } from "vitest";
import { cellsOf, isClear, valueOf } from "../labs/merging/compare";
import type { Role } from "../labs/merging/result";
import { showFixed } from "../ui/show-fixed";
import { sum } from "../vectors";
import { carded, count, languages, main, merged, testFound } from "./testing";
import { lesson } from "./moving-layers";

testFound(lesson, [
  () => {
    const { parts } = merged("where-do-they-disagree").profile!;
    const moved = parts.filter(
      ({ module, pairs }) => ["attention", "mlp"].includes(module) && pairs[0]!.conflicts !== null,
    );
    expect([...new Set(moved.map(({ layer }) => layer))]).toEqual([0, 1, 7]);
    const conflicts = moved.map(({ pairs }) => 100 * pairs[0]!.conflicts!);
    const outside = parts.find(({ module }) => module === "embeddings")!.pairs[0]!.conflicts!;
    return {
      choice: "about as alike as chance",
      says: "About as alike as chance",
      numbers: [
        `from ${showFixed(Math.min(...conflicts), 1)} % to ${showFixed(Math.max(...conflicts), 1)} % of the signs`,
        `In the embeddings it is ${showFixed(100 * outside, 1)} %`,
      ],
    };
  },
  () => {
    const result = merged("keep-both-skills");
    const solved = (role: Role) =>
      ["en", "hi"].map((language) => {
        const { readings } = result.skills!.find((entry) => entry.role === role)!;
        return sum(readings.find((reading) => reading.language === language)!.numerators);
      });
    const cells = cellsOf(result, "average");
    expect(isClear(cells.find(({ role, language }) => role === "merge" && language === "hi")!)).toBe(false);
    const [swap, average] = [solved("merge"), solved("average")];
    const hindi = (["merge", "average"] as const).map((role) => showFixed(valueOf(cells, role, "hi"), 2));
    return {
      choice: "the swap",
      says: "The swap: ",
      numbers: [
        `${swap[0]} of 40 sums in English and ${swap[1]} of 40 in Hindi, the average ${average.join(" and ")}`,
        `${hindi.join(" and ")} bits per byte`,
        `still solves more, ${solved("a").join(" and ")}`,
      ],
    };
  },
  () => {
    const card = carded("these-layers-or-any");
    const pairs = languages.map((language) =>
      ["v3", "v3c"].map((variant) => main(card, variant, "bits-per-byte", language)),
    );
    const better = count(pairs, ([swap, control]) => control!.value! < swap!.value!);
    const overlap = count(pairs, ([swap, control]) => control!.low! < swap!.high! && swap!.low! < control!.high!);
    const [swap, control] = pairs[languages.indexOf("de")]!;
    return {
      choice: "as well",
      says: "As well, if not better",
      numbers: [
        `in ${better} of ${pairs.length} languages`,
        `${showFixed(control!.value, 3)} instead of ${showFixed(swap!.value, 3)}`,
        `overlap in ${overlap} of ${pairs.length}`,
      ],
    };
  },
  () => {
    const result = merged("repeat-the-middle");
    const cells = cellsOf(result, "a");
    const lost = cells.filter(({ role, language }) => role === "merge" && language !== "de");
    const losses = lost.map(({ difference }) => difference!.value);
    expect(Math.min(...losses)).toBeGreaterThan(0);
    const text = result.texts[0]!.texts.find(({ role }) => role === "merge")!.text.trim();
    const german = (["merge", "a"] as const).map((role) => showFixed(valueOf(cells, role, "de"), 2));
    return {
      choice: "worse than before",
      says: "Worse than before",
      numbers: [
        `${german[0]} bits per byte instead of ${german[1]}`,
        `lose from ${showFixed(Math.min(...losses), 2)} to ${showFixed(Math.max(...losses), 2)}`,
        `“${result.texts[0]!.prompt}” goes on “${text}”`,
      ],
    };
  },
]);
