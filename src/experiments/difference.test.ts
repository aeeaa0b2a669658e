import { expect, test } from "vitest";
import { differences } from "./difference";

test("equal documents differ in nothing, whatever the order of their keys", () => {
  expect(differences({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toEqual([]);
});

test("a difference is named by its path; lists of other lengths are one difference", () => {
  const a = { layer: 3, sampling: { seed: 1, temperature: 0 }, strengths: [0, 1], variants: [{ name: "x" }] };
  const b = {
    layer: 3,
    sampling: { seed: 2, temperature: 0 },
    strengths: [0, 1, 2],
    variants: [{ name: "y" }],
    note: "n",
  };
  expect(differences(a, b)).toEqual([
    { path: "sampling.seed", a: 1, b: 2 },
    { path: "strengths", a: [0, 1], b: [0, 1, 2] },
    { path: "variants.0.name", a: "x", b: "y" },
    { path: "note", a: undefined, b: "n" },
  ]);
});

test("a list of numbers or texts is one difference", () => {
  expect(differences({ strengths: [0, 1], codes: ["en", "de"] }, { strengths: [0, 2], codes: ["en", "hi"] })).toEqual([
    { path: "strengths", a: [0, 1], b: [0, 2] },
    { path: "codes", a: ["en", "de"], b: ["en", "hi"] },
  ]);
});

test("a setting of another kind is one difference", () => {
  expect(differences({ layer: null }, { layer: { of: 2 } })).toEqual([{ path: "layer", a: null, b: { of: 2 } }]);
  expect(differences({ x: [1] }, { x: { 0: 1 } })).toEqual([{ path: "x", a: [1], b: { 0: 1 } }]);
});
