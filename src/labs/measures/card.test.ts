import { describe, expect, test } from "vitest";
import { defaults, type Document } from "../../experiments/documents/measures";
import { mapOfRecipe } from "../../merging/layer-map";
import type { Reading } from "../../measures/card/reading";
import { textOf } from "../../ui/testing";
import { cardOf, isClear, isGain, largestChange } from "./card";
import { Headline } from "./Headline";
import { presets } from "./presets";
import type { MeasuresResult } from "./result";
import { contestantsOf, titleOf } from "./variants";

function reading(measure: string, language: string, numerators: readonly number[]): Reading {
  const value = numerators.reduce((sum, one) => sum + one, 0) / numerators.length;
  const rest = { low: null, high: null, interval: null, n: numerators.length, set: `${measure} ${language}` };
  return { measure, language, facet: "", value, ...rest, numerators, denominators: 1 };
}

const variant = (id: string) => ({
  id,
  title: id,
  detail: "",
  control: false,
  checkpoint: id,
  backend: "wasm",
  weightBytes: 0,
  seconds: 0,
});
const twelve = (value: number) => Array.from({ length: 12 }, () => value);

const result: MeasuresResult = {
  variants: [variant("v0"), variant("v1")],
  sets: { "minimal-pairs de": twelve(0).map((_, i) => `pair ${i}`) },
  readings: [
    {
      variant: "v0",
      readings: [reading("minimal-pairs", "de", twelve(1)), reading("bits-per-byte", "hi", twelve(2))],
      answers: {},
    },
    {
      variant: "v1",
      readings: [reading("minimal-pairs", "de", twelve(0)), reading("bits-per-byte", "hi", twelve(1))],
      answers: {},
    },
  ],
  surprisals: [],
  warnings: [],
};

describe("the card", () => {
  const card = cardOf(result, defaults);

  test("a measure where higher is better lost, one where lower is better gained; both clear", () => {
    const [loss, gain] = [largestChange(card, "v1", false)!, largestChange(card, "v1", true)!];
    expect([loss.measure, loss.flips?.negative, isClear(loss)]).toEqual(["minimal-pairs", 12, true]);
    expect([gain.measure, gain.difference, isClear(gain)]).toEqual(["bits-per-byte", -1, true]);
    expect(isGain(card.measures.find(({ id }) => id === "bits-per-byte")!, gain)).toBe(true);
    expect(card.changesOf("v0")).toEqual([]);
  });

  test("the finding says that it names the largest of the clear changes", () => {
    const said = textOf(Headline, { card, measure: card.measures[0]! });
    expect(said).toContain("Its largest clear loss is in German: Minimal pairs 1.00 → 0.00, higher is better.");
    expect(said).toContain("Its largest clear gain is in Hindi: Bits per byte 2.000 → 1.000, lower is better.");
    expect(said).toContain("v1: 2 of 2 numbers changed clearly.");
    expect(said).toContain("Bits per byte, lower is better: 1 of 1 changed clearly.");
  });
});

test("of so few items that none could show a clear change the finding says so", () => {
  const two = (id: string, value: number) => ({
    variant: id,
    readings: [reading("minimal-pairs", "de", [value, value])],
    answers: {},
  });
  const card = cardOf({ ...result, readings: [two("v0", 1), two("v1", 0)] }, defaults);
  const said = textOf(Headline, { card, measure: card.measures[0]! });
  expect(said).toContain("v1: too few items to tell a change of its 1 number from chance.");
});

describe("variants and controls", () => {
  const steering = presets.find(({ id }) => id === "does-steering-hurt")!.settings;
  const swap = presets.find(({ id }) => id === "these-layers-or-any")!.settings;
  const of = (change: Partial<Document>) => contestantsOf({ ...defaults, ...change });

  test("checkpoints have no control; merges and steering do, right behind, unless none is wanted", () => {
    expect(of({}).map(({ control }) => control)).toEqual([false, false, false]);
    expect(of(steering).map(({ control }) => control)).toEqual([false, false, true, false, true]);
    expect(of({ ...steering, control: false })).toHaveLength(3);
  });

  test("the control of a swap has the same shares in other places, the same for the same seed", () => {
    const contestants = of(swap);
    const [own, control] = contestants.slice(-2).map(({ variant: one }) => {
      if (one.kind !== "merge") throw new Error("no merge");
      return mapOfRecipe(one.recipe)!.shares;
    });
    const ascending = (a: number, b: number) => a - b;
    expect(control!.toSorted(ascending)).toEqual(own!.toSorted(ascending));
    expect(control).not.toEqual(own);
    expect(of(swap)).toEqual(contestants);
  });

  test("a merge that is equal in every layer has no control", () => {
    const merge = swap.variants!.at(-1)!;
    if (merge.kind !== "merge") throw new Error("no merge");
    const even = { ...merge, recipe: { ...merge.recipe, slices: [merge.recipe.slices[1]!] } };
    expect(of({ variants: [even] })).toHaveLength(1);
  });

  test("titles say what the settings are, unless there is a name", () => {
    expect(titleOf({ kind: "checkpoint", name: "", model: "polyglot-base", weights: "q4" })).toBe("polyglot-base q4");
    expect(titleOf(swap.variants!.at(-1)!)).toBe("layer swap");
  });
});
