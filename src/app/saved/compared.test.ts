import { expect, test } from "vitest";
import { numbersOf } from "../../ui/heard-tables";
import { numberPairs, settingPairs } from "./compared";

const setting = (name: string, value: string, group = "") => ({ name, value, group });

test("settings that differ stand side by side, what one has not as a dash", () => {
  const a = [setting("Towards", "Hindi (hi)"), setting("Model", "polyglot-base"), setting("Layer", "5")];
  const b = [setting("Towards", "German (de)"), setting("Model", "polyglot-base"), setting("constructor", "yes")];
  expect(settingPairs(a, b)).toEqual([
    { name: "Towards", a: "Hindi (hi)", b: "German (de)" },
    { name: "Layer", a: "5", b: "–" },
    { name: "constructor", a: "–", b: "yes" },
  ]);
});

test("settings of one name are told apart by what they stand in, and by their number", () => {
  const a = [setting("Weights", "f32", "Baseline"), setting("Weights", "f32", "Variant 1"), setting("Text", "x")];
  const b = [setting("Weights", "q8", "Baseline"), setting("Text", "x"), setting("Text", "y")];
  expect(settingPairs(a, b)).toEqual([
    { name: "Baseline: Weights", a: "f32", b: "q8" },
    { name: "Variant 1: Weights", a: "f32", b: "–" },
    { name: "Text (2)", a: "–", b: "y" },
  ]);
});

interface Row {
  readonly condition: string;
  readonly success: number | null;
  readonly count: number;
}

function tableOf(language: string, unit: string, rows: readonly Row[]) {
  const columns = [
    { key: "condition", label: "Condition", value: (row: Row) => row.condition, heading: true },
    { key: "whole", label: "Whole", value: () => "yes" },
    { key: "success", label: `Identified as ${language}`, unit, digits: 1, value: (row: Row) => row.success },
    { key: "success-low", label: "from", value: () => 0 },
    { key: "count", label: "Tokens", value: (row: Row) => row.count },
  ];
  return { name: "conditions", numbers: numbersOf(columns, rows) };
}

test("numbers are set against each other by table, row and column, whatever the column is called", () => {
  const a = tableOf("Hindi", "%", [
    { condition: "Steered", success: 25, count: 1200 },
    { condition: "Random", success: null, count: 4 },
  ]);
  const b = tableOf("German", "%", [
    { condition: "__proto__", success: 1, count: 1 },
    { condition: "Steered", success: 87.5, count: 1000.5 },
  ]);
  const pairs = numberPairs([a], [b]);
  expect(pairs).toEqual([
    {
      table: "conditions",
      name: "Steered: Identified as Hindi / Identified as German",
      unit: "%",
      digits: 1,
      a: 25,
      b: 87.5,
      difference: 62.5,
    },
    { table: "conditions", name: "Steered: Tokens", unit: "", digits: 3, a: 1200, b: 1000.5, difference: -199.5 },
  ]);
  expect(numberPairs([a], [{ ...b, name: "others" }])).toEqual([]);
});

test("numbers of different units have no difference", () => {
  const rows = [{ condition: "Steered", success: 1, count: 1 }];
  const [pair] = numberPairs([tableOf("Hindi", "%", rows)], [tableOf("Hindi", "of 1", rows)]);
  expect([pair?.unit, pair?.difference]).toEqual(["% / of 1", null]);
});

test("a row is named by its heading, and by its other texts where that is not enough", () => {
  const columns = [
    { key: "tokenizer", label: "Tokenizer", value: ({ at }: { at: number }) => `T${at % 2}`, heading: true },
    { key: "language", label: "Language", value: ({ at }: { at: number }) => (at < 2 ? "en" : "de") },
    { key: "at", label: "At", value: ({ at }: { at: number }) => at },
  ];
  const namesOf = (rows: readonly { at: number }[]) => numbersOf(columns, rows).map(({ row }) => row);
  expect(namesOf([{ at: 0 }, { at: 1 }])).toEqual(["T0", "T1"]);
  expect(namesOf([{ at: 0 }, { at: 1 }, { at: 2 }])).toEqual(["T0, en", "T1, en", "T0, de"]);
});
