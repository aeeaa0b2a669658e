import { describe, expect, test } from "vitest";
import { type Agents, runLoop } from "./loop";
import { markFluency, markFromAnswer, markRatio, mixedWords } from "./programs";
import { axes, drawScenarios, gridSize } from "./scenario";
import { isAccepted, type Marks, scoreOf, threshold, weights } from "./score";

function marksOf(fluency: number, naturalness: number | null, ratio: number, socio: number | null): Marks {
  const mark = (value: number | null) => ({ value, by: "model" as const, why: "" });
  return { fluency: mark(fluency), naturalness: mark(naturalness), ratio: mark(ratio), socio: mark(socio) };
}

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

const spoken = (sentence: string) =>
  sentence.split(" ").map((word) => {
    const [text = "", language] = word.split("/");
    return { text, language: language ?? null };
  });

describe("the acceptance score (SPEC 14)", () => {
  test("14.1 the published weights and threshold: 2.7 + 2 + 1.4 + 2 = 8.1 is accepted, 2.4 + 2 + 1.4 + 2 = 7.8 refined", () => {
    expect(Object.values(weights).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(scoreOf(marksOf(9, 8, 7, 8))).toBeCloseTo(8.1, 12);
    expect(scoreOf(marksOf(8, 8, 7, 8))).toBeCloseTo(7.8, 12);
    expect(isAccepted(scoreOf(marksOf(9, 8, 7, 8)))).toBe(true);
    expect(isAccepted(scoreOf(marksOf(8, 8, 7, 8)))).toBe(false);
    expect(isAccepted(threshold)).toBe(true);
  });

  test("14.1 a judge without a mark is left out: (0.3 · 9 + 0.2 · 7) / 0.5 = 8.2; nobody: none", () => {
    expect(scoreOf(marksOf(9, null, 7, null))).toBeCloseTo(8.2, 12);
    const silent = { value: null, by: "model", why: "" } as const;
    expect(scoreOf({ fluency: silent, naturalness: silent, ratio: silent, socio: silent })).toBeNull();
  });
});

describe("the loop (SPEC 14)", () => {
  const agentsOf = (scores: Readonly<Record<string, number>>, refinement: string): Agents => ({
    write: () => Promise.resolve("first"),
    judge: (text) => Promise.resolve(marksOf(scores[text]!, scores[text]!, scores[text]!, scores[text]!)),
    refine: () => Promise.resolve(refinement),
  });

  test("14.2 a refined text replaces the sample and is scored again, once at most", async () => {
    const rounds = await all(runLoop(agentsOf({ first: 5, second: 7 }, "second")));
    expect(rounds.map(({ text, refined, score, accepted }) => [text, refined, score, accepted])).toEqual([
      ["first", false, 5, false],
      ["second", true, 7, false],
    ]);
  });

  test("14.2 an accepted text is not refined; an empty refinement replaces nothing", async () => {
    expect(await all(runLoop(agentsOf({ first: 9 }, "second")))).toHaveLength(1);
    expect(await all(runLoop(agentsOf({ first: 5 }, " ")))).toHaveLength(1);
  });
});

describe("judges that are programs (SPEC 14)", () => {
  test("14.3 ratio: 1 of 4 words where 25 % are wanted is 10; half is 10 · (1 − 0.25 / 0.75) = 6.67", () => {
    expect(markRatio(spoken("ich/de sehe/de den/de dog/en !"), "en", 0.25).value).toBe(10);
    expect(markRatio(spoken("ich/de see/en den/de dog/en"), "en", 0.25).value).toBeCloseTo(20 / 3, 12);
    expect(markRatio(spoken("3 !"), "en", 0.25).value).toBe(0);
  });

  test("14.3 fluency: twice the usual bits is 5, and 2 less for a word that is switched inside", () => {
    const words = spoken("मैं/hi boxकर/hi don't/en");
    expect(mixedWords(words)).toEqual(["boxकर"]);
    expect(markFluency(4, 2, []).value).toBe(5);
    expect(markFluency(4, 2, words).value).toBe(3);
    expect(markFluency(1, 2, []).value).toBe(10);
  });

  test("14.4 an opinion is the first number from 0 to 10; none is no mark", () => {
    expect(markFromAnswer("I would say 7.5 out of 10").value).toBe(7.5);
    expect(markFromAnswer("Score: 10").value).toBe(10);
    expect(markFromAnswer("in 2024 it was fine").value).toBeNull();
    expect(markFromAnswer("").value).toBeNull();
  });
});

test("14.5 the grid is the product of its axes; equal seeds give equal scenarios, none twice", () => {
  expect(gridSize()).toBe(10 * 3 * 3 * 3 * 5 * 3 * 5 * 3);
  expect(Object.keys(axes)).toHaveLength(8);
  const drawn = drawScenarios(50, 3);
  expect(new Set(drawn.map((scenario) => JSON.stringify(scenario))).size).toBe(50);
  expect(drawScenarios(50, 3)).toEqual(drawn);
});
