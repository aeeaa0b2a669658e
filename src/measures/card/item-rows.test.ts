import { expect, test } from "vitest";
import { itemRows } from "./item-rows";
import type { Reading } from "./reading";

const reading: Reading = {
  measure: "arithmetic",
  language: "de",
  facet: "",
  value: 0.6,
  low: null,
  high: null,
  interval: null,
  n: 2,
  set: "sums de",
  numerators: [1, 0, 2],
  denominators: [1, 0, 4],
};

test("a row an item, of which the number can be made again: (1 + 2) / (1 + 4) = 0.6, without the item that could not be measured", () => {
  const rows = itemRows(reading, ["1 + 1", "2 + 2", "3 + 3"], ["2", "", "seven"]);
  expect(rows[2]).toEqual({
    measure: "arithmetic",
    language: "de",
    facet: "",
    item: "3 + 3",
    answer: "seven",
    numerator: 2,
    denominator: 4,
  });
  const counted = rows.filter(({ denominator }) => denominator !== 0);
  const total = (of: (row: (typeof rows)[number]) => number) => counted.reduce((sum, row) => sum + of(row), 0);
  expect(total(({ numerator }) => numerator ?? 0) / total(({ denominator }) => denominator)).toBe(reading.value);
});

test("what only scored wrote nothing", () => {
  expect(itemRows(reading, ["1 + 1"], undefined)[0]!.answer).toBeNull();
});
